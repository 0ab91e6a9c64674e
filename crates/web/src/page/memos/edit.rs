//! `/memos/{id}/edit`

use super::number;
use crate::{
    error::Failure,
    form::{Fields, memo as form, path::Named, posted::Posted},
    page::{
        after::see,
        named::source,
        refused::{outcome, shown},
        visit::Visit,
    },
};
use axum::response::Response;
use interlocal_catalog::{memo::Choice, price::Unit};
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{EditedOption, EditedRule, MemoEditPage, QuantityField},
};
use interlocal_portal::memos::read::MemoRead;

/// The editor.
pub async fn show(Named(id): Named, visit: Visit) -> Result<Response, Failure> {
    let read = draft(&visit, &id).await?;
    Ok(visit.answer(&page(&visit, &read, None, Vec::new())))
}

/// Keeps what was written.
pub async fn save(Named(id): Named, posted: Posted) -> Result<Response, Failure> {
    let Posted { visit, fields } = posted;
    let read = draft(&visit, &id).await?;
    let rules: Vec<i32> = read.rules.iter().map(|rule| rule.id).collect();
    let faults = match form::words(&fields, &read.row.draft, &rules) {
        Err(Failure::Invalid(faults)) => shown(faults),
        Err(other) => return Err(other),
        Ok(words) => {
            let (portal, actor) = (&visit.app.portal, visit.acting()?);
            match outcome(portal.write_memo(&actor, read.row.id, words).await)? {
                Ok(()) => return Ok(see(&format!("/memos/{}", read.row.id), "saved")),
                Err(faults) => faults,
            }
        }
    };
    Ok(visit.refuse(&page(&visit, &read, Some(&fields), faults)))
}

async fn draft(visit: &Visit, id: &str) -> Result<MemoRead, Failure> {
    let portal = &visit.app.portal;
    let read = portal.read_memo(&visit.acting()?, number(id)?).await?;
    match read.frozen {
        Some(_) => Err(Failure::Conflict(
            "The memo is frozen: nothing of it can be changed.".to_owned(),
        )),
        None => Ok(read),
    }
}

fn page(
    visit: &Visit,
    read: &MemoRead,
    typed: Option<&Fields>,
    faults: Vec<FieldFault>,
) -> MemoEditPage {
    let draft = &read.row.draft;
    let text = |name: &str, stands: &str| match typed {
        Some(typed) => typed.last(name).unwrap_or_default().to_owned(),
        None => stands.to_owned(),
    };
    let quantities = form::units().map(|unit| {
        let field = format!("q-{}", unit.word());
        let many = draft.quantities.get(unit.word());
        let many = many.map(|many| many.plain());
        QuantityField {
            value: text(&field, &many.unwrap_or_default()),
            label: label(unit).to_owned(),
            field,
        }
    });
    let options = read.options.iter().map(|read| {
        let option = &read.option;
        let slug = &option.slug;
        let choice = text(&format!("choice-{slug}"), option.choice.word());
        EditedOption {
            slug: slug.to_string(),
            title: read.edition.content.title.clone(),
            provider: visit.body(&read.edition.content.provider).name,
            choice: Choice::of(&choice).unwrap_or(option.choice),
            why: text(&format!("why-{slug}"), &option.why),
            price_basis: text(&format!("price-{slug}"), &option.price_basis),
            lines: read
                .edition
                .content
                .details
                .prices
                .iter()
                .enumerate()
                .map(|(place, line)| {
                    let value = place.to_string();
                    let chosen = match typed {
                        Some(typed) => typed.all(&format!("line-{slug}")).contains(&value),
                        None => option.lines.contains(&place),
                    };
                    (value, format!("{}: {}", line.name, line.words()), chosen)
                })
                .collect(),
        }
    });
    let rules = read.rules.iter().map(|rule| EditedRule {
        id: rule.id,
        label: format!("{}: {}", rule.kind.label(), rule.name),
        words: rule.words.clone(),
        source: source(&rule.source, rule.checked_on),
        answer: text(&format!("rule-{}", rule.id), draft.answer_to(rule.id)),
    });
    MemoEditPage {
        shell: visit.shell(None),
        id: read.row.id,
        version: match typed.and_then(|typed| form::version(typed).ok()) {
            Some(version) => version,
            None => read.row.version,
        },
        title: text("title", &draft.title),
        need: text("need", &draft.need),
        years: text("years", &draft.years.to_string()),
        quantities: quantities.collect(),
        options: options.collect(),
        rules: rules.collect(),
        faults,
    }
}

fn label(unit: Unit) -> &'static str {
    match unit {
        Unit::User => "Users",
        Unit::Endpoint => "Endpoints",
        Unit::Device => "Devices",
        Unit::Mbps => "Mbps",
        Unit::Tb => "TB",
        Unit::Hour => "Hours",
        Unit::Each => "Pieces",
        Unit::Flat => "The whole",
    }
}
