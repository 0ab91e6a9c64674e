//! `/offerings/{slug}/changes`

use super::{lists::changes_of, visit::Visit};
use crate::{error::Failure, form::changes::editions};
use axum::{extract::Path, response::Response};
use interlocal_catalog::OfferingId;
use interlocal_pages::pages::ChangesPage;
use interlocal_portal::Edition;

/// What changed between two editions.
pub async fn show(Path(slug): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let slug = OfferingId::new(slug);
    let wanted = editions(&visit.fields)?;
    let pair = visit
        .app
        .portal
        .read_changes(&visit.actor(), &slug, wanted)
        .await?;
    let (old, new) = (&pair.old.content, &pair.new.content);
    let number = |number: i32| u32::try_from(number).unwrap_or(0);
    let side = |edition: &Edition| (number(edition.number), edition.published_at.date_naive());
    let page = ChangesPage {
        shell: visit.shell_with(
            vec![changes_of(slug.as_str())],
            Some(format!(
                "/api/v1/offerings/{slug}/changes?from={}&to={}",
                pair.old.number, pair.new.number
            )),
        ),
        slug: slug.to_string(),
        title: new.title.clone(),
        from: side(&pair.old),
        to: side(&pair.new),
        newest: number(pair.newest),
        rows: visit.change_rows(&pair.changes, (Some(old), new)),
    };
    Ok(visit.answer(&page))
}
