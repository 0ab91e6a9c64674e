//! What waits for the word of a body, and links of its listings that lead nowhere.

use crate::{
    Error, Judged, Portal,
    desk::claim::Waiting,
    lists::table::{ListTable, Row, Rows, column},
};
use interlocal_catalog::{OrganizationId, policy::Actor};
use interlocal_exchange::{Cell, workbook::Column};

const COLUMNS: [Column; 11] = [
    column("Listing", 44),
    column("Slug", 30),
    column("Category", 26),
    column("Category slug", 22),
    column("Summary", 60),
    column("Confidence", 12),
    column("Source", 50),
    column("Checked on", 12),
    column("Review by", 12),
    column("Edition", 9),
    column("Address", 44),
];

const LINKS: [Column; 8] = [
    column("Listing", 44),
    column("Slug", 30),
    column("Field", 26),
    column("Link", 60),
    column("Answer", 14),
    column("Status", 8),
    column("Asked at", 20),
    column("Silent since", 12),
];

impl Portal {
    /// What is listed of a body and not confirmed by it.
    pub async fn list_listed(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<ListTable, Error> {
        let waiting = self.read_listed(actor, body).await?;
        Ok(self.waiting_table(&waiting, ("listed", "Listed, not confirmed", &COLUMNS)))
    }

    /// What a body confirmed and must look at again.
    pub async fn list_stale(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<ListTable, Error> {
        let waiting = self.read_stale(actor, body).await?;
        Ok(self.waiting_table(&waiting, ("stale", "To be confirmed again", &COLUMNS)))
    }

    fn waiting_table(
        &self,
        waiting: &Waiting,
        called: (&str, &'static str, &'static [Column]),
    ) -> ListTable {
        let rows: Vec<Row> = waiting.entries.iter().map(|one| self.waits(one)).collect();
        self.table(super::of(&waiting.body, called), Rows::known(rows))
    }

    fn waits(&self, judged: &Judged) -> Row {
        let content = &judged.edition.content;
        let days = u64::try_from(content.review_days).unwrap_or(0);
        let review = content.checked_on.checked_add_days(chrono::Days::new(days));
        let mut row = vec![
            Cell::text(content.title.as_str()),
            Cell::text(content.slug.as_str()),
        ];
        row.extend(self.category_cells(&content.category));
        row.extend([
            Cell::text(content.summary.as_str()),
            Cell::text(judged.shelved.confidence(self.today()).word()),
            Cell::text(content.source_words.as_str()),
            Cell::Date(content.checked_on),
            Cell::maybe(review),
            judged.edition.number.into(),
            self.led(&format!("/offerings/{}", content.slug)),
        ]);
        row
    }

    /// The links of the published listings of a body that lead nowhere.
    pub async fn list_broken_links(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<ListTable, Error> {
        let broken = self.read_broken_links(actor, body).await?;
        let rows: Vec<Row> = broken
            .iter()
            .map(|broken| {
                let check = broken.link.check.as_ref();
                vec![
                    Cell::text(broken.title.as_str()),
                    Cell::text(broken.slug.as_str()),
                    Cell::text(broken.link.field.label()),
                    Cell::address(broken.link.link.as_str()),
                    Cell::maybe(check.map(|check| check.answer.word())),
                    Cell::maybe(check.and_then(|check| check.status).map(i32::from)),
                    Cell::maybe(check.map(|check| check.asked_at)),
                    Cell::maybe(check.and_then(|check| check.silent_since)),
                ]
            })
            .collect();
        let snapshot = self.view(actor);
        let body = snapshot.directory.organization(body);
        let body = body.ok_or(Error::NotFound)?;
        let mut frame = super::of(body, ("broken-links", "Links that lead nowhere", &LINKS));
        frame.page = format!("/desk/{}/stale", body.id);
        Ok(self.table(frame, Rows::known(rows)))
    }
}
