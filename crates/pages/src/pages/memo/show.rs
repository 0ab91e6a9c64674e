//! `/memos/{id}`: a memo, as a draft or frozen.

use super::{
    sheet::sheet,
    since::{ChangedSince, since},
};
use crate::{
    components::{
        done::done,
        error_summary::{FieldFault, error_summary},
        form::{Choice, Field, Source, choices, file, form, line, lines, select, token},
        pick::{Meant, pick},
        row_form::{row_button, row_form},
    },
    href,
    shell::{Head, Shell},
    words::written,
};
use interlocal_catalog::memo::{Decision, FrozenMemo};
use maud::{Markup, Render, html};

/// A memo.
#[derive(Clone, Debug)]
pub struct MemoPage {
    /// What stands around.
    pub shell: Shell,
    /// What it says: frozen, or as it would be frozen now.
    pub memo: FrozenMemo,
    /// What can be done with it.
    pub tools: MemoTools,
    /// What was done just now.
    pub done: Option<&'static str>,
    /// What cannot be as it is.
    pub faults: Vec<FieldFault>,
}

/// What can be done with a memo.
#[derive(Clone, Debug)]
pub enum MemoTools {
    /// It is written.
    Draft(MemoDraftTools),
    /// It is frozen.
    Frozen(MemoFrozenTools),
}

/// Ways to go on with a draft.
#[derive(Clone, Debug, Default)]
pub struct MemoDraftTools {
    /// Slug and title of options of which a newer edition stands.
    pub newer: Vec<(String, String)>,
    /// Rows of the attachments, in order.
    pub attachments: Vec<i32>,
    /// The fields as typed: slug, attachment title, address, name, comment.
    pub typed: [String; 5],
    /// What the typed name of an offering may mean.
    pub meant: Meant,
    /// What was chosen of the decision.
    pub decision: Option<Decision>,
}

/// Ways to go on with a frozen memo.
#[derive(Clone, Debug, Default)]
pub struct MemoFrozenTools {
    /// Its hash.
    pub sha256: String,
    /// The address under which its files lie.
    pub files: String,
    /// Whether the reader belongs to the body.
    pub own: bool,
    /// The address of its link, whole.
    pub link: Option<String>,
    /// Whether it names what verified governments alone see.
    pub for_verified: bool,
    /// What changed since.
    pub changed: Vec<ChangedSince>,
    /// Chosen options whose adoption can be recorded.
    pub adoptable: Vec<Adoptable>,
    /// Titles of chosen options whose adoption is on record.
    pub adopted: Vec<String>,
}

/// A chosen option whose adoption can be recorded.
#[derive(Clone, Debug, Default)]
pub struct Adoptable {
    /// Its slug.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Since when it is used, as typed.
    pub since: String,
    /// The quantities of the memo, one of which may be its size: unit, words, whether it
    /// is chosen.
    pub sizes: Vec<(String, String, bool)>,
}

impl Render for MemoPage {
    fn render(&self) -> Markup {
        let memo = &self.memo;
        let head = Head {
            title: &memo.title,
            description: "A decision memo for the procurement file.",
            search_box: false,
        };
        let (files, state) = match &self.tools {
            MemoTools::Draft(_) => (format!("/memos/{}", memo.number), draft_state()),
            MemoTools::Frozen(tools) => (tools.files.clone(), frozen_state(memo)),
        };
        self.shell.document(
            &head,
            &html! {
                article class="il-memo" {
                    p class="il-kicker" { "Decision memo " (memo.number) " · " (memo.body.name) }
                    h1 { (memo.title) }
                    (state)
                    (done(self.done))
                    (error_summary(&self.faults))
                    @match &self.tools {
                        MemoTools::Draft(_) => (self.draft_ways()),
                        MemoTools::Frozen(tools) => { (self.files(tools)) (since(&tools.changed)) }
                    }
                    (sheet(memo, &files))
                    @match &self.tools {
                        MemoTools::Draft(tools) => (self.draft_forms(tools)),
                        MemoTools::Frozen(tools) => { (hash(tools)) @if tools.own { (self.frozen_forms(tools)) } }
                    }
                }
            },
        )
    }
}

fn draft_state() -> Markup {
    html! { p class="il-notice" { "A draft. It decides nothing until it is frozen." } }
}

