//! The things of the trade and what may happen to them: governments, bodies,
//! offerings, access rules, verdicts and answers. Pure: no I/O, no clock, no
//! randomness; knows nothing of HTTP, HTML, databases or indexes.

pub mod access;
pub mod announcement;
pub mod answer;
pub mod category;
pub mod changes;
pub mod contact;
pub mod cost;
pub mod details;
pub mod diligence;
pub mod editing;
pub mod eligibility;
pub mod email_domain;
pub mod facts;
mod float;
pub mod id;
pub mod jurisdiction;
pub mod lifecycle;
pub mod line_item;
pub mod membership;
pub mod memo;
pub mod offering;
pub mod organization;
pub mod participation;
pub mod point;
pub mod policy;
pub mod price;
pub mod question;
pub mod restriction;
pub mod size;
pub mod template;
pub mod web_link;
pub mod webhook;
pub mod weighing;

pub use chrono::NaiveDate;
pub use id::{CategoryId, OfferingId, OrganizationId, PlaceId, ProgramId, SupplierId};
pub use rust_decimal::Decimal;
