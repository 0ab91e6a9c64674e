//! A long list of which the beginning stands open.

use maud::{Markup, html};

/// Entries that stand open.
const OPEN: usize = 12;

/// The first entries, and the rest to be unfolded.
pub(crate) fn folded(entries: &[Markup]) -> Markup {
    // Two or three more are not worth a click.
    let open = match entries.len() {
        few if few <= OPEN + 3 => few,
        _ => OPEN,
    };
    let (first, rest) = entries.split_at(open);
    html! {
        @for entry in first { (entry) }
        @if !rest.is_empty() {
            details {
                summary { (rest.len()) " more" }
                @for entry in rest { (entry) }
            }
        }
    }
}
