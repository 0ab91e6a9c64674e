//! The listings of a body as rows, a piece at a time.

use crate::{
    Error, Portal,
    desk::listings::{DeskRow, Shelf},
    lists::table::{ListTable, PIECE, Row, Rows, column},
};
use interlocal_catalog::{OrganizationId, policy::Actor};
use interlocal_exchange::{Cell, workbook::Column};
use std::{collections::HashMap, sync::Arc, vec};

const COLUMNS: [Column; 15] = [
    column("Listing", 44),
    column("Slug", 30),
    column("Stands", 14),
    column("Public status", 14),
    column("Category", 26),
    column("Category slug", 22),
    column("Edition", 9),
    column("Draft version", 9),
    column("Changed at", 20),
    column("Goes up on", 12),
    column("Withdrawn on", 12),
    column("Ends on", 12),
    column("Checked on", 12),
    column("Source", 50),
    column("Address", 60),
];

/// Listings of a body, of which only the numbers are in memory.
pub(in crate::lists) struct Listings {
    portal: Arc<Portal>,
    left: vec::IntoIter<(Shelf, i32)>,
}

impl Portal {
    /// The listings of a body: of one shelf, or of all in their order.
    pub async fn list_listings(
        self: &Arc<Self>,
        actor: &Actor,
        body: &OrganizationId,
        shelf: Option<Shelf>,
    ) -> Result<ListTable, Error> {
        let all = self.shelved_at_desk(actor, body, shelf).await?;
        let snapshot = self.whole();
        let body = snapshot.directory.organization(body);
        let body = body.ok_or(Error::NotFound)?;
        let mut frame = super::of(body, ("listings", "Listings", &COLUMNS));
        frame.page = format!("/desk/{}", body.id);
        let listings = Listings {
            portal: Arc::clone(self),
            left: all.into_iter(),
        };
        Ok(self.table(frame, Rows::Listings(Box::new(listings))))
    }
}

impl Listings {
    /// The next ones; none when all were given.
    pub async fn rows(&mut self) -> Result<Option<Vec<Row>>, Error> {
        let piece: Vec<(Shelf, i32)> = self.left.by_ref().take(PIECE).collect();
        if piece.is_empty() {
            return Ok(None);
        }
        let ids: Vec<i32> = piece.iter().map(|(_, id)| *id).collect();
        let found = self.portal.store.desk_of(&ids).await?;
        let mut found: HashMap<i32, DeskRow> = found
            .into_iter()
            .map(|row| (row.offering.id, row))
            .collect();
        let rows = piece
            .into_iter()
            .filter_map(|(shelf, id)| Some(self.row(shelf, &found.remove(&id)?)));
        Ok(Some(rows.collect()))
    }

    fn row(&self, shelf: Shelf, listing: &DeskRow) -> Row {
        let drafted = listing.draft.as_ref();
        let current = listing.edition.as_ref();
        let content = drafted
            .map(|draft| &draft.content)
            .or(current.map(|edition| &edition.content));
        let offering = &listing.offering;
        let changed = drafted.map_or(offering.changed_at, |draft| {
            draft.updated_at.max(offering.changed_at)
        });
        let mut row = vec![
            Cell::maybe(content.map(|content| content.title.as_str())),
            Cell::text(offering.slug.as_str()),
            Cell::text(shelf.word()),
            Cell::text(offering.status.word()),
        ];
        match content {
            Some(content) => row.extend(self.portal.category_cells(&content.category)),
            None => row.extend([Cell::Empty, Cell::Empty]),
        }
        let withdrawn = offering.withdrawal.as_ref().map(|withdrawal| withdrawal.on);
        let path = format!("/desk/{}/offerings/{}", offering.provider, offering.slug);
        row.extend([
            Cell::maybe(current.map(|edition| edition.number)),
            Cell::maybe(drafted.map(|draft| draft.version)),
            Cell::Moment(changed),
            Cell::maybe(drafted.and_then(|draft| draft.publish_on)),
            Cell::maybe(withdrawn.or(offering.retire_on)),
            Cell::maybe(content.and_then(|content| content.term.ends_on)),
            Cell::maybe(content.map(|content| content.checked_on)),
            Cell::maybe(content.map(|content| content.source_words.as_str())),
            self.portal.led(&path),
        ]);
        row
    }
}
