//! Where a list goes on: a cursor says nothing but to the list that gave it.

use super::{Faults, Fields};
use crate::error::Failure;
use sha2::{Digest, Sha256};

/// Fields that do not make another list.
const BESIDE: [&str; 3] = ["cursor", "limit", "page"];

/// A place in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// How many stand before it.
    pub offset: usize,
    /// How many are wanted.
    pub limit: usize,
}

impl Window {
    /// From `cursor` and `limit`; `most` is the greatest limit.
    pub fn read(
        fields: &Fields,
        path: &str,
        (default, most): (usize, usize),
        faults: &mut Faults,
    ) -> Self {
        let limit = faults.number(fields, "limit", 1..=most, default);
        let offset = match fields.last("cursor").filter(|text| !text.is_empty()) {
            None => 0,
            Some(text) => offset_of(text, &mark(fields, path)).unwrap_or_else(|| {
                faults.add("cursor", "is none of this list; take it from “next”");
                0
            }),
        };
        Self { offset, limit }
    }

    /// The same, as a failure where it cannot be read.
    pub fn of(fields: &Fields, path: &str, sizes: (usize, usize)) -> Result<Self, Failure> {
        let mut faults = Faults::default();
        let window = Self::read(fields, path, sizes, &mut faults);
        faults.end()?;
        Ok(window)
    }

    /// Where the list goes on after this window; none at its end.
    pub fn next(self, fields: &Fields, path: &str, total: u64) -> Option<String> {
        self.next_after(self.limit, fields, path, total)
    }

    /// The same where so many items were given.
    pub fn next_after(
        self,
        given: usize,
        fields: &Fields,
        path: &str,
        total: u64,
    ) -> Option<String> {
        let after = self.offset.saturating_add(given);
        (u64::try_from(after).is_ok_and(|after| after < total)).then(|| {
            let cursor = format!("{after:x}-{}", mark(fields, path));
            let query = fields.with(&["cursor", "page"], &[("cursor", &cursor)]);
            format!("{path}?{query}")
        })
    }
}

/// What tells one list from another.
fn mark(fields: &Fields, path: &str) -> String {
    let digest = Sha256::digest(format!("{path}?{}", fields.with(&BESIDE, &[])).as_bytes());
    digest
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn offset_of(cursor: &str, mark: &str) -> Option<usize> {
    let (offset, of) = cursor.split_once('-')?;
    (of == mark)
        .then(|| usize::from_str_radix(offset, 16).ok())
        .flatten()
        .filter(|offset| *offset <= 10_000_000)
}

#[cfg(test)]
mod tests {
    use super::{Faults, Fields, Window};

    #[test]
    fn a_cursor_goes_on_in_its_own_list_alone() {
        let fields = Fields::read("q=edr&limit=2").unwrap();
        let mut faults = Faults::default();
        let window = Window::read(&fields, "/x", (20, 100), &mut faults);
        let next = window.next(&fields, "/x", 5).unwrap();
        let further = Fields::read(next.split_once('?').unwrap().1).unwrap();
        let second = Window::read(&further, "/x", (20, 100), &mut faults);
        assert_eq!((second.offset, second.limit), (2, 2));
        assert!(faults.is_empty());
        assert_eq!(window.next(&fields, "/x", 2), None);
        Window::read(&further, "/y", (20, 100), &mut faults);
        assert_eq!(faults.all()[0].field, "cursor");
    }
}
