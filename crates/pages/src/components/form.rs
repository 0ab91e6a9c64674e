//! Forms: fields with a label, a hint and their fault beside them. Every form of
//! somebody who has signed in carries a token that no other site knows.

use super::error_summary::FieldFault;
use crate::Shell;
use maud::{Markup, html};

/// A field as a person sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field<'a> {
    /// Its name in the form, and its id on the page.
    pub name: &'a str,
    /// What is to be entered.
    pub label: &'a str,
    /// How, and what for; may be empty.
    pub hint: &'a str,
    /// What was typed, or stands already.
    pub value: &'a str,
    /// Every fault of the form.
    pub faults: &'a [FieldFault],
}

/// Choices that still stand well one below the other.
const MANY: usize = 7;

/// One of several choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<'a> {
    /// What the form sends.
    pub value: &'a str,
    /// What a person reads.
    pub label: &'a str,
    /// Whether it is chosen.
    pub chosen: bool,
}

impl Field<'_> {
    fn fault(&self) -> Option<&str> {
        self.faults
            .iter()
            .find(|fault| fault.field == self.name)
            .map(|fault| fault.message.as_str())
    }

    fn described_by(&self) -> Option<String> {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.name));
        let fault = self.fault().map(|_| format!("{}-fault", self.name));
        let ids: Vec<String> = hint.into_iter().chain(fault).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn notes(&self) -> Markup {
        html! {
            @if !self.hint.is_empty() {
                span class="usa-hint" id={ (self.name) "-hint" } { (self.hint) }
            }
            @if let Some(fault) = self.fault() {
                span class="usa-error-message" id={ (self.name) "-fault" } { (fault) }
            }
        }
    }

    fn around(&self, control: &Markup) -> Markup {
        let class = if self.fault().is_some() {
            "usa-form-group usa-form-group--error"
        } else {
            "usa-form-group"
        };
        html! {
            div class=(class) {
                label class="usa-label" for=(self.name) { (self.label) }
                (self.notes())
                (control)
            }
        }
    }
}

/// A form that is sent to `action`.
pub(crate) fn form(shell: &Shell, action: &str, content: &Markup) -> Markup {
    html! {
        form class="il-form" method="post" action=(action) { (token(shell)) (content) }
    }
}

/// A form that is one button.
pub(crate) fn button_form(shell: &Shell, action: &str, label: &str) -> Markup {
    form(
        shell,
        action,
        &html! { button class="usa-button usa-button--outline" type="submit" { (label) } },
    )
}

/// The token that a form of a session carries.
pub(crate) fn token(shell: &Shell) -> Markup {
    html! {
        @if let Some(reader) = &shell.reader {
            input type="hidden" name="form_token" value=(reader.form_token);
        }
    }
}

/// A box for a line of text; `kind` as in HTML: `text`, `email`, `password`, `date`.
/// `fill` is what the browser may fill in: `email`, `current-password`, `off`.
/// A box for dates would hide words that are none, so they stand in one for text.
pub(crate) fn line(field: &Field<'_>, kind: &str, fill: &str) -> Markup {
    let is_date = field.value.is_empty() || field.value.parse::<chrono::NaiveDate>().is_ok();
    let kind = if kind == "date" && !is_date {
        "text"
    } else {
        kind
    };
    field.around(&html! {
        input class="usa-input" id=(field.name) name=(field.name) type=(kind) value=(field.value)
            autocomplete=(fill) aria-describedby=[field.described_by()]
            aria-invalid=[field.fault().map(|_| "true")];
    })
}

/// Where the names come from that a script offers while somebody types one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// Governments.
    Governments,
    /// Published offerings.
    Offerings,
}

impl Source {
    fn address(self) -> &'static str {
        match self {
            Source::Governments => "/api/v1/jurisdictions",
            Source::Offerings => "/api/v1/suggest",
        }
    }
}

