//! What the calls of the API are, told to programs (`/api/openapi.json`) and to people
//! (`/api`). Each call is told beside its handler, in `calls` of its file.

pub mod call;
mod names;
pub mod open_api;
pub mod page;
pub mod problem;

use super::{
    account, answers, catalog, changes, checklist, compare, desk, hooks, jurisdictions, lines,
    logged, matches, memo_draft, memo_parts, memos, offerings, portal, speaking, stars, steward,
    suggest, templates, weighing, workspaces,
};
use call::Call;

/// Every call.
pub fn calls() -> Vec<Call> {
    [
        offerings::calls(),
        changes::calls(),
        lines::calls(),
        checklist::calls(),
        compare::calls(),
        suggest::calls(),
        jurisdictions::calls(),
        answers::calls(),
        matches::calls(),
        catalog::calls(),
        templates::calls(),
        speaking::calls(),
        weighing::calls(),
        stars::calls(),
        workspaces::calls(),
        memos::calls(),
        memo_draft::calls(),
        memo_parts::calls(),
        desk::calls(),
        hooks::calls(),
        logged::calls(),
        steward::calls(),
        portal::calls(),
        account::calls(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
