//! What stands around every page: head, header, main landmark, footer.

mod announcements;
mod footer;
mod header;
mod wordmark;

use crate::{
    brand::Brand,
    components::{
        list_files::{ListFile, alternates, list_files},
        star::form_of_stars,
        tray::{self, TrayItem},
    },
    linked_data::LinkedData,
};
use chrono::NaiveDate;
use interlocal_catalog::announcement::Announcement;
use maud::{DOCTYPE, Markup, html};
use std::{collections::BTreeSet, sync::Arc};

/// The jurisdiction on whose behalf somebody reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Its key: `county-17031`.
    pub key: String,
    /// Its name with its state: `Cook County, Illinois`.
    pub name: String,
}

/// Somebody who has signed in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reader {
    /// Their name or address.
    pub name: String,
    /// Whether they look after the whole portal.
    pub steward: bool,
    /// What every form of theirs carries.
    pub form_token: String,
}

/// What every page needs beside its own content.
#[derive(Clone, Debug, Default)]
pub struct Shell {
    /// Path and query of this page, to come back to after a change of jurisdiction.
    pub path: String,
    /// The address of the portal, without a slash at its end.
    pub origin: String,
    /// The chosen jurisdiction.
    pub chosen: Option<Chosen>,
    /// The words in the search box.
    pub query: String,
    /// Version in the addresses of styles, scripts and images.
    pub asset_version: String,
    /// The day for which the page speaks.
    pub as_of: NaiveDate,
    /// Address of the same content as JSON.
    pub json: Option<String>,
    /// What the list of this page can be taken along as.
    pub files: Vec<ListFile>,
    /// Who reads, where somebody has signed in.
    pub reader: Option<Reader>,
    /// The name and mark of the portal.
    pub brand: Arc<Brand>,
    /// What every page announces today.
    pub announcements: Vec<Announcement>,
    /// What the reader keeps to compare.
    pub tray: Vec<TrayItem>,
    /// Slugs of what the reader set aside, on pages that show stars.
    pub starred: BTreeSet<String>,
}

/// The head of one page, made by the page itself.
pub(crate) struct Head<'a> {
    /// What stands before the name of the portal in the title.
    pub title: &'a str,
    /// One sentence for search engines and previews.
    pub description: &'a str,
    /// Whether the search box stands in the header.
    pub search_box: bool,
}

impl Shell {
    /// Key of the chosen jurisdiction.
    pub fn key(&self) -> Option<&str> {
        self.chosen.as_ref().map(|chosen| chosen.key.as_str())
    }

    /// Address of a file among styles, scripts and images.
    pub(crate) fn asset(&self, file: &str) -> String {
        format!("/assets/{}/{file}", self.asset_version)
    }

    /// The whole document around the content of a page.
    pub(crate) fn document(&self, head: &Head<'_>, content: &Markup) -> Markup {
        self.with_data(head, None, content)
    }

    /// The same, with what the page says to machines.
    pub(crate) fn document_about(
        &self,
        head: &Head<'_>,
        about: &LinkedData,
        content: &Markup,
    ) -> Markup {
        self.with_data(head, Some(about), content)
    }

    fn with_data(&self, head: &Head<'_>, about: Option<&LinkedData>, content: &Markup) -> Markup {
        html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (head.title) " – " (self.brand.name) }
                    meta name="description" content=(head.description);
                    link rel="icon" type="image/svg+xml" href=(self.asset("images/favicon.svg"));
                    link rel="stylesheet" href=(self.asset("interlocal.css"));
                    @if let Some(styles) = &self.brand.styles {
                        link rel="stylesheet" href=(self.asset(styles));
                    }
                    @if let Some(json) = &self.json {
                        link rel="alternate" type="application/json" href=(json);
                    }
                    (alternates(&self.files))
                    link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml" title=(self.brand.name);
                    @if let Some(about) = about { (about.markup()) }
                    script type="module" src=(self.asset("scripts/interlocal.js")) {}
                }
                body {
                    a class="usa-skipnav" href="#main" { "Skip to main content" }
                    (header::header(self, head.search_box))
                    (announcements::announcements(&self.announcements))
                    (tray::tray(self))
                    main id="main" class="il-main grid-container" tabindex="-1" {
                        (content)
                        (list_files(&self.files))
                        (form_of_stars(self, content))
                        (tray::form_of_buttons(self, content))
                    }
                    (footer::footer(self))
                }
            }
        }
    }
}
