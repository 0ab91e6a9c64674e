//! Rows as the database keeps them.

pub mod adoption;
pub mod asker;
pub mod audit;
pub mod cio_office;
pub mod draft;
pub mod edition;
pub mod identity;
pub mod jurisdiction;
pub mod mail;
pub mod membership;
pub mod offering;
pub mod offering_alias;
pub mod organization;
pub mod outbox;
pub mod participation;
pub mod passage;
pub mod person;
pub mod question;
pub mod recovery_code;
pub mod report;
pub mod rule_set;
pub mod session;
pub mod setting;
pub mod statement_of_no;
pub mod throttle;
