//! Whose files are taken in, and what they become.

use crate::{
    components::{desk_head::desk_head, references::BodyRef, steward_head::steward_head},
    href,
};
use maud::Markup;

/// Where files are taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intake {
    /// At the desk of a body.
    Desk(BodyRef),
    /// By stewards, for everybody.
    Stewards,
}

impl Intake {
    /// The heading of a page.
    pub(super) fn head(&self, heading: &str) -> Markup {
        match self {
            Self::Desk(body) => desk_head(body, "/import", heading),
            Self::Stewards => steward_head("/steward/imports", heading),
        }
    }

    /// The address of the list of files.
    pub(super) fn files(&self) -> String {
        match self {
            Self::Desk(body) => format!("/desk/{}/import", href::escape(&body.slug)),
            Self::Stewards => "/steward/imports".to_owned(),
        }
    }

    /// Where a past import is undone.
    pub(super) fn undo(&self, batch: i32) -> String {
        match self {
            Self::Desk(body) => {
                format!("/desk/{}/imports/{batch}/undo", href::escape(&body.slug))
            }
            Self::Stewards => format!("/steward/past-imports/{batch}/undo"),
        }
    }

    /// The page of a listing that a row names.
    pub(super) fn listing(&self, slug: &str) -> String {
        match self {
            Self::Desk(body) => format!(
                "/desk/{}/offerings/{}",
                href::escape(&body.slug),
                href::escape(slug)
            ),
            Self::Stewards => href::offering(slug, None),
        }
    }

    /// The way on from what was taken in: its words and address; none for stewards.
    pub(super) fn made(&self, becomes: Becomes) -> Option<(&'static str, String)> {
        let Self::Desk(body) = self else {
            return None;
        };
        let desk = format!("/desk/{}", href::escape(&body.slug));
        Some(match becomes {
            Becomes::Proposals => ("See the facts", format!("{desk}/proposals")),
            Becomes::Drafts | Becomes::Entries => {
                ("See the drafts", format!("{desk}?status=draft"))
            }
        })
    }
}

/// What the rows of a file become.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Becomes {
    /// Drafts of a body.
    #[default]
    Drafts,
    /// Facts that wait for the people of each body.
    Proposals,
    /// Governments or domains that everybody is shown.
    Entries,
}

impl Becomes {
    /// What the button says.
    pub(super) fn order(self) -> &'static str {
        match self {
            Self::Drafts => "Write the drafts",
            Self::Proposals => "Propose the facts",
            Self::Entries => "Take the file in",
        }
    }

    /// While it is done.
    pub(super) fn under_way(self) -> &'static str {
        match self {
            Self::Drafts => "Writing the drafts",
            Self::Proposals => "Proposing the facts",
            Self::Entries => "Taking the file in",
        }
    }

    /// When it is done, with the number of the import.
    pub(super) fn done(self, batch: i32) -> String {
        match self {
            Self::Drafts => format!(
                "The drafts stand on your desk as import {batch}. You can undo it on the import \
                 desk as long as nobody has written on them."
            ),
            Self::Proposals => format!(
                "The facts wait for the people of each listing’s body as import {batch}. You can \
                 undo it as long as nobody has decided one of them."
            ),
            Self::Entries => format!(
                "The file was taken in as import {batch}. You can undo it as long as nothing \
                 hangs on what it added."
            ),
        }
    }

    /// When there was nothing to do.
    pub(super) fn nothing(self) -> &'static str {
        match self {
            Self::Drafts => "Nothing was new: every draft stands as it stood.",
            Self::Proposals | Self::Entries => "Nothing was new: everything stands as it stood.",
        }
    }
}
