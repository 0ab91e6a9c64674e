//! What was done just now, said at the top of the page that one comes back to.

use maud::{Markup, html};

pub(crate) fn done(said: Option<&str>) -> Markup {
    html! {
        @if let Some(said) = said { p class="il-done" role="status" { (said) } }
    }
}
