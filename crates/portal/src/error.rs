//! What a use case may answer instead of a result.

/// A field of a form or address that cannot be as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFault {
    /// The field's name.
    pub field: String,
    /// What is wrong and how to mend it.
    pub message: String,
}

/// What was taken back, and what is left of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// Its title.
    pub title: String,
    /// When.
    pub on: interlocal_catalog::NaiveDate,
    /// Why, in words for everybody.
    pub reason: String,
    /// Slug and title of what replaces it.
    pub successor: Option<(interlocal_catalog::OfferingId, String)>,
}

/// Why a use case has no result.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It does not exist, or the actor may not know that it does.
    #[error("not found")]
    NotFound,
    /// The actor may not do this.
    #[error("not allowed")]
    Denied,
    /// Nobody has signed in, and somebody must.
    #[error("sign in first")]
    SignInFirst,
    /// Somebody has signed in, but not shown the second factor that is asked of them.
    #[error("show the second factor first")]
    SecondFactorFirst,
    /// The actor belongs to the body, but this takes more: in words who may.
    #[error("only {0} can do this")]
    RoleMissing(&'static str),
    /// It was taken back; with when, why and what replaces it.
    #[error("taken back")]
    Gone(Box<Gone>),
    /// Too often; with the seconds after which it may be tried again.
    #[error("too often; try again in {0} seconds")]
    TooOften(u64),
    /// Fields that cannot be as they are, all at once.
    #[error("{}", .0.iter().map(|f| format!("{}: {}", f.field, f.message)).collect::<Vec<_>>().join("; "))]
    Invalid(Vec<FieldFault>),
    /// Somebody else changed it meanwhile, or it stands already.
    #[error("{0}")]
    Conflict(String),
    /// The database or the index cannot be reached now.
    #[error("not available: {0}")]
    Unavailable(String),
    /// A fault of the portal itself.
    #[error("internal: {0}")]
    Internal(String),
}

impl Error {
    /// One faulty field.
    pub fn field(field: &str, message: impl Into<String>) -> Self {
        Error::Invalid(vec![FieldFault {
            field: field.to_owned(),
            message: message.into(),
        }])
    }
}

impl From<interlocal_store::Error> for Error {
    fn from(error: interlocal_store::Error) -> Self {
        use interlocal_store::Error as Stored;
        match error {
            Stored::Conflict(text) => Error::Conflict(text),
            Stored::Unavailable(text) => Error::Unavailable(text),
            other @ (Stored::Corrupt { .. } | Stored::Database(_)) => {
                Error::Internal(other.to_string())
            }
        }
    }
}

impl From<interlocal_identity::Error> for Error {
    fn from(error: interlocal_identity::Error) -> Self {
        use interlocal_identity::Error as Identity;
        match error {
            Identity::Unreachable(_) => Error::Unavailable(error.to_string()),
            other => Error::Internal(other.to_string()),
        }
    }
}

impl From<interlocal_search::Error> for Error {
    fn from(error: interlocal_search::Error) -> Self {
        use interlocal_search::Error as Index;
        match error {
            Index::Engine(text) => Error::Internal(text),
            other @ (Index::Busy | Index::Unavailable(_)) => Error::Unavailable(other.to_string()),
        }
    }
}

impl From<interlocal_catalog::lifecycle::LifecycleError> for Error {
    fn from(error: interlocal_catalog::lifecycle::LifecycleError) -> Self {
        Error::Conflict(error.to_string())
    }
}
