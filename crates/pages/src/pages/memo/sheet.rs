//! What a memo says, as one sheet for the file.

use crate::{
    components::{
        confidence::ConfidenceTag,
        mark::mark,
        references::{SourceRef, outside_link},
        verdict::{VerdictBadge, link_state},
    },
    href,
    pages::verdict_box::question,
    words::{counted, written},
};
use interlocal_catalog::{
    Decimal,
    memo::{Choice, FrozenApproval, FrozenAttachment, FrozenMemo, FrozenOption, FrozenRule},
    offering::Status,
    price::{Unit, grouped},
};
use maud::{Markup, html};

/// Everything that a memo says; `files` is the address under which its documents lie.
pub(super) fn sheet(memo: &FrozenMemo, files: &str) -> Markup {
    html! {
        section class="il-section" aria-labelledby="need" {
            h2 id="need" { "What is needed" }
            (paragraphs(&memo.need))
            (size(memo))
        }
        section class="il-section" aria-labelledby="decided" {
            h2 id="decided" { "What was decided" }
            (decided(memo, Choice::Chosen, "Chosen"))
            (decided(memo, Choice::NotChosen, "Not chosen"))
            (decided(memo, Choice::Open, "Not decided yet"))
        }
        @if !memo.considered.is_empty() {
            section class="il-section" aria-labelledby="considered" {
                h2 id="considered" { "What the state names" }
                p class="il-muted" {
                    "Entries of this portal, each from the source it names: a prompt to look there, no statement of law."
                }
                @for rule in &memo.considered { (considered(rule)) }
            }
        }
        section class="il-section" aria-labelledby="options" {
            h2 id="options" { "Options considered" }
            @if memo.options.is_empty() { p { "None yet." } }
            @for option in &memo.options { (option_considered(option)) }
        }
        section class="il-section" aria-labelledby="approvals" {
            h2 id="approvals" { "Approvals" }
            (approvals(memo))
        }
        section class="il-section" aria-labelledby="attachments" {
            h2 id="attachments" { "Attachments" }
            @if memo.attachments.is_empty() { p class="il-absent" { "None" } }
            @else {
                ol {
                    @for (index, one) in memo.attachments.iter().enumerate() {
                        li { (attachment(one, files, index + 1)) }
                    }
                }
            }
        }
    }
}

/// Text of several lines.
pub(super) fn paragraphs(text: &str) -> Markup {
    html! {
        @if text.trim().is_empty() { p class="il-absent" { "Not stated" } }
        @else { p class="il-words il-prose" { (text) } }
    }
}

fn size(memo: &FrozenMemo) -> Markup {
    let quantities: Vec<String> = memo
        .quantities
        .iter()
        .filter_map(|(unit, many)| Some(quantity(Unit::of(unit)?, many)))
        .collect();
    html! {
        dl class="il-defs" {
            div class="il-defs__row" {
                dt { "Decided for" }
                dd { a href=(href::jurisdiction(&memo.government.key)) { (memo.government.name) } }
            }
            div class="il-defs__row" {
                dt { "Quantities" }
                dd {
                    @if quantities.is_empty() { span class="il-absent" { "Not stated" } }
                    @else { (quantities.join(", ")) }
                }
            }
            div class="il-defs__row" {
                dt { "Costs counted over" }
                dd { (counted(u64::from(memo.years), "year", "years")) }
            }
        }
    }
}

/// `120 endpoints`, `1.5 devices per user`.
fn quantity(unit: Unit, many: &str) -> String {
    let (number, per) = many.split_once(" per ").unwrap_or((many, ""));
    let number = number.parse::<Decimal>().ok();
    let name = match number == Some(Decimal::ONE) {
        true => unit.singular(),
        false => unit.plural(),
    };
    let many = number.map_or_else(|| many.to_owned(), grouped);
    match per {
        "" => format!("{many} {name}"),
        per => format!("{many} {name} per {per}"),
    }
}

fn decided(memo: &FrozenMemo, choice: Choice, heading: &str) -> Markup {
    let options: Vec<&FrozenOption> = memo
        .options
        .iter()
        .filter(|option| option.choice == choice)
        .collect();
    html! {
        @if !options.is_empty() {
            h3 { (heading) }
            @for option in options {
                p { strong { (option.title) } ", " (option.provider.name) }
                (paragraphs(&option.why))
            }
        } @else if choice == Choice::Chosen && memo.options.iter().all(|o| o.choice == Choice::NotChosen) {
            p { "None of the options was chosen." }
        }
    }
}

