//! Why a tool has no answer: which field cannot be as it is, and what would fit.

use super::told::Choice;
use interlocal_portal::{Error, FieldFault};
use rmcp::{
    ErrorData,
    handler::server::tool::IntoCallToolResult,
    model::{CallToolResponse, CallToolResult},
};
use serde::Serialize;

/// Fields that cannot be as they are.
#[derive(Debug, Serialize)]
pub struct Fault {
    /// Each with what is wrong.
    faults: Vec<Wrong>,
    /// What would fit, where several things do.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    choices: Vec<Choice>,
}

#[derive(Debug, Serialize)]
struct Wrong {
    field: String,
    message: String,
}

impl Fault {
    /// One faulty field.
    pub fn field(field: &str, message: impl Into<String>) -> Self {
        Self::one_of(field, message, Vec::new())
    }

    /// One faulty field, and what would fit.
    pub fn one_of(field: &str, message: impl Into<String>, choices: Vec<Choice>) -> Self {
        let wrong = Wrong {
            field: field.to_owned(),
            message: message.into(),
        };
        Self {
            faults: vec![wrong],
            choices,
        }
    }

    /// What the portal answers instead, about what a field names.
    pub fn of(error: Error, field: &str) -> Self {
        match error {
            Error::Invalid(faults) => Self {
                faults: faults.into_iter().map(Wrong::from).collect(),
                choices: Vec::new(),
            },
            Error::NotFound => Self::field(field, "there is nothing of this name here"),
            Error::Gone(gone) => {
                let mut words = format!("“{}” was withdrawn on {}", gone.title, gone.on);
                if !gone.reason.is_empty() {
                    words.push_str(&format!(": {}", gone.reason.trim_end_matches('.')));
                }
                let successor = gone.successor.into_iter();
                let choices = successor.map(|(slug, title)| Choice::new(slug, title));
                Self::one_of(field, words, choices.collect())
            }
            Error::Internal(why) => {
                tracing::error!(%why, "a tool failed");
                Self::field(field, "the portal failed; its log says why")
            }
            other => Self::field(field, other.to_string()),
        }
    }
}

impl From<FieldFault> for Wrong {
    fn from(fault: FieldFault) -> Self {
        Self {
            field: fault.field,
            message: fault.message,
        }
    }
}

impl IntoCallToolResult for Fault {
    fn into_call_tool_result(self) -> Result<CallToolResponse, ErrorData> {
        let told = serde_json::to_value(&self)
            .map_err(|error| ErrorData::internal_error(error.to_string(), None))?;
        Ok(CallToolResult::structured_error(told).into())
    }
}
