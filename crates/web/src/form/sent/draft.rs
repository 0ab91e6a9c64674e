//! The whole content of a draft, as programs write it.

use super::super::Faults;
use interlocal_catalog::{
    CategoryId, NaiveDate, OrganizationId,
    access::AccessRule,
    details::{Details, DocumentPlace},
    offering::{Content, CostModel, NotAvailable, OfferingKind, Term},
    policy::Visibility,
    restriction::RestrictableField,
};
use interlocal_portal::FieldFault;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a draft says. Who publishes it, by whose word it stands and on which day it was
/// checked is not written but comes of what is done with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftContent {
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: OfferingKind,
    /// The most exact category that is known.
    pub category: CategoryId,
    /// Bodies that stand beside the provider.
    #[serde(default)]
    pub partners: Vec<OrganizationId>,
    /// What it is, in a few sentences.
    pub summary: String,
    /// How one joins or buys.
    #[serde(default)]
    pub how_to_join: String,
    /// What kind of agreement it takes.
    #[serde(default)]
    pub agreement: String,
    /// How it is paid for.
    pub cost_model: CostModel,
    /// Its own page.
    #[serde(default)]
    pub website: String,
    /// The area in words.
    #[serde(default)]
    pub area_words: String,
    /// Frameworks and regimes it names.
    #[serde(default)]
    pub frameworks: Vec<String>,
    /// Eligible groups that are no kind of jurisdiction.
    #[serde(default)]
    pub named_groups: Vec<String>,
    /// Known users in words.
    #[serde(default)]
    pub known_users: String,
    /// Private contractors on the vehicle.
    #[serde(default)]
    pub suppliers: Vec<String>,
    /// First and last day in force.
    #[serde(default)]
    pub term: Term,
    /// Where it can be read.
    #[serde(default)]
    pub source: String,
    /// Who is explicitly out.
    #[serde(default)]
    pub not_available: NotAvailable,
    /// The ways in.
    #[serde(default)]
    pub rules: Vec<AccessRule>,
    /// Who sees it at all.
    #[serde(default)]
    pub visibility: Visibility,
    /// Facts of it that verified governments alone see.
    #[serde(default)]
    pub restricted_fields: Vec<RestrictableField>,
    /// What comparison and cost use.
    #[serde(default)]
    pub details: Details,
    /// The day on which it is to be published.
    #[serde(default)]
    pub publish_on: Option<NaiveDate>,
}

impl DraftContent {
    /// What a content says.
    pub fn of(content: &Content, publish_on: Option<NaiveDate>) -> Self {
        let content = content.clone();
        Self {
            title: content.title,
            kind: content.kind,
            category: content.category,
            partners: content.partners,
            summary: content.summary,
            how_to_join: content.how_to_join,
            agreement: content.agreement,
            cost_model: content.cost_model,
            website: content.url,
            area_words: content.area_words,
            frameworks: content.frameworks,
            named_groups: content.named_groups,
            known_users: content.known_users,
            suppliers: content.suppliers,
            term: content.term,
            source: content.source_words,
            not_available: content.not_available,
            rules: content.rules,
            visibility: content.visibility,
            restricted_fields: content.restricted_fields,
            details: content.details,
            publish_on,
        }
    }

    /// The content that stood before, with what is said now. A document that lies in the
    /// portal must have stood there: naming one does not bring it in, and is a fault.
    pub fn over(self, before: &Content) -> (Content, Vec<FieldFault>) {
        let mut faults = Faults::default();
        for (place, document) in self.details.documents.iter().enumerate() {
            let kept = matches!(document.place, DocumentPlace::Kept { .. });
            let stood = before
                .details
                .documents
                .iter()
                .any(|known| known.place == document.place);
            if kept && !stood {
                faults.add(
                    &format!("/details/documents/{place}/place"),
                    "is no document of this draft; upload it first",
                );
            }
        }
        for (place, line) in self.details.lines.iter().enumerate() {
            for (field, why) in line.faults() {
                let pointer = format!("/details/lines/{place}/{field}");
                faults.add(pointer.trim_end_matches('/'), &why);
            }
        }
        if self.title.trim().is_empty() {
            faults.add("/title", "give the listing a title");
        }
        let content = Content {
            title: self.title.trim().to_owned(),
            kind: self.kind,
            category: self.category,
            partners: self.partners,
            summary: self.summary,
            how_to_join: self.how_to_join,
            agreement: self.agreement,
            cost_model: self.cost_model,
            url: self.website,
            area_words: self.area_words,
            frameworks: self.frameworks,
            named_groups: self.named_groups,
            known_users: self.known_users,
            suppliers: self.suppliers,
            term: self.term,
            source_words: self.source,
            not_available: self.not_available,
            rules: self.rules,
            visibility: self.visibility,
            restricted_fields: self.restricted_fields,
            details: self.details,
            ..before.clone()
        };
        (content, faults.all())
    }
}
