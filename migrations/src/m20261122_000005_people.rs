//! People: accounts, ways to sign in, sessions, memberships of bodies, mail.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

const ROLES: &str = "role in ('member','editor','approver','administrator')";

fn to_person(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, "person_id")
        .to("person", "id")
        .to_owned()
}

fn to_organization(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, "organization")
        .to("organization", "slug")
        .to_owned()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            Table::create()
                .table("person")
                .col(pk_auto("id"))
                .col(text("email").unique_key())
                .col(text("name"))
                .col(text_null("password_hash"))
                .col(timestamp_with_time_zone_null("confirmed_at"))
                .col(text_null("totp_secret"))
                .col(timestamp_with_time_zone_null("totp_confirmed_at"))
                .col(big_integer("totp_last_step"))
                .col(boolean("is_steward"))
                .col(timestamp_with_time_zone_null("disabled_at"))
                .col(timestamp_with_time_zone("created_at"))
                .to_owned(),
            Table::create()
                .table("identity")
                .col(text("issuer"))
                .col(text("subject"))
                .col(integer("person_id"))
                .col(timestamp_with_time_zone("linked_at"))
                .primary_key(Index::create().col("issuer").col("subject"))
                .foreign_key(&mut to_person("identity"))
                .to_owned(),
            Table::create()
                .table("recovery_code")
                .col(text("hash").primary_key())
                .col(integer("person_id"))
                .foreign_key(&mut to_person("recovery_code"))
                .to_owned(),
            Table::create()
                .table("session")
                .col(text("hash").primary_key())
                .col(integer("person_id"))
                .col(timestamp_with_time_zone("begun_at"))
                .col(timestamp_with_time_zone("seen_at"))
                .col(timestamp_with_time_zone("ends_at"))
                .col(text("browser"))
                .col(text("way"))
                .col(timestamp_with_time_zone_null("second_factor_at"))
                .col(text_null("provider"))
                .col(text_null("id_token"))
                .foreign_key(&mut to_person("session"))
                .to_owned(),
            Table::create()
                .table("passage")
                .col(text("hash").primary_key())
                .col(text("kind"))
                .col(text("content"))
                .col(timestamp_with_time_zone("ends_at"))
                .to_owned(),
            Table::create()
                .table("throttle")
                .col(text("key").primary_key())
                .col(integer("count"))
                .col(timestamp_with_time_zone("begun_at"))
                .to_owned(),
            Table::create()
                .table("membership")
                .col(integer("person_id"))
                .col(text("organization"))
                .col(text("role"))
                .col(timestamp_with_time_zone("since"))
                .check(Expr::cust(ROLES))
                .primary_key(Index::create().col("person_id").col("organization"))
                .foreign_key(&mut to_person("membership"))
                .foreign_key(&mut to_organization("membership"))
                .to_owned(),
            Table::create()
                .table("membership_request")
                .col(pk_auto("id"))
                .col(integer("person_id"))
                .col(text("organization"))
                .col(text("message"))
                .col(timestamp_with_time_zone("asked_at"))
                .col(timestamp_with_time_zone_null("decided_at"))
                .col(boolean_null("granted"))
                .foreign_key(&mut to_person("membership_request"))
                .foreign_key(&mut to_organization("membership_request"))
                .to_owned(),
            Table::create()
                .table("email_domain")
                .col(text("domain").primary_key())
                .col(text("organization"))
                .col(timestamp_with_time_zone("approved_at"))
                .col(text("approved_by"))
                .foreign_key(&mut to_organization("email_domain"))
                .to_owned(),
            Table::create()
                .table("mail")
                .col(pk_auto("id"))
                .col(text("recipient"))
                .col(text("subject"))
                .col(text("body"))
                .col(timestamp_with_time_zone("queued_at"))
                .col(integer("attempts"))
                .col(timestamp_with_time_zone("due_at"))
                .col(timestamp_with_time_zone_null("sent_at"))
                .col(timestamp_with_time_zone_null("given_up_at"))
                .col(text("fault"))
                .to_owned(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for (name, table, column) in INDEXES {
            let index = Index::create()
                .name(name)
                .table(table)
                .col(column)
                .to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            "mail",
            "email_domain",
            "membership_request",
            "membership",
            "throttle",
            "passage",
            "session",
            "recovery_code",
            "identity",
            "person",
        ] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}

const INDEXES: [(&str, &str, &str); 6] = [
    ("identity_person", "identity", "person_id"),
    ("recovery_code_person", "recovery_code", "person_id"),
    ("session_person", "session", "person_id"),
    ("membership_organization", "membership", "organization"),
    (
        "membership_request_organization",
        "membership_request",
        "organization",
    ),
    ("mail_due", "mail", "due_at"),
];
