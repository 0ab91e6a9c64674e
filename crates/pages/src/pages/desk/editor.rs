//! The editor: a new listing, its steps, and two editors at once.

use super::ListingHead;
use crate::{
    components::{
        desk_head::desk_head,
        error_summary::{FieldFault, error_summary},
        form::{Choice, Field, choices, file, form, line, token},
        form_items::{FormItem, form_items},
        references::BodyRef,
    },
    href,
    pages::{
        changes::{ChangeRow, side_by_side},
        kept_words::label,
    },
    shell::{Head, Shell},
    words::counted,
};
use interlocal_catalog::{diligence::Proof, editing::Part};
use maud::{Markup, Render, html};

/// The first questions of a new listing.
#[derive(Clone, Debug)]
pub struct NewListingPage {
    /// What stands around.
    pub shell: Shell,
    /// The body.
    pub body: BodyRef,
    /// The questions.
    pub items: Vec<FormItem>,
    /// Whether its publication answers a question of governments.
    pub answers: bool,
    /// What is wrong with what was typed.
    pub faults: Vec<FieldFault>,
}

/// A step of the editor.
#[derive(Clone, Debug)]
pub struct EditorPage {
    /// What stands around.
    pub shell: Shell,
    /// Which listing.
    pub listing: ListingHead,
    /// Which step.
    pub part: Part,
    /// The questions.
    pub items: Vec<FormItem>,
    /// What is wrong with what was typed.
    pub faults: Vec<FieldFault>,
    /// Whom the audience reaches, in a sentence; on its step alone.
    pub reach: Option<String>,
    /// What somebody else has saved meanwhile.
    pub conflict: Option<ConflictPage>,
    /// Where a file can be added; on its step alone.
    pub upload: Option<UploadForm>,
}

/// A file that is to be added.
#[derive(Clone, Debug, Default)]
pub struct UploadForm {
    /// What it is, as typed.
    pub title: String,
    /// Who holds the official copy, as typed.
    pub held_by: String,
    /// What it shows a procurement file, as chosen: words of proofs.
    pub proves: Vec<String>,
}

/// What two editors say at once.
#[derive(Clone, Debug, Default)]
pub struct ConflictPage {
    /// What stands now beside what was sent.
    pub rows: Vec<ChangeRow>,
    /// What the other typed in this step that could not be read yet, as names and values.
    pub unread: Vec<(String, String)>,
}

impl Render for NewListingPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Write a listing",
            description: "A new listing of a body.",
            search_box: false,
        };
        let action = format!("/desk/{}/new", href::escape(&self.body.slug));
        self.shell.document(
            &head,
            &html! {
                (desk_head(&self.body, "", "Write a listing"))
                (error_summary(&self.faults))
                @if self.answers {
                    p class="il-notice" {
                        "You write this to answer a question. Its kind of government is filled in for you, and when the "
                        "listing is published, everybody who asked has their answer."
                    }
                }
                (form(&self.shell, &action, &html! {
                    (form_items(&self.items, &self.faults))
                    button class="usa-button il-next" type="submit" { "Begin" }
                }))
            },
        )
    }
}

impl Render for EditorPage {
    fn render(&self) -> Markup {
        let title = format!("{} – {}", self.part.label(), self.listing.title);
        let head = Head {
            title: &title,
            description: &title,
            search_box: false,
        };
        let action = self.listing.at(&format!("/edit/{}", self.part.word()));
        self.shell.document(
            &head,
            &html! {
                (desk_head(&self.listing.body, "", self.part.label()))
                p class="il-facts" {
                    a href=(self.listing.at("")) { (self.listing.title) } " – " (self.listing.stands)
                    @if let Some(place) = Part::ALL.iter().position(|part| *part == self.part) {
                        " – step " (place + 1) " of " (Part::ALL.len())
                    }
                }
                (steps(&self.listing, self.part))
                (self.meanwhile())
                (error_summary(&self.faults))
                @if !self.faults.is_empty() {
                    p { "What you typed is kept. You may go on and mend this later." }
                }
                @if let Some(reach) = &self.reach {
                    p class="il-notice il-reach" data-reach=(self.listing.at("/reach")) role="status" { (reach) }
                }
                (form(&self.shell, &action, &html! {
                    (self.listing.version_field())
                    (form_items(&self.items, &self.faults))
                    div class="il-form__end" {
                        button class="usa-button il-next" type="submit" { "Save and go on" }
                        " "
                        button class="usa-button usa-button--outline" type="submit" name="stay" value="yes" { "Save and stay" }
                    }
                }))
                (self.upload())
            },
        )
    }
}

impl EditorPage {
    fn upload(&self) -> Markup {
        let field = |name, label, hint, value| Field {
            name,
            label,
            hint,
            value,
            faults: &self.faults,
        };
        html! {
            @if let Some(upload) = &self.upload {
                @let proofs = Proof::ALL.map(|proof| Choice {
                    value: proof.word(),
                    label: proof.label(),
                    chosen: upload.proves.iter().any(|word| word == proof.word()),
                });
                section class="il-section" aria-labelledby="upload" {
                    h2 id="upload" { "Add a file" }
                    form class="il-form" method="post" enctype="multipart/form-data" action=(self.listing.at("/documents")) {
                        (token(&self.shell))
                        (self.listing.version_field())
                        (line(&field("file_title", "What the file is", "", &upload.title), "text", "off"))
                        (line(&field("file_held_by", "Official copy held by", "Empty where your body holds it.", &upload.held_by), "text", "off"))
                        (choices(&field("file_proves", "What it shows a procurement file", "", ""), "checkbox", &proofs))
                        (file(&field("file", "File", "PDF, DOCX, XLSX, CSV, TXT, PNG or JPEG, at most 10 MB.", "")))
                        button class="usa-button usa-button--outline" type="submit" { "Add the file" }
                    }
                }
            }
        }
    }

    fn meanwhile(&self) -> Markup {
        html! {
            @if let Some(conflict) = &self.conflict {
                section class="il-faults" role="alert" tabindex="-1" aria-labelledby="meanwhile" {
                    h2 id="meanwhile" { "Somebody else has saved this draft meanwhile" }
                    p {
                        "Your words stand in the form below and are not saved. "
                        "Compare both, then save to let yours stand, or leave the page to let theirs."
                    }
                    @if conflict.rows.is_empty() && conflict.unread.is_empty() { p { "Both say the same in this step." } }
                    @else if !conflict.rows.is_empty() { (side_by_side(&conflict.rows, "What stands now", "What you sent")) }
                    @if !conflict.unread.is_empty() {
                        h3 { "What they typed in this step and still have to mend" }
                        p { "It goes away when you save this step." }
                        dl class="il-said" {
                            @for (name, value) in &conflict.unread {
                                dt { (label(name)) }
                                dd { (value) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The steps of the editor and which one is open.
pub(super) fn steps(listing: &ListingHead, open: Part) -> Markup {
    let count = Part::ALL.len() as u64;
    html! {
        nav class="il-tabs" aria-label={ (counted(count, "step", "steps")) " of the editor" } {
            ul {
                @for part in Part::ALL {
                    li {
                        a href=(listing.at(&format!("/edit/{}", part.word()))) aria-current=[(part == open).then_some("step")] {
                            (part.label())
                        }
                    }
                }
                li { a href=(listing.at("")) { "Check answers" } }
            }
        }
    }
}
