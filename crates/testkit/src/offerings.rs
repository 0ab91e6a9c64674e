//! Offerings to begin with: small, published by a body, open to everybody or to few.

use crate::today;
use interlocal_catalog::{
    CategoryId, OfferingId, OrganizationId, PlaceId,
    access::{AccessRule, Area, Audience, AudienceWord, OtherKinds, PlacesArea, Steps, WholeArea},
    offering::{Content, CostModel, NotAvailable, OfferingKind, Source, Term},
    policy::Visibility,
};

/// A service that a body offers to every local government, from a public source.
pub fn offering(slug: &str, provider: &str) -> Content {
    Content {
        slug: OfferingId::new(slug),
        title: slug.replace('-', " "),
        kind: OfferingKind::Service,
        category: CategoryId::new("cybersecurity"),
        provider: OrganizationId::new(provider),
        partners: Vec::new(),
        summary: "A service for local governments.".to_owned(),
        how_to_join: String::new(),
        agreement: String::new(),
        cost_model: CostModel::NotStated,
        url: "https://example.org".to_owned(),
        states: vec!["ALL".to_owned()],
        area_words: String::new(),
        frameworks: Vec::new(),
        named_groups: Vec::new(),
        known_users: String::new(),
        state_contract_of: None,
        suppliers: Vec::new(),
        term: Term::default(),
        source: Source::PublicSource,
        source_words: "https://example.org/source".to_owned(),
        source_confidence: "high".to_owned(),
        checked_on: today(),
        review_days: 365,
        not_available: NotAvailable::default(),
        rules: vec![open_to_local_government()],
        visibility: Visibility::Public,
        restricted_fields: Vec::new(),
        details: Default::default(),
    }
}

/// Every local government, everywhere, with nothing to do first.
pub fn open_to_local_government() -> AccessRule {
    AccessRule {
        id: "r1".to_owned(),
        basis: None,
        area: Area::Whole(WholeArea::Everywhere),
        kinds: Audience::Named(vec![AudienceWord::LocalGovernment]),
        not_kinds: Vec::new(),
        other_kinds: OtherKinds::Out,
        above: None,
        steps: Steps::Listed(Vec::new()),
        supplier_consent: None,
        limits: Vec::new(),
    }
}

/// The same for what lies in one place alone.
pub fn open_within(place: &str) -> AccessRule {
    let area = PlacesArea {
        within: vec![PlaceId::new(place)],
        ..PlacesArea::default()
    };
    AccessRule {
        area: Area::Places(area),
        ..open_to_local_government()
    }
}
