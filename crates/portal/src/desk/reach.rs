//! Whom a listing reaches: every government judged with the rules of a draft.

use crate::{Error, Portal, Snapshot};
use interlocal_catalog::{
    NaiveDate, OfferingId, OrganizationId, PlaceId,
    access::Area,
    eligibility::{Judgement, Outcome, Verdict, classify, judge},
    jurisdiction::Kind,
    offering::{Content, Source, Status},
    policy::Actor,
};
use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

/// How many governments of a kind may use it, may after steps, and are unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Yes.
    pub yes: usize,
    /// Yes, after steps.
    pub after_steps: usize,
    /// Not known.
    pub unknown: usize,
}

/// Whom the rules of a content reach.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// All together.
    pub all: Count,
    /// Governments whom they do not reach.
    pub no: usize,
    /// By kind, where any is reached.
    pub kinds: BTreeMap<Kind, Count>,
}

impl Reach {
    /// How many may use it, now or after steps.
    pub fn usable(&self) -> usize {
        self.all.yes + self.all.after_steps
    }

    /// Whether no government is known to be able to use it.
    pub fn is_nobody(&self) -> bool {
        self.usable() == 0
    }

    fn note(&mut self, kind: Kind, outcome: Outcome) {
        if outcome == Outcome::No {
            self.no += 1;
            return;
        }
        for count in [&mut self.all, self.kinds.entry(kind).or_default()] {
            match outcome {
                Outcome::Yes => count.yes += 1,
                Outcome::AfterSteps => count.after_steps += 1,
                Outcome::Unknown => count.unknown += 1,
                Outcome::No => {}
            }
        }
    }
}

impl Portal {
    /// How many governments a content reaches, once it is in force.
    pub async fn reach(&self, content: &Content) -> Result<Reach, Error> {
        let (snapshot, today) = (self.whole(), self.today());
        let content = content.clone();
        tokio::task::spawn_blocking(move || count(&snapshot, &content, today))
            .await
            .map_err(|e| Error::Internal(e.to_string()))
    }

    /// The reach of a draft that somebody of the body writes.
    pub async fn draft_reach(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        slug: &OfferingId,
    ) -> Result<Reach, Error> {
        let listing = self.desk_listing(actor, body, slug).await?;
        self.reach(&listing.draft.content).await
    }

    /// What a government would be told of a content, were it published today.
    pub fn foresee(&self, content: &Content, place: &PlaceId) -> Option<Verdict> {
        let snapshot = self.whole();
        let asker = snapshot.directory.asker(place)?;
        let at = Judgement {
            asker: &asker,
            records: &snapshot.register.records,
            as_of: self.today(),
        };
        let mut terms = content.terms(Status::Published);
        terms.source = Source::PublishingBody;
        terms.checked_on = self.today();
        Some(judge(&terms, &content.provider, at, content.review_days))
    }
}

fn count(snapshot: &Arc<Snapshot>, content: &Content, today: NaiveDate) -> Reach {
    let directory = &snapshot.directory;
    let states = states_named(snapshot, content);
    let mut reach = Reach::default();
    for row in directory.jurisdictions() {
        let elsewhere = states
            .as_ref()
            .is_some_and(|states| !states.contains(row.state.as_str()));
        if elsewhere || !row.government {
            reach.no += usize::from(row.government);
            continue;
        }
        let Some(asker) = directory.asker(&row.key.place()) else {
            continue;
        };
        let at = Judgement {
            asker: &asker,
            records: &snapshot.register.records,
            as_of: today,
        };
        let source = Source::PublishingBody;
        let standing = classify(&content.rules, &content.not_available, source, at);
        reach.note(row.key.kind(), standing.outcome);
    }
    reach
}

/// The states outside of which every rule fails; none where one reaches further.
fn states_named<'a>(snapshot: &'a Snapshot, content: &Content) -> Option<HashSet<&'a str>> {
    if content.rules.is_empty() {
        return None;
    }
    let mut states = HashSet::new();
    for rule in &content.rules {
        let Area::Places(places) = &rule.area else {
            return None;
        };
        for place in places.within.iter().chain(&places.bodies) {
            let row = snapshot.directory.jurisdiction(place)?;
            states.insert(row.state.as_str());
        }
    }
    Some(states)
}
