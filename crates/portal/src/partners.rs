//! Whom a government should talk to: offerings, participations and adoptions
//! become the records that the matching model ranks.

mod candidates;
mod peers;

pub use peers::{PeerRow, Users};

use crate::{Error, Portal, Snapshot, directory::Directory};
use interlocal_catalog::{CategoryId, PlaceId, offering::Content, policy::Actor};
pub use interlocal_matching::{
    AskCard, Card, Excluded, Gate, Intent, MatchResult, Model, Placement, Relation, Strip,
    StripRelation, score::Confidence as Documented,
};
use interlocal_matching::{Need, rank};
use std::sync::Arc;

/// What is sought.
#[derive(Clone, Debug)]
pub struct PartnerSearch {
    /// Who seeks.
    pub seeker: PlaceId,
    /// The category.
    pub category: CategoryId,
    /// What the seeker wants to do.
    pub intent: Intent,
    /// Whether a partner should be close by.
    pub placement: Placement,
    /// Rules that a partner must meet.
    pub regimes: Vec<String>,
    /// How many cards beside the first view.
    pub more: usize,
}

/// The ranking with what it was made from.
pub struct PartnerAnswer {
    /// The answer of the model.
    pub result: MatchResult,
    /// The model.
    pub model: Model,
    /// What the answer was made from.
    pub snapshot: Arc<Snapshot>,
}

impl Portal {
    /// Ranks partners for a need.
    pub fn find_partners(
        &self,
        actor: &Actor,
        search: &PartnerSearch,
    ) -> Result<PartnerAnswer, Error> {
        let snapshot = self.view(actor);
        let Some(category) = self.vocabulary.get(&search.category) else {
            return Err(Error::field(
                "category",
                format!(
                    "“{}” is no category; the list stands at /categories",
                    search.category
                ),
            ));
        };
        let model = Model::default();
        let (seeker, candidates) = self.candidates(&snapshot, search)?;
        let need = Need {
            category: search.category.clone(),
            label: category.name.to_lowercase(),
            intent: search.intent,
            placement: search.placement,
            required_regimes: search.regimes.clone(),
        };
        let result =
            rank(&model, &seeker, &need, &candidates, self.clock.today()).result(search.more);
        Ok(PartnerAnswer {
            result,
            model,
            snapshot,
        })
    }
}

/// The start-up facts that an offering publishes, in the words of the model.
pub(crate) fn readiness(content: &Content) -> Vec<String> {
    use interlocal_catalog::{access::Steps, offering::CostModel};
    let mut ready = Vec::new();
    let mut add = |item: &str| ready.push(item.to_owned());
    if content.cost_model != CostModel::NotStated {
        add("price_or_cost_method");
    }
    let stated =
        |rule: &interlocal_catalog::access::AccessRule| matches!(rule.steps, Steps::Listed(_));
    if !content.how_to_join.is_empty() && content.rules.iter().any(stated) {
        add("onboarding_steps");
    }
    ready
}

/// Miles between two places, where both points are known.
pub(crate) fn miles(directory: &Directory, a: &PlaceId, b: &PlaceId) -> Option<f64> {
    let point = |place| directory.jurisdiction(place).and_then(|row| row.point);
    let miles = point(a)?.miles_to(point(b)?, interlocal_catalog::point::EARTH_RADIUS_MILES);
    Some(miles)
}
