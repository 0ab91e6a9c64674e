//! Faults in what a person entered, each leading to its field.

use maud::{Markup, html};

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFault {
    /// Id of the field on the page; empty when the field is not on it.
    pub field: String,
    /// What is wrong and what would be right.
    pub message: String,
}

pub(crate) fn error_summary(faults: &[FieldFault]) -> Markup {
    html! {
        @if !faults.is_empty() {
            div class="il-faults" role="alert" tabindex="-1" {
                h2 { "Please check what you entered" }
                ul {
                    @for fault in faults {
                        li {
                            @if fault.field.is_empty() { (fault.message) }
                            @else { a href={ "#" (fault.field) } { (fault.message) } }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_leads_to_its_field_and_escapes_what_was_typed() {
        let fault = FieldFault {
            field: "f-for".into(),
            message: "“<x>” is no key".into(),
        };
        let html = error_summary(&[fault]).into_string();
        assert!(
            html.contains("<a href=\"#f-for\">“&lt;x&gt;” is no key</a>"),
            "{html}"
        );
        assert_eq!(error_summary(&[]).into_string(), "");
    }
}
