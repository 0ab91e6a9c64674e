//! Telling somebody how their request was decided.

use crate::{Error, Portal};
use interlocal_store::{Decision, Tx};

impl Portal {
    pub(crate) async fn tell_decision(
        &self,
        _tx: &Tx,
        _email: &str,
        _decided: (&str, &Decision),
    ) -> Result<(), Error> {
        Ok(())
    }
}
