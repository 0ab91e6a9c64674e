//! `/steward/merge-bodies`, `/steward/merge-offerings`: making one of two.

use crate::{
    components::{
        done::done,
        error_summary::{FieldFault, error_summary},
        form::{Field, form, line},
        steward_head::steward_head,
    },
    shell::{Head, Shell},
};
use maud::{Markup, Render, html};

/// Two of which one stays.
#[derive(Clone, Debug)]
pub struct MergePage {
    /// What stands around.
    pub shell: Shell,
    /// Whether these are offerings; else bodies.
    pub offerings: bool,
    /// What stands in the fields.
    pub words: MergeWords,
    /// What was done just now.
    pub done: Option<&'static str>,
    /// What is wrong with what was typed.
    pub faults: Vec<FieldFault>,
}

/// The fields as they were typed.
#[derive(Clone, Debug, Default)]
pub struct MergeWords {
    /// The slug of the one that goes.
    pub from: String,
    /// The slug of the one that stays.
    pub into: String,
    /// Why.
    pub reason: String,
}

impl Render for MergePage {
    fn render(&self) -> Markup {
        let (title, part, action) = if self.offerings {
            ("Merge two offerings", "", "/steward/merge-offerings")
        } else {
            (
                "Merge two bodies",
                "/steward/bodies",
                "/steward/merge-bodies",
            )
        };
        let head = Head {
            title,
            description: "One stays, and the address of the other leads to it.",
            search_box: false,
        };
        let field = |name, label, hint, value| Field {
            name,
            label,
            hint,
            value,
            faults: &self.faults,
        };
        let (words, slug) = (
            &self.words,
            "Its slug: the last part of the address of its page.",
        );
        self.shell.document(
            &head,
            &html! {
                (steward_head(part, title))
                (done(self.done))
                (error_summary(&self.faults))
                p class="il-lead" {
                    @if self.offerings {
                        "The one that goes is taken back. Its address leads to the other for good; who takes part in it or "
                        "uses it is on record there. Its editions stay as they are."
                    } @else {
                        "Offerings, statements, people, requests and known domains of the one that goes move to the other. Its "
                        "address leads there for good, and the other is found under its names too. Published editions stay as they are."
                    }
                    " This cannot be undone."
                }
                (form(&self.shell, action, &html! {
                    (line(&field("from", "The one that goes", slug, &words.from), "text", "off"))
                    (line(&field("into", "The one that stays", slug, &words.into), "text", "off"))
                    (line(&field("reason", "Why", "For the audit log.", &words.reason), "text", "off"))
                    button class="usa-button" type="submit" { "Merge" }
                }))
            },
        )
    }
}
