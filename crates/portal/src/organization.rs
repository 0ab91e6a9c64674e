//! Reading a body, a category, a state: what stands under each.

use crate::{Error, Judged, Portal, Snapshot, shelf::Shelved};
use interlocal_catalog::{
    CategoryId, NaiveDate, OrganizationId, PlaceId, answer::StatementOfNo,
    organization::Organization, policy::Actor,
};
use std::sync::Arc;

/// A body with its listings.
pub struct OrganizationAnswer {
    /// The body.
    pub organization: Organization,
    /// What it offers.
    pub offerings: Vec<Judged>,
    /// Where it stands beside another provider.
    pub partner_in: Vec<Judged>,
    /// Its statements of no.
    pub statements: Vec<StatementOfNo>,
    /// What the answer was made from.
    pub snapshot: Arc<Snapshot>,
}

/// Offerings shown on a page of a body, category or state.
const SHOWN: usize = 200;

impl Portal {
    /// The body with this slug.
    pub async fn read_organization(
        &self,
        actor: &Actor,
        slug: &OrganizationId,
        chosen: Option<&PlaceId>,
    ) -> Result<OrganizationAnswer, Error> {
        let snapshot = self.view(actor);
        let organization = snapshot
            .directory
            .organization(slug)
            .ok_or(Error::NotFound)?
            .clone();
        let listed = in_force(snapshot.shelf.of_provider(slug).iter(), self.clock.today());
        let offerings = self.first_by_title(&snapshot, listed, chosen).await?;
        let beside = in_force(snapshot.shelf.of_partner(slug).iter(), self.clock.today());
        let partner_in = self.first_by_title(&snapshot, beside, chosen).await?;
        let statements = snapshot
            .register
            .statements
            .iter()
            .filter(|s| s.by == *slug)
            .cloned()
            .collect();
        Ok(OrganizationAnswer {
            organization,
            offerings,
            partner_in,
            statements,
            snapshot,
        })
    }

    /// Offerings of a category and what stands under it, by title, and how many there are.
    pub async fn read_category(
        &self,
        actor: &Actor,
        category: &CategoryId,
        chosen: Option<&PlaceId>,
    ) -> Result<(Vec<Judged>, usize), Error> {
        let snapshot = self.view(actor);
        if self.vocabulary.get(category).is_none() {
            return Err(Error::NotFound);
        }
        let slugs = std::iter::once(category)
            .chain(self.vocabulary.children(category).map(|child| &child.slug));
        let listed = in_force(
            slugs.flat_map(|slug| snapshot.shelf.in_category(slug)),
            self.clock.today(),
        );
        let total = listed.len();
        Ok((self.first_by_title(&snapshot, listed, chosen).await?, total))
    }

    /// Offerings that name a state, by title, and how many there are.
    pub async fn read_state_offerings(
        &self,
        actor: &Actor,
        postal: &str,
        chosen: Option<&PlaceId>,
    ) -> Result<(Vec<Judged>, usize), Error> {
        let snapshot = self.view(actor);
        let named = snapshot
            .shelf
            .iter()
            .filter(|s| s.states.iter().any(|state| state == postal));
        let listed = in_force(named, self.clock.today());
        let total = listed.len();
        Ok((self.first_by_title(&snapshot, listed, chosen).await?, total))
    }

    async fn first_by_title(
        &self,
        snapshot: &Snapshot,
        mut listed: Vec<Arc<Shelved>>,
        chosen: Option<&PlaceId>,
    ) -> Result<Vec<Judged>, Error> {
        listed.sort_by(|a, b| a.title.cmp(&b.title).then_with(|| a.slug.cmp(&b.slug)));
        listed.truncate(SHOWN);
        self.judged(snapshot, &listed, chosen).await
    }
}

fn in_force<'a>(
    listed: impl Iterator<Item = &'a Arc<Shelved>>,
    day: NaiveDate,
) -> Vec<Arc<Shelved>> {
    listed
        .filter(|shelved| !shelved.has_ended(day))
        .cloned()
        .collect()
}
