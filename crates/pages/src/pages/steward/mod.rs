//! Pages of a steward.

mod announcements;
mod audit;
mod bodies;
mod body;
mod consider;
mod home;
mod jobs;
mod mail;
mod merge;
mod people;
mod requests;

pub use announcements::AnnouncementsPage;
pub use audit::AuditPage;
pub use bodies::{BodyLine, StewardBodiesPage};
pub use body::{BodyPage, BodyWords};
pub use consider::{ConsiderLine, ConsiderRulesPage};
pub use home::StewardPage;
pub use jobs::{JobLine, JobsPage};
pub use mail::{MailLine, MailPage};
pub use merge::{MergePage, MergeWords};
pub use people::{PeoplePage, PersonLine};
pub use requests::{GovernmentRequestLine, StewardRequestsPage};
