//! Everything there is to read is open to anybody: never behind a login.

use super::row::{Row, get, open, post};

/// Ids of the service directory are made of slugs and the same for good.
const BUYBOARD: &str = "/hsds/services/891eedb2-28f4-5c58-a1d2-71d7becd5a63";
const CIS: &str = "/hsds/organizations/50c322fa-43b6-5200-b828-696f5e0c44da";
const CATEGORIES: &str = "/hsds/taxonomies/b3617135-848d-5afc-b601-208ae2f5ca8e";
const GIS: &str = "/hsds/taxonomy_terms/3a6a8fc9-a017-524c-890c-4394df20bea3";

pub const ROWS: &[Row] = &[
    open("/", "/"),
    open("/search", "/search?q=edr"),
    open("/offerings/{slug}", "/offerings/buyboard"),
    open(
        "/offerings/{slug}/checklist",
        "/offerings/buyboard/checklist",
    ),
    open("/templates", "/templates"),
    open("/templates/{slug}", "/templates/interlocal-agreement"),
    open(
        "/templates/{slug}/text",
        "/templates/interlocal-agreement/text",
    ),
    open(
        "/api/v1/offerings/{slug}/checklist",
        "/api/v1/offerings/buyboard/checklist",
    ),
    open("/compare", "/compare?o=buyboard&o=omnia-partners"),
    open("/compare.csv", "/compare.csv?o=buyboard"),
    open("/compare.xlsx", "/compare.xlsx?o=buyboard"),
    post(
        "/compare/tray",
        "/compare/tray",
        &[("add", "buyboard"), ("back", "/search")],
        [303; 7],
    ),
    open("/api/v1/compare", "/api/v1/compare?o=buyboard"),
    open("/jurisdictions", "/jurisdictions?q=cook"),
    open("/jurisdictions/{key}", "/jurisdictions/county-17031"),
    open("/match", "/match?for=county-17031&category=gis"),
    open("/states/{postal}", "/states/il"),
    open(
        "/organizations/{slug}",
        "/organizations/center-for-internet-security",
    ),
    open("/categories", "/categories"),
    open("/categories/{slug}", "/categories/gis"),
    open("/about", "/about"),
    open("/accessibility", "/accessibility"),
    open("/privacy", "/privacy"),
    open("/data", "/data"),
    get(
        "/data/{name}",
        "/data/interlocal-catalog.zip",
        [404; 7], // nothing was written yet
    ),
    open("/data.json", "/data.json"),
    open(
        "/extensions/interlocal-access/{name}",
        "/extensions/interlocal-access/extension.json",
    ),
    open("/hsds", "/hsds"),
    open("/hsds/", "/hsds/"),
    open("/hsds/services", "/hsds/services"),
    open("/hsds/services/{id}", BUYBOARD),
    open("/hsds/organizations", "/hsds/organizations?per_page=2"),
    open("/hsds/organizations/{id}", CIS),
    open("/hsds/service_at_locations", "/hsds/service_at_locations"),
    get(
        "/hsds/service_at_locations/{id}",
        "/hsds/service_at_locations/none",
        [404; 7],
    ),
    open("/hsds/taxonomies", "/hsds/taxonomies"),
    open("/hsds/taxonomies/{id}", CATEGORIES),
    open("/hsds/taxonomy_terms", "/hsds/taxonomy_terms"),
    open("/hsds/taxonomy_terms/{id}", GIS),
    open("/api/v1/offerings", "/api/v1/offerings"),
    open("/api/v1/offerings/{slug}", "/api/v1/offerings/buyboard"),
    open("/api/v1/jurisdictions", "/api/v1/jurisdictions?q=cook"),
    open(
        "/api/v1/jurisdictions/{key}",
        "/api/v1/jurisdictions/county-17031",
    ),
    open(
        "/api/v1/jurisdictions/{key}/answers",
        "/api/v1/jurisdictions/county-17031/answers",
    ),
    open(
        "/api/v1/matches",
        "/api/v1/matches?for=county-17031&category=gis",
    ),
    open("/api/v1/suggest", "/api/v1/suggest?q=end"),
    open("/assets/{version}/{*path}", "/assets/any/interlocal.css"),
    open("/favicon.ico", "/favicon.ico"),
    open("/robots.txt", "/robots.txt"),
    open("/opensearch.xml", "/opensearch.xml"),
    open("/sitemap.xml", "/sitemap.xml"),
    open("/sitemaps/{kind}/{file}", "/sitemaps/offerings/1.xml"),
    open("/.well-known/security.txt", "/.well-known/security.txt"),
    open("/jurisdictions.atom", "/jurisdictions.atom?q=cook"),
    open(
        "/jurisdictions/{key}/answers.atom",
        "/jurisdictions/county-17031/answers.atom",
    ),
    open("/states/{postal}/answers.atom", "/states/il/answers.atom"),
    open("/match.atom", "/match.atom?for=county-17031&category=gis"),
    open("/categories.atom", "/categories.atom"),
    open(
        "/categories/{slug}/statements.atom",
        "/categories/cybersecurity/statements.atom",
    ),
    open(
        "/organizations/{slug}/statements.atom",
        "/organizations/center-for-internet-security/statements.atom",
    ),
    open("/templates.atom", "/templates.atom"),
    open("/search.atom", "/search.atom?q=backup"),
    open("/search.ics", "/search.ics?q=backup"),
    open("/offerings/{slug}/lines", "/offerings/buyboard/lines"),
    open(
        "/api/v1/offerings/{slug}/lines",
        "/api/v1/offerings/buyboard/lines?q=paint",
    ),
    open(
        "/offerings/{slug}/changes.atom",
        "/offerings/buyboard/changes.atom",
    ),
    open("/shortlist.ics", "/shortlist.ics"),
    open(
        "/offerings/{slug}/dates.ics",
        "/offerings/buyboard/dates.ics",
    ),
    open(
        "/organizations/{slug}/dates.ics",
        "/organizations/center-for-internet-security/dates.ics",
    ),
    open("/healthz", "/healthz"),
    open("/readyz", "/readyz"),
];
