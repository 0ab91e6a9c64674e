//! Who sees an offering, kept beside its status: what is for verified governments
//! alone stays so after it is withdrawn.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut column = text("visibility").default("public").to_owned();
        manager
            .alter_table(
                Table::alter()
                    .table("offering")
                    .add_column(&mut column)
                    .to_owned(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("offering_visibility")
                    .table("offering")
                    .col("visibility")
                    .to_owned(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_index(
                Index::drop()
                    .name("offering_visibility")
                    .table("offering")
                    .to_owned(),
            )
            .await?;
        manager
            .alter_table(
                Table::alter()
                    .table("offering")
                    .drop_column("visibility")
                    .to_owned(),
            )
            .await
    }
}
