//! Partner matching: whom should this government talk to, in which order, and
//! why? A pure function of seeker, need, records and one date: no I/O, no
//! clock, no randomness, no history of clicks.
//!
//! [`rank()`] orders the candidates and returns a [`Ranking`], whose
//! [`Ranking::result`] writes the explanations for as many cards as are shown.
//! [`peers::PeerSpace`] finds governments like one's own. The numbers of the
//! model stand in one published file, `model/v1.rs`.

mod ask;
pub mod candidate;
pub mod cases;
mod explain;
pub mod factor;
mod floor;
pub mod gate;
pub mod model;
pub mod need;
mod null_as_absent;
mod order;
pub mod peers;
pub mod rank;
pub mod record;
pub mod result;
pub mod score;
pub mod strip;

pub use candidate::{BodyId, BodyLevel, Candidate, CrossState, Seeker};
pub use factor::{Factor, Factors, Value};
pub use gate::Gate;
pub use model::{Band, Model};
pub use need::{Intent, Need, Placement};
pub use rank::{Ranking, rank};
pub use record::{
    CategoryMatch, Eligibility, EligibilityVerdict, Record, Regime, Relation, Source, Status,
    Visibility, Willing,
};
pub use result::{AskCard, Card, Excluded, MatchResult, Move};
pub use strip::{Strip, StripRelation};
