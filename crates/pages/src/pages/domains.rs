//! `/desk/{body}/domains`: the domains by which a body is known.

use crate::{
    components::{
        desk_head::desk_head,
        done::done,
        error_summary::{FieldFault, error_summary},
        form::{Field, form, line},
        references::BodyRef,
        row_form::{row_button, row_form},
    },
    href,
    shell::{Head, Shell},
    words::written,
};
use chrono::NaiveDate;
use maud::{Markup, Render, html};

/// The known domains of a body.
#[derive(Clone, Debug)]
pub struct DomainsPage {
    /// What stands around.
    pub shell: Shell,
    /// The body.
    pub body: BodyRef,
    /// Approved ones.
    pub approved: Vec<ApprovedLine>,
    /// Suggested ones.
    pub suggested: Vec<SuggestedLine>,
    /// What was typed.
    pub typed: String,
    /// What was done just now.
    pub done: Option<&'static str>,
    /// What is wrong with what was typed.
    pub faults: Vec<FieldFault>,
}

/// An approved domain.
#[derive(Clone, Debug)]
pub struct ApprovedLine {
    /// The domain.
    pub domain: String,
    /// When.
    pub approved_on: NaiveDate,
    /// By whom.
    pub approved_by: String,
}

/// A suggested domain with its evidence.
#[derive(Clone, Debug)]
pub struct SuggestedLine {
    /// The domain.
    pub domain: String,
    /// Its type in the registry: `City`.
    pub kind: String,
    /// Who registered it.
    pub organization: String,
    /// City and state of the registrant.
    pub place: String,
    /// The government that it suggests.
    pub government: Option<String>,
    /// Whether the website of the body is on it.
    pub has_website: bool,
}

impl Render for DomainsPage {
    fn render(&self) -> Markup {
        let title = format!("Known domains of {}", self.body.name);
        let head = Head {
            title: &title,
            description: "Domains whose addresses belong to the body.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (desk_head(&self.body, "/domains", "Known domains"))
                (done(self.done))
                (error_summary(&self.faults))
                p class="il-lead" {
                    "Whoever has a confirmed address on an approved domain joins at once, as a member only. "
                    "Only the domain itself counts: approve a part such as mail.arden.gov on its own."
                }
                (self.standing())
                (self.suggestions())
                (self.another())
            },
        )
    }
}

impl DomainsPage {
    fn address(&self, rest: &str) -> String {
        format!("/desk/{}/domains{rest}", href::escape(&self.body.slug))
    }

    fn standing(&self) -> Markup {
        html! {
            section class="il-section" aria-labelledby="approved" {
                h2 id="approved" { "Approved" }
                @if self.approved.is_empty() {
                    p { "None yet: everybody is invited, or asks." }
                } @else {
                    ul class="il-rows" {
                        @for known in &self.approved {
                            li class="il-row" {
                                h3 class="il-row__title" { (known.domain) }
                                p class="il-row__body" { "Approved on " (written(known.approved_on)) " by " (known.approved_by) }
                                (row_form(&self.shell, &self.address("/remove"), &html! {
                                    input type="hidden" name="domain" value=(known.domain);
                                    (row_button("Take back", &known.domain))
                                }))
                            }
                        }
                    }
                    p class="usa-hint" { "Who came in by a domain that is taken back stays a member." }
                }
            }
        }
    }

    fn suggestions(&self) -> Markup {
        html! {
            @if !self.suggested.is_empty() {
                section class="il-section" aria-labelledby="suggested" {
                    h2 id="suggested" { "Suggested by the .gov registry" }
                    p { "A suggestion proves nothing: approve a domain only if everybody who has an address on it works for this body." }
                    ul class="il-rows" {
                        @for one in &self.suggested {
                            li class="il-row" {
                                h3 class="il-row__title" { (one.domain) }
                                p class="il-row__body" {
                                    (one.kind) ", registered by " (one.organization)
                                    @if !one.place.is_empty() { " in " (one.place) }
                                }
                                ul {
                                    @if let Some(government) = &one.government { li { "Its type, name and state fit " (government) "." } }
                                    @if one.has_website { li { "The website of this body is on it." } }
                                }
                                (row_form(&self.shell, &self.address(""), &html! {
                                    input type="hidden" name="domain" value=(one.domain);
                                    (row_button("Approve", &one.domain))
                                }))
                            }
                        }
                    }
                }
            }
        }
    }

    fn another(&self) -> Markup {
        let field = Field {
            name: "domain",
            label: "Domain",
            hint: "What stands behind the @ of your addresses, such as arden.gov. Mail hosts that are open to anybody are refused.",
            value: &self.typed,
            faults: &self.faults,
        };
        html! {
            section class="il-section" aria-labelledby="another" {
                h2 id="another" { "Approve another one" }
                (form(&self.shell, &self.address(""), &html! {
                    (line(&field, "text", "off"))
                    button class="usa-button" type="submit" { "Approve" }
                }))
            }
        }
    }
}
