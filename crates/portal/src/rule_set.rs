//! What of an offering's rules decides a verdict, brought to one form, so that
//! offerings with the same rules share a number.

use interlocal_catalog::{
    OfferingId, ProgramId,
    access::{AccessRule, Area, Steps},
    eligibility::Records,
    offering::{Content, Source},
};
use interlocal_store::RuleSet;
use sha2::{Digest, Sha256};

/// Stands for "in the offering itself" where nobody is on record in it.
const ITSELF: &str = "@itself";

/// The rule set of an offering, and the hash that names it.
pub fn rule_set_of(content: &Content, records: &Records) -> (RuleSet, String) {
    let itself = ProgramId::new(content.slug.as_str());
    let shared = !records.has(&itself);
    let rules = content
        .rules
        .iter()
        .map(|rule| bare(rule, &content.slug, shared))
        .collect();
    let set = RuleSet {
        unsourced: content.source == Source::Unsourced,
        not_available: content.not_available.clone(),
        rules,
    };
    let json = serde_json::to_string(&set).unwrap_or_default();
    let hash = Sha256::digest(json.as_bytes());
    let fingerprint = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    (set, fingerprint)
}

/// A rule without what has no effect on its verdict.
fn bare(rule: &AccessRule, slug: &OfferingId, shared: bool) -> AccessRule {
    let mut rule = rule.clone();
    rule.id = String::new();
    rule.basis = None;
    if let Area::Places(places) = &mut rule.area {
        places.words = None;
    }
    let itself = |program: &mut ProgramId| {
        if shared && program.as_str() == slug.as_str() {
            *program = ProgramId::new(ITSELF);
        }
    };
    if let Some(above) = &mut rule.above {
        itself(&mut above.program);
    }
    if let Steps::Listed(steps) = &mut rule.steps {
        for step in steps {
            itself(&mut step.program);
            step.fee = None;
        }
    }
    rule
}
