//! `/accessibility`: the conformance statement.

use crate::shell::{Head, Shell};
use maud::{Markup, Render, html};

/// Accessibility statement.
#[derive(Clone, Debug)]
pub struct AccessibilityPage {
    /// What stands around.
    pub shell: Shell,
    /// Role address for reports, where the portal has one.
    pub contact: Option<String>,
}

impl Render for AccessibilityPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Accessibility",
            description: "How accessible Interlocal is and how to report a barrier.",
            search_box: true,
        };
        self.shell.document(
            &head,
            &html! {
                div class="il-prose" {
                    h1 { "Accessibility" }
                    p {
                        "Every page is built to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA, one "
                        "step beyond WCAG 2.1 AA, which Title II of the Americans with Disabilities Act requires of state "
                        "and local governments."
                    }
                    h2 { "What that means here" }
                    ul {
                        li { "Every page works with a keyboard alone and without scripts." }
                        li { "No answer is given by color or shape alone: a word always stands beside it." }
                        li { "Pages can be read at a width of 320 pixels and at 400 % zoom." }
                        li { "Colors keep their contrast in light and dark mode; animations stop when your system asks for it." }
                        li { "Suggestions while typing are announced, and can be ignored." }
                    }
                    h2 { "Report a barrier" }
                    @match &self.contact {
                        Some(address) => p { "Write to " a href={ "mailto:" (address) } { (address) } ". Say which page and what you use." },
                        None => p { "Tell the government office that runs this portal which page it was and what you use." },
                    }
                }
            },
        )
    }
}
