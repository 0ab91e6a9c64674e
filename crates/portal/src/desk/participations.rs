//! A body records who takes part in what, and who uses it: of its own government, or
//! in its own offerings.

use super::allowed::allow;
use crate::{Error, FieldFault, Portal, Snapshot, accounts::secret::Secret, records::in_keys};
use interlocal_catalog::{
    NaiveDate, OfferingId, OrganizationId, PlaceId, ProgramId,
    access::{AccessRule, StepKind, Steps},
    organization::Organization,
    participation::{Participation, Scope, ScopeWord},
    policy::{Action, Actor},
    size::Size,
};
use interlocal_store::{Adoption, Deed, Topic};
use std::sync::Arc;

/// What a body recorded, as its desk sees it.
pub struct Recorded {
    /// The body.
    pub body: Organization,
    /// The participations it recorded.
    pub participations: Vec<Participation>,
    /// The adoptions it recorded.
    pub adoptions: Vec<Adoption>,
    /// Whether the reader may record participations.
    pub may_edit: bool,
    /// What the answer was made from.
    pub snapshot: Arc<Snapshot>,
}

/// A participation that is to be recorded.
#[derive(Clone, Debug)]
pub struct NewParticipation {
    /// Who takes part.
    pub who: PlaceId,
    /// In what.
    pub program: ProgramId,
    /// For whom.
    pub scope: Vec<ScopeWord>,
    /// Steps that are done.
    pub done: Vec<StepKind>,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// Where it can be read.
    pub source: String,
}

/// An adoption that is to be recorded.
#[derive(Clone, Debug)]
pub struct NewAdoption {
    /// Who uses it.
    pub who: PlaceId,
    /// What.
    pub offering: OfferingId,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// At what size.
    pub size: Option<Size>,
    /// Where it can be read.
    pub source: String,
}

const NOT_YOURS: &str =
    "Record what your own government takes part in, or who takes part in your own offerings";

