//! Taking a listing back, now or on a day.

use super::ListingHead;
use crate::{
    components::{
        desk_head::desk_head,
        error_summary::{FieldFault, error_summary},
        form::{Field, form, line, lines},
    },
    shell::{Head, Shell},
};
use maud::{Markup, Render, html};

/// Taking a listing back.
#[derive(Clone, Debug)]
pub struct WithdrawPage {
    /// What stands around.
    pub shell: Shell,
    /// Which listing.
    pub listing: ListingHead,
    /// Why, as typed.
    pub reason: String,
    /// Slug of what replaces it, as typed.
    pub successor: String,
    /// The day on which it is withdrawn by itself, as typed or set.
    pub retire_on: String,
    /// What is wrong with what was typed.
    pub faults: Vec<FieldFault>,
}

impl Render for WithdrawPage {
    fn render(&self) -> Markup {
        let title = format!("Withdraw – {}", self.listing.title);
        let head = Head {
            title: &title,
            description: &title,
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (desk_head(&self.listing.body, "", &title))
                p class="il-facts" { a href=(self.listing.at("")) { (self.listing.title) } " – " (self.listing.stands) }
                (error_summary(&self.faults))
                p { "A withdrawn listing does not come back. Its page stays at its address and says when and why." }
                (form(&self.shell, &self.listing.at("/withdraw"), &html! {
                    (lines(&self.field("reason", "Why, in words for everybody", "", &self.reason), 3))
                    (line(&self.field("successor", "What replaces it", "The last part of the address of another published listing; may be empty.", &self.successor), "text", "off"))
                    button class="usa-button" type="submit" { "Withdraw now" }
                }))
                h2 { "Withdraw on a day" }
                (form(&self.shell, &self.listing.at("/retire"), &html! {
                    (line(&self.field("retire_on", "The day on which it is withdrawn by itself", "Leave empty for no day.", &self.retire_on), "date", "off"))
                    button class="usa-button usa-button--outline" type="submit" { "Set the day" }
                }))
            },
        )
    }
}

impl WithdrawPage {
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
}
