//! Which editions are laid side by side: `from` and `to`.

use super::{Faults, Fields};
use crate::error::Failure;

/// Numbers of the editions that an address names; none where it names none.
pub fn editions(fields: &Fields) -> Result<(Option<i32>, Option<i32>), Failure> {
    let mut faults = Faults::default();
    let mut number = |name: &str| {
        let text = fields.last(name).filter(|text| !text.is_empty())?;
        let read = text.parse::<i32>().ok().filter(|number| *number > 0);
        if read.is_none() {
            faults.add(name, format!("“{text}” is no number of an edition"));
        }
        read
    };
    let wanted = (number("from"), number("to"));
    faults.end()?;
    Ok(wanted)
}
