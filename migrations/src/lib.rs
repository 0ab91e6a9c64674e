//! The shape of the database, in dated, reversible steps. Knows no entity.

use sea_orm_migration::prelude::*;

mod m20261122_000001_directory;
mod m20261122_000002_offerings;
mod m20261122_000003_outbox_and_audit;
mod m20261122_000004_frozen;
mod m20261122_000005_people;
mod m20261122_000006_desk;
mod m20261122_000007_passages;
mod m20261122_000010_publishing;
mod m20261122_000011_documents;
mod m20261122_000014_restricted;
mod m20261122_000015_questions;
mod m20261122_000016_reports;
mod m20261122_000017_recorded;
mod m20261122_000018_joining;
mod m20261122_000019_bodies;
mod m20261122_000020_announcements_and_jobs;
mod m20261122_000021_web_links;
mod m20261122_000050_imports;
mod m20261122_000051_adoption_size;
mod m20261122_000052_listings_that_answer;
mod m20261122_000053_memos;
mod m20261122_000054_consider_rules;
mod m20261122_000055_shortlists;
mod m20261122_000056_nothing_in_the_place_of_a_frozen_row;
mod m20261122_000057_import_files;
mod m20261122_000058_proposals;
mod m20261122_000059_webhooks;
mod m20261122_000060_tokens;
mod m20261122_000061_audit_token;

/// Every migration, oldest first.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_directory::Migration),
            Box::new(m20261122_000002_offerings::Migration),
            Box::new(m20261122_000003_outbox_and_audit::Migration),
            Box::new(m20261122_000004_frozen::Migration),
            Box::new(m20261122_000005_people::Migration),
            Box::new(m20261122_000006_desk::Migration),
            Box::new(m20261122_000007_passages::Migration),
            Box::new(m20261122_000010_publishing::Migration),
            Box::new(m20261122_000011_documents::Migration),
            Box::new(m20261122_000014_restricted::Migration),
            Box::new(m20261122_000015_questions::Migration),
            Box::new(m20261122_000016_reports::Migration),
            Box::new(m20261122_000017_recorded::Migration),
            Box::new(m20261122_000018_joining::Migration),
            Box::new(m20261122_000019_bodies::Migration),
            Box::new(m20261122_000020_announcements_and_jobs::Migration),
            Box::new(m20261122_000021_web_links::Migration),
            Box::new(m20261122_000050_imports::Migration),
            Box::new(m20261122_000051_adoption_size::Migration),
            Box::new(m20261122_000052_listings_that_answer::Migration),
            Box::new(m20261122_000053_memos::Migration),
            Box::new(m20261122_000054_consider_rules::Migration),
            Box::new(m20261122_000055_shortlists::Migration),
            Box::new(m20261122_000056_nothing_in_the_place_of_a_frozen_row::Migration),
            Box::new(m20261122_000057_import_files::Migration),
            Box::new(m20261122_000058_proposals::Migration),
            Box::new(m20261122_000059_webhooks::Migration),
            Box::new(m20261122_000060_tokens::Migration),
            Box::new(m20261122_000061_audit_token::Migration),
        ]
    }
}
