//! `/data`: what there is to download, and how programs read the portal.

use crate::{
    components::references::outside_link,
    linked_data::{LinkedData, Trail},
    shell::{Head, Shell},
    words::{grouped, written},
};
use chrono::NaiveDate;
use maud::{Markup, Render, html};

/// Open data.
#[derive(Clone, Debug)]
pub struct DataPage {
    /// What stands around.
    pub shell: Shell,
    /// The day on which the files were written; none where they were not yet.
    pub written_on: Option<NaiveDate>,
    /// What the data set is called.
    pub title: &'static str,
    /// What it holds.
    pub about: &'static str,
    /// Words to find it by.
    pub keywords: &'static [&'static str],
    /// The files.
    pub files: Vec<DataFile>,
}

/// A file.
#[derive(Clone, Debug)]
pub struct DataFile {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub title: &'static str,
    /// What it holds.
    pub about: &'static str,
    /// Its media type.
    pub media: &'static str,
    /// The standard that it follows.
    pub standard: &'static str,
    /// The address of that standard.
    pub standard_url: &'static str,
    /// Bytes; none where it is not there.
    pub bytes: Option<u64>,
}

impl Render for DataPage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "Open data",
            description: "The whole public catalog to download: tables, open contracting data, a service directory.",
            search_box: true,
        };
        let trail = Trail::from_home(&self.shell).to(&self.shell, "Open data", "/data");
        self.shell.document_about(
            &head,
            &LinkedData::of(&trail, [self.linked()]),
            &html! {
                div class="il-prose" {
                    h1 { "Open data" }
                    p class="il-lead" {
                        "Everything that " (self.shell.brand.name) " shows to everybody, to take away. No account is needed."
                    }
                    p {
                        @match self.written_on {
                            Some(day) => { "The files are written anew every night; these are of " (written(day)) "." }
                            None => "The files are written every night. None has been written yet."
                        }
                    }
                }
                (self.files())
                (interfaces())
            },
        )
    }
}

impl DataPage {
    fn files(&self) -> Markup {
        html! {
            section class="il-section" aria-labelledby="files" {
                h2 id="files" { "Files" }
                dl class="il-defs" {
                    @for file in &self.files {
                        div class="il-defs__row" {
                            dt { (file.title) }
                            dd {
                                p { (file.about) }
                                p {
                                    @if let Some(bytes) = file.bytes {
                                        a href={ "/data/" (file.name) } { (file.name) }
                                        " (" (size(bytes)) ") · "
                                    }
                                    (outside_link(file.standard_url, file.standard))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn interfaces() -> Markup {
    html! {
        section class="il-section" aria-labelledby="programs" {
            h2 id="programs" { "For programs" }
            dl class="il-defs" {
                div class="il-defs__row" {
                    dt { "What there is, for data catalogs" }
                    dd { p { a href="/data.json" { "/data.json" } " (DCAT-US 1.1)" } }
                }
                div class="il-defs__row" {
                    dt { "Service directory, page by page" }
                    dd { p {
                        a href="/hsds/services" { "/hsds/services" } ", "
                        a href="/hsds/organizations" { "/hsds/organizations" } ", "
                        a href="/hsds/taxonomy_terms" { "/hsds/taxonomy_terms" }
                        " (HSDS 3.0)"
                    } }
                }
                div class="il-defs__row" {
                    dt { "Extension of open contracting data" }
                    dd { p {
                        a href="/extensions/interlocal-access/extension.json" { "Interlocal access" }
                        ", which says who may use a contract; "
                        a href="/extensions/interlocal-access/README.md" { "its documentation" }
                    } }
                }
            }
        }
    }
}

/// `1,234 kB`.
fn size(bytes: u64) -> String {
    format!("{} kB", grouped(bytes.div_ceil(1000)))
}
