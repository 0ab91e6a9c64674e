//! The star: sets an offering aside, or takes it off the list. Its button belongs to one
//! form at the end of the page, for lists stand inside forms of their own.

use super::form::token;
use crate::Shell;
use maud::{Markup, html};

/// The form of every star of a page.
const FORM: &str = "stars";

pub(crate) fn star(shell: &Shell, slug: &str, title: &str) -> Markup {
    let is_on = shell.starred.contains(slug);
    let name = if is_on { "remove" } else { "add" };
    html! {
        p class="il-star" {
            button class="il-star__button" type="submit" form=(FORM) name=(name) value=(slug) {
                span aria-hidden="true" { (if is_on { "★ " } else { "☆ " }) }
                (if is_on { "On your shortlist" } else { "Shortlist" })
                span class="usa-sr-only" {
                    @if is_on { ": take “" (title) "” off" } @else { " “" (title) "”" }
                }
            }
        }
    }
}

/// The form of the stars in this content; nothing where it has none.
pub(crate) fn form_of_stars(shell: &Shell, content: &Markup) -> Markup {
    let has_stars = content.0.contains(&format!(" form=\"{FORM}\""));
    html! {
        @if has_stars {
            form id=(FORM) method="post" action="/shortlist" {
                (token(shell))
                input type="hidden" name="next" value=(shell.path);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_says_whether_it_is_on_in_words() {
        let mut shell = Shell::default();
        let html = star(&shell, "siem", "SIEM <x>").into_string();
        assert!(html.contains("☆"), "{html}");
        assert!(html.contains("name=\"add\" value=\"siem\""), "{html}");
        assert!(html.contains("“SIEM &lt;x&gt;”"), "{html}");
        shell.starred.insert("siem".into());
        let html = star(&shell, "siem", "SIEM").into_string();
        assert!(html.contains("On your shortlist"), "{html}");
        assert!(html.contains("name=\"remove\" value=\"siem\""), "{html}");
    }

    #[test]
    fn a_page_with_stars_brings_their_form_and_no_other_page_does() {
        let shell = Shell {
            path: "/search?q=a&for=county-17031".into(),
            ..Shell::default()
        };
        let stars = star(&shell, "siem", "SIEM");
        let form = form_of_stars(&shell, &stars).into_string();
        assert!(form.contains("id=\"stars\""), "{form}");
        assert!(
            form.contains("value=\"/search?q=a&amp;for=county-17031\""),
            "{form}"
        );
        let words = html! { p { "form=\"stars\"" } };
        assert_eq!(form_of_stars(&shell, &words).into_string(), "");
    }
}