fn frozen_state(memo: &FrozenMemo) -> Markup {
    let day = memo.frozen_at.get(..10).unwrap_or_default();
    html! {
        p class="il-lead" {
            "Frozen on "
            @match day.parse() { Ok(day) => (written(day)), Err(_) => (day) }
            "."
        }
    }
}

fn hash(tools: &MemoFrozenTools) -> Markup {
    html! {
        section class="il-section" aria-labelledby="hash" {
            h2 id="hash" { "Hash" }
            p { "SHA-256 of this memo: " code class="il-hash" { (tools.sha256) } }
            p class="il-prose" {
                "The hash is that of the canonical form of everything above, which the JSON file holds: RFC 8785, "
                "keys in order, no white space, decimals as text. "
                a href="/memos/verify" { "How to check a file" } "."
            }
        }
    }
}

impl MemoPage {
    fn at(&self, rest: &str) -> String {
        format!("/memos/{}{rest}", self.memo.number)
    }

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

    fn files(&self, tools: &MemoFrozenTools) -> Markup {
        html! {
            div class="il-screen" {
                ul class="il-ways" {
                    li { a href={ (tools.files) ".json" } { "JSON with the hash" } }
                    li { a href={ (tools.files) ".xlsx" } { "Spreadsheet (XLSX)" } }
                    @if tools.own { li { a href="/memos" { "All memos" } } }
                }
                p class="il-muted" {
                    "As PDF: print this page and choose “Save as PDF”. The print leaves out everything but the memo."
                }
            }
        }
    }

    fn draft_ways(&self) -> Markup {
        html! {
            ul class="il-ways il-screen" {
                li { a class="usa-button" href=(self.at("/edit")) { "Write the memo" } }
                li { a class="usa-button usa-button--outline" href=(self.at("/freeze")) { "Freeze it" } }
                li { a href="#approve" { "Approve or decline" } }
                li { a href="/memos" { "All memos" } }
            }
        }
    }

    fn draft_forms(&self, tools: &MemoDraftTools) -> Markup {
        let [slug, title, url, name, comment] = &tools.typed;
        html! {
            div class="il-screen" {
                section class="il-section" aria-labelledby="change-options" {
                    h2 id="change-options" { "Change the options" }
                    @for (slug, title) in &tools.newer {
                        p { "Of “" (title) "” a newer edition stands." }
                        (self.option_form(slug, "renew", "Rely on it", title))
                    }
                    @for option in &self.memo.options {
                        (self.option_form(&option.slug, "remove", "Take out", &option.title))
                    }
                    (form(&self.shell, &self.at("/options"), &html! {
                        (self.version())
                        input type="hidden" name="do" value="add";
                        (pick(&self.field("slug", "Add an option", "Words of the title of an offering, or the address of its page.", slug), Source::Offerings, &tools.meant))
                        button class="usa-button usa-button--outline" type="submit" { "Add it" }
                    }))
                }
                section class="il-section" aria-labelledby="attach" {
                    h2 id="attach" { "Attach something" }
                    @for (id, one) in tools.attachments.iter().zip(&self.memo.attachments) {
                        (row_form(&self.shell, &self.at(&format!("/attachments/{id}/remove")), &row_button("Take away", &one.title)))
                    }
                    form class="il-form" method="post" action=(self.at("/attachments")) enctype="multipart/form-data" {
                        (token(&self.shell))
                        (line(&self.field("attachment_title", "What it is", "", title), "text", "off"))
                        (line(&self.field("url", "Its address, for a link", "", url), "text", "off"))
                        (file(&self.field("file", "Or a file", "PDF, DOCX, XLSX, CSV, TXT, PNG or JPEG, 10 MB at most.", "")))
                        button class="usa-button usa-button--outline" type="submit" { "Attach it" }
                    }
                }
                (self.approve(tools.decision, name, comment))
                section class="il-section" aria-labelledby="discard" {
                    h2 id="discard" { "Discard the draft" }
                    (form(&self.shell, &self.at("/discard"), &html! {
                        (self.version())
                        button class="usa-button usa-button--outline" type="submit" { "Discard it for good" }
                    }))
                }
            }
        }
    }

    fn version(&self) -> Markup {
        html! { input type="hidden" name="version" value=(self.memo.version); }
    }

