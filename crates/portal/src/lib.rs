//! What a user may do: one use case a function – authorize, decide, persist,
//! answer. Knows nothing of HTTP or HTML.

pub mod accounts;
pub mod answer_sheet;
mod audience;
pub mod audit_log;
pub mod choose_government;
pub mod choose_offering;
pub mod clock;
pub mod compare;
pub mod desk;
pub mod directory;
mod document;
pub mod documents;
pub mod domains;
pub mod due_work;
mod error;
pub mod exporting;
mod follow;
mod gate;
pub mod import_dotgov;
pub mod import_jurisdictions;
pub mod importing;
pub mod joining;
mod judged;
pub mod links;
pub mod lists;
pub mod load_starter;
pub mod mail;
pub mod members;
pub mod memos;
pub mod nearby;
pub mod offering;
pub mod organization;
pub mod overview;
pub mod partners;
mod portal;
pub mod publish;
pub mod records;
pub mod register;
pub mod restoring;
mod rule_set;
pub mod search;
mod shelf;
pub mod shortlist;
mod snapshot;
mod standings;
pub mod state_sheet;
pub mod steward;
pub mod tokens;
pub mod webhooks;
mod withdrawn;

pub use error::{Error, FieldFault, Gone};
pub use interlocal_identity::provider::{Provider, Settings as ProviderSettings};
pub use interlocal_links::{Asking, Network};
pub use interlocal_mail::{Address, PostOffice};
pub use interlocal_store::{
    Adoption, Approval, ApprovedDomain, Attachment, AuditEntry, AuditFilter, Done, Draft, Edition,
    JobRun, MailState, RegisteredDomain,
};
pub use judged::Judged;
pub use portal::{Options, Outside, Portal};
pub use shelf::Shelved;
pub use snapshot::Snapshot;
