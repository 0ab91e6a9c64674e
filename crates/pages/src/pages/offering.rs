//! `/offerings/{slug}`: verdict first, then everything that is known.

use super::{
    CostAtSize, DocumentRow, HistoryRow, LikeUsRow, PreviewNote, UserRow,
    offering_details::OfferingDetails,
    verdict_box::{VerdictBox, verdict_box},
};
use crate::{
    components::{
        contract_lines::{OPEN, names},
        definitions::{row, text_row},
        error_summary::error_summary,
        listed_notice::ListedNotice,
        references::{BodyRef, CategoryRef, SourceRef, outside_link},
        star::star,
        tray::{compare_button, row_id},
    },
    href,
    linked_data::{LinkedData, Trail},
    shell::{Head, Shell},
    words::{RuleSentences, and, capitalized, ordinal_edition, written},
};
use chrono::NaiveDate;
use interlocal_catalog::{
    eligibility::verdict::Confidence,
    offering::{CostModel, OfferingKind, Status, Term},
};
use maud::{Markup, Render, html};

/// An offering.
#[derive(Clone, Debug)]
pub struct OfferingPage {
    /// What stands around.
    pub shell: Shell,
    /// Its slug.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: OfferingKind,
    /// Its most exact category.
    pub category: CategoryRef,
    /// The category above that, where there is one.
    pub category_above: Option<CategoryRef>,
    /// Who publishes it.
    pub provider: BodyRef,
    /// What kind of body that is, in words.
    pub provider_kind: String,
    /// Bodies beside the provider.
    pub partners: Vec<BodyRef>,
    /// What it is, in a few sentences.
    pub summary: String,
    /// The verdict for the chosen jurisdiction.
    pub verdict: Option<VerdictBox>,
    /// The ways in (`words::rule_in_sentences`).
    pub rules: Vec<RuleSentences>,
    /// Names of places that are explicitly out.
    pub not_available: Vec<String>,
    /// Groups that are no kind of jurisdiction: libraries, nonprofits.
    pub named_groups: Vec<String>,
    /// Whether it covers all states.
    pub nationwide: bool,
    /// Names of the states that it covers.
    pub states: Vec<String>,
    /// How it is paid for.
    pub cost_model: CostModel,
    /// How one joins or buys, one step each; empty when not stated.
    pub how_to_join: Vec<String>,
    /// What kind of agreement it takes.
    pub agreement: String,
    /// Its own page; empty when not known.
    pub url: String,
    /// Documents and links.
    pub documents: Vec<DocumentRow>,
    /// Frameworks and regimes it names.
    pub frameworks: Vec<String>,
    /// Private contractors on the vehicle.
    pub suppliers: Vec<String>,
    /// Governments that use it, on record.
    pub users: Vec<UserRow>,
    /// Governments like the reader's among them, the most alike first.
    pub like_us: Vec<LikeUsRow>,
    /// Known users in the source's words.
    pub known_users: String,
    /// First and last day in force.
    pub term: Term,
    /// Whether it ends within 120 days.
    pub ends_soon: bool,
    /// Where it stands in its life.
    pub status: Status,
    /// How well it is vouched for.
    pub confidence: Confidence,
    /// Where it was read and when.
    pub source: SourceRef,
    /// Number of this edition.
    pub edition: u32,
    /// Editions and checks, latest first.
    pub history: Vec<HistoryRow>,
    /// Other slugs of the same offering.
    pub aliases: Vec<String>,
    /// Typed facts, contract facts, prices and addenda.
    pub details: OfferingDetails,
    /// What it costs at the reader's size; none where no price is published.
    pub cost_at_size: Option<CostAtSize>,
    /// What stands above it where it is not public yet.
    pub preview: Option<PreviewNote>,
}

impl Render for OfferingPage {
    fn render(&self) -> Markup {
        let title = format!("{} – {}", self.title, self.provider.name);
        let head = Head {
            title: &title,
            description: &self.summary,
            search_box: true,
        };
        let content = html! {
            @if let Some(note) = &self.preview { (note.markup()) }
            (error_summary(self.faults()))
            article class="il-offering" {
                (self.title_block())
                div class="il-offering__columns" {
                    div class="il-offering__main" {
                        (self.verdict())
                        (self.summary())
                        (self.who())
                        (self.covers())
                        (self.cost())
                        (self.cost_at_size())
                        (self.join())
                        (self.documents())
                        (self.users())
                        (self.history())
                    }
                    (self.facts())
                }
            }
        };
        match self.preview {
            Some(_) => self.shell.document(&head, &content),
            None => {
                let about = LinkedData::of(&self.trail(), [self.linked()]);
                self.shell.document_about(&head, &about, &content)
            }
        }
    }
}

