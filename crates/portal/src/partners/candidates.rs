//! Who may be a partner: every body with an offering in the category or one near
//! it, every government known to use one, and always the state's CIO office.

use super::{PartnerSearch, miles};
use crate::{Error, Portal, Snapshot, answer_sheet::own_cio, shelf::Shelved, standings::Standings};
use interlocal_catalog::{
    CategoryId, NaiveDate, OrganizationId, PlaceId, ProgramId,
    eligibility::{Asker, Outcome},
    jurisdiction::Kind,
    offering::{OfferingKind, Source as Vouched},
    organization::{BodyKind, Organization},
};
use interlocal_matching::{
    BodyId, BodyLevel, Candidate, CategoryMatch, CrossState, Eligibility, EligibilityVerdict,
    Record, Relation, Seeker, Source, Status, Visibility,
};
use std::collections::{BTreeMap, HashMap};

impl Portal {
    /// The seeker and everybody on record in the category, with what lies between them.
    pub(super) fn candidates(
        &self,
        snapshot: &Snapshot,
        search: &PartnerSearch,
    ) -> Result<(Seeker, Vec<Candidate>), Error> {
        let directory = &snapshot.directory;
        let own = directory
            .jurisdiction(&search.seeker)
            .ok_or(Error::NotFound)?;
        let asker = directory.asker(&search.seeker).ok_or(Error::NotFound)?;
        let standings = self
            .standings(snapshot, &search.seeker)
            .ok_or(Error::NotFound)?;
        let seeker = Seeker {
            id: BodyId::new(search.seeker.as_str()),
            name: directory.name(&search.seeker).to_owned(),
            level: BodyLevel::Government(own.key.kind()),
            state: own.state.clone(),
            pop: own.population.map(u64::from),
            legal_entity: Some(BodyId::new(search.seeker.as_str())),
        };
        let mut records: BTreeMap<OrganizationId, Vec<Record>> = BTreeMap::new();
        let mut users: BTreeMap<PlaceId, Vec<Record>> = BTreeMap::new();
        let today = self.clock.today();
        for (category, fits) in self.related(&search.category) {
            for shelved in snapshot.shelf.in_category(&category) {
                if shelved.has_ended(today) {
                    continue;
                }
                let record = offering_record(shelved, fits, &standings);
                for adoption in snapshot.register.users_of(shelved.id) {
                    let used = users.entry(adoption.jurisdiction.clone()).or_default();
                    let on = adoption.checked_on;
                    used.push(use_record(shelved, fits, &adoption.jurisdiction, Some(on)));
                }
                let program = ProgramId::new(shelved.slug.as_str());
                for record in snapshot.register.records.taking_part(&program, today) {
                    let used = users.entry(record.who.clone()).or_default();
                    used.push(use_record(shelved, fits, &record.who, record.checked_on));
                }
                records
                    .entry(shelved.provider.clone())
                    .or_default()
                    .push(record);
            }
        }
        for statement in &snapshot.register.statements {
            let names = |kind: &Kind| statement.kinds.iter().any(|word| word.names(*kind));
            if statement.category == search.category && asker.own().kinds.iter().any(names) {
                let said = records.entry(statement.by.clone()).or_default();
                said.push(Record {
                    source: Some(Source::ConfirmedByBody),
                    confirmed_on: Some(statement.said_on),
                    ..blank(&statement.id, Relation::DoesNotOffer)
                });
            }
        }
        for body in own_cio(snapshot, &asker).into_iter().chain(
            asker
                .places
                .iter()
                .flat_map(|place| directory.serving(place))
                .cloned(),
        ) {
            records.entry(body).or_default();
        }
        let mut candidates: Vec<Candidate> = records
            .into_iter()
            .filter_map(|(id, records)| {
                let body = directory.organization(&id)?;
                Some(organization(snapshot, &asker, search, body, records))
            })
            .collect();
        let of_bodies: HashMap<PlaceId, usize> = candidates
            .iter()
            .enumerate()
            .filter_map(|(index, candidate)| {
                let id = OrganizationId::new(candidate.id.as_str());
                let body = directory.organization(&id)?;
                (body.kind == BodyKind::LocalGovernment).then(|| Some((body.of.clone()?, index)))?
            })
            .collect();
        for (place, records) in users {
            match of_bodies
                .get(&place)
                .and_then(|index| candidates.get_mut(*index))
            {
                Some(candidate) => candidate.records.extend(records),
                None => candidates.extend(user(snapshot, search, &place, records)),
            }
        }
        Ok((seeker, candidates))
    }

    /// Categories whose records count for a need, and how they stand to it.
    fn related(&self, category: &CategoryId) -> Vec<(CategoryId, CategoryMatch)> {
        let vocabulary = &self.vocabulary;
        let parent = vocabulary
            .get(category)
            .and_then(|known| known.parent.clone());
        let mut related = vec![(category.clone(), CategoryMatch::Exact)];
        match parent {
            None => {
                let children = vocabulary.children(category);
                related.extend(children.map(|c| (c.slug.clone(), CategoryMatch::Narrower)));
            }
            Some(parent) => {
                let siblings = vocabulary.children(&parent).filter(|c| c.slug != *category);
                related.extend(siblings.map(|c| (c.slug.clone(), CategoryMatch::Sibling)));
                related.push((parent, CategoryMatch::Wider));
            }
        }
        related
    }
}

