//! `match`

use super::{
    asked::MatchAsked,
    assistant::Assistant,
    fault::Fault,
    told::{Body, Choice, LeftOut, MatchTold, Partner, PartnerOffering, StateOffice},
    words::query,
};
use interlocal_catalog::{OrganizationId, PlaceId, ProgramId, policy::Actor};
use interlocal_portal::{
    Snapshot,
    partners::{Card, Intent, PartnerSearch, Placement},
};

/// Cards beside the first view.
const MORE: usize = 12;
/// Rules that may be required.
const REGIMES: [&str; 7] = [
    "CJIS", "HIPAA", "FERPA", "PCI", "IRS 1075", "GovRAMP", "FedRAMP",
];

impl Assistant {
    /// Partners for a need, with reasons.
    pub(super) fn find_partners(&self, asked: MatchAsked) -> Result<MatchTold, Fault> {
        let snapshot = self.portal.snapshot();
        let place = self.government_named(&snapshot, "government", &asked.government)?;
        let category = self.category_named(&asked.category)?;
        let search = PartnerSearch {
            seeker: place.clone(),
            category: category.clone(),
            intent: intent(asked.intent.as_deref())?,
            placement: placement(asked.placement.as_deref())?,
            regimes: asked
                .regimes
                .iter()
                .map(|word| regime(word))
                .collect::<Result<_, _>>()?,
            more: MORE,
        };
        let found = self.portal.find_partners(&Actor::Anonymous, &search);
        let found = found.map_err(|error| Fault::of(error, "category"))?;
        let (snapshot, result) = (&found.snapshot, &found.result);
        let near = result.excluded.iter().filter(|out| out.is_near);
        let left_out: Vec<LeftOut> = near
            .map(|out| LeftOut {
                id: out.id.to_string(),
                name: out.name.clone(),
                reasons: out.gates.iter().map(|gate| gate.reason()).collect(),
            })
            .collect();
        let office = result.strip.org.as_ref();
        let regimes = search.regimes.join(",");
        let fields = query(&[
            ("for", place.as_str()),
            ("category", category.as_str()),
            ("intent", asked.intent.as_deref().unwrap_or_default()),
            ("placement", asked.placement.as_deref().unwrap_or_default()),
            ("regimes", &regimes),
        ]);
        Ok(MatchTold {
            government: self.government(snapshot, &place),
            category: self.category(&category),
            state_office: StateOffice {
                body: office.map(|id| self.body(snapshot, &OrganizationId::new(id.as_str()))),
                text: result.strip.text.clone(),
                note: result.strip.note.clone(),
            },
            shared: result.shared_facts.clone(),
            shown_first: result.first_view.len(),
            partners: result
                .cards
                .iter()
                .map(|card| self.partner(snapshot, card, &place))
                .collect(),
            ask: result
                .ask_cards
                .iter()
                .map(|card| Body {
                    slug: card.id.to_string(),
                    name: card.name.clone(),
                    url: self.partner_page(snapshot, card.id.as_str()),
                })
                .collect(),
            left_out_elsewhere: result.excluded.len() - left_out.len(),
            left_out,
            url: self.page(&format!("/match?{fields}")),
        })
    }

    fn partner(&self, snapshot: &Snapshot, card: &Card, place: &PlaceId) -> Partner {
        let record = card.record_id.as_str();
        let slug = record.split('@').next().unwrap_or(record);
        let program = |id: &str| snapshot.offering_of(&ProgramId::new(id));
        let offering = program(record).or_else(|| program(slug));
        let today = self.portal.today();
        Partner {
            id: card.id.to_string(),
            name: card.name.clone(),
            level: card.level.word(),
            band: card.band.label(),
            points: card.score,
            range: card.range,
            documented: card.documented.label(),
            why: card.why.clone(),
            holds_it_back: card.holds_it_back.clone(),
            ask: card.ask.clone(),
            offering: offering.map(|offering| PartnerOffering {
                slug: offering.slug.to_string(),
                title: offering.title.clone(),
                checked_on: offering.checked_on,
                confidence: offering.confidence(today).word(),
                url: self.page(&format!("/offerings/{}?for={place}", offering.slug)),
            }),
            url: self.partner_page(snapshot, card.id.as_str()),
        }
    }

    /// The page of a body, or of a government that is none.
    fn partner_page(&self, snapshot: &Snapshot, id: &str) -> String {
        let is_place = snapshot.directory.jurisdiction(&PlaceId::new(id)).is_some();
        let folder = if is_place {
            "jurisdictions"
        } else {
            "organizations"
        };
        self.page(&format!("/{folder}/{id}"))
    }
}

fn intent(word: Option<&str>) -> Result<Intent, Fault> {
    match word {
        None | Some("" | "obtain") => Ok(Intent::Obtain),
        Some("join") => Ok(Intent::Join),
        Some("learn") => Ok(Intent::Learn),
        Some(other) => Err(none_of("intent", other, &["obtain", "join", "learn"])),
    }
}

fn placement(word: Option<&str>) -> Result<Placement, Fault> {
    match word {
        None | Some("" | "neutral") => Ok(Placement::Neutral),
        Some("near") => Ok(Placement::Near),
        Some("apart") => Ok(Placement::Apart),
        Some(other) => Err(none_of("placement", other, &["neutral", "near", "apart"])),
    }
}

fn regime(word: &str) -> Result<String, Fault> {
    let known = REGIMES
        .iter()
        .find(|known| known.eq_ignore_ascii_case(word));
    let known = known.map(|known| (*known).to_owned());
    known.ok_or_else(|| none_of("regimes", word, &REGIMES))
}

fn none_of(field: &str, word: &str, known: &[&str]) -> Fault {
    let choices = known.iter().map(|known| Choice::new(known, *known));
    let words = format!("“{word}” is none of {}", known.join(", "));
    Fault::one_of(field, words, choices.collect())
}
