//! What an offering costs at the reader's size.

use super::OfferingPage;
use crate::components::{
    cost::{Figure, difference_words, figure},
    error_summary::FieldFault,
    size_form::SizeForm,
};
use interlocal_catalog::cost::{Cost, Difference};
use maud::{Markup, html};

/// The cost of the page's edition at a size.
#[derive(Clone, Debug)]
pub struct CostAtSize {
    /// For what size.
    pub form: SizeForm,
    /// What it comes to.
    pub cost: Cost,
    /// How that stands to what the reader typed that is paid now.
    pub difference: Option<Difference>,
}

impl OfferingPage {
    /// What is wrong with the size that was typed.
    pub(super) fn faults(&self) -> &[FieldFault] {
        self.cost_at_size.as_ref().map_or(&[], |at| &at.form.faults)
    }

    pub(super) fn cost_at_size(&self) -> Markup {
        html! {
            @if let Some(at) = &self.cost_at_size {
                section aria-labelledby="cost-at-size" {
                    h2 id="cost-at-size" { "Cost at your size" }
                    (at.form.markup())
                    dl class="il-defs il-cost" {
                        @for which in Figure::ALL {
                            div class="il-defs__row" {
                                dt { (which.label(at.cost.years)) }
                                dd { (figure(&at.cost, which)) }
                            }
                        }
                        @if let Some(difference) = &at.difference {
                            div class="il-defs__row" {
                                dt { "Beside what you pay now" }
                                dd { (difference_words(difference, at.cost.years)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
