//! The life of an offering: one function decides what may follow what.

use crate::offering::Status;

/// A step in the life of an offering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Transition {
    /// Hand a draft to a reviewer.
    Submit,
    /// Take a draft back from review, to go on writing.
    TakeBack,
    /// Publish; a body with one person may publish its draft alone.
    Publish,
    /// Send back to the editor, saying why.
    AskForChanges {
        /// What is to be changed.
        message: String,
    },
    /// Refuse, saying why.
    Reject {
        /// Why.
        message: String,
    },
    /// The term has ended.
    Expire,
    /// Take back, saying why.
    Withdraw {
        /// Why.
        reason: String,
    },
}

/// Why a transition may not happen.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LifecycleError {
    /// The transition does not follow the status.
    #[error("an offering that is {0} cannot {1}")]
    NotFrom(&'static str, &'static str),
    /// A message is required.
    #[error("say why: a message is required to {0}")]
    MessageMissing(&'static str),
}

/// The status that follows, or why none does.
pub fn next(status: Status, transition: &Transition) -> Result<Status, LifecycleError> {
    let (name, message) = match transition {
        Transition::Submit => ("be submitted", None),
        Transition::TakeBack => ("be taken back from review", None),
        Transition::Publish => ("be published", None),
        Transition::AskForChanges { message } => ("be sent back", Some(message)),
        Transition::Reject { message } => ("be rejected", Some(message)),
        Transition::Expire => ("expire", None),
        Transition::Withdraw { reason } => ("be withdrawn", Some(reason)),
    };
    if message.is_some_and(|text| text.trim().is_empty()) {
        return Err(LifecycleError::MessageMissing(name));
    }
    match (status, transition) {
        (Status::Draft, Transition::Submit) => Ok(Status::InReview),
        (
            Status::Draft | Status::InReview | Status::Published | Status::Expired,
            Transition::Publish,
        ) => Ok(Status::Published),
        (
            Status::InReview,
            Transition::TakeBack | Transition::AskForChanges { .. } | Transition::Reject { .. },
        ) => Ok(Status::Draft),
        (Status::Published, Transition::Expire) => Ok(Status::Expired),
        (Status::Published | Status::Expired, Transition::Withdraw { .. }) => Ok(Status::Withdrawn),
        _ => Err(LifecycleError::NotFrom(status.word(), name)),
    }
}

#[cfg(test)]
mod tests {
    use super::{LifecycleError, Transition, next};
    use crate::offering::Status;

    fn check(status: Status, transition: Transition, expect: Result<Status, LifecycleError>) {
        assert_eq!(next(status, &transition), expect);
    }

    #[test]
    fn a_draft_goes_through_review_to_publication_and_ends_withdrawn() {
        check(Status::Draft, Transition::Submit, Ok(Status::InReview));
        check(Status::InReview, Transition::Publish, Ok(Status::Published));
        check(Status::Published, Transition::Expire, Ok(Status::Expired));
        let reason = "replaced".to_owned();
        check(
            Status::Expired,
            Transition::Withdraw { reason },
            Ok(Status::Withdrawn),
        );
    }

    #[test]
    fn what_ended_by_its_term_is_published_again_with_a_new_one() {
        check(Status::Expired, Transition::Publish, Ok(Status::Published));
    }

    #[test]
    fn only_what_is_in_review_is_taken_back() {
        check(Status::InReview, Transition::TakeBack, Ok(Status::Draft));
        let fault = LifecycleError::NotFrom("published", "be taken back from review");
        check(Status::Published, Transition::TakeBack, Err(fault));
    }

    #[test]
    fn what_is_withdrawn_does_not_come_back() {
        let fault = LifecycleError::NotFrom("withdrawn", "be published");
        check(Status::Withdrawn, Transition::Publish, Err(fault));
    }

    #[test]
    fn a_reviewer_who_refuses_says_why() {
        let fault = LifecycleError::MessageMissing("be rejected");
        let message = "  ".to_owned();
        check(Status::InReview, Transition::Reject { message }, Err(fault));
    }
}
