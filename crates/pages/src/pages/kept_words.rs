//! What somebody typed into a form that could not be taken: to read, to copy, and
//! where it may help, to send again.

use crate::{components::form::token, shell::Shell, words::capitalized};
use maud::{Markup, html};

/// Letters up to which a word stands in one line.
const LINE: usize = 60;

/// The words of a form that could not be taken.
#[derive(Clone, Debug)]
pub struct KeptWords {
    /// Where the form was sent.
    pub action: String,
    /// Names and values, in order.
    pub words: Vec<(String, String)>,
    /// Whether it may be taken when it is sent again.
    pub again: bool,
}

impl KeptWords {
    pub(super) fn section(&self, shell: &Shell) -> Markup {
        html! {
            section class="il-section" aria-labelledby="kept" {
                h2 id="kept" { "What you wrote" }
                p {
                    "Nothing of it was saved. It stands here so that you can copy it"
                    @if self.again { ", or send it again" } "."
                }
                @if self.again {
                    form class="il-form" method="post" action=(self.action) {
                        (token(shell))
                        (self.boxes())
                        button class="usa-button il-next" type="submit" { "Send it again" }
                    }
                } @else {
                    div class="il-form" { (self.boxes()) }
                }
            }
        }
    }

    fn boxes(&self) -> Markup {
        html! {
            @for (place, (name, value)) in self.words.iter().enumerate() {
                @let id = format!("kept-{place}");
                @if is_of_the_form(name) {
                    input type="hidden" name=(name) value=(value);
                } @else if value.contains('\n') || value.chars().count() > LINE {
                    label class="usa-label" for=(id) { (label(name)) }
                    textarea class="usa-textarea" id=(id) name=(name) rows="5" readonly { "\n" (value) }
                } @else {
                    label class="usa-label" for=(id) { (label(name)) }
                    input class="usa-input" id=(id) name=(name) type="text" value=(value) readonly;
                }
            }
        }
    }
}

/// Fields that the form itself filled in.
fn is_of_the_form(name: &str) -> bool {
    ["version", "stay", "more", "decision"].contains(&name)
}

/// The name of a field as a person may read it.
pub(crate) fn label(name: &str) -> String {
    capitalized(&name.replace(['_', '.', '-'], " "))
}
