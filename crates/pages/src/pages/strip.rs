//! The state CIO's office above the list of partners; never a rank.

use super::MatchPage;
use crate::{
    components::{
        mark::{Shape, mark},
        references::{BodyRef, outside_link},
    },
    href,
};
use maud::{Markup, html};

/// What the state CIO's office has for this category.
#[derive(Clone, Debug)]
pub struct Strip {
    /// The office; none where the directory lacks it.
    pub office: Option<BodyRef>,
    /// How it stands to the question.
    pub relation: StripRelation,
    /// The finding in a sentence, with its date.
    pub text: String,
    /// An older finding.
    pub note: Option<String>,
    /// Slug of the offering it speaks of.
    pub offering_slug: Option<String>,
    /// The question, ready to copy.
    pub question: Option<String>,
}

/// How the office stands to the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StripRelation {
    /// It offers it.
    Offers,
    /// It has a contract for it.
    Brokers,
    /// It offers it; the terms are not fully stated.
    OffersCheckTerms,
    /// It has a contract for it; the terms are not fully stated.
    BrokersCheckTerms,
    /// It offers it, but not to this government.
    OffersButNotToYou,
    /// It said no, on a date.
    DoesNotOffer,
    /// Nothing is on record.
    NoRecordAsk,
    /// The directory has no office for the state.
    NoCioInDirectory,
}

impl StripRelation {
    fn shape(self) -> Shape {
        match self {
            StripRelation::Offers | StripRelation::Brokers => Shape::Check,
            StripRelation::OffersCheckTerms | StripRelation::BrokersCheckTerms => Shape::Ring,
            StripRelation::OffersButNotToYou | StripRelation::DoesNotOffer => Shape::Bar,
            StripRelation::NoRecordAsk | StripRelation::NoCioInDirectory => Shape::Open,
        }
    }
}

pub(super) fn copyable(question: &str) -> Markup {
    html! {
        details class="il-question" {
            summary { "The question, ready to copy" }
            blockquote { p { (question) } }
        }
    }
}

impl MatchPage {
    pub(super) fn strip(&self, strip: &Strip) -> Markup {
        let shape = strip.relation.shape();
        html! {
            section class={ "il-strip " (shape.tone()) } aria-labelledby="strip" {
                h2 id="strip" { "The state CIO’s office" }
                p class="il-strip__text" {
                    (mark(shape)) " "
                    @match &strip.offering_slug {
                        Some(slug) => a href=(href::offering(slug, self.shell.key())) { (strip.text) },
                        None => span { (strip.text) },
                    }
                }
                @if let Some(note) = &strip.note { p class="il-muted" { (note) } }
                @if let Some(office) = &strip.office {
                    p {
                        (office)
                        @if let Some(site) = &office.website { " · " (outside_link(site, "Website")) }
                    }
                    @if let Some(question) = &strip.question { (copyable(question)) }
                }
            }
        }
    }
}