fn considered(rule: &FrozenRule) -> Markup {
    let source = SourceRef {
        words: rule.source.clone(),
        checked_on: rule.checked_on,
    };
    html! {
        h3 { (rule.kind.label()) ": " (rule.name) }
        p {
            (rule.words)
            @if !rule.url.is_empty() { " " (outside_link(&rule.url, "Where it is")) }
        }
        p class="il-muted" { (source) }
        p { strong { "How it was considered:" } }
        (paragraphs(&rule.answer))
    }
}

fn option_considered(option: &FrozenOption) -> Markup {
    let verdict = &option.verdict;
    let badge = VerdictBadge {
        outcome: verdict.outcome,
        step_count: verdict.steps_left as usize,
    };
    let tag = ConfidenceTag {
        confidence: verdict.confidence,
        checked_on: Some(verdict.checked_on),
    };
    let source = SourceRef {
        words: verdict.source.clone(),
        checked_on: verdict.checked_on,
    };
    let published = option.edition.published_at.get(..10).unwrap_or_default();
    html! {
        article class="il-memo__option" {
            h3 { a href=(href::offering(&option.slug, None)) { (option.title) } }
            p class="il-facts" {
                (option.provider.name) " · edition " (option.edition.number)
                @if let Ok(day) = published.parse() { ", published on " (written(day)) }
                @match option.status {
                    Status::Expired => " · its term had ended",
                    Status::Withdrawn => " · it was withdrawn",
                    Status::Draft | Status::InReview | Status::Published => "",
                }
            }
            p { (badge) " " (tag) }
            @if !verdict.links.is_empty() {
                ol class="il-chain" {
                    @for link in &verdict.links {
                        @let (shape, word) = link_state(link.state);
                        li class=(shape.tone()) {
                            span class="il-chain__state" { (mark(shape)) (word) }
                            div {
                                strong { (question(link.name)) }
                                @for sentence in &link.because { p { (sentence) } }
                            }
                        }
                    }
                }
            }
            p class="il-muted" { (source) }
            dl class="il-defs" {
                (listed("Price list", &option.prices, if option.cost.is_empty() { "Price not published" } else { "None" }))
                @if !option.cost.is_empty() { (listed("Cost at this size", &option.cost, "")) }
                @if !option.price_basis.is_empty() {
                    div class="il-defs__row" { dt { "Price basis" } dd class="il-words" { (option.price_basis) } }
                }
                div class="il-defs__row" { dt { "Decision" } dd { (option.choice.label()) } }
                div class="il-defs__row" {
                    dt { "Why" }
                    dd class="il-words" {
                        @if option.why.is_empty() { span class="il-absent" { "Not stated" } } @else { (option.why) }
                    }
                }
                div class="il-defs__row" {
                    dt { "Hash of this edition" }
                    dd { code class="il-hash" { (option.edition.sha256) } }
                }
            }
        }
    }
}

fn listed(label: &str, lines: &[String], absent: &str) -> Markup {
    html! {
        div class="il-defs__row" {
            dt { (label) }
            dd {
                @if lines.is_empty() { span class="il-absent" { (absent) } }
                @else { ul class="il-plain" { @for line in lines { li { (line) } } } }
            }
        }
    }
}

fn approvals(memo: &FrozenMemo) -> Markup {
    html! {
        @if memo.approvals.is_empty() { p class="il-absent" { "None" } }
        @else {
            div class="il-scroll" tabindex="0" role="group" aria-labelledby="approvals" {
                table class="usa-table usa-table--borderless" {
                    caption class="usa-sr-only" { "Who approved or declined" }
                    thead { tr {
                        th scope="col" { "Name, as typed" } th scope="col" { "Decision" }
                        th scope="col" { "Comment" } th scope="col" { "On" }
                    } }
                    tbody { @for one in &memo.approvals { (approval(one, memo.version)) } }
                }
            }
        }
    }
}

fn approval(one: &FrozenApproval, version: i32) -> Markup {
    let day = one.given_at.get(..10).unwrap_or_default();
    html! {
        tr {
            th scope="row" { (one.name) }
            td {
                (one.decision.label())
                @if one.version != version { " before the last change" }
            }
            td class="il-words" { @if one.comment.is_empty() { span class="il-absent" { "None" } } @else { (one.comment) } }
            td { @match day.parse() { Ok(day) => (written(day)), Err(_) => (day) } }
        }
    }
}

fn attachment(one: &FrozenAttachment, files: &str, place: usize) -> Markup {
    html! {
        @match &one.file {
            Some(file) => {
                a href={ (files) "/attachments/" (place) } { (one.title) }
                " (" (file.name) ", " (file.size) " bytes, SHA-256 " code class="il-hash" { (file.sha256) } ")"
            }
            None => (outside_link(&one.url, &one.title)),
        }
    }
}
