//! `/`: pick your government, search, and three real examples.

use crate::{
    components::{
        answer::AnswerMark,
        icon::{Icon, icon},
        picker::{Picker, field},
    },
    href,
    shell::{Head, Shell},
    words::{counted, grouped},
};
use maud::{Markup, Render, html};

/// The first page.
#[derive(Clone, Debug)]
pub struct HomePage {
    /// What stands around.
    pub shell: Shell,
    /// First-level categories, in order.
    pub categories: Vec<CategoryCount>,
    /// Real questions with real answers; three are best.
    pub examples: Vec<Example>,
    /// How many published offerings there are.
    pub offering_count: u64,
    /// How many governments the picker knows.
    pub jurisdiction_count: u64,
}

/// A category with the number of its offerings.
#[derive(Clone, Debug, Default)]
pub struct CategoryCount {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// What belongs to it, in a sentence.
    pub meaning: String,
    /// Published offerings in it and under it.
    pub offering_count: u64,
}

/// A question that leads to its answer.
#[derive(Clone, Debug)]
pub struct Example {
    /// `What can a township in Ohio get for endpoint detection?`
    pub question: String,
    /// The answer that stands there today.
    pub answer: Option<AnswerMark>,
    /// One sentence about what one finds.
    pub finding: String,
    /// Where it leads.
    pub href: String,
}

impl Render for HomePage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Find what your government can share, join or buy",
            description: "May my government use this, and with whom can we do it? Offerings of \
                states, regions and cooperatives for local governments, with rule, source and date.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (self.hero())
                (self.examples())
                (self.categories())
            },
        )
    }
}

impl HomePage {
    fn hero(&self) -> Markup {
        html! {
            div class="il-hero" {
                h1 { "What can your government share, join or buy?" }
                p class="il-lead" {
                    "Offerings of state CIO offices, regions, cooperatives and neighbors, with the rule, "
                    "the source and the day each was checked."
                }
                div class="il-hero__doors" {
                    section class="il-door" aria-labelledby="door-government" {
                        h2 id="door-government" { "Does my state offer this to me?" }
                        (self.ask_form())
                        @if let Some(chosen) = &self.shell.chosen {
                            p { a href=(href::jurisdiction(&chosen.key)) { "Answer sheet of " (chosen.name) } }
                        }
                    }
                    section class="il-door" aria-labelledby="door-search" {
                        h2 id="door-search" { "Search everything" }
                        (self.search_form())
                        p class="il-muted" {
                            (counted(self.offering_count, "offering", "offerings")) " on record."
                        }
                    }
                }
            }
        }
    }

    fn ask_form(&self) -> Markup {
        let picker = Picker {
            id: "home",
            label: "Your government",
            query: "",
            next: None,
        };
        html! {
            form class="il-ask" action="/jurisdictions" method="get" {
                (field(&picker))
                p class="usa-hint" id="home-hint" {
                    "One of " (grouped(self.jurisdiction_count))
                    " states, counties, cities, towns and school districts, such as “Springfield, Ohio”."
                }
                label class="usa-label" for="home-category" { "What for" }
                select class="usa-select" id="home-category" name="category" {
                    option value="" { "Everything" }
                    @for category in &self.categories {
                        option value=(category.slug) { (category.name) }
                    }
                }
                button class="usa-button il-next" type="submit" { "Show the answer" }
            }
        }
    }

    fn search_form(&self) -> Markup {
        html! {
            form action="/search" method="get" role="search" {
                label class="usa-label" for="home-search" { "What are you looking for?" }
                input class="usa-input" id="home-search" type="search" name="q" maxlength="200"
                    autocomplete="off" data-suggest="/api/v1/suggest" data-for=[self.shell.key()]
                    aria-describedby="home-search-hint";
                p class="usa-hint" id="home-search-hint" {
                    "Plain words, an acronym or a name: “endpoint detection”, “NG911”, “fiber”."
                }
                @if let Some(key) = self.shell.key() { input type="hidden" name="for" value=(key); }
                button class="usa-button usa-button--outline" type="submit" { "Search" }
            }
        }
    }

    fn examples(&self) -> Markup {
        html! {
            @if !self.examples.is_empty() {
                section class="il-section" aria-labelledby="examples" {
                    h2 id="examples" { "Three questions people ask" }
                    ul class="il-examples" {
                        @for example in &self.examples {
                            li {
                                h3 { a href=(example.href) { (example.question) } }
                                @if let Some(answer) = &example.answer { p { (answer) } }
                                p class="il-muted" { (example.finding) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn categories(&self) -> Markup {
        html! {
            section class="il-section" aria-labelledby="categories" {
                h2 id="categories" { "By category" }
                ul class="il-categories" {
                    @for category in &self.categories {
                        li {
                            a href=(href::category(&category.slug, self.shell.key())) {
                                (category.name) (icon(&self.shell, Icon::Next))
                            }
                            span class="il-count" { (counted(category.offering_count, "offering", "offerings")) }
                        }
                    }
                }
            }
        }
    }
}
