//! Every list as a file, a feed, a calendar, and what tells machines where they are.

use super::{PATIENCE_WITH_FILES, patience};
use crate::{
    App,
    page::lists::{calendar, desk, feeds, found, offerings, readers, steward},
};
use axum::{Router, routing::get};

/// The routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/search.csv", get(offerings::table))
        .route("/search.xlsx", get(offerings::table))
        .route("/jurisdictions.csv", get(readers::governments))
        .route("/jurisdictions.xlsx", get(readers::governments))
        .route("/jurisdictions/{key}/answers.csv", get(readers::answers))
        .route("/jurisdictions/{key}/answers.xlsx", get(readers::answers))
        .route("/states/{postal}/answers.csv", get(readers::state))
        .route("/states/{postal}/answers.xlsx", get(readers::state))
        .route("/match.csv", get(readers::partners))
        .route("/match.xlsx", get(readers::partners))
        .route("/categories.csv", get(readers::categories))
        .route("/categories.xlsx", get(readers::categories))
        .route(
            "/categories/{slug}/statements.csv",
            get(readers::said_about),
        )
        .route(
            "/categories/{slug}/statements.xlsx",
            get(readers::said_about),
        )
        .route(
            "/organizations/{slug}/statements.csv",
            get(readers::said_by),
        )
        .route(
            "/organizations/{slug}/statements.xlsx",
            get(readers::said_by),
        )
        .route(
            "/organizations/{slug}/questions.csv",
            get(readers::asked_of),
        )
        .route(
            "/organizations/{slug}/questions.xlsx",
            get(readers::asked_of),
        )
        .route("/templates.csv", get(readers::papers))
        .route("/templates.xlsx", get(readers::papers))
        .route("/shortlist.csv", get(readers::shortlist))
        .route("/shortlist.xlsx", get(readers::shortlist))
        .route("/workspaces/{id}/options.csv", get(readers::workspace))
        .route("/workspaces/{id}/options.xlsx", get(readers::workspace))
        .route(
            "/workspaces/shared/{secret}/options.csv",
            get(readers::shared_workspace),
        )
        .route(
            "/workspaces/shared/{secret}/options.xlsx",
            get(readers::shared_workspace),
        )
        .route("/memos.csv", get(readers::memos))
        .route("/memos.xlsx", get(readers::memos))
        .route("/desk.csv", get(desk::own))
        .route("/desk.xlsx", get(desk::own))
        .route("/desk/{body}/listings.csv", get(desk::file))
        .route("/desk/{body}/listings.xlsx", get(desk::file))
        .route("/desk/{body}/listed.csv", get(desk::file))
        .route("/desk/{body}/listed.xlsx", get(desk::file))
        .route("/desk/{body}/stale.csv", get(desk::file))
        .route("/desk/{body}/stale.xlsx", get(desk::file))
        .route("/desk/{body}/broken-links.csv", get(desk::file))
        .route("/desk/{body}/broken-links.xlsx", get(desk::file))
        .route("/desk/{body}/statements.csv", get(desk::file))
        .route("/desk/{body}/statements.xlsx", get(desk::file))
        .route("/desk/{body}/questions.csv", get(desk::file))
        .route("/desk/{body}/questions.xlsx", get(desk::file))
        .route("/desk/{body}/reports.csv", get(desk::file))
        .route("/desk/{body}/reports.xlsx", get(desk::file))
        .route("/desk/{body}/participations.csv", get(desk::file))
        .route("/desk/{body}/participations.xlsx", get(desk::file))
        .route("/desk/{body}/adoptions.csv", get(desk::file))
        .route("/desk/{body}/adoptions.xlsx", get(desk::file))
        .route("/desk/{body}/import.csv", get(desk::file))
        .route("/desk/{body}/import.xlsx", get(desk::file))
        .route("/desk/{body}/imports.csv", get(desk::file))
        .route("/desk/{body}/imports.xlsx", get(desk::file))
        .route("/desk/{body}/proposals.csv", get(desk::file))
        .route("/desk/{body}/proposals.xlsx", get(desk::file))
        .route("/desk/{body}/members.csv", get(desk::file))
        .route("/desk/{body}/members.xlsx", get(desk::file))
        .route("/desk/{body}/domains.csv", get(desk::file))
        .route("/desk/{body}/domains.xlsx", get(desk::file))
        .route("/desk/{body}/webhooks.csv", get(desk::file))
        .route("/desk/{body}/webhooks.xlsx", get(desk::file))
        .route(
            "/desk/{body}/webhooks/{id}/deliveries.csv",
            get(desk::deliveries),
        )
        .route(
            "/desk/{body}/webhooks/{id}/deliveries.xlsx",
            get(desk::deliveries),
        )
        .route("/desk/{body}/log.csv", get(desk::file))
        .route("/desk/{body}/log.xlsx", get(desk::file))
        .route("/steward/requests.csv", get(steward::file))
        .route("/steward/requests.xlsx", get(steward::file))
        .route("/steward/bodies.csv", get(steward::file))
        .route("/steward/bodies.xlsx", get(steward::file))
        .route("/steward/people.csv", get(steward::file))
        .route("/steward/people.xlsx", get(steward::file))
        .route("/steward/mail.csv", get(steward::file))
        .route("/steward/mail.xlsx", get(steward::file))
        .route("/steward/imports.csv", get(steward::file))
        .route("/steward/imports.xlsx", get(steward::file))
        .route("/steward/past-imports.csv", get(steward::file))
        .route("/steward/past-imports.xlsx", get(steward::file))
        .route("/steward/jobs.csv", get(steward::file))
        .route("/steward/jobs.xlsx", get(steward::file))
        .route("/steward/webhooks.csv", get(steward::file))
        .route("/steward/webhooks.xlsx", get(steward::file))
        .route(
            "/steward/webhooks/{id}/deliveries.csv",
            get(steward::deliveries),
        )
        .route(
            "/steward/webhooks/{id}/deliveries.xlsx",
            get(steward::deliveries),
        )
        .route("/steward/announcements.csv", get(steward::file))
        .route("/steward/announcements.xlsx", get(steward::file))
        .route("/steward/consider-rules.csv", get(steward::file))
        .route("/steward/consider-rules.xlsx", get(steward::file))
        .route("/steward/audit.csv", get(steward::file))
        .route("/steward/audit.xlsx", get(steward::file))
        .route("/search.atom", get(feeds::offerings))
        .route("/jurisdictions.atom", get(feeds::governments))
        .route("/jurisdictions/{key}/answers.atom", get(feeds::answers))
        .route("/states/{postal}/answers.atom", get(feeds::state))
        .route("/match.atom", get(feeds::partners))
        .route("/categories.atom", get(feeds::categories))
        .route("/categories/{slug}/statements.atom", get(feeds::said_about))
        .route("/organizations/{slug}/statements.atom", get(feeds::said_by))
        .route("/templates.atom", get(feeds::papers))
        .route("/offerings/{slug}/lines.csv", get(readers::lines))
        .route("/offerings/{slug}/lines.xlsx", get(readers::lines))
        .route("/offerings/{slug}/changes.atom", get(feeds::changes))
        .route("/search.ics", get(calendar::offerings))
        .route("/shortlist.ics", get(calendar::shortlist))
        .route("/offerings/{slug}/dates.ics", get(calendar::offering))
        .route("/organizations/{slug}/dates.ics", get(calendar::body))
        .route(
            "/workspaces/shared/{secret}/dates.ics",
            get(calendar::workspace),
        )
        .route("/opensearch.xml", get(found::opensearch))
        .route("/sitemap.xml", get(found::index))
        .route("/sitemaps/{kind}/{file}", get(found::sitemap))
        .route("/.well-known/security.txt", get(found::security))
        .route("/robots.txt", get(found::robots))
        .layer(patience(PATIENCE_WITH_FILES))
}
