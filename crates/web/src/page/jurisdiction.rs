//! `/jurisdictions/{key}`: the answer sheet.

use super::{
    lists::{feed, taken},
    named::{common_steps, mark, source},
    visit::Visit,
};
use crate::{api::jurisdictions::named, error::Failure};
use axum::{extract::Path, response::Response};
use interlocal_catalog::{
    PlaceId,
    access::AudienceWord,
    jurisdiction::Jurisdiction,
    organization::CioOffice,
    participation::{Scope, ScopeWord},
};
use interlocal_pages::{
    pages::{
        AdoptionRow, AnswerRow, CioCard, Evidence, JurisdictionPage, NearbyOffer, ParticipationRow,
        Peer,
    },
    words::{and, miles},
};
use interlocal_portal::answer_sheet::CategoryAnswer;

/// Peers shown.
const PEERS: usize = 8;

/// The answer sheet of a government.
pub async fn show(Path(key): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let snapshot = std::sync::Arc::clone(&visit.snapshot);
    let row = named(&visit.app, &snapshot, &key)?;
    let place = row.key.place();
    let sheet = visit
        .app
        .portal
        .answer_sheet(&visit.actor(), &place)
        .await?;
    let directory = &snapshot.directory;
    let state = directory.state(&row.state).map(|state| state.key.place());
    let peers = visit.app.portal.peers(&snapshot, &place);
    let twin = format!("/api/v1/jurisdictions/{place}/answers");
    let list = format!("/jurisdictions/{place}/answers");
    let mut files = taken(&list, "", Some(&twin));
    files.push(feed(&list, ""));
    let page = JurisdictionPage {
        shell: visit.shell_with(files, Some(twin)),
        key: place.to_string(),
        name: directory.full_name(&place),
        kind_label: Visit::kind_label(row),
        parents: directory
            .chain(row)
            .map(|p| visit.place_ref(&p.key.place()))
            .collect(),
        state_postal: row.state.clone(),
        state_name: directory.state_name(&row.state).to_owned(),
        population: row.population.map(u64::from),
        population_year: row.population_year,
        status_note: row.status_note.clone(),
        answers: sheet
            .iter()
            .map(|row| AnswerRow {
                children: row
                    .children
                    .iter()
                    .map(|child| visit.answer_row(child))
                    .collect(),
                ..visit.answer_row(&row.answer)
            })
            .collect(),
        cio: state
            .as_ref()
            .and_then(|state| directory.cio_office(state))
            .map(|office| visit.cio_card(office)),
        nearby: visit
            .app
            .portal
            .nearby(&snapshot, &place)
            .into_iter()
            .map(|near| NearbyOffer {
                provider: visit.body(&near.offering.provider),
                relation: near.miles.map_or(near.relation, |distance| {
                    format!("{} away", miles(distance))
                }),
                offering_slug: near.offering.slug.to_string(),
                title: near.offering.title.clone(),
                category: visit.category(&near.offering.category),
            })
            .collect(),
        peers_note: peers
            .is_none()
            .then(|| "Too little is known of this government to say which are like it.".to_owned()),
        peers: peers
            .unwrap_or_default()
            .iter()
            .take(PEERS)
            .map(|peer| visit.peer(row, peer))
            .collect(),
        participations: visit.participations(&place),
        adoptions: visit.adoptions(&place),
    };
    Ok(visit.answer(&page))
}

impl Visit {
    fn answer_row(&self, found: &CategoryAnswer) -> AnswerRow {
        let verdicts = found
            .offerings
            .iter()
            .filter_map(|judged| judged.verdict.as_ref());
        let today = self.app.portal.today();
        let offerings = found.offerings.iter().map(|judged| {
            let content = &judged.edition.content;
            Evidence {
                title: content.title.clone(),
                offering_slug: Some(content.slug.to_string()),
                provider: self.body(&content.provider),
                confidence: judged.shelved.confidence(today),
                source: source(&content.source_words, content.checked_on),
            }
        });
        let statements = found.statements.iter().map(|said| Evidence {
            title: format!(
                "Says that it does not offer this to {}",
                plural(&said.kinds)
            ),
            offering_slug: None,
            provider: self.body(&said.by),
            confidence: interlocal_catalog::eligibility::Confidence::Confirmed,
            source: source("statement of the body", said.said_on),
        });
        let shown = found.statements.len() + found.offerings.len();
        AnswerRow {
            category: self.category(&found.category),
            answer: mark(found.answer, common_steps(verdicts)),
            evidence: statements.chain(offerings).collect(),
            further_count: found.decided_count.saturating_sub(shown) as u64,
            children: Vec::new(),
        }
    }

