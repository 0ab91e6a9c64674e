//! The service directory for programs: HSDS 3.0 page by page, as everybody sees it,
//! whoever asks.

use super::sources::sources;
use crate::{Error, Portal, Shelved, Snapshot};
use chrono::{DateTime, Utc};
use interlocal_catalog::{PlaceId, category::Category, organization::Organization};
use interlocal_exchange::hsds::{
    Kept,
    id::id,
    write::{Listed, Names, organization, organization_id, taxonomy, taxonomy_id, term, term_id},
};
use serde_json::{Value, json};
use std::sync::Arc;

/// Which page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    /// Its number, from 1.
    pub page: usize,
    /// Entries of a page.
    pub per_page: usize,
}

/// Which services.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Words that stand in the name.
    pub search: String,
    /// The id of a category; those under it count too.
    pub term: Option<String>,
    /// The id of a taxonomy.
    pub taxonomy: Option<String>,
    /// The id of a body.
    pub organization: Option<String>,
    /// Changed after this.
    pub modified_after: Option<DateTime<Utc>>,
    /// How much of each is told.
    pub much: Much,
}

/// How much of a thing is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Much {
    /// Its id and when it changed.
    Minimal,
    /// What there is one of.
    #[default]
    Brief,
    /// Everything that belongs to it.
    Full,
}

/// A page of a list.
#[derive(Clone, Debug)]
pub struct Page {
    /// Entries of all pages.
    pub total: usize,
    /// Which page.
    pub paging: Paging,
    /// Its entries.
    pub contents: Vec<Value>,
}

/// Every service that is wanted, as they stood at one moment, a piece at a time.
pub struct AllServices {
    snapshot: Arc<Snapshot>,
    left: std::vec::IntoIter<Arc<Shelved>>,
    much: Much,
}

/// Services of a piece.
const PIECE: usize = 200;

impl Portal {
    /// A page of services, in the order in which they came into the portal.
    pub async fn hsds_services(&self, wanted: &Wanted, paging: Paging) -> Result<Page, Error> {
        let snapshot = self.snapshot();
        let found = self.wanted(&snapshot, wanted);
        let page: Vec<Arc<Shelved>> = paging.of(&found).cloned().collect();
        let contents = self.services(&snapshot, &page, wanted.much).await?;
        Ok(Page {
            total: found.len(),
            paging,
            contents,
        })
    }

    /// All of them at once, which are read a piece after the other.
    pub fn all_hsds_services(&self, wanted: &Wanted) -> AllServices {
        let snapshot = self.snapshot();
        AllServices {
            left: self.wanted(&snapshot, wanted).into_iter(),
            snapshot,
            much: wanted.much,
        }
    }

    /// The next piece of all services; none at the end.
    pub async fn more_hsds_services(
        &self,
        all: &mut AllServices,
    ) -> Result<Option<Vec<Value>>, Error> {
        let piece: Vec<Arc<Shelved>> = all.left.by_ref().take(PIECE).collect();
        match piece.is_empty() {
            true => Ok(None),
            false => Ok(Some(self.services(&all.snapshot, &piece, all.much).await?)),
        }
    }

    fn wanted(&self, snapshot: &Snapshot, wanted: &Wanted) -> Vec<Arc<Shelved>> {
        let all = snapshot.shelf.iter();
        let found = all.filter(|one| self.is_wanted(snapshot, one, wanted));
        found.cloned().collect()
    }

    /// The service with this id and everything that belongs to it.
    pub async fn hsds_service(&self, wanted: &str) -> Result<Value, Error> {
        let snapshot = self.snapshot();
        let mut all = snapshot.shelf.iter();
        let found = all.find(|one| id("service", one.slug.as_str()) == wanted);
        let one = [Arc::clone(found.ok_or(Error::NotFound)?)];
        let mut services = self.services(&snapshot, &one, Much::Full).await?;
        services.pop().ok_or(Error::NotFound)
    }