/// A box for a name, which a script completes; the form reads names without it too.
pub(crate) fn name_line(field: &Field<'_>, source: Source) -> Markup {
    field.around(&html! {
        input class="usa-input" id=(field.name) name=(field.name) type="text" value=(field.value)
            maxlength="200" autocomplete="off" spellcheck="false" data-name=(source.address())
            aria-describedby=[field.described_by()] aria-invalid=[field.fault().map(|_| "true")];
    })
}

/// A box for a file; a browser keeps none from the page before.
pub(crate) fn file(field: &Field<'_>) -> Markup {
    field.around(&html! {
        input class="usa-input" id=(field.name) name=(field.name) type="file"
            aria-describedby=[field.described_by()] aria-invalid=[field.fault().map(|_| "true")];
    })
}

/// A box for several lines.
pub(crate) fn lines(field: &Field<'_>, rows: u32) -> Markup {
    field.around(&html! {
        textarea class="usa-textarea" id=(field.name) name=(field.name) rows=(rows)
            aria-describedby=[field.described_by()] aria-invalid=[field.fault().map(|_| "true")] {
            "\n" (field.value)
        }
    })
}

/// One of a list.
pub(crate) fn select(field: &Field<'_>, options: &[Choice<'_>]) -> Markup {
    field.around(&html! {
        select class="usa-select" id=(field.name) name=(field.name)
            aria-describedby=[field.described_by()] aria-invalid=[field.fault().map(|_| "true")] {
            @for option in options {
                option value=(option.value) selected[option.chosen] { (option.label) }
            }
        }
    })
}

/// Several of a list, or one of it where `kind` is `radio` instead of `checkbox`.
pub(crate) fn choices(field: &Field<'_>, kind: &str, options: &[Choice<'_>]) -> Markup {
    let class = if field.fault().is_some() {
        "usa-fieldset usa-form-group--error"
    } else {
        "usa-fieldset"
    };
    html! {
        fieldset class=(class) id=(field.name) tabindex="-1" aria-describedby=[field.described_by()] {
            legend class="usa-legend" { (field.label) }
            (field.notes())
            div class={ "il-options" @if options.len() > MANY { " il-options--many" } } {
                @for option in options {
                    @let id = format!("{}-{}", field.name, option.value);
                    div class={ "usa-" (kind) } {
                        input class={ "usa-" (kind) "__input" } id=(id) type=(kind) name=(field.name)
                            value=(option.value) checked[option.chosen];
                        label class={ "usa-" (kind) "__label" } for=(id) { (option.label) }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Reader;

    #[test]
    fn a_fault_stands_beside_its_field_and_what_was_typed_stays() {
        let faults = [FieldFault {
            field: "title".into(),
            message: "give it a title".into(),
        }];
        let field = Field {
            name: "title",
            label: "Title",
            hint: "",
            value: "\"><script>",
            faults: &faults,
        };
        let html = line(&field, "text", "off").into_string();
        assert!(html.contains("aria-describedby=\"title-fault\""), "{html}");
        assert!(
            html.contains("value=\"&quot;&gt;&lt;script&gt;\""),
            "{html}"
        );
        let html = lines(&field, 3).into_string();
        assert!(
            html.contains("\n&quot;&gt;&lt;script&gt;</textarea>"),
            "{html}"
        );
    }

    #[test]
    fn words_that_are_no_date_stay_in_sight() {
        let box_with = |value| {
            let field = Field {
                name: "ends_on",
                label: "Ends on",
                hint: "",
                value,
                faults: &[],
            };
            line(&field, "date", "off").into_string()
        };
        assert!(box_with("2027-06-30").contains("type=\"date\""));
        assert!(box_with("").contains("type=\"date\""));
        assert!(box_with("the thirtieth of June").contains("type=\"text\""));
    }

    #[test]
    fn a_form_of_a_session_carries_its_token() {
        let mut shell = Shell::default();
        assert!(
            !button_form(&shell, "/x", "Go")
                .into_string()
                .contains("form_token")
        );
        shell.reader = Some(Reader {
            form_token: "t".into(),
            ..Reader::default()
        });
        let html = button_form(&shell, "/x", "Go").into_string();
        assert!(html.contains("name=\"form_token\" value=\"t\""), "{html}");
    }
}
