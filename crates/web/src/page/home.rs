//! `/`

use super::{named::mark, visit::Visit};
use crate::error::Failure;
use axum::response::Response;
use interlocal_catalog::{CategoryId, PlaceId, category::Category};
use interlocal_pages::pages::{CategoryCount, Example, HomePage};

/// Real governments and categories whose answers stand on the home page.
const EXAMPLES: [(&str, &str, &str); 3] = [
    (
        "township-3901783150",
        "endpoint-detection",
        "What can a township in Ohio get for endpoint detection?",
    ),
    (
        "county-21067",
        "state-contracts",
        "May a county in Kentucky buy from the state’s contracts?",
    ),
    (
        "municipality-5305210",
        "backbone-transport",
        "Who connects a city in Washington to public fiber?",
    ),
];

/// The home page.
pub async fn show(visit: Visit) -> Result<Response, Failure> {
    let counts = visit.app.portal.counts(&visit.actor());
    let categories = visit
        .app
        .portal
        .vocabulary()
        .first_level()
        .map(|c| visit.category_count(c))
        .collect();
    let mut examples = Vec::new();
    for (key, category, question) in EXAMPLES {
        examples.extend(example(&visit, key, category, question).await?);
    }
    let page = HomePage {
        shell: visit.shell(None),
        categories,
        examples,
        offering_count: counts.offerings,
        jurisdiction_count: counts.jurisdictions,
    };
    Ok(visit.answer(&page))
}

/// A real question with the answer of today; none where the portal does not know the government.
async fn example(
    visit: &Visit,
    key: &str,
    category: &str,
    question: &str,
) -> Result<Option<Example>, Failure> {
    let place = PlaceId::new(key);
    let slug = CategoryId::new(category);
    let known = visit.snapshot.directory.jurisdiction(&place).is_some();
    if !known || visit.app.portal.vocabulary().get(&slug).is_none() {
        return Ok(None);
    }
    let answer = visit
        .app
        .portal
        .answer_for(&visit.actor(), &place, &slug)
        .await?;
    let verdicts = answer
        .offerings
        .iter()
        .filter_map(|judged| judged.verdict.as_ref());
    let steps = super::named::common_steps(verdicts);
    let name = visit.snapshot.directory.full_name(&place);
    let finding = match answer.offerings.first() {
        Some(first) => format!(
            "{name}: {} by {}",
            first.edition.content.title,
            visit
                .snapshot
                .directory
                .organization_name(&first.edition.content.provider)
        ),
        None => format!("{name}: whom to ask, and what others have"),
    };
    let category = visit.category(&slug);
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("category", &category.slug)
        .append_pair("for", key)
        .finish();
    Ok(Some(Example {
        question: question.to_owned(),
        answer: Some(mark(answer.answer, steps)),
        finding,
        href: format!("/search?{query}"),
    }))
}

impl Visit {
    /// A category with its count.
    pub fn category_count(&self, category: &Category) -> CategoryCount {
        CategoryCount {
            slug: category.slug.to_string(),
            name: category.name.clone(),
            meaning: category.meaning.clone(),
            offering_count: self
                .app
                .portal
                .category_count(&self.actor(), &category.slug),
        }
    }
}