    /// A page of bodies whose name holds these words.
    pub fn hsds_organizations(&self, search: &str, paging: Paging) -> Page {
        let snapshot = self.snapshot();
        let words = search.to_lowercase();
        let all = snapshot.directory.organizations();
        let mut found: Vec<&Organization> = all
            .filter(|body| body.name.to_lowercase().contains(&words))
            .collect();
        found.sort_by(|one, other| one.id.cmp(&other.id));
        let name = |place: &PlaceId| snapshot.directory.full_name(place);
        let names = self.names(&name);
        Page {
            total: found.len(),
            paging,
            contents: paging
                .of(&found)
                .map(|body| organization(body, &names))
                .collect(),
        }
    }

    /// The body with this id and its services in short.
    pub fn hsds_organization(&self, wanted: &str) -> Result<Value, Error> {
        let snapshot = self.snapshot();
        let mut all = snapshot.directory.organizations();
        let body = all.find(|body| organization_id(body) == wanted);
        let body = body.ok_or(Error::NotFound)?;
        let name = |place: &PlaceId| snapshot.directory.full_name(place);
        let mut whole = organization(body, &self.names(&name));
        let services = snapshot.shelf.of_provider(&body.id).iter().map(|one| {
            json!({
                "id": id("service", one.slug.as_str()),
                "organization_id": wanted,
                "name": one.title,
                "status": status(one),
            })
        });
        whole["services"] = Value::Array(services.collect());
        Ok(whole)
    }

    /// A page of taxonomies: there is one, of categories.
    pub fn hsds_taxonomies(&self, search: &str, paging: Paging) -> Page {
        let one = taxonomy(&self.names(&|place| place.to_string()));
        let name = one["name"].as_str().unwrap_or_default().to_lowercase();
        let found: Vec<Value> = [one]
            .into_iter()
            .filter(|_| name.contains(&search.to_lowercase()))
            .collect();
        Page {
            total: found.len(),
            paging,
            contents: paging.of(&found).cloned().collect(),
        }
    }

    /// The taxonomy with this id.
    pub fn hsds_taxonomy(&self, wanted: &str) -> Result<Value, Error> {
        match wanted == taxonomy_id() {
            true => Ok(taxonomy(&self.names(&|place| place.to_string()))),
            false => Err(Error::NotFound),
        }
    }

    /// A page of categories.
    pub fn hsds_terms(&self, wanted: &TermsWanted, paging: Paging) -> Page {
        let words = wanted.search.to_lowercase();
        let under = wanted.parent.as_deref();
        let all = self.vocabulary.all().iter();
        let found: Vec<&Category> = all
            .filter(|one| one.name.to_lowercase().contains(&words))
            .filter(|_| {
                wanted
                    .taxonomy
                    .as_ref()
                    .is_none_or(|id| *id == taxonomy_id())
            })
            .filter(|one| !wanted.top_only || one.parent.is_none())
            .filter(|one| {
                let parent = one
                    .parent
                    .as_ref()
                    .and_then(|slug| self.vocabulary.get(slug));
                under.is_none_or(|under| parent.is_some_and(|parent| term_id(parent) == under))
            })
            .collect();
        let names = self.names(&|place| place.to_string());
        Page {
            total: found.len(),
            paging,
            contents: paging.of(&found).map(|one| term(one, &names)).collect(),
        }
    }

    /// The category with this id and its taxonomy.
    pub fn hsds_term(&self, wanted: &str) -> Result<Value, Error> {
        let mut all = self.vocabulary.all().iter();
        let found = all.find(|one| term_id(one) == wanted);
        let names = self.names(&|place| place.to_string());
        let mut whole = term(found.ok_or(Error::NotFound)?, &names);
        whole["taxonomy_detail"] = taxonomy(&names);
        Ok(whole)
    }

    fn names<'a>(&'a self, place: &'a (dyn Fn(&PlaceId) -> String + Sync)) -> Names<'a> {
        Names {
            base: self.public_url().origin(),
            place,
            vocabulary: &self.vocabulary,
        }
    }

