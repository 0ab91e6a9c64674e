//! `/steward/bodies/new`, `/steward/bodies/{slug}`: what the directory says of a body.

use crate::{
    components::{
        done::done,
        error_summary::{FieldFault, error_summary},
        form::{Choice, Field, form, line, lines, select},
        steward_head::steward_head,
    },
    href,
    shell::{Head, Shell},
    words::capitalized,
};
use interlocal_catalog::organization::{BodyKind, Level};
use maud::{Markup, Render, html};

/// A body to be added or changed.
#[derive(Clone, Debug)]
pub struct BodyPage {
    /// What stands around.
    pub shell: Shell,
    /// Its slug; none where it is new.
    pub slug: Option<String>,
    /// What stands in the fields.
    pub words: BodyWords,
    /// What was done just now.
    pub done: Option<&'static str>,
    /// What is wrong with what was typed.
    pub faults: Vec<FieldFault>,
}

/// The fields as they were typed.
#[derive(Clone, Debug, Default)]
pub struct BodyWords {
    /// A slug for a new body; may be empty.
    pub slug: String,
    /// The full name.
    pub name: String,
    /// Other names, one a line.
    pub aliases: String,
    /// The word of its kind.
    pub kind: String,
    /// The word of its level.
    pub level: String,
    /// The key of the government it belongs to; may be empty.
    pub of: String,
    /// Keys of the places it serves, one a line.
    pub serves: String,
    /// Its website; may be empty.
    pub website: String,
}

impl Render for BodyPage {
    fn render(&self) -> Markup {
        let title = match &self.slug {
            Some(_) => self.words.name.as_str(),
            None => "Add a body",
        };
        let head = Head {
            title,
            description: "What the directory says of a body.",
            search_box: false,
        };
        let action = match &self.slug {
            Some(slug) => format!("/steward/bodies/{}", href::escape(slug)),
            None => "/steward/bodies".to_owned(),
        };
        self.shell.document(
            &head,
            &html! {
                (steward_head("/steward/bodies", title))
                (done(self.done))
                (error_summary(&self.faults))
                @if let Some(slug) = &self.slug {
                    @let slug = href::escape(slug);
                    p {
                        a href={ "/organizations/" (slug) } { "Its page" } " · "
                        a href={ "/desk/" (slug) "/members" } { "Members" } " · "
                        a href={ "/desk/" (slug) "/domains" } { "Known domains" } " · "
                        a href={ "/desk/" (slug) "/log" } { "Log" } " · "
                        a href={ "/steward/merge-bodies?from=" (slug) } { "Merge it into another one" }
                    }
                }
                (form(&self.shell, &action, &self.fields()))
            },
        )
    }
}

impl BodyPage {
    fn fields(&self) -> Markup {
        let field = |name, label, hint, value| Field {
            name,
            label,
            hint,
            value,
            faults: &self.faults,
        };
        let words = &self.words;
        let kinds: Vec<(&str, String)> = BodyKind::ALL
            .into_iter()
            .map(|kind| (kind.word(), capitalized(kind.label())))
            .collect();
        let kinds: Vec<Choice<'_>> = kinds
            .iter()
            .map(|(value, label)| Choice {
                value,
                label,
                chosen: *value == words.kind,
            })
            .collect();
        let levels: Vec<Choice<'_>> = Level::ALL
            .into_iter()
            .map(|level| Choice {
                value: level.word(),
                label: level.word(),
                chosen: level.word() == words.level,
            })
            .collect();
        html! {
            (line(&field("name", "Full name", "", &words.name), "text", "off"))
            @if self.slug.is_none() {
                (line(&field("slug", "Slug", "Its name in addresses. Empty: made of its name. It never changes.", &words.slug), "text", "off"))
            }
            (lines(&field("aliases", "Other names", "Abbreviations and other spellings, one a line. Search finds the body by them.", &words.aliases), 3))
            (select(&field("kind", "Kind", "", ""), &kinds))
            (select(&field("level", "Level", "", ""), &levels))
            (line(&field("of", "Belongs to", "The key of its government, such as county-17031; it stands in the address of the government’s page.", &words.of), "text", "off"))
            (lines(&field("serves", "Serves", "Keys of the places it serves, one a line. Everything that lies in them is served.", &words.serves), 3))
            (line(&field("website", "Website", "Begins with https://", &words.website), "url", "off"))
            button class="usa-button" type="submit" { "Save" }
        }
    }
}
