//! What an offering covers: typed facts, prices, fees, contract, addenda.

use super::OfferingPage;
use crate::{
    components::{
        contract_lines::{NumberedLine, brief_lines},
        definitions::text_row,
    },
    href,
    words::grouped,
};
use interlocal_catalog::price::PriceLine;
use maud::{Markup, html};

/// Details of an offering, in words.
#[derive(Clone, Debug, Default)]
pub struct OfferingDetails {
    /// Typed facts: label and words.
    pub facts: Vec<(String, String)>,
    /// The price list.
    pub price_list: Vec<PriceLine>,
    /// Fees beside the prices.
    pub fees: Vec<(String, String)>,
    /// Facts of the contract.
    pub contract: Vec<(String, String)>,
    /// The first lines of the contract.
    pub lines: Vec<NumberedLine>,
    /// How many lines it has.
    pub line_count: u64,
    /// Participating addenda: the state, and number, term and address.
    pub addenda: Vec<(String, String)>,
    /// The role address.
    pub contact: String,
    /// The day of the next review, in words.
    pub review_by: String,
}

impl OfferingPage {
    pub(super) fn covers(&self) -> Markup {
        let details = &self.details;
        let facts = [details.facts.as_slice(), details.contract.as_slice()].concat();
        html! {
            @if !facts.is_empty() {
                section aria-labelledby="covers" {
                    h2 id="covers" { "What it covers" }
                    (rows(&facts))
                }
            }
            @if !details.lines.is_empty() {
                section aria-labelledby="lines" {
                    h2 id="lines" { "Lines of the contract" }
                    (brief_lines(&details.lines))
                    p {
                        a href=(href::with_for(&href::lines(&self.slug), self.shell.key())) {
                            @match details.line_count {
                                1 => "The line with all that it says",
                                all => { "All " (grouped(all)) " lines: find a supplier, manufacturer or category" },
                            }
                        }
                    }
                }
            }
            @if !details.addenda.is_empty() {
                section aria-labelledby="addenda" {
                    h2 id="addenda" { "Participating addenda" }
                    (rows(&details.addenda))
                }
            }
        }
    }

    pub(super) fn price_list(&self) -> Markup {
        let details = &self.details;
        html! {
            @if !details.price_list.is_empty() {
                h3 { "Prices" }
                dl class="il-defs" {
                    @for line in &details.price_list { (text_row(&line.name, &line.words())) }
                }
            }
            @if !details.fees.is_empty() { h3 { "Fees" } (rows(&details.fees)) }
        }
    }
}

fn rows(rows: &[(String, String)]) -> Markup {
    html! { dl class="il-defs" { @for (label, words) in rows { (text_row(label, words)) } } }
}