    fn option_form(&self, slug: &str, word: &str, label: &str, title: &str) -> Markup {
        row_form(
            &self.shell,
            &self.at("/options"),
            &html! {
                (self.version())
                input type="hidden" name="do" value=(word);
                input type="hidden" name="slug" value=(slug);
                (row_button(label, &format!("“{title}”")))
                span aria-hidden="true" { (title) }
            },
        )
    }

    fn approve(&self, decision: Option<Decision>, name: &str, comment: &str) -> Markup {
        let options = [Decision::Approved, Decision::Declined].map(|known| Choice {
            value: known.word(),
            label: match known {
                Decision::Approved => "I approve",
                Decision::Declined => "I decline",
            },
            chosen: decision == Some(known),
        });
        html! {
            section class="il-section" aria-labelledby="approve" {
                h2 id="approve" { "Approve or decline" }
                p { "For yourself alone. What you said before is replaced; after the next change of the memo it stands as said before that change." }
                (form(&self.shell, &self.at("/approvals"), &html! {
                    (self.version())
                    (choices(&self.field("decision", "Your decision", "", ""), "radio", &options))
                    (line(&self.field("name", "Your name", "It stands in the memo as you type it.", name), "text", "name"))
                    (lines(&self.field("comment", "Comment (optional)", "", comment), 3))
                    button class="usa-button" type="submit" { "Put it into the memo" }
                }))
            }
        }
    }

    fn frozen_forms(&self, tools: &MemoFrozenTools) -> Markup {
        html! {
            div class="il-screen" {
                (self.adoption(tools))
                section class="il-section" aria-labelledby="link" {
                    h2 id="link" { "Show it by a link" }
                    @match &tools.link {
                        Some(link) => {
                            p { "Whoever has this link can read the memo and download it:" }
                            p { a class="il-hash" href=(link) { (link) } }
                        }
                        None => p { "Only people of " (self.memo.body.name) " can read the memo here." },
                    }
                    @if tools.for_verified {
                        p {
                            "It names what its provider shows to verified governments alone. The link opens it "
                            "for people who have signed in for one; for others there is nothing there."
                        }
                    }
                    div class="il-buttons" {
                        (self.link_form("open", if tools.link.is_some() { "Make another link and end this one" } else { "Make a link" }))
                        @if tools.link.is_some() { (self.link_form("close", "Take the link back")) }
                    }
                }
            }
        }
    }

    fn link_form(&self, word: &str, label: &str) -> Markup {
        form(
            &self.shell,
            &self.at("/link"),
            &html! {
                input type="hidden" name="do" value=(word);
                button class="usa-button usa-button--outline" type="submit" { (label) }
            },
        )
    }

    fn adoption(&self, tools: &MemoFrozenTools) -> Markup {
        html! {
            @if !tools.adoptable.is_empty() || !tools.adopted.is_empty() {
                section class="il-section" aria-labelledby="adopt" {
                    h2 id="adopt" { "Record that it is used" }
                    @for title in &tools.adopted { p { (title) ": on record for " (self.memo.government.name) "." } }
                    @for one in &tools.adoptable { (self.adopt(one)) }
                    p { "Other governments see on the page of the offering who uses it. It can be taken back under "
                        a href={ "/desk/" (href::escape(&self.memo.body.key)) "/participations" } { "Participations" } "." }
                }
            }
        }
    }

    fn adopt(&self, one: &Adoptable) -> Markup {
        let [since, size] = ["since", "size"].map(|part| format!("{part}-{}", one.slug));
        let who = &self.memo.government.name;
        let title = &one.title;
        let none = Choice {
            value: "",
            label: "State no size",
            chosen: false,
        };
        let sizes: Vec<Choice<'_>> = std::iter::once(none)
            .chain(one.sizes.iter().map(|(value, label, chosen)| Choice {
                value,
                label,
                chosen: *chosen,
            }))
            .collect();
        form(
            &self.shell,
            &self.at("/adopt"),
            &html! {
                input type="hidden" name="slug" value=(one.slug);
                (line(&self.field(&since, &format!("{who} uses {title} since"), "Leave it empty where the day is not known.", &one.since), "date", "off"))
                @if !one.sizes.is_empty() {
                    (select(&self.field(&size, &format!("At what size it uses {title}"), "One of the quantities of the memo.", ""), &sizes))
                }
                button class="usa-button" type="submit" { "Record it" }
            },
        )
    }
}
