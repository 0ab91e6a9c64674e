//! Every address of the portal; those of the API and of lists as files stand beside it.

mod api;
mod lists;

use crate::{
    App,
    api::document::page as api_page,
    edge,
    form::{posted::LARGEST_READ, upload::LARGEST_SENT},
    health, hsds,
    limits::{Limits, PerMinute},
    look::Look,
    page::{
        self,
        account::{address, links, overview, provider, second_factor, sign_in, tokens},
        body_log, desk, domains, members, memos, steward, webhooks,
    },
    static_files,
};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware,
    routing::{get, post},
};
use interlocal_portal::Portal;
use std::{sync::Arc, time::Duration};
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, limit::RequestBodyLimitLayer,
    timeout::TimeoutLayer,
};

/// How long a request may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long a file may be on its way over a slow line, or in the making.
const PATIENCE_WITH_FILES: Duration = Duration::from_secs(300);

/// The portal as a service of HTTP, in its own look.
pub fn router(portal: Arc<Portal>) -> Router {
    router_with(portal, Look::default())
}

/// The portal as a service of HTTP, in the look of a state.
pub fn router_with(portal: Arc<Portal>, look: Look) -> Router {
    router_limited(portal, look, PerMinute::default())
}

/// The same, with as many requests of the API a minute.
pub fn router_limited(portal: Arc<Portal>, look: Look, per_minute: PerMinute) -> Router {
    let app = App {
        portal,
        look: Arc::new(look),
        limits: Arc::new(Limits::new(per_minute)),
    };
    let uploads = Router::new()
        .route(
            "/desk/{body}/offerings/{slug}/documents",
            post(desk::documents::add),
        )
        .route("/memos/{id}/attachments", post(memos::parts::attach))
        .route(
            "/desk/{body}/import",
            get(desk::import::sending::show).post(desk::import::sending::send),
        )
        .route(
            "/steward/imports",
            get(desk::import::sending::show).post(desk::import::sending::send),
        )
        .layer(DefaultBodyLimit::disable())
        .layer(patience(PATIENCE_WITH_FILES));
    let sent = Router::new()
        .route(
            "/memos/verify",
            get(memos::verify::show).post(memos::verify::check),
        )
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(LARGEST_SENT + LARGEST_READ))
        .layer(patience(PATIENCE));
    Router::new()
        .route("/", get(page::home::show))
        .route("/search", get(page::search::show))
        .route("/offerings/{slug}", get(page::offering::show))
        .route("/offerings/{slug}/changes", get(page::changes::show))
        .route("/offerings/{slug}/lines", get(page::lines::show))
        .route("/offerings/{slug}/checklist", get(page::checklist::show))
        .route("/templates", get(page::templates::list))
        .route("/templates/{slug}", get(page::templates::show))
        .route("/templates/{slug}/text", get(page::templates::save))
        .route("/compare", get(page::compare::show))
        .route("/compare.csv", get(page::compare::csv))
        .route("/compare.xlsx", get(page::compare::xlsx))
        .route("/compare/tray", post(page::compare::change))
        .route("/documents/{id}/{name}", get(desk::documents::open))
        .route("/desk", get(desk::home::index))
        .route("/desk/{body}", get(desk::home::show))
        .route(
            "/desk/{body}/new",
            get(desk::edit::begin).post(desk::edit::create),
        )
        .route("/desk/{body}/offerings/{slug}", get(desk::draft::show))
        .route(
            "/desk/{body}/offerings/{slug}/edit/{step}",
            get(desk::edit::show).post(desk::edit::save),
        )
        .route(
            "/desk/{body}/offerings/{slug}/reach",
            get(desk::edit::reach).post(desk::edit::reach_typed),
        )
        .route(
            "/desk/{body}/offerings/{slug}/preview",
            get(desk::preview::show),
        )
        .route(
            "/desk/{body}/offerings/{slug}/submit",
            post(desk::draft::submit),
        )
        .route(
            "/desk/{body}/offerings/{slug}/take-back",
            post(desk::draft::take_back),
        )
        .route(
            "/desk/{body}/offerings/{slug}/discard",
            post(desk::draft::discard),
        )
        .route(
            "/desk/{body}/offerings/{slug}/review",
            get(desk::review::show).post(desk::review::decide),
        )
        .route(
            "/desk/{body}/offerings/{slug}/withdraw",
            get(desk::withdraw::show).post(desk::withdraw::withdraw),
        )
        .route(
            "/desk/{body}/offerings/{slug}/retire",
            post(desk::withdraw::retire),
        )
        .route("/desk/{body}/import/{id}", get(desk::import::report::show))
        .route(
            "/desk/{body}/import/{id}/columns",
            get(desk::import::columns::show).post(desk::import::columns::save),
        )
        .route(
            "/desk/{body}/import/{id}/apply",
            post(desk::import::report::apply),
        )
        .route(
            "/desk/{body}/import/{id}/discard",
            post(desk::import::report::discard),
        )
        .route(
            "/desk/{body}/import/{id}/report.csv",
            get(desk::import::report::csv),
        )
        .route(
            "/desk/{body}/import/{id}/report.json",
            get(desk::import::report::json),
        )
        .route(
            "/desk/{body}/imports/{id}/undo",
            post(desk::import::sending::undo),
        )
        .route("/desk/{body}/proposals", get(desk::proposals::show))
        .route("/desk/{body}/proposals/{id}", post(desk::proposals::decide))
        .route("/jurisdictions", get(page::jurisdictions::show))
        .route("/jurisdictions/{key}", get(page::jurisdiction::show))
        .route("/match", get(page::matches::show))
        .route("/states/{postal}", get(page::state::show))
        .route("/organizations/{slug}", get(page::organization::show))
        .route("/categories", get(page::category::list))
        .route("/categories/{slug}", get(page::category::show))
        .route("/ask", get(page::ask::show).post(page::ask::send))
        .route(
            "/offerings/{slug}/report",
            get(page::report::show).post(page::report::send),
        )
        .route("/desk/{body}/listed", get(page::waiting::listed))
        .route("/desk/{body}/listed/{slug}", post(page::waiting::claim))
        .route("/desk/{body}/stale", get(page::waiting::stale))
        .route(
            "/desk/{body}/stale/{slug}",
            post(page::waiting::confirm_again),
        )
        .route(
            "/desk/{body}/statements",
            get(page::statements::show).post(page::statements::say),
        )
        .route(
            "/desk/{body}/statements/{id}",
            post(page::statements::take_back),
        )
        .route("/desk/{body}/questions", get(page::inbox::list))
        .route(
            "/desk/{body}/questions/{id}",
            get(page::inbox::show).post(page::inbox::answer),
        )
        .route("/desk/{body}/reports", get(page::reports::list))
        .route(
            "/desk/{body}/reports/{id}",
            get(page::reports::show).post(page::reports::close),
        )
        .route("/desk/{body}/reports/{id}/own", post(page::reports::own))
        .route(
            "/desk/{body}/participations",
            get(page::recorded::show).post(page::recorded::record),
        )
        .route(
            "/desk/{body}/participations/{id}",
            post(page::recorded::remove),
        )
        .route("/desk/{body}/adoptions", post(page::recorded::adopt))
        .route(
            "/desk/{body}/adoptions/remove",
            post(page::recorded::abandon),
        )
        .route(
            "/shortlist",
            get(page::shortlist::show).post(page::shortlist::change),
        )
        .route("/workspaces", post(page::workspaces::begin))
        .route("/workspaces/{id}", get(page::workspaces::show))
        .route("/workspaces/{id}/items", post(page::workspaces::items))
        .route("/workspaces/{id}/say", post(page::workspaces::say))
        .route("/workspaces/{id}/link", post(page::workspaces::link))
        .route("/workspaces/{id}/discard", post(page::workspaces::discard))
        .route("/workspaces/shared/{secret}", get(page::workspaces::shared))
        .route("/memos", get(memos::list::show))
        .route("/memos/new", get(memos::new::show).post(memos::new::begin))
        .route("/memos/{id}", get(memos::show::show))
        .route("/memos/shared/{secret}", get(memos::show::shared))
        .route(
            "/memos/shared/{secret}/attachments/{place}",
            get(memos::files::shared_attachment),
        )
        .route(
            "/memos/{id}/edit",
            get(memos::edit::show).post(memos::edit::save),
        )
        .route("/memos/{id}/options", post(memos::parts::options))
        .route("/memos/{id}/approvals", post(memos::parts::approve))
        .route(
            "/memos/{id}/attachments/{place}",
            get(memos::files::attachment),
        )
        .route(
            "/memos/{id}/attachments/{place}/remove",
            post(memos::parts::detach),
        )
        .route(
            "/memos/{id}/freeze",
            get(memos::freeze::show).post(memos::freeze::freeze),
        )
        .route("/memos/{id}/discard", post(memos::parts::discard))
        .route("/memos/{id}/link", post(memos::parts::link))
        .route("/memos/{id}/adopt", post(memos::parts::adopt))
        .route("/about", get(page::about::show))
        .route("/accessibility", get(page::about::accessibility))
        .route("/privacy", get(page::about::privacy))
        .route("/sign-in", get(sign_in::show).post(sign_in::sign_in))
        .route(
            "/sign-in/code",
            get(second_factor::show_code).post(second_factor::take_code),
        )
        .route("/sign-in/{provider}", post(provider::depart))
        .route("/auth/{provider}/callback", get(provider::come_home))
        .route("/sign-out", post(sign_in::sign_out))
        .route("/sign-up", get(links::show_sign_up).post(links::sign_up))
        .route(
            "/sign-up/{secret}",
            get(links::show_new_account).post(links::make_account),
        )
        .route(
            "/invitations/{secret}",
            get(links::show_invitation).post(links::accept),
        )
        .route("/reset", get(links::show_reset).post(links::reset))
        .route(
            "/reset/{secret}",
            get(links::show_new_password).post(links::take_new_password),
        )
        .route("/account", get(overview::show))
        .route("/account/name", post(overview::rename))
        .route("/account/email", post(address::ask))
        .route(
            "/account/email/{secret}",
            get(address::show).post(address::take),
        )
        .route("/account/password", post(overview::change_password))
        .route("/account/sessions/end", post(overview::end_session))
        .route(
            "/account/sessions/end-all",
            post(overview::end_all_sessions),
        )
        .route(
            "/account/second-factor",
            get(second_factor::show_set_up).post(second_factor::set_up),
        )
        .route(
            "/account/second-factor/remove",
            post(overview::remove_second_factor),
        )
        .route("/account/data", get(overview::data))
        .route("/account/tokens", get(tokens::show).post(tokens::make))
        .route("/account/tokens/revoke", post(tokens::revoke))
        .route(
            "/account/close",
            get(overview::show_close).post(overview::close),
        )
        .route("/join", get(page::join::show).post(page::join::ask))
        .route(
            "/desk/{body}/members",
            get(members::show).post(members::invite),
        )
        .route(
            "/desk/{body}/members/{person}/role",
            post(members::change_role),
        )
        .route(
            "/desk/{body}/members/{person}/remove",
            post(members::remove),
        )
        .route(
            "/desk/{body}/invitations/{invitation}",
            post(members::uninvite),
        )
        .route("/desk/{body}/requests/{request}", post(members::decide))
        .route(
            "/desk/{body}/domains",
            get(domains::show).post(domains::approve),
        )
        .route("/desk/{body}/domains/remove", post(domains::take_back))
        .route(
            "/desk/{body}/webhooks",
            get(webhooks::body::list).post(webhooks::body::add),
        )
        .route(
            "/desk/{body}/webhooks/{id}",
            get(webhooks::body::one).post(webhooks::body::change),
        )
        .route("/desk/{body}/log", get(body_log::show))
        .route("/steward", get(steward::home::show))
        .route("/steward/requests", get(steward::requests::list))
        .route(
            "/steward/requests/{request}",
            post(steward::requests::decide),
        )
        .route(
            "/steward/bodies",
            get(steward::bodies::list).post(steward::bodies::add),
        )
        .route("/steward/bodies/new", get(steward::bodies::new))
        .route(
            "/steward/bodies/{slug}",
            get(steward::bodies::show).post(steward::bodies::change),
        )
        .route(
            "/steward/merge-bodies",
            get(steward::merge::show_bodies).post(steward::merge::bodies),
        )
        .route(
            "/steward/merge-offerings",
            get(steward::merge::show_offerings).post(steward::merge::offerings),
        )
        .route("/steward/people", get(steward::people::list))
        .route(
            "/steward/people/{person}/steward",
            post(steward::people::make_steward),
        )
        .route(
            "/steward/people/{person}/account",
            post(steward::people::close),
        )
        .route(
            "/steward/invitations/{invitation}",
            post(steward::people::uninvite),
        )
        .route("/steward/audit", get(steward::audit::show))
        .route("/steward/imports/{id}", get(desk::import::report::show))
        .route(
            "/steward/imports/{id}/apply",
            post(desk::import::report::apply),
        )
        .route(
            "/steward/imports/{id}/discard",
            post(desk::import::report::discard),
        )
        .route(
            "/steward/imports/{id}/report.csv",
            get(desk::import::report::csv),
        )
        .route(
            "/steward/imports/{id}/report.json",
            get(desk::import::report::json),
        )
        .route(
            "/steward/past-imports/{id}/undo",
            post(desk::import::sending::undo),
        )
        .route("/steward/mail", get(steward::mail::list))
        .route("/steward/mail/{id}", post(steward::mail::retry))
        .route("/steward/jobs", get(steward::home::jobs))
        .route(
            "/steward/webhooks",
            get(webhooks::portal::list).post(webhooks::portal::add),
        )
        .route(
            "/steward/webhooks/{id}",
            get(webhooks::portal::one).post(webhooks::portal::change),
        )
        .route(
            "/steward/announcements",
            get(steward::announcements::list).post(steward::announcements::add),
        )
        .route(
            "/steward/consider-rules",
            get(steward::consider::list).post(steward::consider::add),
        )
        .route(
            "/steward/consider-rules/{id}/remove",
            post(steward::consider::remove),
        )
        .route(
            "/steward/announcements/{id}/remove",
            post(steward::announcements::remove),
        )
        .route("/api", get(api_page::show))
        .route("/data", get(page::data::show))
        .route("/data/{name}", get(page::data::file))
        .route("/data.json", get(page::data::data_json))
        .route(
            "/extensions/interlocal-access/{name}",
            get(page::data::extension),
        )
        .route("/hsds", get(hsds::about))
        .route("/hsds/", get(hsds::about))
        .route("/hsds/services", get(hsds::offered::list))
        .route("/hsds/services/{id}", get(hsds::offered::show))
        .route("/hsds/organizations", get(hsds::organizations::list))
        .route("/hsds/organizations/{id}", get(hsds::organizations::show))
        .route(
            "/hsds/service_at_locations",
            get(hsds::offered::at_locations),
        )
        .route(
            "/hsds/service_at_locations/{id}",
            get(hsds::offered::at_location),
        )
        .route("/hsds/taxonomies", get(hsds::taxonomies::list))
        .route("/hsds/taxonomies/{id}", get(hsds::taxonomies::show))
        .route("/hsds/taxonomy_terms", get(hsds::taxonomies::terms))
        .route("/hsds/taxonomy_terms/{id}", get(hsds::taxonomies::term))
        .route("/assets/{version}/{*path}", get(static_files::asset))
        .route("/favicon.ico", get(static_files::favicon))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .layer(RequestBodyLimitLayer::new(LARGEST_READ))
        .layer(patience(PATIENCE))
        .merge(lists::routes())
        .merge(uploads)
        .merge(api::routes(&app))
        .merge(sent)
        .fallback(edge::no_such_page)
        .method_not_allowed_fallback(edge::method_not_allowed)
        .layer(CatchPanicLayer::custom(edge::panicked))
        .layer(CompressionLayer::new().gzip(true))
        .layer(middleware::from_fn_with_state(app.clone(), edge::answer))
        .with_state(app)
}

/// Nobody waits longer than this.
fn patience(longest: Duration) -> TimeoutLayer {
    TimeoutLayer::with_status_code(axum::http::StatusCode::SERVICE_UNAVAILABLE, longest)
}
