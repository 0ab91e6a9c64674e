//! The chain of a verdict in sentences.

use super::{Asker, Names, capitalized, step_in_words, usd};
use interlocal_catalog::eligibility::verdict::{
    Ask, Fact, Link, LinkName, LinkState, Missing, Outcome, Reason, StepLeft, Verdict,
};

/// One link of the chain, ready for a page.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkLine {
    /// Which link.
    pub name: LinkName,
    /// How it stands.
    pub state: LinkState,
    /// Why, in sentences.
    pub sentences: Vec<String>,
}

/// The six links in plain words, in order.
pub fn links_in_sentences(verdict: &Verdict, asker: &Asker, names: &Names<'_>) -> Vec<LinkLine> {
    verdict
        .chain
        .iter()
        .map(|(name, link)| LinkLine {
            name,
            state: link.state(),
            sentences: sentences(name, link, asker, names),
        })
        .collect()
}

/// The first reason why the outcome is no better than it is; none for a yes.
pub fn why_not(verdict: &Verdict, asker: &Asker, names: &Names<'_>) -> Option<String> {
    let state = deciding_state(verdict.outcome)?;
    verdict
        .chain
        .iter()
        .find(|(_, link)| link.state() == state)
        .and_then(|(name, link)| sentences(name, link, asker, names).into_iter().next())
}

/// What to do now, in one sentence.
pub fn next_step(verdict: &Verdict, names: &Names<'_>) -> String {
    match verdict.outcome {
        Outcome::Yes => {
            "Go to “How to join or buy”: nothing stands in the way on record.".to_owned()
        }
        Outcome::AfterSteps => match verdict.chain.steps_left().first() {
            Some(step) => format!("{}.", step_left(step)),
            None => "Do the steps under “How to join or buy”.".to_owned(),
        },
        Outcome::Unknown => match first_missing(verdict) {
            Some(missing) => format!("Ask {}.", whom(&missing.ask, names)),
            None => "Ask the provider.".to_owned(),
        },
        Outcome::No => "Look for other offerings in this category.".to_owned(),
    }
}

fn deciding_state(outcome: Outcome) -> Option<LinkState> {
    match outcome {
        Outcome::Yes => None,
        Outcome::AfterSteps => Some(LinkState::ToDo),
        Outcome::Unknown => Some(LinkState::Unknown),
        Outcome::No => Some(LinkState::Failed),
    }
}

fn first_missing(verdict: &Verdict) -> Option<&Missing> {
    verdict.chain.iter().find_map(|(_, link)| match link {
        Link::Unknown { missing } => missing.first(),
        _ => None,
    })
}

fn sentences(name: LinkName, link: &Link, asker: &Asker, names: &Names<'_>) -> Vec<String> {
    match link {
        Link::Met { by } => {
            let records: Vec<String> = by
                .iter()
                .filter_map(|id| (names.participation)(id))
                .collect();
            if records.is_empty() {
                vec![met(name, asker)]
            } else {
                records
            }
        }
        Link::ToDo { steps } => steps
            .iter()
            .map(|step| format!("{}.", step_left(step)))
            .collect(),
        Link::Failed { reasons } => reasons
            .iter()
            .map(|reason| failed(*reason, asker))
            .collect(),
        Link::Unknown { missing } => missing.iter().map(|m| unknown(m, asker, names)).collect(),
    }
}

fn met(name: LinkName, asker: &Asker) -> String {
    match name {
        LinkName::InForce => "Published and inside its term.".to_owned(),
        LinkName::Area => format!("{} lies in the area served.", asker.name),
        LinkName::Kind => format!("{} may use it.", capitalized(asker.kind.plural())),
        LinkName::ParticipationAbove => "No other body has to take part first.".to_owned(),
        LinkName::OwnSteps => "Nothing is left to do first.".to_owned(),
        LinkName::Limits => "No limit stands in the way.".to_owned(),
    }
}

fn step_left(step: &StepLeft) -> String {
    let words = step_in_words(step.kind, None);
    let words = if step.renewal {
        format!("{words} again: the record has ended")
    } else {
        words
    };
    match &step.fee_usd {
        None => words,
        Some(Some(fee)) => format!("{words} ({} a year at your size)", usd(&fee.to_string())),
        Some(None) => format!("{words} (a fee by population; yours is not on record)"),
    }
}

fn failed(reason: Reason, asker: &Asker) -> String {
    let name = &asker.name;
    let kinds = capitalized(asker.kind.plural());
    match reason {
        Reason::NotPublished => "It is not published.".to_owned(),
        Reason::Withdrawn => "Its provider has withdrawn it.".to_owned(),
        Reason::Expired => "Its term has ended.".to_owned(),
        Reason::NotYetInForce => "Its term has not begun.".to_owned(),
        Reason::ExplicitlyNotAvailable => format!("It says that it is not available to {name}."),
        Reason::NotNamed => format!("It is for named governments; {name} is not one of them."),
        Reason::OutsideArea => format!("{name} lies outside the area served."),
        Reason::NoGovernment => format!("{name} has no county government."),
        Reason::KindExcluded => format!("{kinds} are excluded."),
        Reason::KindNotInAudience => format!("{kinds} are not among those who may use it."),
        Reason::NoParticipation => "No body above takes part, and one must first.".to_owned(),
        Reason::ParticipationLapsed => "The participation of the body above has ended.".to_owned(),
        Reason::ParticipationNotYet => {
            "The participation of the body above has not begun.".to_owned()
        }
        Reason::ScopeExcludesKind => {
            format!(
                "The body above takes part, but not for {}.",
                asker.kind.plural()
            )
        }
        Reason::SupplierDeclined => "The supplier does not agree that others buy.".to_owned(),
        Reason::PopulationTooSmall => format!("{name} has too few people for it."),
        Reason::PopulationTooLarge => format!("{name} has too many people for it."),
        Reason::TooFar => format!("{name} is too far from its nearest point of presence."),
        Reason::SectorNotServed => format!("It does not serve what {name} does."),
        Reason::RegimeNotHeld => format!("{name} does not meet a regime that it requires."),
    }
}

fn unknown(missing: &Missing, asker: &Asker, names: &Names<'_>) -> String {
    let fact = match missing.fact {
        Fact::Area => "Which area is served exactly is not stated".to_owned(),
        Fact::Audience => format!("Whether {} may use it is not stated", asker.kind.plural()),
        Fact::Participation => "Whether the body above takes part is not on record".to_owned(),
        Fact::ParticipationScope => "For whom the body above takes part is not stated".to_owned(),
        Fact::Steps => "Which steps it takes is not stated".to_owned(),
        Fact::SupplierConsent => "Whether the supplier agrees is not on record".to_owned(),
        Fact::Population => format!("The population of {} is not on record", asker.name),
        Fact::Location => format!("Where {} lies exactly is not on record", asker.name),
        Fact::Sector => format!("What {} does is not on record", asker.name),
        Fact::Regime => format!("Which regimes {} meets is not on record", asker.name),
    };
    match &missing.ask {
        Ask::Asker(_) => format!("{fact}: you know it yourself."),
        other => format!("{fact}. Ask {}.", whom(other, names)),
    }
}

fn whom(ask: &Ask, names: &Names<'_>) -> String {
    match ask {
        Ask::Provider(id) => (names.organization)(id),
        Ask::Supplier(id) => (names.supplier)(id),
        Ask::Above(id) => (names.place)(id),
        Ask::Asker(_) => "your own government".to_owned(),
    }
}
