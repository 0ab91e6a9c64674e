//! Where the catalog is kept: SQLite or PostgreSQL. Entities stay inside;
//! the types of `catalog` go in and come out.

mod announcements;
mod audit_log;
mod bodies;
mod connect;
mod consider_rules;
mod deliveries;
mod directory;
mod documents;
mod dotgov;
mod drafts;
mod editions;
mod email_domains;
mod entity;
mod error;
mod exporting;
mod feed;
mod history;
mod identities;
mod imports;
mod job_runs;
mod joining;
mod kept_answers;
mod listings;
mod mails;
mod memo_parts;
mod memos;
mod merging;
mod moving_asks;
mod offerings;
mod outbox;
mod passages;
mod people;
mod proposals;
mod questions;
mod records;
mod reports;
mod restoring;
mod restricted;
mod rule_sets;
mod second_factors;
mod sessions;
mod settings;
mod shortlists;
mod stewardship;
mod throttles;
mod tokens;
mod web_links;
mod webhooks;
mod workspaces;

pub use audit_log::{AuditEntry, AuditFilter};
pub use connect::{Store, Tx};
pub use deliveries::{Delivery, NewDelivery, Then, Try};
pub use documents::{DocumentRow, NewDocument};
pub use dotgov::RegisteredDomain;
pub use drafts::{Draft, Stage};
pub use editions::Edition;
pub use email_domains::ApprovedDomain;
pub use error::Error;
pub use feed::Feed;
pub use history::Done;
pub use imports::{
    Before, FileStage, ImportBatch, ImportFile, ImportedListing, ImportedRow, NewBatch, ReportLine,
};
pub use job_runs::JobRun;
pub use joining::{Decision, JoinRequest, Wanted};
pub use kept_answers::KeptAnswer;
pub use listings::{DeskRow, Outline};
pub use mails::{Mail, MailState, NewMail};
pub use memo_parts::{Approval, Attachment};
pub use memos::{FrozenText, MemoRow};
pub use offerings::{Listing, OfferingRow, Withdrawal};
pub use outbox::{Event, Topic};
pub use passages::{NewPassage, Passage};
pub use people::{Account, AccountChange, NewAccount};
pub use proposals::Proposal;
pub use questions::{Asker, Question};
pub use records::{Adoption, MomentsOfNo};
pub use reports::Report;
pub use rule_sets::RuleSet;
pub use sessions::{NewSession, Session};
pub use settings::Deed;
pub use shortlists::Starred;
pub use throttles::Tries;
pub use tokens::{NewToken, Token};
pub use webhooks::{NewWebhook, Webhook};
pub use workspaces::{Voice, WorkspaceItem, WorkspaceRow};

use chrono::{DateTime, SubsecRound, Utc};

/// A time as both databases keep it: UTC, microseconds.
fn stored(at: DateTime<Utc>) -> DateTime<Utc> {
    at.trunc_subsecs(6)
}

/// Rows that fit one statement on either database with this many columns.
fn chunk_of(columns: usize) -> usize {
    (30_000 / columns.max(1)).max(1)
}
