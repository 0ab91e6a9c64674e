//! Who can use an offering, what it costs, how to join or buy.

use super::OfferingPage;
use crate::{
    components::{
        definitions::{row, text_row},
        references::outside_link,
    },
    href,
    words::and,
};
use maud::{Markup, Render, html};

/// One sentence as it is, several as a list.
struct Lines<'a>(&'a [String]);

impl OfferingPage {
    pub(super) fn who(&self) -> Markup {
        html! {
            section aria-labelledby="who" {
                h2 id="who" { "Who can use this" }
                @if self.rules.is_empty() { p class="il-absent" { "Not stated" } }
                @for (index, rule) in self.rules.iter().enumerate() {
                    @if self.rules.len() > 1 { h3 { "Way in " (index + 1) } }
                    dl class="il-defs" {
                        @for line in &rule.lines { (row(line.label, Some(&Lines(&line.sentences)))) }
                        @if let Some(basis) = &rule.basis { (text_row("Rests on", basis)) }
                    }
                }
                @if !self.not_available.is_empty() { p { "Not available to " (and(&self.not_available)) "." } }
                @if !self.named_groups.is_empty() {
                    p { "The source also names " (and(&self.named_groups)) "." }
                }
            }
        }
    }

    pub(super) fn cost(&self) -> Markup {
        html! {
            section aria-labelledby="cost" {
                h2 id="cost" { "What it costs" }
                p { (self.cost_model.label()) }
                (self.price_list())
                @for table in self.rules.iter().flat_map(|rule| &rule.fees) {
                    table class="usa-table usa-table--borderless" {
                        caption { (table.caption) }
                        thead { tr { th scope="col" { "Population" } th scope="col" class="il-number" { "US dollars" } } }
                        tbody {
                            @for (people, fee) in &table.rows {
                                tr { th scope="row" { (people) } td class="il-number" { (fee) } }
                            }
                        }
                    }
                }
            }
        }
    }

    pub(super) fn join(&self) -> Markup {
        html! {
            section class="il-prose" aria-labelledby="join" {
                h2 id="join" { "How to join or buy" }
                @match self.how_to_join.as_slice() {
                    [] => p { span class="il-absent" { "Not stated" } " – ask " (self.provider) "." },
                    [only] => p { (only) },
                    steps => ol class="usa-process-list il-steps" {
                        @for step in steps {
                            li class="usa-process-list__item" { p { (step) } }
                        }
                    },
                }
                @if !self.agreement.is_empty() { p { "Kind of agreement: " (self.agreement) "." } }
                @if href::outside(&self.url).is_some() {
                    p { (outside_link(&self.url, "Its own page")) }
                }
            }
        }
    }
}

impl Render for Lines<'_> {
    fn render(&self) -> Markup {
        html! {
            @match self.0 {
                [only] => (only),
                many => ul class="il-plain" { @for sentence in many { li { (sentence) } } },
            }
        }
    }
}
