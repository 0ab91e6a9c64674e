//! What a page says above an offering that is looked at before it is published.

use maud::{Markup, html};

/// What stands above a preview.
#[derive(Clone, Debug, Default)]
pub struct PreviewNote {
    /// What the chosen government sees, in a sentence; none before one is chosen.
    pub sentence: Option<String>,
    /// Address of this preview, to choose a government for.
    pub address: String,
    /// Address of the listing at the desk.
    pub desk: String,
}

impl PreviewNote {
    pub(crate) fn markup(&self) -> Markup {
        html! {
            section class="il-notice" aria-labelledby="preview" {
                h2 id="preview" { "Preview: this is not public" }
                @match &self.sentence {
                    Some(sentence) => p { (sentence) },
                    None => p { "Choose a government to see the page as it would." },
                }
                p { a href=(crate::href::picker(&self.address)) { "Choose a government" } " · " a href=(self.desk) { "Back to the desk" } }
            }
        }
    }
}
