//! Text with the matched words marked.

use maud::{Markup, Render, html};

/// Pieces of text; true where the piece matched the words asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Highlight(pub Vec<(String, bool)>);

impl From<&str> for Highlight {
    fn from(text: &str) -> Self {
        Self(vec![(text.to_owned(), false)])
    }
}

impl Highlight {
    /// The text without marks.
    pub fn plain(&self) -> String {
        self.0.iter().map(|(piece, _)| piece.as_str()).collect()
    }
}

impl Render for Highlight {
    fn render(&self) -> Markup {
        html! {
            @for (piece, matched) in self.0.iter().filter(|(piece, _)| !piece.is_empty()) {
                @if *matched { mark { (piece) } } @else { (piece) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matched_words_are_marked_and_everything_is_escaped() {
        let text = Highlight(vec![("<b>".into(), false), ("EDR & <i>".into(), true)]);
        assert_eq!(
            text.render().into_string(),
            "&lt;b&gt;<mark>EDR &amp; &lt;i&gt;</mark>"
        );
        assert_eq!(text.plain(), "<b>EDR & <i>");
    }
}
