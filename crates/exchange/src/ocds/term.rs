//! When a contracting process runs.

use super::{period::Period, process::Process};
use interlocal_catalog::offering::Term;

impl Process {
    /// From the first day to the last one that is stated: of the contracts, else of the
    /// awards, else of the lots and the tender.
    pub fn term(&self) -> Term {
        let contracts = self.contracts.iter().map(|one| one.period.as_ref());
        let awards = self.awards.iter().map(|one| one.period.as_ref());
        let lots = self.lots.iter().map(|one| one.period.as_ref());
        let tender = lots.chain([self.period.as_ref()]);
        [around(contracts), around(awards), around(tender)]
            .into_iter()
            .find(|term| *term != Term::default())
            .unwrap_or_default()
    }
}

fn around<'a>(periods: impl Iterator<Item = Option<&'a Period>>) -> Term {
    periods
        .flatten()
        .fold(Term::default(), |term, period| Term {
            starts_on: [term.starts_on, period.starts_on]
                .into_iter()
                .flatten()
                .min(),
            ends_on: [term.ends_on, period.ends_on].into_iter().flatten().max(),
        })
}