impl Portal {
    /// What a body recorded.
    pub async fn read_recorded(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<Recorded, Error> {
        let snapshot = self.view(actor);
        let organization = self.at_desk(&snapshot, actor, body)?.clone();
        let names = self.store.participations_by(body).await?;
        let records = &snapshot.register.records;
        let mut participations: Vec<Participation> = records
            .all()
            .filter(|record| names.contains(&record.id))
            .cloned()
            .collect();
        participations.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(Recorded {
            body: organization,
            participations,
            adoptions: self.store.adoptions_by(body).await?,
            may_edit: allow(actor, Action::Edit(body)).is_ok(),
            snapshot,
        })
    }

    /// Records a participation in the name of a body; gives the name of the record.
    pub async fn record_for(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        new: NewParticipation,
    ) -> Result<String, Error> {
        allow(actor, Action::Edit(body))?;
        let snapshot = self.whole();
        let organization = snapshot
            .directory
            .organization(body)
            .ok_or(Error::NotFound)?;
        let mut faults = Vec::new();
        let mut fault = |field: &str, message: &str| {
            faults.push(FieldFault {
                field: field.to_owned(),
                message: message.to_owned(),
            });
        };
        let slug = OfferingId::new(new.program.as_str());
        let offering = snapshot.shelf.by_slug(&slug);
        let program = match offering {
            Some(found) => Some(ProgramId::new(found.slug.as_str())),
            None => Some(&new.program)
                .filter(|program| snapshot.is_program(program))
                .cloned(),
        };
        if program.is_none() {
            fault("program", "No offering or program has this name");
        }
        if snapshot.directory.jurisdiction(&new.who).is_none() {
            fault("who", "Choose a government");
        } else if !is_of(organization, &new.who)
            && offering.is_none_or(|found| found.provider != *body)
        {
            fault("who", NOT_YOURS);
        }
        if new.scope.is_empty() {
            fault("scope", "Choose for whom it counts");
        }
        if new
            .from
            .zip(new.until)
            .is_some_and(|(from, until)| until < from)
        {
            fault("until", "The last day is before the first");
        }
        if new.source.trim().is_empty() {
            fault("source", "Say where this can be read");
        }
        let Some(program) = program.filter(|_| faults.is_empty()) else {
            return Err(Error::Invalid(faults));
        };
        let own = self.store.participations_by(body).await?;
        let mut known = snapshot.register.records.all();
        let same = known.find(|record| {
            record.who == new.who
                && record.program == program
                && record.scope == Scope::Words(new.scope.clone())
                && record.done == new.done
                && (record.from, record.until) == (new.from, new.until)
                && own.contains(&record.id)
        });
        if let Some(same) = same {
            return Ok(same.id.clone());
        }
        let drawn = Secret::draw()?;
        let record = Participation {
            id: format!("part-{}", drawn.expose().get(..24).unwrap_or_default()),
            who: new.who,
            program,
            scope: Scope::Words(new.scope),
            done: new.done,
            from: new.from,
            until: new.until,
            source: Some(new.source.trim().to_owned()),
            checked_on: Some(self.clock.today()),
        };
        self.record(actor, &record, Some(body)).await?;
        Ok(record.id)
    }

    /// Takes away a participation that a body recorded.
    pub async fn remove_recorded(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        id: &str,
    ) -> Result<(), Error> {
        allow(actor, Action::Edit(body))?;
        let now = self.clock.now();
        let tx = self.store.begin().await?;
        let snapshot = self.whole();
        let mut records = snapshot.register.records.all();
        let words = records.find(|record| record.id == id).map(in_keys);
        if !tx.remove_participation(id, body).await? {
            return Err(Error::NotFound);
        }
        let deed = Deed {
            action: "remove_participation",
            subject: id,
            reason: words.as_deref().unwrap_or_default(),
            body: Some(body),
        };
        tx.audit(now, actor, &deed).await?;
        tx.announce(Topic::Records, None, now).await?;
        tx.commit().await?;
        self.committed.notify_one();
        self.catch_up().await
    }

    /// Records in the name of a body that a government uses an offering: any member
    /// for its own government, an editor for the body's own offerings.
    pub async fn record_adoption(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        new: NewAdoption,
    ) -> Result<(), Error> {
        allow(actor, Action::SeeDesk(body))?;
        let snapshot = self.view(actor);
        let organization = snapshot
            .directory
            .organization(body)
            .ok_or(Error::NotFound)?;
        let offering = snapshot
            .shelf
            .by_slug(&new.offering)
            .ok_or_else(|| Error::field("used", "No offering has this name"))?;
        if snapshot.directory.jurisdiction(&new.who).is_none() {
            return Err(Error::field("user", "Choose a government"));
        }
        if !is_of(organization, &new.who) {
            if offering.provider != *body {
                return Err(Error::field("user", NOT_YOURS));
            }
            allow(actor, Action::Edit(body))?;
        }
        let today = self.clock.today();
        if new.since.is_some_and(|since| since > today) {
            return Err(Error::field("since", "The day lies ahead"));
        }
        let source = match new.source.trim() {
            "" => "said by the body",
            source => source,
        };
        let adoption = Adoption {
            jurisdiction: new.who,
            offering: offering.id,
            since: new.since,
            size: new.size,
            source: source.to_owned(),
            checked_on: today,
        };
        let tx = self.store.begin().await?;
        tx.put_adoption(&adoption, body).await?;
        let deed = Deed {
            action: "record_adoption",
            subject: offering.slug.as_str(),
            reason: adoption.jurisdiction.as_str(),
            body: Some(body),
        };
        self.close_with(tx, actor, &deed).await
    }

    /// Takes away an adoption that a body recorded.
    pub async fn remove_adoption(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        who: &PlaceId,
        offering: &OfferingId,
    ) -> Result<(), Error> {
        allow(actor, Action::SeeDesk(body))?;
        let snapshot = self.view(actor);
        let organization = snapshot
            .directory
            .organization(body)
            .ok_or(Error::NotFound)?;
        if !is_of(organization, who) {
            allow(actor, Action::Edit(body))?;
        }
        let found = snapshot.shelf.by_slug(offering).ok_or(Error::NotFound)?;
        let tx = self.store.begin().await?;
        if !tx.remove_adoption(who, found.id, body).await? {
            return Err(Error::NotFound);
        }
        let deed = Deed {
            action: "remove_adoption",
            subject: offering.as_str(),
            reason: who.as_str(),
            body: Some(body),
        };
        self.close_with(tx, actor, &deed).await
    }

    async fn close_with(
        &self,
        tx: interlocal_store::Tx,
        actor: &Actor,
        deed: &Deed<'_>,
    ) -> Result<(), Error> {
        let now = self.clock.now();
        tx.audit(now, actor, deed).await?;
        tx.announce(Topic::Records, None, now).await?;
        tx.commit().await?;
        self.committed.notify_one();
        self.catch_up().await
    }
}

/// Whether the government is the body's own.
fn is_of(body: &Organization, place: &PlaceId) -> bool {
    body.of.as_ref() == Some(place)
}

impl Snapshot {
    /// Whether some rule speaks of a program, or somebody is on record in it.
    pub fn is_program(&self, program: &ProgramId) -> bool {
        let recorded = self.register.records.all();
        let speaks = |rule: &AccessRule| {
            let steps = match &rule.steps {
                Steps::Listed(steps) => steps.as_slice(),
                Steps::NotStated(_) => &[],
            };
            rule.above.iter().any(|above| above.program == *program)
                || steps.iter().any(|step| step.program == *program)
        };
        recorded
            .into_iter()
            .any(|record| record.program == *program)
            || self
                .rule_sets
                .iter()
                .any(|(_, set)| set.rules.iter().any(speaks))
    }
}
