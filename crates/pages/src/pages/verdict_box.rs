//! The verdict with its chain, first on the page of an offering.

use crate::{
    components::{
        confidence::ConfidenceTag,
        mark::mark,
        references::SourceRef,
        verdict::{VerdictBadge, link_state},
    },
    words::LinkLine,
};
use interlocal_catalog::eligibility::verdict::{Confidence, LinkName, Outcome};
use maud::{Markup, html};

/// What the box shows.
#[derive(Clone, Debug)]
pub struct VerdictBox {
    /// Shape and word.
    pub badge: VerdictBadge,
    /// How well it is vouched for.
    pub confidence: Confidence,
    /// The six links in plain words (`words::links_in_sentences`).
    pub links: Vec<LinkLine>,
    /// Where the rule was read and when.
    pub source: SourceRef,
    /// What to do now (`words::next_step`).
    pub next_step: String,
}

/// The question of one link.
pub(super) fn question(name: LinkName) -> &'static str {
    match name {
        LinkName::InForce => "In force",
        LinkName::Area => "Area",
        LinkName::Kind => "Kind of government",
        LinkName::ParticipationAbove => "Taking part above",
        LinkName::OwnSteps => "Your own steps",
        LinkName::Limits => "Limits",
    }
}

pub(super) fn verdict_box(
    verdict: &VerdictBox,
    government: &str,
    others_href: &str,
    ask: (&str, &str),
) -> Markup {
    let tag = ConfidenceTag {
        confidence: verdict.confidence,
        checked_on: Some(verdict.source.checked_on),
    };
    html! {
        section class={ "il-verdict-box " (verdict.badge.shape().tone()) } aria-labelledby="verdict" {
            h2 id="verdict" { "May " (government) " use this?" }
            p class="il-verdict-box__word" { (verdict.badge) (tag) }
            p class="il-verdict-box__next" { strong { "Next: " } (verdict.next_step) }
            (next_action(verdict.badge.outcome, others_href, ask))
            details open {
                summary { "How we know" }
                ol class="il-chain" {
                    @for line in &verdict.links {
                        @let (shape, word) = link_state(line.state);
                        li class=(shape.tone()) {
                            span class="il-chain__state" { (mark(shape)) (word) }
                            div {
                                strong { (question(line.name)) }
                                @for sentence in &line.sentences { p { (sentence) } }
                            }
                        }
                    }
                }
            }
            p class="il-muted" { (verdict.source) }
        }
    }
}

/// The one way on that fits the outcome.
fn next_action(outcome: Outcome, others_href: &str, (ask_href, whom): (&str, &str)) -> Markup {
    let (href, words) = match outcome {
        Outcome::Yes | Outcome::AfterSteps => ("#join", "How to join or buy".to_owned()),
        Outcome::Unknown => (ask_href, format!("Ask {whom}")),
        Outcome::No => (others_href, "Others in this category".to_owned()),
    };
    html! { p { a class="usa-button il-next" href=(href) { (words) } } }
}
