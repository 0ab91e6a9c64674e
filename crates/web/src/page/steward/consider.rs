//! `/steward/consider-rules`

use crate::{
    error::Failure,
    form::{Fields, posted::Posted, steward as form},
    page::{
        after::{see, shown},
        named::source,
        visit::Visit,
    },
};
use axum::{extract::Path, response::Response};
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{ConsiderLine, ConsiderRulesPage},
};

/// Every entry.
pub async fn list(visit: Visit) -> Result<Response, Failure> {
    let page = page(&visit, &Fields::default(), Vec::new()).await?;
    Ok(visit.answer(&page))
}

/// Adds an entry.
pub async fn add(posted: Posted) -> Result<Response, Failure> {
    let visit = &posted.visit;
    let actor = visit.acting()?;
    visit.app.portal.as_steward(&actor)?;
    let added = match form::consider_rule(&posted.fields, visit.app.portal.today()) {
        Ok(rule) => {
            let added = visit.app.portal.add_consider_rule(&actor, rule).await;
            added.map_err(Failure::from)
        }
        Err(failure) => Err(failure),
    };
    match added {
        Ok(()) => Ok(see("/steward/consider-rules", "saved")),
        Err(Failure::Invalid(faults)) => {
            let page = page(visit, &posted.fields, shown(faults)).await?;
            Ok(visit.refused(&page))
        }
        Err(other) => Err(other),
    }
}

/// Takes an entry away.
pub async fn remove(Path(id): Path<i32>, posted: Posted) -> Result<Response, Failure> {
    let visit = &posted.visit;
    let portal = &visit.app.portal;
    portal.remove_consider_rule(&visit.acting()?, id).await?;
    Ok(see("/steward/consider-rules", "taken-back"))
}

async fn page(
    visit: &Visit,
    typed: &Fields,
    faults: Vec<FieldFault>,
) -> Result<ConsiderRulesPage, Failure> {
    let portal = &visit.app.portal;
    let rules = portal.read_consider_rules(&visit.acting()?).await?;
    let directory = &visit.snapshot.directory;
    let mut states: Vec<(String, String)> = directory
        .states()
        .map(|row| (row.key.to_string(), row.name.clone()))
        .collect();
    states.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(ConsiderRulesPage {
        shell: visit.shell_of_table("/steward/consider-rules", rules.len()),
        rules: rules
            .into_iter()
            .map(|rule| ConsiderLine {
                id: rule.id,
                state: directory.name(&rule.state).to_owned(),
                kind: rule.kind,
                source: source(&rule.source, rule.checked_on),
                name: rule.name,
                url: rule.url,
                words: rule.words,
            })
            .collect(),
        states,
        typed: [
            "state",
            "kind",
            "name",
            "url",
            "words",
            "source",
            "checked_on",
        ]
        .map(|name| typed.last(name).unwrap_or_default().to_owned()),
        done: visit.done(),
        faults,
    })
}
