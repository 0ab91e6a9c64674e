//! Where files are taken in, and who may.

use crate::{
    Error, Portal,
    gate::{importing_for_all, oversee},
};
use interlocal_catalog::{
    OrganizationId,
    policy::{Actor, Role},
};
use interlocal_exchange::recognize::FileKind;

/// Where files are taken in: at the desk of a body, or by stewards for everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intake<'a> {
    /// At the desk of a body.
    Desk(&'a OrganizationId),
    /// By stewards.
    Stewards,
}

impl<'a> From<&'a OrganizationId> for Intake<'a> {
    fn from(body: &'a OrganizationId) -> Self {
        Self::Desk(body)
    }
}

impl<'a> Intake<'a> {
    /// The body at whose desk it is.
    pub fn body(self) -> Option<&'a OrganizationId> {
        match self {
            Self::Desk(body) => Some(body),
            Self::Stewards => None,
        }
    }

    /// What is taken in here, in the order of forms.
    pub fn kinds(self) -> &'static [FileKind] {
        match self {
            Self::Desk(_) => &FileKind::OF_BODIES,
            Self::Stewards => &FileKind::OF_STEWARDS,
        }
    }
}

impl Portal {
    /// Lets somebody look at what lies there.
    pub fn look_in(&self, actor: &Actor, at: Intake<'_>) -> Result<(), Error> {
        match at {
            Intake::Desk(body) => self.look_at_desk(actor, body, Role::Editor),
            Intake::Stewards => oversee(actor),
        }
    }

    /// Lets somebody take files in there.
    pub fn intake_door(&self, actor: &Actor, at: Intake<'_>) -> Result<(), Error> {
        match at {
            Intake::Desk(body) => self.import_door(actor, body),
            Intake::Stewards => importing_for_all(actor),
        }
    }
}
