//! `/desk`: the listings of a body, from the first words to their end.

mod draft;
mod editor;
mod home;
mod import;
mod preview;
mod proposals;
mod review;
mod withdraw;

pub use draft::{DraftPage, EventRow, SaidRow, StepRow};
pub use editor::{ConflictPage, EditorPage, NewListingPage, UploadForm};
pub use home::{DeskBody, DeskIndexPage, DeskListingRow, DeskPage, DeskShelf};
pub use import::{
    Becomes, ImportBatchRow, ImportColumnRow, ImportColumnsPage, ImportDeskPage, ImportFileRow,
    ImportHead, ImportReportPage, ImportReportRow, ImportTally, ImportWork, Intake,
};
pub use preview::PreviewNote;
pub use proposals::{ProposalRow, ProposalsPage};
pub use review::{ReachRow, ReviewPage};
pub use withdraw::WithdrawPage;

use crate::{components::references::BodyRef, href};
use maud::{Markup, html};

/// Which listing of which body a page of the desk is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListingHead {
    /// The body.
    pub body: BodyRef,
    /// Slug of the listing.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Where it stands, in words.
    pub stands: String,
    /// Version of the draft that the page shows.
    pub version: i32,
}

impl ListingHead {
    /// The address of a page of the listing.
    pub(crate) fn at(&self, rest: &str) -> String {
        let (body, slug) = (href::escape(&self.body.slug), href::escape(&self.slug));
        format!("/desk/{body}/offerings/{slug}{rest}")
    }

    /// The version that a form was made from.
    pub(crate) fn version_field(&self) -> Markup {
        html! { input type="hidden" name="version" value=(self.version); }
    }
}
