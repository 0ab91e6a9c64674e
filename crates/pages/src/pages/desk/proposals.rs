//! Facts of sources that wait for a person of the body.

use crate::{
    components::{
        desk_head::desk_head,
        references::BodyRef,
        row_form::{row_button, row_form},
    },
    href,
    shell::{Head, Shell},
    words::written,
};
use chrono::NaiveDate;
use maud::{Markup, Render, html};

/// A fact that waits.
#[derive(Clone, Debug)]
pub struct ProposalRow {
    /// Its number.
    pub id: i32,
    /// The slug of its offering.
    pub slug: String,
    /// What it says.
    pub fact: String,
    /// The supplier, as the source writes it.
    pub supplier: String,
    /// Where it says so.
    pub evidence: String,
    /// The page of the product; empty when not said.
    pub url: String,
    /// When it was proposed.
    pub on: NaiveDate,
}

/// The facts that wait.
#[derive(Clone, Debug)]
pub struct ProposalsPage {
    /// What stands around.
    pub shell: Shell,
    /// The body.
    pub body: BodyRef,
    /// The facts.
    pub rows: Vec<ProposalRow>,
}

impl Render for ProposalsPage {
    fn render(&self) -> Markup {
        let title = format!("Proposed facts – {}", self.body.name);
        let head = Head {
            title: &title,
            description: "Facts of sources that wait for the body.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (desk_head(&self.body, "/import", "Proposed facts"))
                p class="il-prose" {
                    "A source says these things of products that your listings name. A fact that you confirm goes into a draft "
                    "with its source; one that you dismiss comes again only when its source says something else."
                }
                @if self.rows.is_empty() { p role="status" { "No fact waits for you." } }
                @else { ul class="il-plain il-ruled" { @for row in &self.rows { (self.row(row)) } } }
            },
        )
    }
}

impl ProposalsPage {
    fn row(&self, row: &ProposalRow) -> Markup {
        let desk = format!("/desk/{}", href::escape(&self.body.slug));
        let action = format!("{desk}/proposals/{}", row.id);
        let button = |decision: &str, label: &str| {
            row_form(
                &self.shell,
                &action,
                &html! {
                    input type="hidden" name="decision" value=(decision);
                    (row_button(label, &row.fact))
                },
            )
        };
        html! {
            li {
                strong { (row.fact) } " – "
                a href={ (desk) "/offerings/" (href::escape(&row.slug)) } { (row.slug) }
                p class="il-muted" {
                    "Supplier " (row.supplier) " · " (row.evidence) " · proposed on " (written(row.on))
                    @if row.url.starts_with("https://") { " · " a href=(row.url) rel="nofollow" { "Page of the product" } }
                }
                div class="il-buttons" { (button("confirm", "Confirm")) (button("dismiss", "Dismiss")) }
            }
        }
    }
}
