//! `/memos`

use crate::{
    error::Failure,
    page::{lists::taken, visit::Visit},
};
use axum::response::Response;
use interlocal_pages::pages::{MemoRow, MemosPage};

/// The memos of the bodies that somebody belongs to.
pub async fn show(visit: Visit) -> Result<Response, Failure> {
    let own = visit.app.portal.own_memos(&visit.acting()?).await?;
    let twin = "/api/v1/memos".to_owned();
    let files = match own.memos.is_empty() {
        true => Vec::new(),
        false => taken("/memos", "", Some(&twin)),
    };
    let page = MemosPage {
        shell: visit.shell_with(files, Some(twin)),
        memos: own
            .memos
            .iter()
            .map(|memo| MemoRow {
                id: memo.id,
                title: memo.draft.title.clone(),
                body: visit.body(&memo.body).name,
                changed_on: memo.changed_at.date_naive(),
                frozen_on: memo.frozen.as_ref().map(|frozen| frozen.at.date_naive()),
                option_count: memo.draft.options.len(),
            })
            .collect(),
        belongs: !own.bodies.is_empty(),
        done: visit.done(),
    };
    Ok(visit.answer(&page))
}