    fn is_wanted(&self, snapshot: &Snapshot, one: &Shelved, wanted: &Wanted) -> bool {
        let words = wanted.search.to_lowercase();
        let own = self.vocabulary.get(&one.category);
        let above = own.and_then(|own| self.vocabulary.get(own.parent.as_ref()?));
        let is_of = |term: &String| {
            own.into_iter()
                .chain(above)
                .any(|one| term_id(one) == *term)
        };
        let body = snapshot.directory.organization(&one.provider);
        let is_body = |wanted: &String| body.is_some_and(|body| organization_id(body) == *wanted);
        one.title.to_lowercase().contains(&words)
            && wanted.term.as_ref().is_none_or(is_of)
            && wanted
                .taxonomy
                .as_ref()
                .is_none_or(|id| *id == taxonomy_id())
            && wanted.organization.as_ref().is_none_or(is_body)
            && wanted
                .modified_after
                .is_none_or(|after| one.changed_at > after)
    }

    async fn services(
        &self,
        snapshot: &Snapshot,
        page: &[Arc<Shelved>],
        much: Much,
    ) -> Result<Vec<Value>, Error> {
        let wanted: Vec<i32> = page.iter().map(|one| one.edition).collect();
        let editions = self.editions(&wanted).await?;
        let name = |place: &PlaceId| snapshot.directory.full_name(place);
        let names = self.names(&name);
        let told = page.iter().filter_map(|one| {
            let edition = editions.iter().find(|edition| edition.id == one.edition)?;
            let seen = snapshot.seen(edition);
            // Where something is restricted, nothing of a file is told.
            let is_whole = Arc::ptr_eq(&seen, edition) && much != Much::Minimal;
            is_whole.then_some((&one.slug, edition.published_at))
        });
        let sources = sources(&self.store, "hsds", told.collect()).await?;
        let services = page.iter().filter_map(|one| {
            let edition = editions.iter().find(|edition| edition.id == one.edition)?;
            let edition = snapshot.seen(edition);
            let provider = snapshot.directory.organization(&one.provider)?;
            let source = sources.get(&one.slug);
            let kept = source.map(|source| Kept::of(source, &one.slug, provider));
            let listed = Listed {
                slug: &one.slug,
                content: &edition.content,
                provider,
                status: one.status,
                changed_at: one.changed_at,
                kept: kept.as_ref(),
            };
            Some(match much {
                Much::Minimal => listed.minimal(),
                Much::Brief => listed.brief(&names),
                Much::Full => listed.whole(&names),
            })
        });
        Ok(services.collect())
    }
}

/// Which categories.
#[derive(Clone, Debug, Default)]
pub struct TermsWanted {
    /// Words that stand in the name.
    pub search: String,
    /// The id of a taxonomy.
    pub taxonomy: Option<String>,
    /// The id of the category that they stand under.
    pub parent: Option<String>,
    /// Only those of the first level.
    pub top_only: bool,
}

impl Paging {
    /// Everything on one page.
    pub const WHOLE: Self = Self {
        page: 1,
        per_page: usize::MAX,
    };

    /// The entries of the page.
    fn of<T>(self, all: &[T]) -> impl Iterator<Item = &T> {
        let before = (self.page - 1).saturating_mul(self.per_page);
        all.iter().skip(before).take(self.per_page)
    }
}

impl Page {
    /// A page of a list in which there is nothing.
    pub fn empty(paging: Paging) -> Self {
        Self {
            total: 0,
            paging,
            contents: Vec::new(),
        }
    }

    /// The envelope of the specification.
    pub fn envelope(self) -> Value {
        let pages = self.total.div_ceil(self.paging.per_page);
        json!({
            "total_items": self.total,
            "total_pages": pages,
            "page_number": self.paging.page,
            "size": self.contents.len(),
            "first_page": self.paging.page == 1,
            "last_page": self.paging.page >= pages,
            "empty": self.contents.is_empty(),
            "contents": self.contents,
        })
    }
}

fn status(one: &Shelved) -> &'static str {
    interlocal_exchange::hsds::write::status(one.status)
}