impl OfferingPage {
    fn trail(&self) -> Trail {
        let shell = &self.shell;
        let above = self.category_above.iter().chain([&self.category]);
        let home = Trail::from_home(shell).to(shell, "Categories", "/categories");
        above
            .fold(home, |trail, category| {
                trail.to(shell, &category.name, &href::category(&category.slug, None))
            })
            .to(shell, &self.title, &href::offering(&self.slug, None))
    }

    fn title_block(&self) -> Markup {
        let notice = ListedNotice {
            confidence: self.confidence,
            provider: &self.provider,
            source: &self.source,
        };
        html! {
            p class="il-kicker" {
                (capitalized(self.kind.word())) " · "
                a href=(href::category(&self.category.slug, self.shell.key())) { (self.category.name) }
            }
            h1 { (self.title) }
            p class="il-facts" {
                "From " (self.provider)
                @if !self.partners.is_empty() {
                    " with "
                    @for (index, partner) in self.partners.iter().enumerate() {
                        @if index > 0 { ", " }
                        (partner)
                    }
                }
            }
            @if self.preview.is_none() {
                div class="il-row__acts" id=(row_id(&self.slug)) {
                    (star(&self.shell, &self.slug, &self.title))
                    (compare_button(&self.shell, &self.slug, &self.title))
                }
            }
            (self.state())
            (notice)
        }
    }

    fn state(&self) -> Markup {
        html! {
            @match (self.status, self.term.ends_on) {
                (Status::Published, Some(day)) if self.ends_soon => {
                    p class="il-notice il-notice--soon" { "Ends within 120 days, on " (written(day)) "." }
                }
                (Status::Published, _) => {}
                (Status::Expired, Some(day)) => p class="il-notice il-notice--ended" { "Ended on " (written(day)) "." },
                (Status::Expired, None) => p class="il-notice il-notice--ended" { "Ended." },
                (Status::Withdrawn, _) => p class="il-notice il-notice--ended" { "Withdrawn by its provider." },
                (Status::Draft | Status::InReview, _) => p class="il-notice" { "Not published yet." },
            }
        }
    }

    fn verdict(&self) -> Markup {
        html! {
            @match (&self.verdict, &self.shell.chosen) {
                (Some(verdict), Some(chosen)) => {
                    (verdict_box(
                        verdict,
                        &chosen.name,
                        &href::category(&self.category.slug, Some(&chosen.key)),
                        (&self.ask_href(&chosen.key), &self.provider.name),
                    ))
                }
                _ => section class="il-verdict-box" aria-labelledby="verdict" {
                    h2 id="verdict" { "May your government use this?" }
                    p { a class="usa-button il-next" href=(href::picker(&self.shell.path)) { "Choose your government" } }
                    p class="il-muted" { "Or read “Who can use this” below." }
                },
            }
        }
    }

    fn ask_href(&self, key: &str) -> String {
        href::ask(
            Some(&self.provider.slug),
            Some(&self.category.slug),
            Some(key),
            Some(&self.slug),
        )
    }

    fn summary(&self) -> Markup {
        html! {
            section class="il-prose" aria-labelledby="summary" {
                h2 id="summary" { "What it is" }
                @if self.summary.is_empty() { p class="il-absent" { "Not stated" } }
                @else { p { (self.summary) } }
            }
        }
    }

    fn contact(&self) -> Option<Markup> {
        let site = self.provider.website.as_deref().and_then(href::outside);
        let site = site.map(|site| outside_link(site, "Website of the provider"));
        let role = self.details.contact.trim();
        (site.is_some() || !role.is_empty()).then(|| {
            html! {
                @if !role.is_empty() { div { (role) } }
                @if let Some(site) = site { (site) }
            }
        })
    }

    /// Suppliers; many of them are unfolded.
    fn sellers(&self) -> Markup {
        match self.suppliers.len() {
            0..=OPEN => text_row("Suppliers", &and(&self.suppliers)),
            _ => {
                let names = names(&self.suppliers, "suppliers");
                row(
                    "Suppliers",
                    names.as_ref().map(|names| names as &dyn Render),
                )
            }
        }
    }

    fn facts(&self) -> Markup {
        let day = |day: Option<NaiveDate>| day.map(written).unwrap_or_default();
        html! {
            aside class="il-offering__facts" aria-labelledby="facts" {
                h2 id="facts" { "At a glance" }
                dl class="il-defs il-defs--stacked" {
                    (row("Provider", Some(&self.provider)))
                    (text_row("Kind of body", &self.provider_kind))
                    (text_row("Starts on", &day(self.term.starts_on)))
                    (text_row("Ends on", &day(self.term.ends_on)))
                    (text_row("Regimes and frameworks", &and(&self.frameworks)))
                    @if self.kind == OfferingKind::Contract { (self.sellers()) }
                    (row("Contact", self.contact().as_ref().map(|link| link as &dyn Render)))
                    (text_row("Edition", &ordinal_edition(self.edition)))
                }
                p { a href=(href::partners(Some(&self.category.slug), self.shell.key())) { "Who else could do this with you" } }
            }
        }
    }
}
