//! Who may do what: the one authorization policy, asked by `portal`.

use crate::offering::Status;

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Anybody, without an account.
    Anonymous,
    /// The portal itself: the starter import and scheduled work.
    Portal,
}

impl Actor {
    /// The name in the audit log.
    pub fn audit_name(&self) -> &'static str {
        match self {
            Actor::Anonymous => "anonymous",
            Actor::Portal => "portal",
        }
    }
}

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// See an offering that stands at this status.
    See(Status),
    /// Publish an offering.
    Publish,
    /// Record participations, adoptions, statements.
    Record,
    /// Load the starter directory.
    LoadStarter,
}

/// Whether the actor may.
pub fn may(actor: &Actor, action: Action) -> bool {
    match (actor, action) {
        (Actor::Portal, _) => true,
        (Actor::Anonymous, Action::See(status)) => {
            matches!(status, Status::Published | Status::Expired)
        }
        (Actor::Anonymous, Action::Publish | Action::Record | Action::LoadStarter) => false,
    }
}
