//! Putting editions side by side, as far as the actor may see them.

mod beside;
mod file;
mod named;

pub use beside::{Compared, Comparison, NotHere, Other};
pub use file::{Cell, Download, Table};
pub use named::{MOST, Named};

use crate::{Error, Portal, Snapshot};
use interlocal_catalog::{
    PlaceId,
    eligibility::{self, Outcome},
    offering::Status,
    policy::{self, Action, Actor},
};
use std::sync::Arc;

/// Others of the same category that are named at most.
const OTHERS: usize = 8;

impl Portal {
    /// These editions side by side, in the order given; what is not there for the
    /// actor is named as not there.
    pub async fn compare(
        &self,
        actor: &Actor,
        wanted: &[Named],
        chosen: Option<&PlaceId>,
    ) -> Result<Comparison, Error> {
        let snapshot = self.view(actor);
        let mut out = Comparison::of(Arc::clone(&snapshot));
        for named in wanted.iter().take(MOST) {
            match self.found(actor, named, chosen).await? {
                Ok(found) if out.has(&found.named) => {}
                Ok(found) => {
                    let now = (&*snapshot, self.clock.today());
                    out.found.push(found.with_neighbors(now, chosen));
                }
                Err(missing) => out.not_here.push(missing),
            }
        }
        out.others = self.others(actor, &out, chosen);
        Ok(out)
    }

    async fn found(
        &self,
        actor: &Actor,
        named: &Named,
        chosen: Option<&PlaceId>,
    ) -> Result<Result<Compared, NotHere>, Error> {
        let snapshot = self.view(actor);
        let shelved = snapshot
            .shelf
            .by_slug(&named.slug)
            .filter(|found| policy::may(actor, Action::See(Status::Published, found.visibility)));
        let Some(shelved) = shelved else {
            return match self.gone(actor, &named.slug).await? {
                Error::Gone(gone) => Ok(Err(NotHere::gone(named, *gone))),
                _ => Ok(Err(NotHere::missing(named))),
            };
        };
        let judged = self
            .judged(&snapshot, std::slice::from_ref(shelved), chosen)
            .await?;
        let Some(judged) = judged.into_iter().next() else {
            return Ok(Err(NotHere::missing(named)));
        };
        let newest = judged.edition.number;
        let today = self.clock.today();
        let mut found = Compared {
            named: Named {
                slug: shelved.slug.clone(),
                edition: named.edition,
            },
            newest,
            confidence: judged.shelved.confidence(today),
            ended: judged.shelved.has_ended(today) || judged.shelved.status == Status::Expired,
            offering: judged.shelved.id,
            edition: judged.edition,
            verdict: judged.verdict,
            users: Vec::new(),
            alike: Vec::new(),
            participations: Vec::new(),
        };
        if let Some(number) = named.edition.filter(|number| *number != newest) {
            let history = self.history_for(actor, found.offering).await?;
            let Some(frozen) = history.into_iter().find(|e| e.number == number) else {
                return Ok(Err(NotHere::missing(named)));
            };
            let asker = chosen.and_then(|place| snapshot.directory.asker(place));
            let content = &frozen.content;
            found.confidence = eligibility::confidence(
                content.source,
                content.checked_on,
                today,
                content.review_days,
            );
            found.ended = content.term.ends_on.is_some_and(|end| end < today);
            found.verdict = asker.map(|asker| self.verdict(&snapshot, &frozen, &asker));
            found.edition = Arc::new(frozen);
        }
        Ok(Ok(found))
    }

    /// Offerings of the same categories that could stand beside them: those that the
    /// government may use first.
    fn others(&self, actor: &Actor, so_far: &Comparison, chosen: Option<&PlaceId>) -> Vec<Other> {
        let snapshot: &Snapshot = &so_far.snapshot;
        let today = self.clock.today();
        let standings = chosen.and_then(|place| self.standings(snapshot, place));
        let mut found: Vec<(Outcome, Other)> = Vec::new();
        for compared in &so_far.found {
            for shelved in snapshot
                .shelf
                .in_category(&compared.edition.content.category)
            {
                let known = so_far.found.iter().any(|c| c.offering == shelved.id)
                    || found.iter().any(|(_, other)| other.slug == shelved.slug);
                let seen = policy::may(actor, Action::See(Status::Published, shelved.visibility));
                if known || !seen || !shelved.in_force(today) {
                    continue;
                }
                let outcome = standings
                    .as_ref()
                    .and_then(|known| known.of(shelved.rule_set))
                    .map_or(Outcome::Unknown, |standing| standing.outcome);
                let other = Other {
                    slug: shelved.slug.clone(),
                    title: shelved.title.clone(),
                    provider: shelved.provider.clone(),
                };
                found.push((outcome, other));
            }
        }
        found.sort_by(|a, b| (a.0, &a.1.slug).cmp(&(b.0, &b.1.slug)));
        found
            .into_iter()
            .filter(|(outcome, _)| *outcome != Outcome::No)
            .map(|(_, other)| other)
            .take(OTHERS)
            .collect()
    }

    /// Titles of the offerings that a browser keeps to compare; those that the actor
    /// may not see are not among them.
    pub fn titles(&self, snapshot: &Snapshot, named: &[Named]) -> Vec<(Named, String)> {
        named
            .iter()
            .filter_map(|one| {
                let found = snapshot.shelf.by_slug(&one.slug)?;
                let named = Named {
                    slug: found.slug.clone(),
                    edition: one.edition,
                };
                Some((named, found.title.clone()))
            })
            .collect()
    }
}