    fn cio_card(&self, office: &CioOffice) -> CioCard {
        CioCard {
            office: self.body(&office.organization),
            serves_locals: serves_locals(office).map(str::to_owned),
            state_contracts: buys(office).map(str::to_owned),
            note: Some(office.note.clone()).filter(|note| !note.is_empty()),
            source: source(&office.source, office.checked_on),
        }
    }

    fn peer(&self, own: &Jurisdiction, peer: &interlocal_portal::partners::PeerRow) -> Peer {
        let directory = &self.snapshot.directory;
        let mut why = vec![format!("Also a {}", own.key.kind().label())];
        if let (Some(theirs), Some(ours)) = (peer.population, own.population)
            && ours > 0
        {
            let percent = (f64::from(theirs) / f64::from(ours) * 100.0).round();
            why.push(format!("{percent} % of your population"));
        }
        let same_state = directory
            .jurisdiction(&peer.place)
            .is_some_and(|r| r.state == own.state);
        if same_state {
            why.push("Same state law".to_owned());
        }
        Peer {
            place: self.place_ref(&peer.place),
            population: peer.population.map(u64::from),
            distance_miles: peer.miles,
            why,
        }
    }

    fn participations(&self, place: &PlaceId) -> Vec<ParticipationRow> {
        self.snapshot
            .register
            .records
            .all()
            .filter(|record| record.who == *place)
            .map(|record| {
                let offering = self.snapshot.offering_of(&record.program);
                ParticipationRow {
                    title: self.snapshot.program_name(&record.program),
                    offering_slug: offering.map(|offering| offering.slug.to_string()),
                    scope: scope_in_words(&record.scope),
                    from: record.from,
                    until: record.until,
                    source: source(
                        record.source.as_deref().unwrap_or_default(),
                        record.checked_on.unwrap_or_else(|| self.app.portal.today()),
                    ),
                }
            })
            .collect()
    }

    fn adoptions(&self, place: &PlaceId) -> Vec<AdoptionRow> {
        self.snapshot
            .register
            .used_by(place)
            .iter()
            .filter_map(|adoption| {
                let offering = self.snapshot.offering(adoption.offering)?;
                Some(AdoptionRow {
                    title: offering.title.clone(),
                    offering_slug: offering.slug.to_string(),
                    since: adoption.since,
                    source: source(&adoption.source, adoption.checked_on),
                })
            })
            .collect()
    }
}

/// What an office says about serving local governments.
pub fn serves_locals(office: &CioOffice) -> Option<&'static str> {
    match office.serves_local_government.as_str() {
        "yes" => Some("Serves local governments"),
        "no" => Some("Is listed as serving state agencies only"),
        _ => None,
    }
}

/// Whether local governments may buy from state contracts.
pub fn buys(office: &CioOffice) -> Option<&'static str> {
    match office.local_contract_access.as_str() {
        "yes" => Some("Local governments may buy from state contracts"),
        "partial" => Some("Local governments may buy from some state contracts"),
        _ => None,
    }
}

fn plural(kinds: &[AudienceWord]) -> String {
    let words: Vec<&str> = kinds.iter().map(|kind| kind.plural()).collect();
    and(&words)
}

/// For whom a participation counts.
pub fn scope_in_words(scope: &Scope) -> String {
    match scope {
        Scope::NotStated(_) => "for whom is not stated".to_owned(),
        Scope::Words(words) => {
            let words: Vec<&str> = words
                .iter()
                .map(|word| match word {
                    ScopeWord::Own(_) => "itself",
                    ScopeWord::Kinds(kinds) => kinds.plural(),
                })
                .collect();
            format!("for {}", and(&words))
        }
    }
}
