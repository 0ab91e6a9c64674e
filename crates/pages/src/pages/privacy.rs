//! `/privacy`: what is kept about those who read.

use crate::shell::{Head, Shell};
use maud::{Markup, Render, html};

/// Privacy statement.
#[derive(Clone, Debug)]
pub struct PrivacyPage {
    /// What stands around.
    pub shell: Shell,
    /// Role address for questions, where the portal has one.
    pub contact: Option<String>,
}

impl Render for PrivacyPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Privacy",
            description: "What Interlocal keeps about those who read it.",
            search_box: true,
        };
        self.shell.document(
            &head,
            &html! {
                div class="il-prose" {
                    h1 { "Privacy" }
                    p { "You can read, search and match without signing in and without saying who you are." }
                    h2 { "What is kept" }
                    ul {
                        li { "The government you chose travels in the address of the page and is remembered in one cookie on your own device, so that you need not choose it again." }
                        li { "What you put aside to compare, and the quantities you typed to reckon a cost, are remembered in two more cookies on your own device. They name offerings and numbers, not you; “Clear” and an empty form forget them." }
                        li { "If you set offerings aside without signing in, one cookie on your own device holds which ones. No other cookie is set for readers, and nothing follows you from site to site." }
                        li { "If you sign in, one more cookie stands for your session and ends with it. Your account keeps your address, the name you give, how you sign in and where, and your shortlist with its notes; you can take all of it with you and close the account yourself." }
                        li { "If you ask a body or report a problem, your words go to its desk. An address that you leave is used for one letter, when it is answered, and is shown to nobody." }
                        li { "Nothing is loaded from third parties: no fonts, scripts, maps or counters." }
                    }
                    h2 { "What your searches say" }
                    p {
                        "What a government searches for can show where it is weak, and logs can be public records. "
                        "Search words are therefore not kept together with the government they were asked for."
                    }
                    @if let Some(address) = &self.contact {
                        h2 { "Questions" }
                        p { "Write to " a href={ "mailto:" (address) } { (address) } "." }
                    }
                }
            },
        )
    }
}
