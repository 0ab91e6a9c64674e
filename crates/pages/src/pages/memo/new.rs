//! `/memos/new`: beginning a memo.

use crate::{
    components::{
        error_summary::{FieldFault, error_summary},
        form::{Choice, Field, Source, form, line, lines, select},
        pick::{Meant, pick},
    },
    href,
    shell::{Head, Shell},
};
use maud::{Markup, Render, html};

/// The form that begins a memo.
#[derive(Clone, Debug)]
pub struct NewMemoPage {
    /// What stands around.
    pub shell: Shell,
    /// The bodies for which it can be begun.
    pub bodies: Vec<MemoBody>,
    /// What it decides, as typed.
    pub title: String,
    /// What is needed, as typed.
    pub need: String,
    /// The government, as typed or chosen.
    pub government: String,
    /// What its name may mean.
    pub meant: Meant,
    /// Slug and title of every option.
    pub options: Vec<(String, String)>,
    /// What cannot be as it is.
    pub faults: Vec<FieldFault>,
}

/// A body that may be chosen.
#[derive(Clone, Debug)]
pub struct MemoBody {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Render for NewMemoPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Begin a decision memo",
            description: "Begin a decision memo.",
            search_box: true,
        };
        self.shell.document(
            &head,
            &html! {
                p class="il-kicker" { a href="/memos" { "Decision memos" } }
                h1 { "Begin a decision memo" }
                (error_summary(&self.faults))
                @if self.bodies.is_empty() {
                    p { "A memo belongs to a body. Ask to " a href="/join" { "join yours" } " first." }
                } @else { (form(&self.shell, "/memos/new", &self.content())) }
            },
        )
    }
}

impl NewMemoPage {
    fn field<'a>(
        &'a self,
        name: &'a str,
        label: &'a str,
        hint: &'a str,
        value: &'a str,
    ) -> Field<'a> {
        Field {
            name,
            label,
            hint,
            value,
            faults: &self.faults,
        }
    }

    fn content(&self) -> Markup {
        let bodies: Vec<Choice<'_>> = self
            .bodies
            .iter()
            .map(|body| Choice {
                value: &body.slug,
                label: &body.name,
                chosen: body.chosen,
            })
            .collect();
        html! {
            (select(&self.field("body", "Whose memo it is", "", ""), &bodies))
            (line(&self.field("title", "What it decides", "Such as “Off-site backup for the county”.", &self.title), "text", "off"))
            (pick(&self.field("for", "For which government", "Its name with the state, such as “Springfield, Ohio”.", &self.government), Source::Governments, &self.meant))
            (lines(&self.field("need", "What is needed", "In your own words; it can be written later.", &self.need), 5))
            section id="o" tabindex="-1" aria-labelledby="o-head" {
                h2 id="o-head" { "Options" }
                @if self.options.is_empty() { p { "None yet. They can be added to the memo." } }
                @else {
                    ul {
                        @for (slug, title) in &self.options {
                            li {
                                input type="hidden" name="o" value=(slug);
                                a href=(href::offering(slug, self.shell.key())) { (title) }
                            }
                        }
                    }
                }
            }
            button class="usa-button il-next" type="submit" { "Begin the memo" }
        }
    }
}
