//! Decision memos with their approvals, attachments and link. A frozen memo is
//! never edited: the database itself refuses.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::DatabaseBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

const PARTS: [&str; 2] = ["memo_approval", "memo_attachment"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(memo()).await?;
        manager.create_table(approval()).await?;
        manager.create_table(attachment()).await?;
        manager.create_table(link()).await?;
        for (table, column) in [
            ("memo", "body"),
            ("memo", "sha256"),
            ("memo_attachment", "memo_id"),
        ] {
            manager
                .create_index(
                    Index::create()
                        .name(format!("{table}_{column}"))
                        .table(table)
                        .col(column)
                        .to_owned(),
                )
                .await?;
        }
        manager
            .create_index(
                Index::create()
                    .name("memo_approval_one")
                    .table("memo_approval")
                    .col("memo_id")
                    .col("person_id")
                    .unique()
                    .to_owned(),
            )
            .await?;
        let db = manager.get_connection();
        let statements = match manager.get_database_backend() {
            DatabaseBackend::Postgres => postgres(),
            _ => sqlite(),
        };
        for statement in statements {
            db.execute_unprepared(&statement).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["memo_link", "memo_attachment", "memo_approval", "memo"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        if manager.get_database_backend() == DatabaseBackend::Postgres {
            let db = manager.get_connection();
            for function in ["refuse_frozen_memo", "refuse_part_of_frozen_memo"] {
                db.execute_unprepared(&format!("drop function {function}()"))
                    .await?;
            }
        }
        Ok(())
    }
}

fn memo() -> TableCreateStatement {
    Table::create()
        .table("memo")
        .col(pk_auto("id"))
        .col(text("body"))
        .col(text("title"))
        .col(text("draft"))
        .col(integer("version"))
        .col(integer_null("begun_by"))
        .col(timestamp_with_time_zone("begun_at"))
        .col(timestamp_with_time_zone("changed_at"))
        .col(timestamp_with_time_zone_null("frozen_at"))
        .col(text_null("content"))
        .col(text_null("sha256"))
        .foreign_key(
            ForeignKey::create()
                .from("memo", "begun_by")
                .to("person", "id"),
        )
        .to_owned()
}

fn approval() -> TableCreateStatement {
    Table::create()
        .table("memo_approval")
        .col(pk_auto("id"))
        .col(integer("memo_id"))
        .col(integer("person_id"))
        .col(text("name"))
        .col(text("decision"))
        .col(text("comment"))
        .col(timestamp_with_time_zone("given_at"))
        .col(integer("version"))
        .foreign_key(
            ForeignKey::create()
                .from("memo_approval", "memo_id")
                .to("memo", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .from("memo_approval", "person_id")
                .to("person", "id"),
        )
        .to_owned()
}

fn attachment() -> TableCreateStatement {
    Table::create()
        .table("memo_attachment")
        .col(pk_auto("id"))
        .col(integer("memo_id"))
        .col(text("title"))
        .col(text("url"))
        .col(text_null("sha256"))
        .col(text("name"))
        .col(text("media"))
        .col(big_integer("size"))
        .col(timestamp_with_time_zone("added_at"))
        .col(integer_null("added_by"))
        .foreign_key(
            ForeignKey::create()
                .from("memo_attachment", "memo_id")
                .to("memo", "id"),
        )
        .to_owned()
}

fn link() -> TableCreateStatement {
    Table::create()
        .table("memo_link")
        .col(integer("memo_id").primary_key())
        .col(text("secret").unique_key())
        .col(timestamp_with_time_zone("made_at"))
        .foreign_key(
            ForeignKey::create()
                .from("memo_link", "memo_id")
                .to("memo", "id"),
        )
        .to_owned()
}

fn sqlite() -> Vec<String> {
    let mut out = Vec::new();
    for verb in ["update", "delete"] {
        out.push(format!(
            "create trigger memo_{verb}_refused before {verb} on memo \
             when old.frozen_at is not null \
             begin select raise(abort, 'memo rows are frozen'); end"
        ));
    }
    for table in PARTS {
        for (verb, row) in [
            ("insert", "new"),
            ("update", "old"),
            ("update", "new"),
            ("delete", "old"),
        ] {
            out.push(format!(
                "create trigger {table}_{verb}_{row}_refused before {verb} on {table} \
                 when (select frozen_at from memo where id = {row}.memo_id) is not null \
                 begin select raise(abort, '{table} rows of a frozen memo are frozen'); end"
            ));
        }
    }
    out
}

fn postgres() -> Vec<String> {
    let mut out = vec![
        "create function refuse_frozen_memo() returns trigger language plpgsql as $$ begin \
         if old.frozen_at is not null then raise exception 'memo rows are frozen'; end if; \
         if tg_op = 'DELETE' then return old; end if; return new; end $$"
            .to_owned(),
        "create function refuse_part_of_frozen_memo() returns trigger language plpgsql as $$ \
         declare touched integer[]; begin \
         touched := case tg_op when 'INSERT' then array[new.memo_id] \
         when 'DELETE' then array[old.memo_id] else array[old.memo_id, new.memo_id] end; \
         if exists (select 1 from memo where id = any(touched) and frozen_at is not null) then \
         raise exception '% rows of a frozen memo are frozen', tg_table_name; end if; \
         if tg_op = 'DELETE' then return old; end if; return new; end $$"
            .to_owned(),
        "create trigger memo_refused before update or delete on memo \
         for each row execute function refuse_frozen_memo()"
            .to_owned(),
    ];
    for table in PARTS {
        out.push(format!(
            "create trigger {table}_refused before insert or update or delete on {table} \
             for each row execute function refuse_part_of_frozen_memo()"
        ));
    }
    out
}
