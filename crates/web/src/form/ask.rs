//! The form `/ask`: whom, about what, on whose behalf.

use super::Fields;
use crate::error::Failure;
use interlocal_catalog::{CategoryId, OfferingId, OrganizationId, id::is_slug};

/// What the address or form names.
#[derive(Clone, Debug, Default)]
pub struct AskForm {
    /// The body; none asks the CIO office of the state.
    pub organization: Option<OrganizationId>,
    /// The category; none was chosen yet.
    pub category: Option<CategoryId>,
    /// The offering on whose page it is asked.
    pub offering: Option<OfferingId>,
}

/// Reads the form; a slug that is none names nothing.
pub fn read(fields: &Fields) -> Result<AskForm, Failure> {
    let slug = |name: &str| match fields.last(name).filter(|text| !text.is_empty()) {
        Some(text) if is_slug(text) => Ok(Some(text.to_owned())),
        Some(_) => Err(Failure::NotFound),
        None => Ok(None),
    };
    Ok(AskForm {
        organization: slug("organization")?.map(OrganizationId::new),
        category: slug("category")?.map(CategoryId::new),
        offering: slug("offering")?.map(OfferingId::new),
    })
}
