//! `/account/email/{secret}`: asks whether the account is to have its new address.

use crate::{
    components::form::button_form,
    shell::{Head, Shell},
};
use maud::{Markup, Render, html};

/// The page behind the link that was mailed to the new address.
#[derive(Clone, Debug, Default)]
pub struct NewAddressPage {
    /// What stands around.
    pub shell: Shell,
    /// The address of this page, with its secret.
    pub action: String,
    /// The address of the account.
    pub old: String,
    /// The one that it is to have.
    pub new: String,
}

impl Render for NewAddressPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Your new address",
            description: "Behind the link that was mailed to you.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                div class="il-prose il-narrow" {
                    h1 { "Your new address" }
                    p class="il-lead" { "Your account has the address " (self.old) ". It is to have " (self.new) "." }
                    p { "You sign in with the new one from then on. The old one is told, and your other sessions end." }
                    (button_form(&self.shell, &self.action, "Take the new address"))
                    p { a href="/account" { "Leave it as it is" } }
                }
            },
        )
    }
}
