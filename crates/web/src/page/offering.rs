//! `/offerings/{slug}`

use super::{
    named::{badge, source},
    visit::Visit,
};
use crate::error::Failure;
use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use interlocal_catalog::{OfferingId, offering::Status};
use interlocal_pages::{
    pages::{HistoryRow, OfferingPage, UserRow, VerdictBox},
    words::{links_in_sentences, next_step, rule_in_sentences},
};
use interlocal_portal::offering::{Located, OfferingAnswer};

/// Days before its last day on which an offering is marked.
pub const ENDS_SOON_DAYS: i64 = 120;

/// One offering.
pub async fn show(Path(slug): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let slug = OfferingId::new(slug);
    let found = visit
        .app
        .portal
        .read_offering(&visit.actor(), &slug, visit.place())
        .await?;
    match found {
        Located::Here(answer) => Ok(visit.answer(&page(&visit, &answer))),
        Located::Moved(to) => {
            let query = if visit.fields.raw().is_empty() {
                ""
            } else {
                "?"
            };
            let to = format!("/offerings/{to}{query}{}", visit.fields.raw());
            Ok((StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, to)]).into_response())
        }
    }
}

fn page(visit: &Visit, answer: &OfferingAnswer) -> OfferingPage {
    let content = &answer.judged.edition.content;
    let today = visit.app.portal.today();
    let confidence = answer.judged.shelved.confidence(today);
    let provider = visit.snapshot.directory.organization(&content.provider);
    let origin = || source(&content.source_words, content.checked_on);
    let verdict = answer
        .judged
        .verdict
        .as_ref()
        .zip(visit.asker())
        .map(|(verdict, asker)| {
            visit.with_names(|names| VerdictBox {
                badge: badge(verdict),
                confidence,
                links: links_in_sentences(verdict, &asker, names),
                source: origin(),
                next_step: next_step(verdict, names),
            })
        });
    let rules = visit.with_names(|names| {
        content
            .rules
            .iter()
            .map(|rule| rule_in_sentences(rule, names))
            .collect()
    });
    let out = &content.not_available;
    let ended = answer.judged.shelved.has_ended(today);
    OfferingPage {
        shell: visit.shell(Some(format!("/api/v1/offerings/{}", content.slug))),
        slug: content.slug.to_string(),
        title: content.title.clone(),
        kind: content.kind,
        category: visit.category(&content.category),
        provider: visit.body(&content.provider),
        provider_kind: provider
            .map(|body| body.kind.label().to_owned())
            .unwrap_or_default(),
        partners: content.partners.iter().map(|id| visit.body(id)).collect(),
        summary: content.summary.clone(),
        verdict,
        rules,
        not_available: out
            .within
            .iter()
            .chain(&out.bodies)
            .map(|place| visit.snapshot.directory.full_name(place))
            .collect(),
        named_groups: content.named_groups.clone(),
        cost_model: content.cost_model,
        how_to_join: steps(&content.how_to_join),
        agreement: content.agreement.replace('-', " "),
        url: content.url.clone(),
        documents: Vec::new(),
        frameworks: content.frameworks.clone(),
        suppliers: content.suppliers.clone(),
        users: answer
            .users
            .iter()
            .map(|user| UserRow {
                place: visit.place_ref(&user.jurisdiction),
                since: user.since,
                source: source(&user.source, user.checked_on),
            })
            .collect(),
        known_users: content.known_users.clone(),
        term: content.term,
        ends_soon: content
            .term
            .ends_on
            .is_some_and(|end| !ended && (end - today).num_days() <= ENDS_SOON_DAYS),
        status: if ended {
            Status::Expired
        } else {
            Status::Published
        },
        confidence,
        source: origin(),
        edition: u32::try_from(answer.judged.edition.number).unwrap_or(1),
        history: answer
            .history
            .iter()
            .map(|edition| HistoryRow {
                on: edition.published_at.date_naive(),
                what: format!("Edition {} published", edition.number),
            })
            .collect(),
        aliases: answer
            .judged
            .shelved
            .aliases
            .iter()
            .map(ToString::to_string)
            .collect(),
    }
}

/// How one joins, one step each: the source's clauses between semicolons.
fn steps(text: &str) -> Vec<String> {
    text.split(';')
        .map(str::trim)
        .filter(|step| !step.is_empty())
        .map(capitalized)
        .collect()
}

fn capitalized(text: &str) -> String {
    interlocal_pages::words::capitalized(text)
}
