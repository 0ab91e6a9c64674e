//! What a checklist asks about the buyer.

use super::{Faults, Fields};
use crate::error::Failure;

/// Whether federal funds pay, by the field of this name: `yes`, `no`, or nothing where
/// nobody knows.
pub fn federal_funds(fields: &Fields, name: &str) -> Result<Option<bool>, Failure> {
    let mut faults = Faults::default();
    let words = faults.words(fields, name, &["yes", "no"]);
    faults.end()?;
    Ok(words.last().map(|word| word == "yes"))
}
