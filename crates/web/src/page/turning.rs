//! From one page of a list to the next, by its number in the address.

use crate::{
    error::Failure,
    form::{Faults, Fields},
};
use interlocal_pages::components::pager::Pager;

/// Pages that a list can have.
const LAST: usize = 2_000;

/// Which page is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turning {
    number: usize,
    size: usize,
}

impl Turning {
    /// From the address, of pages of this size.
    pub fn read(fields: &Fields, size: usize) -> Result<Self, Failure> {
        let mut faults = Faults::default();
        let number = faults.number(fields, "page", 1..=LAST, 1);
        faults.end()?;
        Ok(Self { number, size })
    }

    /// How many stand before the page, and how many stand on it.
    pub fn piece(self) -> (usize, usize) {
        ((self.number - 1) * self.size, self.size)
    }

    /// The way to the pages beside it, of a list that has so many.
    pub fn pager(self, fields: &Fields, path: &str, total: u64) -> Pager {
        let size = u64::try_from(self.size).unwrap_or(u64::MAX).max(1);
        let page_count = total.div_ceil(size).max(1);
        let number = self.number as u64;
        let to = |number: u64| {
            let number = number.to_string();
            let query = fields.with(&["page", "done"], &[("page", &number)]);
            format!("{path}?{query}")
        };
        Pager {
            page: number,
            page_count,
            previous_href: (number > 1).then(|| to((number - 1).min(page_count))),
            next_href: (number < page_count).then(|| to(number + 1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Turning;
    use crate::form::Fields;

    #[test]
    fn a_page_leads_to_those_beside_it_with_the_rest_of_its_address() {
        let fields = Fields::read("q=a&page=2&done=saved").unwrap();
        let turning = Turning::read(&fields, 50).unwrap();
        assert_eq!(turning.piece(), (50, 50));
        let pager = turning.pager(&fields, "/people", 101);
        assert_eq!((pager.page, pager.page_count), (2, 3));
        assert_eq!(pager.previous_href.as_deref(), Some("/people?q=a&page=1"));
        assert_eq!(pager.next_href.as_deref(), Some("/people?q=a&page=3"));
        assert_eq!(turning.pager(&fields, "/people", 100).next_href, None);
        let far = turning.pager(&fields, "/people", 3);
        assert_eq!(far.previous_href.as_deref(), Some("/people?q=a&page=1"));
        assert!(Turning::read(&Fields::read("page=0").unwrap(), 50).is_err());
    }
}
