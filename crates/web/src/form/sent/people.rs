//! What those who look after a body send: people, domains, webhooks.

use crate::error::Failure;
use interlocal_catalog::{policy::Role, webhook::EventKind};
use interlocal_portal::{Address, FieldFault, members::Answer};
use schemars::JsonSchema;
use serde::Deserialize;

/// Somebody who is invited.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentInvitation {
    /// The address, to which the invitation goes.
    #[schemars(length(min = 1, max = 254))]
    pub email: String,
    /// As what.
    pub role: Role,
}

impl SentInvitation {
    /// The address.
    pub fn address(&self) -> Result<Address, Failure> {
        self.email.parse().map_err(|why: String| {
            Failure::Invalid(vec![FieldFault {
                field: "/email".to_owned(),
                message: why,
            }])
        })
    }
}

/// Another role.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentRole {
    /// Which.
    pub role: Role,
}

/// How a request to belong to a body is decided.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentVerdict {
    /// Granted or refused.
    pub answer: VerdictWord,
    /// Why not, for a refusal; whoever asked reads it.
    #[serde(default)]
    #[schemars(length(max = 2000))]
    pub words: String,
    /// As what they come in, where a government gets its first people.
    #[serde(default)]
    pub role: Option<Role>,
}

/// Granted or refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VerdictWord {
    /// They belong to it.
    Grant,
    /// They do not.
    Refuse,
}

impl SentVerdict {
    /// The same as the portal reads it.
    pub fn answer(&self) -> Answer<'_> {
        match self.answer {
            VerdictWord::Grant => Answer::Grant,
            VerdictWord::Refuse => Answer::Refuse(&self.words),
        }
    }
}

/// A domain of a body.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentDomain {
    /// What stands after the @.
    #[schemars(length(min = 1, max = 253))]
    pub domain: String,
}

/// An address that is told of events.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentWebhook {
    /// Where to.
    #[schemars(length(min = 1, max = 500))]
    pub address: String,
    /// Of which events: `offering.published`.
    #[schemars(length(min = 1))]
    pub events: Vec<String>,
}

impl SentWebhook {
    /// Every event is one.
    pub fn checked(self) -> Result<Self, Failure> {
        let known = EventKind::ALL.map(EventKind::word);
        let unknown = self.events.iter().enumerate();
        let faults: Vec<FieldFault> = unknown
            .filter(|(_, event)| !known.contains(&event.as_str()))
            .map(|(place, event)| FieldFault {
                field: format!("/events/{place}"),
                message: format!("“{event}” is none of {}", known.join(", ")),
            })
            .collect();
        match faults.is_empty() {
            true => Ok(self),
            false => Err(Failure::Invalid(faults)),
        }
    }
}

/// Whether an address is told.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SentPause {
    /// Stopped for now, or not.
    pub stopped: bool,
}