fn organization(
    snapshot: &Snapshot,
    asker: &Asker,
    search: &PartnerSearch,
    body: &Organization,
    mut records: Vec<Record>,
) -> Candidate {
    let directory = &snapshot.directory;
    let place = body
        .of
        .as_ref()
        .filter(|_| body.kind == BodyKind::LocalGovernment);
    let government = place.and_then(|place| directory.jurisdiction(place));
    let distance_mi = place.and_then(|place| miles(directory, place, &search.seeker));
    for record in &mut records {
        record.site_distance_mi = distance_mi.filter(|_| record.relation == Relation::Offers);
    }
    let level = match body.kind {
        BodyKind::StateCioOffice => BodyLevel::StateCio,
        BodyKind::StateAgency => BodyLevel::StateAgency,
        BodyKind::Utility => BodyLevel::Utility,
        BodyKind::LocalGovernment => government
            .map_or(BodyLevel::Other("local".to_owned()), |row| {
                BodyLevel::Government(row.key.kind())
            }),
        _ => BodyLevel::Regional,
    };
    Candidate {
        id: BodyId::new(body.id.as_str()),
        name: body.name.clone(),
        level,
        directory_level: Some(body.level),
        state: directory.postal_of(body).map(str::to_owned),
        pop: government.and_then(|row| row.population).map(u64::from),
        distance_mi,
        serves_area: body.serves.iter().any(|place| asker.places.contains(place)),
        contiguous: false,
        same_region: false,
        agreements: 0,
        memberships: 0,
        cross_state: of_many_states(directory.postal_of(body), body.kind),
        legal_entity: place.map(|place| BodyId::new(place.as_str())),
        opted_out: false,
        records,
    }
}

/// A cooperative, federal program or nonprofit of no one state is there for all of them.
fn of_many_states(state: Option<&str>, kind: BodyKind) -> Option<CrossState> {
    let for_all = matches!(
        kind,
        BodyKind::Cooperative | BodyKind::Federal | BodyKind::Nonprofit
    );
    (state.is_none() && for_all).then_some(CrossState::Permitted)
}

fn user(
    snapshot: &Snapshot,
    search: &PartnerSearch,
    place: &PlaceId,
    records: Vec<Record>,
) -> Option<Candidate> {
    let directory = &snapshot.directory;
    let row = directory.jurisdiction(place)?;
    Some(Candidate {
        id: BodyId::new(place.as_str()),
        name: directory.full_name(place),
        level: BodyLevel::Government(row.key.kind()),
        directory_level: None,
        state: Some(row.state.clone()),
        pop: row.population.map(u64::from),
        distance_mi: miles(directory, place, &search.seeker),
        serves_area: false,
        contiguous: false,
        same_region: false,
        agreements: 0,
        memberships: 0,
        cross_state: None,
        legal_entity: None,
        opted_out: false,
        records,
    })
}

fn offering_record(shelved: &Shelved, fits: CategoryMatch, standings: &Standings) -> Record {
    let relation = match shelved.kind {
        OfferingKind::Service | OfferingKind::Exchange => Relation::Offers,
        OfferingKind::Contract | OfferingKind::Funding => Relation::Brokers,
    };
    let verdict = match standings.of(shelved.rule_set).map(|found| found.outcome) {
        Some(Outcome::Yes | Outcome::AfterSteps) => EligibilityVerdict::Pass,
        Some(Outcome::No) => EligibilityVerdict::Fail,
        Some(Outcome::Unknown) | None => EligibilityVerdict::Unknown,
    };
    Record {
        category_match: fits,
        expires: shelved.term.ends_on,
        source: vouched(shelved.source),
        confirmed_on: Some(shelved.checked_on),
        eligible: Eligibility::Verdict(verdict),
        ready: shelved.ready.clone(),
        ..blank(shelved.slug.as_str(), relation)
    }
}

fn use_record(
    shelved: &Shelved,
    fits: CategoryMatch,
    who: &PlaceId,
    checked_on: Option<NaiveDate>,
) -> Record {
    let id = format!("{}@{who}", shelved.slug);
    Record {
        category_match: fits,
        source: Some(Source::PublicSource),
        confirmed_on: checked_on,
        ..blank(&id, Relation::Uses)
    }
}

/// Nothing is vouched for what is known of without a source.
fn vouched(source: Vouched) -> Option<Source> {
    match source {
        Vouched::PublishingBody => Some(Source::ConfirmedByBody),
        Vouched::PublicSource => Some(Source::PublicSource),
        Vouched::Unsourced => None,
    }
}

fn blank(id: &str, relation: Relation) -> Record {
    Record {
        id: id.to_owned(),
        relation,
        category_match: CategoryMatch::Exact,
        visibility: Visibility::Public,
        status: Status::Active,
        expires: None,
        source: None,
        confirmed_on: None,
        eligible: Eligibility::NotStated,
        size_range: None,
        customer_pops: Vec::new(),
        site_distance_mi: None,
        regimes: BTreeMap::new(),
        willing: None,
        pref_match: None,
        ready: Vec::new(),
    }
}
