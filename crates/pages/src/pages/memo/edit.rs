//! `/memos/{id}/edit`: writing a memo.

use crate::{
    components::{
        error_summary::{FieldFault, error_summary},
        form::{Choice as Item, Field, choices, form, line, lines, select},
        references::SourceRef,
    },
    shell::{Head, Shell},
};
use interlocal_catalog::memo::Choice;
use maud::{Markup, Render, html};

/// The editor of a memo.
#[derive(Clone, Debug)]
pub struct MemoEditPage {
    /// What stands around.
    pub shell: Shell,
    /// Its number.
    pub id: i32,
    /// The version that is edited.
    pub version: i32,
    /// What it decides.
    pub title: String,
    /// What is needed.
    pub need: String,
    /// For how many years costs are counted.
    pub years: String,
    /// How many of each unit.
    pub quantities: Vec<QuantityField>,
    /// The options.
    pub options: Vec<EditedOption>,
    /// What the state names.
    pub rules: Vec<EditedRule>,
    /// What cannot be as it is.
    pub faults: Vec<FieldFault>,
}

/// A quantity.
#[derive(Clone, Debug)]
pub struct QuantityField {
    /// The name of the field.
    pub field: String,
    /// Of what: `Users`.
    pub label: String,
    /// How many, as typed.
    pub value: String,
}

/// An option as it is written.
#[derive(Clone, Debug)]
pub struct EditedOption {
    /// Its slug.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Who publishes it.
    pub provider: String,
    /// What became of it.
    pub choice: Choice,
    /// Why.
    pub why: String,
    /// What its price rests on.
    pub price_basis: String,
    /// Place, words and choice of each line of the price list, where there are several.
    pub lines: Vec<(String, String, bool)>,
}

/// An entry of the state as it is answered.
#[derive(Clone, Debug)]
pub struct EditedRule {
    /// Its row.
    pub id: i32,
    /// What is to be considered.
    pub label: String,
    /// What the source says.
    pub words: String,
    /// Where that can be read.
    pub source: SourceRef,
    /// How it was considered.
    pub answer: String,
}

impl Render for MemoEditPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Write the memo",
            description: "Write a decision memo.",
            search_box: false,
        };
        let memo = format!("/memos/{}", self.id);
        self.shell.document(
            &head,
            &html! {
                p class="il-kicker" { a href=(memo) { "Memo " (self.id) } }
                h1 { "Write the memo" }
                (error_summary(&self.faults))
                (form(&self.shell, &format!("{memo}/edit"), &self.content()))
            },
        )
    }
}

impl MemoEditPage {
    fn field<'a>(
        &'a self,
        name: &'a str,
        label: &'a str,
        hint: &'a str,
        value: &'a str,
    ) -> Field<'a> {
        Field {
            name,
            label,
            hint,
            value,
            faults: &self.faults,
        }
    }

    fn content(&self) -> Markup {
        html! {
            input type="hidden" name="version" value=(self.version);
            (line(&self.field("title", "What it decides", "", &self.title), "text", "off"))
            (lines(&self.field("need", "What is needed", "", &self.need), 6))
            fieldset class="usa-fieldset" {
                legend class="usa-legend" { "How many" }
                p class="usa-hint" { "A number such as 1200, or so many for each of another, such as 1.5 per user." }
                div class="il-quantities" {
                    @for one in &self.quantities {
                        (line(&self.field(&one.field, &one.label, "", &one.value), "text", "off"))
                    }
                    (line(&self.field("years", "Years", "", &self.years), "text", "off"))
                }
            }
            @if !self.rules.is_empty() {
                h2 { "What the state names" }
                @for rule in &self.rules { (self.rule(rule)) }
            }
            h2 { "Options" }
            @if self.options.is_empty() { p { "None yet. Add one on the page of the memo." } }
            @for option in &self.options { (self.option(option)) }
            button class="usa-button il-next" type="submit" { "Save the memo" }
        }
    }

    fn rule(&self, rule: &EditedRule) -> Markup {
        let name = format!("rule-{}", rule.id);
        html! {
            h3 { (rule.label) }
            p { (rule.words) }
            p class="il-muted" { (rule.source) }
            (lines(&self.field(&name, &format!("How it was considered: {}", rule.label), "", &rule.answer), 3))
        }
    }

    fn option(&self, option: &EditedOption) -> Markup {
        let [choice, why, price, bought] =
            ["choice", "why", "price", "line"].map(|part| format!("{part}-{}", option.slug));
        let of = &option.title;
        let decisions: Vec<Item<'_>> = Choice::ALL
            .into_iter()
            .map(|known| Item {
                value: known.word(),
                label: known.label(),
                chosen: known == option.choice,
            })
            .collect();
        html! {
            h3 { (option.title) }
            p class="il-facts" { (option.provider) }
            (select(&self.field(&choice, &format!("Decision on {of}"), "", ""), &decisions))
            (lines(&self.field(&why, &format!("Why {of} is chosen or not"), "", &option.why), 4))
            @if option.lines.len() > 1 {
                (choices(&self.field(&bought, &format!("What would be bought of {of}"), "The cost is reckoned from these lines.", ""), "checkbox", &listed(&option.lines)))
            }
            (lines(&self.field(&price, &format!("What the price of {of} rests on"), "Such as a quote with its number and date. The price list of the edition is in the memo anyway.", &option.price_basis), 2))
        }
    }
}

fn listed(lines: &[(String, String, bool)]) -> Vec<Item<'_>> {
    lines
        .iter()
        .map(|(value, label, chosen)| Item {
            value,
            label,
            chosen: *chosen,
        })
        .collect()
}
