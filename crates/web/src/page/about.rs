//! `/about`, `/accessibility`, `/privacy`

use super::visit::Visit;
use crate::error::Failure;
use axum::response::Response;
use interlocal_pages::pages::{AboutPage, AccessibilityPage, DataSource, PrivacyPage};

/// What the portal is, and where its facts come from.
pub async fn show(visit: Visit) -> Result<Response, Failure> {
    let counts = visit.app.portal.counts(&visit.actor());
    let contact = visit.app.portal.security_contact();
    let page = AboutPage {
        security_contact: contact.map(str::to_owned),
        shell: visit.shell(Some("/api/v1/about".to_owned())),
        sources: sources(),
        offering_count: counts.offerings,
        confirmed_count: counts.confirmed,
        organization_count: counts.organizations,
        jurisdiction_count: counts.jurisdictions,
    };
    Ok(visit.answer(&page))
}

/// Where the facts come from.
pub fn sources() -> Vec<DataSource> {
    let source = |name: &str, used_for: &str, license: &str, url: &str| DataSource {
        name: name.to_owned(),
        used_for: used_for.to_owned(),
        license: license.to_owned(),
        url: url.to_owned(),
        read_on: None,
    };
    let government = "US Government work, not under copyright (17 USC 105)";
    vec![
        source(
            "US Census Bureau, 2025 Gazetteer Files",
            "names, codes and points of counties, municipalities and townships",
            government,
            "https://www.census.gov/geographies/reference-files/time-series/geo/gazetteer-files.html",
        ),
        source(
            "US Census Bureau, American Community Survey 2019–2023 and 2020 Census of the Island Areas",
            "populations",
            government,
            "https://www.census.gov/programs-surveys/acs",
        ),
        source(
            "US Census Bureau, 2016 and 2010 Gazetteer Files",
            "school districts and their 2010 populations",
            government,
            "https://www.census.gov/geographies/reference-files/time-series/geo/gazetteer-files.html",
        ),
        source(
            "US Geological Survey, Geographic Names Information System",
            "the county of a municipality, some points",
            government,
            "https://www.usgs.gov/tools/geographic-names-information-system-gnis",
        ),
        source(
            "Public pages of the bodies, statutes, meeting records and the press",
            "programs, state CIO offices, access to state contracts; each entry names its own",
            "facts, in our own words",
            "",
        ),
    ]
}

/// The accessibility statement.
pub async fn accessibility(visit: Visit) -> Result<Response, Failure> {
    Ok(visit.answer(&AccessibilityPage {
        shell: visit.shell(None),
        contact: None,
    }))
}

/// What is kept of a visit.
pub async fn privacy(visit: Visit) -> Result<Response, Failure> {
    Ok(visit.answer(&PrivacyPage {
        shell: visit.shell(None),
        contact: None,
    }))
}
