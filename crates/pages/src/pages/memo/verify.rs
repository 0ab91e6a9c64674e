//! `/memos/verify`: whether a file is the memo that was frozen.

use crate::{
    components::{
        error_summary::{FieldFault, error_summary},
        form::{Field, file, lines, token},
    },
    shell::{Head, Shell},
};
use maud::{Markup, Render, html};

/// The check of a file.
#[derive(Clone, Debug)]
pub struct MemoVerifyPage {
    /// What stands around.
    pub shell: Shell,
    /// What came of it.
    pub answer: Option<VerifyAnswer>,
    /// What cannot be as it is.
    pub faults: Vec<FieldFault>,
    /// What was pasted.
    pub text: String,
}

/// What came of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VerifyAnswer {
    /// The file is whole.
    Whole {
        /// What the memo decides.
        title: String,
        /// Whose it is.
        body: String,
        /// Its number.
        number: i32,
        /// When it was frozen, in words.
        frozen: String,
        /// The portal that it says froze it.
        portal: String,
        /// Its hash.
        sha256: String,
        /// Whether this portal froze it.
        ours: bool,
    },
    /// Its content is not what its hash says.
    Changed {
        /// The hash it states.
        stated: String,
        /// The hash of what it holds.
        found: String,
    },
    /// An edition in it was exchanged.
    EditionChanged(String),
    /// It is no memo.
    NoMemo(String),
}

impl Render for MemoVerifyPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Check a decision memo",
            description: "Check whether a decision memo is the one that was frozen.",
            search_box: true,
        };
        self.shell.document(
            &head,
            &html! {
                h1 { "Check a decision memo" }
                (error_summary(&self.faults))
                @if let Some(answer) = &self.answer { (told(answer)) }
                p class="il-prose" {
                    "Whoever holds the JSON file of a frozen memo can check here whether it says what was frozen. "
                    "Nothing of what you send is kept."
                }
                form class="il-form" method="post" action="/memos/verify" enctype="multipart/form-data" {
                    (token(&self.shell))
                    (file(&Field { name: "file", label: "The JSON file", hint: "1 MB at most.", value: "", faults: &self.faults }))
                    (lines(&Field { name: "text", label: "Or its text", hint: "", value: &self.text, faults: &self.faults }, 6))
                    button class="usa-button il-next" type="submit" { "Check it" }
                }
                section class="il-section il-prose" aria-labelledby="how" {
                    h2 id="how" { "How to check it without this portal" }
                    p {
                        "The file has two parts, " code { "content" } " and " code { "sha256" } ". Write the content in its "
                        "canonical form and take the SHA-256 of its UTF-8 bytes: it must be the one that stands in the file."
                    }
                    ul {
                        li { "The canonical form is that of RFC 8785: the keys of every object in order of their UTF-16 code units, no white space, text escaped as JavaScript’s " code { "JSON.stringify" } " does." }
                        li { "Numbers are whole. Prices, quantities and other decimals are text, digit for digit." }
                        li { "Each option holds the whole edition that was relied on; its " code { "sha256" } " is that of the canonical form of its " code { "content" } "." }
                    }
                    p { "Here a file is read and written in its canonical form again before its hash is taken, so white space and escapes may differ. No key may stand twice, and nothing may stand beside the two parts." }
                    p { "The file is written in the canonical form already, so that its content is the text between " code { "{\"content\":" } " and " code { ",\"sha256\"" } "." }
                }
            },
        )
    }
}

fn told(answer: &VerifyAnswer) -> Markup {
    html! {
        @match answer {
            VerifyAnswer::Whole { title, body, number, frozen, portal, sha256, ours } => {
                section class="il-verdict-box il-tone-yes" role="status" aria-labelledby="answer" {
                    h2 id="answer" { "The memo is whole" }
                    p { "Its content is what its hash says: “" (title) "” of " (body) ", memo " (number) ", frozen on " (frozen) "." }
                    @if *ours { p { strong { "It is the memo that this portal froze." } } }
                    @else {
                        p { strong { "This portal froze no such memo." } " The file names " (portal) ": ask there, for anybody can make a file with a hash that fits." }
                    }
                    p { "SHA-256 " code class="il-hash" { (sha256) } }
                }
            }
            VerifyAnswer::Changed { stated, found } => {
                (refused("Its content is not what its hash says: the file was changed after it was frozen.", html! {
                    p { "It states " code class="il-hash" { (stated) } }
                    p { "It holds " code class="il-hash" { (found) } }
                }))
            }
            VerifyAnswer::EditionChanged(title) => {
                (refused(&format!("The edition of “{title}” in it is not what its own hash says."), html! {}))
            }
            VerifyAnswer::NoMemo(why) => { (refused(&format!("It is no memo as a portal writes it. {why} Send the file as it was downloaded."), html! {})) }
        }
    }
}

fn refused(why: &str, more: Markup) -> Markup {
    html! {
        section class="il-verdict-box il-tone-no" role="alert" aria-labelledby="answer" {
            h2 id="answer" { "Refused: this is not a frozen memo" }
            p { (why) }
            (more)
        }
    }
}
