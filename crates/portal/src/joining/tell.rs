//! Telling somebody how their request was decided.

use crate::{Error, Portal};
use interlocal_store::{Decision, Tx};

impl Portal {
    /// Puts a mail into the queue: granted, or refused and why.
    pub(crate) async fn tell_decision(
        &self,
        tx: &Tx,
        email: &str,
        (name, decision): (&str, &Decision),
    ) -> Result<(), Error> {
        let Ok(to) = email.parse() else {
            return Ok(());
        };
        let (subject, text) = if decision.granted {
            (
                "You belong to a body now",
                format!(
                    "You belong to {name} now, at {}.\n\nSign in and open its desk:\n{}\n",
                    self.public_url(),
                    self.public_url().of("/join"),
                ),
            )
        } else {
            (
                "Your request to join was refused",
                format!(
                    "Your request to join {name}, at {}, was refused:\n\n{}\n\n\
                     You may ask again:\n{}\n",
                    self.public_url(),
                    decision.words,
                    self.public_url().of("/join"),
                ),
            )
        };
        self.queue_mail(tx, &to, subject, &text).await
    }
}
