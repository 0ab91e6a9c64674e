//! The left rail: facets with counts, applied by a plain form.

use crate::words::grouped;
use maud::{Markup, html};

/// One facet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facet {
    /// Name of the parameter: `kind`.
    pub name: String,
    /// Title on the page: `Kind of offering`.
    pub title: String,
    /// Its values, in order; with none the facet is not shown. Whoever fills it
    /// leaves out a facet whose one value would change nothing.
    pub options: Vec<FacetOption>,
}

/// One value of a facet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FacetOption {
    /// The value in the address.
    pub value: String,
    /// The words on the page.
    pub label: String,
    /// How many entries it would leave.
    pub count: u64,
    /// Whether it is chosen.
    pub checked: bool,
}

/// How many values stand open before the rest folds away.
const OPEN: usize = 6;

pub(crate) fn facet(facet: &Facet) -> Markup {
    let (open, folded) = facet.options.split_at(facet.options.len().min(OPEN));
    html! {
        @if !facet.options.is_empty() {
            fieldset class="il-facet" {
                legend { (facet.title) }
                @for (index, one) in open.iter().enumerate() { (option(facet, one, index)) }
                @if !folded.is_empty() {
                    details open[folded.iter().any(|option| option.checked)] {
                        summary { (folded.len()) " more" span class="usa-sr-only" { ": " (facet.title) } }
                        @for (index, one) in folded.iter().enumerate() { (option(facet, one, index + OPEN)) }
                    }
                }
            }
        }
    }
}

fn option(facet: &Facet, option: &FacetOption, index: usize) -> Markup {
    let id = format!("f-{}-{index}", facet.name);
    html! {
        div class="usa-checkbox il-facet__option" {
            input class="usa-checkbox__input" type="checkbox" id=(id) name=(facet.name)
                value=(option.value) checked[option.checked];
            label class="usa-checkbox__label" for=(id) {
                (option.label) " " span class="il-count" { "(" (grouped(option.count)) ")" }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(count: usize) -> Vec<FacetOption> {
        (0..count)
            .map(|n| FacetOption {
                value: format!("v{n}"),
                label: format!("V{n}"),
                count: 1,
                checked: false,
            })
            .collect()
    }

    #[test]
    fn a_facet_without_values_is_not_shown() {
        let mut none = Facet {
            name: "kind".into(),
            title: "Kind".into(),
            options: Vec::new(),
        };
        assert_eq!(facet(&none).into_string(), "");
        none.options = options(1);
        assert!(facet(&none).into_string().contains("(1)"));
    }

    #[test]
    fn values_beyond_the_first_six_fold_away() {
        let many = Facet {
            name: "state".into(),
            title: "State".into(),
            options: options(9),
        };
        let html = facet(&many).into_string();
        assert!(html.contains("3 more"), "{html}");
        assert!(html.contains("value=\"v8\""), "{html}");
    }
}
