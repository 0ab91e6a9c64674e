//! Rows of label and fact; an absent fact says so.

use maud::{Markup, Render, html};

/// One row of a definition list.
pub(crate) fn row(label: &str, fact: Option<&dyn Render>) -> Markup {
    html! {
        div class="il-defs__row" {
            dt { (label) }
            dd {
                @match fact {
                    Some(fact) => (fact.render()),
                    None => span class="il-absent" { "Not stated" },
                }
            }
        }
    }
}

/// A row of text; empty text is an absent fact.
pub(crate) fn text_row(label: &str, text: &str) -> Markup {
    let text = text.trim();
    row(label, if text.is_empty() { None } else { Some(&text) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absent_fact_is_said_in_words() {
        assert!(text_row("Term", " ").into_string().contains("Not stated"));
        let html = text_row("Term", "a < b").into_string();
        assert!(html.contains("<dd>a &lt; b</dd>"), "{html}");
    }
}
