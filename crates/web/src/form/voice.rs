//! What somebody says in a form that is open to anybody: words and, if they want to
//! be told, an address.

use super::{Faults, Fields};
use interlocal_portal::Address;

/// What was said.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// The words.
    pub message: String,
    /// Where to tell.
    pub email: Option<Address>,
}

/// Reads the fields `message` and `email`.
pub fn read(fields: &Fields, faults: &mut Faults) -> Said {
    let message = fields.last("message").unwrap_or_default();
    let typed = fields.last("email").unwrap_or_default();
    let email = match typed.parse::<Address>() {
        _ if typed.is_empty() => None,
        Ok(email) => Some(email),
        Err(fault) => {
            faults.add("email", fault);
            None
        }
    };
    Said {
        message: message.to_owned(),
        email,
    }
}
