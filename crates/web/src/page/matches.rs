//! `/match`

use super::{
    lists::{feed, taken},
    visit::Visit,
};
use crate::{
    error::Failure,
    form::partners::{self as form, INTENTS, PLACEMENTS, PartnerForm, REGIMES},
};
use axum::response::Response;
use interlocal_catalog::{CategoryId, OrganizationId, PlaceId};
use interlocal_pages::{
    components::references::BodyRef,
    pages::{
        AskCard, Choice, Documented, ExcludedPartner, MatchAnswer, MatchForm, MatchPage, Partner,
        Strip, StripRelation,
    },
};
use interlocal_portal::partners::{self, Card, PartnerAnswer};

/// Partners for a need.
pub async fn show(visit: Visit) -> Result<Response, Failure> {
    let asked = form::read(&visit.app, &visit.fields)?;
    let answer = match visit.place() {
        Some(place) if !asked.category.is_empty() => {
            let found = visit
                .app
                .portal
                .find_partners(&visit.actor(), &asked.search(place.clone()))?;
            Some(visit.partners(&asked, place, &found))
        }
        _ => None,
    };
    let files = match (visit.place(), &answer) {
        (Some(place), Some(_)) => {
            let query = visit.fields.with(&["for"], &[("for", place.as_str())]);
            let twin = format!("/api/v1/matches?{query}");
            let mut files = taken("/match", &query, Some(&twin));
            files.push(feed("/match", &query));
            files
        }
        _ => Vec::new(),
    };
    let twin = format!("/api/v1/matches?{}", visit.fields.raw());
    let page = MatchPage {
        shell: visit.shell_with(files, Some(twin)),
        form: visit.match_form(&asked),
        faults: Vec::new(),
        answer,
    };
    Ok(visit.answer(&page))
}

impl Visit {
    fn match_form(&self, asked: &PartnerForm) -> MatchForm {
        let choice = |value: &str, label: &str, checked| Choice {
            value: value.to_owned(),
            label: label.to_owned(),
            checked,
        };
        MatchForm {
            categories: self.every_category(),
            category: asked.category.clone(),
            intents: INTENTS
                .iter()
                .map(|(intent, value, label)| choice(value, label, *intent == asked.intent))
                .collect(),
            placements: PLACEMENTS
                .iter()
                .map(|(place, value, label)| choice(value, label, *place == asked.placement))
                .collect(),
            regimes: REGIMES
                .iter()
                .map(|name| choice(name, name, asked.regimes.iter().any(|r| r == name)))
                .collect(),
        }
    }

    fn partners(&self, asked: &PartnerForm, place: &PlaceId, found: &PartnerAnswer) -> MatchAnswer {
        let result = &found.result;
        let name = self
            .app
            .portal
            .vocabulary()
            .name(&CategoryId::new(asked.category.as_str()))
            .to_owned();
        let first = result.first_view.len();
        let (near, others): (Vec<_>, Vec<_>) = result
            .excluded
            .iter()
            .partition(|excluded| excluded.is_near);
        let moved = result
            .moves
            .iter()
            .map(|moved| moved.scored_higher)
            .max()
            .unwrap_or(0);
        MatchAnswer {
            strip: self.strip(place, &name, &result.strip),
            shared: result.shared_facts.clone(),
            partners: result
                .cards
                .iter()
                .take(first)
                .map(|card| self.partner(card))
                .collect(),
            scored_higher_count: moved as u64,
            more: result
                .cards
                .iter()
                .skip(first)
                .map(|card| self.partner(card))
                .collect(),
            ask_cards: result
                .ask_cards
                .iter()
                .map(|card| AskCard {
                    body: self.partner_body(card.id.as_str(), &card.name),
                    level: card.level,
                    why: format!(
                        "Nobody on the {} level is on record; this body serves your area.",
                        card.level.word()
                    ),
                    question: self.question(place, &name),
                })
                .collect(),
            excluded: near
                .iter()
                .map(|excluded| ExcludedPartner {
                    body: self.partner_body(excluded.id.as_str(), &excluded.name),
                    reasons: excluded
                        .gates
                        .iter()
                        .map(|gate| gate.reason().to_owned())
                        .collect(),
                })
                .collect(),
            excluded_others_count: others.len() as u64,
            category: name,
        }
    }

    fn strip(&self, place: &PlaceId, category: &str, strip: &partners::Strip) -> Strip {
        use partners::StripRelation as From;
        let office = strip
            .org
            .as_ref()
            .map(|id| self.body(&OrganizationId::new(id.as_str())));
        Strip {
            office,
            relation: match strip.relation {
                From::Offers => StripRelation::Offers,
                From::Brokers => StripRelation::Brokers,
                From::OffersCheckTerms => StripRelation::OffersCheckTerms,
                From::BrokersCheckTerms => StripRelation::BrokersCheckTerms,
                From::OffersButNotToYou => StripRelation::OffersButNotToYou,
                From::DoesNotOffer => StripRelation::DoesNotOffer,
                From::NoRecordAsk => StripRelation::NoRecordAsk,
                From::NoCioInDirectory => StripRelation::NoCioInDirectory,
            },
            text: strip.text.clone(),
            note: strip.note.clone(),
            offering_slug: None,
            question: Some(self.question(place, category)),
        }
    }

    fn partner(&self, card: &Card) -> Partner {
        let offering = self
            .snapshot
            .offering_of(&interlocal_catalog::ProgramId::new(card.record_id.as_str()))
            .or_else(|| {
                let slug = card.record_id.split('@').next()?;
                self.snapshot
                    .offering_of(&interlocal_catalog::ProgramId::new(slug))
            });
        let whole = |points: f64| points.round().clamp(0.0, 100.0) as u8;
        Partner {
            body: self.partner_body(card.id.as_str(), &card.name),
            level: card.level,
            place: self.place_of_partner(card.id.as_str()),
            band: card.band,
            points: whole(card.score),
            low: whole(card.range[0]),
            high: whole(card.range[1]),
            documented: match card.documented {
                partners::Documented::WellDocumented => Documented::Well,
                partners::Documented::PartlyKnown => Documented::Partly,
                partners::Documented::MostlyUnknown => Documented::Little,
            },
            offering: offering.map(|offering| (offering.slug.to_string(), offering.title.clone())),
            why: card.why.clone(),
            holds_back: card.holds_it_back.clone(),
            ask: card.ask.clone(),
        }
    }

    /// A body of the directory, or a government that is none.
    fn partner_body(&self, id: &str, name: &str) -> BodyRef {
        let slug = OrganizationId::new(id);
        if self.snapshot.directory.organization(&slug).is_some() {
            return self.body(&slug);
        }
        BodyRef {
            slug: id.to_owned(),
            name: name.to_owned(),
            website: None,
        }
    }

    fn place_of_partner(&self, id: &str) -> String {
        let directory = &self.snapshot.directory;
        if directory.jurisdiction(&PlaceId::new(id)).is_some() {
            return String::new();
        }
        directory
            .organization(&OrganizationId::new(id))
            .and_then(|body| directory.postal_of(body))
            .map_or_else(
                || "Nationwide".to_owned(),
                |p| directory.state_name(p).to_owned(),
            )
    }

    fn question(&self, place: &PlaceId, category: &str) -> String {
        let directory = &self.snapshot.directory;
        let kind = directory
            .jurisdiction(place)
            .map_or("government", |r| r.key.kind().label());
        format!(
            "Do you offer {} to a {kind} such as {}? If so, on what terms, and whom do we contact?",
            category.to_lowercase(),
            directory.full_name(place),
        )
    }
}
