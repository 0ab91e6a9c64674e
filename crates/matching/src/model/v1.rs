//! Model version 1: the published numbers. Weights follow the order of
//! importance in the research on interlocal cooperation; size curve, relation
//! values, half distance and bands are judgements, to be tuned with users.

use super::{
    ApartRule, Bands, CategoryValues, LawValues, Model, RegimeValues, RelationValue,
    RelationValues, SizeRule, SourceValues, Weights, WillingValues,
};
use interlocal_catalog::organization::Level;

impl Default for Model {
    fn default() -> Self {
        Model {
            weights_hundredths: Weights {
                need: 34,
                policy: 17,
                placement: 12,
                size: 10,
                mutual: 8,
                ties: 7,
                readiness: 6,
                evidence: 6,
            },
            first_view_n: 6,
            delta_points: 15.0,
            levels: Level::ALL.to_vec(),
            relation_value: RelationValues {
                obtain: RelationValue {
                    offers: [1.0; 3],
                    offers_elig_unknown: [0.0, 0.65, 1.0],
                    brokers: [0.85; 3],
                    brokers_elig_unknown: [0.0, 0.55, 0.85],
                    seeks: [0.45; 3],
                    uses: [0.40; 3],
                },
                join: RelationValue {
                    offers: [0.60; 3],
                    offers_elig_unknown: [0.0, 0.40, 0.60],
                    brokers: [0.80; 3],
                    brokers_elig_unknown: [0.0, 0.50, 0.80],
                    seeks: [1.0; 3],
                    uses: [0.50; 3],
                },
                learn: RelationValue {
                    offers: [0.80; 3],
                    offers_elig_unknown: [0.80; 3],
                    brokers: [0.40; 3],
                    brokers_elig_unknown: [0.40; 3],
                    seeks: [0.45; 3],
                    uses: [1.0; 3],
                },
            },
            category_match: CategoryValues {
                exact: 1.0,
                parent_child: 0.7,
                sibling: 0.4,
            },
            readiness_items: [
                "enrolment_open",
                "price_or_cost_method",
                "agreement_template",
                "role_contact",
                "onboarding_steps",
            ]
            .map(str::to_owned)
            .to_vec(),
            source_value: SourceValues {
                confirmed_by_body: 1.0,
                public_source: 0.7,
                user_reported: 0.4,
            },
            near_half_distance_miles: 35.0,
            apart_rule_miles: ApartRule {
                none_below: 20.0,
                full_from: 105.0,
                full_until: 300.0,
                far_value: 0.7,
                far_from: 600.0,
            },
            size_rule: SizeRule { ratio: 2.0 },
            evidence_half_life_days: 365.0,
            evidence_floor: 0.25,
            no_answer_expires_days: 730,
            unknown: [0.0, 0.5, 1.0],
            law: LawValues {
                same_state: 1.0,
                permitted: 0.6,
                barred: 0.0,
                unknown: [0.0, 0.3, 0.6],
            },
            regime: RegimeValues {
                attested: 1.0,
                partial: 0.5,
                no: 0.0,
                unknown: [0.0, 0.5, 1.0],
            },
            same_region: 0.8,
            apart_uses: 0.5,
            willing: WillingValues {
                accepting_now: 1.0,
                open: 0.7,
            },
            membership_counts: 0.5,
            ties_count_at_most: 4.0,
            reason_above: 0.6,
            weak_at_most: 0.7,
            bands: Bands {
                strong_from: 75,
                good_from: 60,
                possible_from: 40,
            },
        }
    }
}
