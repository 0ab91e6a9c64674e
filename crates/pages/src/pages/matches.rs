//! `/match`: the state CIO's office first, then partners with their reasons.

use super::{
    Partner, Strip,
    match_form::{MatchForm, match_form},
    strip::copyable,
};
use crate::{
    components::{
        error_summary::{FieldFault, error_summary},
        references::{BodyRef, outside_link},
    },
    href,
    shell::{Head, Shell},
    words::{capitalized, counted},
};
use interlocal_catalog::organization::Level;
use maud::{Markup, Render, html};

/// The partner page.
#[derive(Clone, Debug)]
pub struct MatchPage {
    /// What stands around.
    pub shell: Shell,
    /// The form.
    pub form: MatchForm,
    /// Faults in what was asked.
    pub faults: Vec<FieldFault>,
    /// The answer, once a jurisdiction and a category are chosen.
    pub answer: Option<MatchAnswer>,
}

/// The answer to one question.
#[derive(Clone, Debug)]
pub struct MatchAnswer {
    /// Name of the category asked.
    pub category: String,
    /// The state CIO's office; never a rank.
    pub strip: Strip,
    /// Facts that all partners share, said once.
    pub shared: Vec<String>,
    /// The first view, best first.
    pub partners: Vec<Partner>,
    /// How many scored higher than the lowest one shown.
    pub scored_higher_count: u64,
    /// The rest, best first.
    pub more: Vec<Partner>,
    /// Bodies without a record that could be asked.
    pub ask_cards: Vec<AskCard>,
    /// Bodies of the own state or area that cannot help, and why.
    pub excluded: Vec<ExcludedPartner>,
    /// How many others cannot help.
    pub excluded_others_count: u64,
}

/// A body to ask, without a rank.
#[derive(Clone, Debug)]
pub struct AskCard {
    /// The body.
    pub body: BodyRef,
    /// Its level.
    pub level: Level,
    /// Why it is asked.
    pub why: String,
    /// The question, ready to copy.
    pub question: String,
}

/// A body that cannot help.
#[derive(Clone, Debug)]
pub struct ExcludedPartner {
    /// The body.
    pub body: BodyRef,
    /// Why, in words.
    pub reasons: Vec<String>,
}

impl Render for MatchPage {
    fn render(&self) -> Markup {
        let title = match &self.answer {
            Some(answer) => format!("Partners for {}", answer.category),
            None => "Find partners".to_owned(),
        };
        let head = Head {
            title: &title,
            description: "Who could do this with your government, and why.",
            search_box: true,
        };
        self.shell.document(
            &head,
            &html! {
                h1 { (title) }
                p class="il-lead" {
                    "State, regional and local bodies that offer, broker, use or seek the same thing, with reasons."
                }
                (error_summary(&self.faults))
                div class="il-match" {
                    section class="il-match__form" aria-labelledby="ask" {
                        details open data-fold=[self.answer.as_ref().map(|_| "")] {
                            summary { h2 id="ask" { "Your question" } }
                            @if self.shell.chosen.is_none() {
                                p class="il-notice" {
                                    "First " a href=(href::picker(&self.shell.path)) { "choose your government" } "."
                                }
                            }
                            (match_form(&self.shell, &self.form))
                        }
                    }
                    div class="il-match__answer" {
                        @match &self.answer {
                            Some(answer) => (self.answer(answer)),
                            None => p class="il-muted" { "Partners stand here once a government and a category are chosen." },
                        }
                    }
                }
            },
        )
    }
}

impl MatchPage {
    fn answer(&self, answer: &MatchAnswer) -> Markup {
        html! {
            (self.strip(&answer.strip))
            section aria-labelledby="partners" {
                h2 id="partners" { "Partners" }
                p role="status" class="il-found" {
                    @match answer.partners.len() {
                        0 => "No body on record can help with this today.",
                        count => { (counted(count as u64, "partner", "partners")) " shown, best first." }
                    }
                }
                @if !answer.shared.is_empty() { p class="il-muted" { "All of these: " (answer.shared.join("; ")) "." } }
                @if answer.scored_higher_count > 0 {
                    p class="il-muted" {
                        "Shown so that each kind of partner is visible; "
                        (counted(answer.scored_higher_count, "other", "others")) " scored higher."
                    }
                }
                ol class="il-partners" { @for partner in &answer.partners { (self.partner(answer, partner)) } }
            }
            (self.ask_cards(answer))
            (self.more(answer))
            (excluded(answer))
        }
    }

    fn ask_cards(&self, answer: &MatchAnswer) -> Markup {
        html! {
            @if !answer.ask_cards.is_empty() {
                section class="il-section" aria-labelledby="ask-cards" {
                    h2 id="ask-cards" { "Nothing on record – ask" }
                    ul class="il-plain il-ruled" {
                        @for card in &answer.ask_cards {
                            li {
                                h3 class="il-row__title" { (card.body) }
                                p class="il-row__body" { (capitalized(card.level.word())) " · " (card.why) }
                                @if let Some(site) = &card.body.website { p { (outside_link(site, "Website")) } }
                                (copyable(&card.question))
                            }
                        }
                    }
                }
            }
        }
    }

    fn more(&self, answer: &MatchAnswer) -> Markup {
        html! {
            @if !answer.more.is_empty() {
                details class="il-section" {
                    summary { (counted(answer.more.len() as u64, "more partner", "more partners")) }
                    ol class="il-partners" { @for partner in &answer.more { (self.partner(answer, partner)) } }
                }
            }
        }
    }
}

fn excluded(answer: &MatchAnswer) -> Markup {
    html! {
        @if !answer.excluded.is_empty() || answer.excluded_others_count > 0 {
            details class="il-section" {
                summary { "Bodies that cannot help, and why" }
                ul class="il-plain il-ruled" {
                    @for body in &answer.excluded { li { (body.body) ": " (body.reasons.join("; ")) } }
                }
                @if answer.excluded_others_count > 0 {
                    p { (counted(answer.excluded_others_count, "other body", "other bodies")) " elsewhere." }
                }
            }
        }
    }
}
