//! What a visitor keeps to compare: the tray on every page, and the button of an
//! offering that puts it there. Plain forms, so that nothing needs a script.

use super::form::token;
use crate::{Shell, href};
use maud::{Markup, html};

/// Offerings of a tray at most.
pub const MOST: usize = 4;

/// An offering in the tray.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrayItem {
    /// Its slug, with the number of a frozen edition: `a-slug@2`.
    pub name: String,
    /// Its title.
    pub title: String,
}

/// The tray, where something lies in it.
pub(crate) fn tray(shell: &Shell) -> Markup {
    let count = shell.tray.len();
    html! {
        @if count > 0 {
            aside class="il-tray" aria-labelledby="tray" {
                div class="grid-container il-tray__bar" {
                    h2 id="tray" class="il-tray__head" { "To compare (" (count) " of " (MOST) ")" }
                    ul class="il-tray__items" {
                        @for item in &shell.tray {
                            li {
                                a href=(href::offering(slug(&item.name), shell.key())) { (item.title) }
                                (change(shell, "remove", &item.name, &html! {
                                    button class="usa-button usa-button--unstyled il-tray__remove" type="submit" {
                                        "Remove" span class="usa-sr-only" { " " (item.title) " from the comparison" }
                                    }
                                }))
                            }
                        }
                    }
                    div class="il-tray__acts" {
                        a class="usa-button" href=(href::compare(shell)) {
                            @if count == 1 { "Compare" } @else { "Compare these " (count) }
                        }
                        (change(shell, "clear", "yes", &html! {
                            button class="usa-button usa-button--unstyled" type="submit" { "Clear" }
                        }))
                    }
                }
            }
        }
    }
}

/// The form of every compare button of a page.
const FORM: &str = "compare-these";

/// The button that puts an offering into the tray, or takes it out. It belongs to one
/// form at the end of the page, for lists stand inside forms of their own.
pub(crate) fn compare_button(shell: &Shell, name: &str, title: &str) -> Markup {
    let kept = shell.tray.iter().any(|item| item.name == name);
    let (field, label) = if kept {
        ("remove", "In the comparison – remove")
    } else {
        ("add", "Compare")
    };
    html! {
        p class="il-compare-this" {
            button class="usa-button usa-button--unstyled il-compare-button" type="submit"
                form=(FORM) name=(field) value=(name) {
                (label) span class="usa-sr-only" { " “" (title) "”" }
            }
        }
    }
}

/// The id of the row of an offering, to which its button comes back.
pub fn row_id(slug: &str) -> String {
    format!("o-{slug}")
}

/// The form of the compare buttons in this content; nothing where it has none.
pub(crate) fn form_of_buttons(shell: &Shell, content: &Markup) -> Markup {
    let has_buttons = content.0.contains(&format!(" form=\"{FORM}\""));
    html! {
        @if has_buttons {
            form id=(FORM) method="post" action="/compare/tray" {
                (token(shell))
                input type="hidden" name="back" value=(without_fragment(&shell.path));
                input type="hidden" name="to_row" value="yes";
            }
        }
    }
}

/// A form that changes the tray and comes back to this page.
pub(crate) fn change(shell: &Shell, field: &str, value: &str, button: &Markup) -> Markup {
    html! {
        form class="il-compare-form" method="post" action="/compare/tray" {
            (token(shell))
            input type="hidden" name=(field) value=(value);
            input type="hidden" name="back" value=(without_fragment(&shell.path));
            (button)
        }
    }
}

fn without_fragment(path: &str) -> &str {
    path.split('#').next().unwrap_or(path)
}

fn slug(name: &str) -> &str {
    name.split('@').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(names: &[&str]) -> Shell {
        let item = |name: &&str| TrayItem {
            name: (*name).to_owned(),
            title: format!("The {name}"),
        };
        Shell {
            path: "/search?q=x#top".to_owned(),
            tray: names.iter().map(item).collect(),
            ..Shell::default()
        }
    }

    #[test]
    fn an_empty_tray_is_not_there_and_a_full_one_leads_to_the_comparison() {
        assert_eq!(tray(&shell(&[])).into_string(), "");
        let html = tray(&shell(&["a", "b@2"])).into_string();
        assert!(html.contains("Compare these 2"), "{html}");
        assert!(html.contains("href=\"/compare?o=a&amp;o=b%402\""), "{html}");
        assert!(html.contains("href=\"/offerings/b\""), "{html}");
    }

    #[test]
    fn a_button_puts_in_or_takes_out_and_its_page_brings_the_form() {
        let button = compare_button(&shell(&[]), "a", "A <x>");
        let html = button.clone().into_string();
        assert!(html.contains("name=\"add\" value=\"a\""), "{html}");
        assert!(html.contains("“A &lt;x&gt;”"), "{html}");
        let form = form_of_buttons(&shell(&[]), &button).into_string();
        assert!(
            form.contains("name=\"back\" value=\"/search?q=x\""),
            "{form}"
        );
        let html = compare_button(&shell(&["a"]), "a", "A").into_string();
        assert!(html.contains("name=\"remove\" value=\"a\""), "{html}");
        let plain = html! { p { "compare-these" } };
        assert_eq!(form_of_buttons(&shell(&[]), &plain).into_string(), "");
    }
}
