//! What people weigh, as rows: a shortlist, a workspace with what is said in it, memos.

use super::{
    names::{body_cells, place_cells},
    table::{Frame, ListTable, Row, Rows, column},
};
use crate::{
    Error, Portal,
    shortlist::workspace::{ItemRead, WorkspaceRead},
};
use interlocal_catalog::{OfferingId, PlaceId, policy::Actor};
use interlocal_exchange::{Cell, workbook::Column};

const STARS: [Column; 11] = [
    column("Offering", 44),
    column("Slug", 30),
    column("Provider", 36),
    column("Provider slug", 30),
    column("Verdict", 14),
    column("Steps left", 26),
    column("Note", 60),
    column("Ends on", 12),
    column("Checked on", 12),
    column("Edition", 9),
    column("Address", 44),
];

const OPTIONS: [Column; 14] = [
    column("Offering", 44),
    column("Slug", 30),
    column("Provider", 36),
    column("Provider slug", 30),
    column("Verdict", 14),
    column("Steps left", 26),
    column("Note", 50),
    column("Opinion", 14),
    column("Said by", 26),
    column("Comment", 60),
    column("Said at", 20),
    column("Checked on", 12),
    column("Edition", 9),
    column("Address", 44),
];

const MEMOS: [Column; 10] = [
    column("Memo", 44),
    column("Id", 8),
    column("Body", 36),
    column("Body slug", 30),
    column("Options", 8),
    column("Changed at", 20),
    column("Frozen at", 20),
    column("SHA-256", 66),
    column("Version", 8),
    column("Address", 44),
];

impl Portal {
    /// What somebody set aside, in their account and in their browser.
    pub async fn list_shortlist(
        &self,
        actor: &Actor,
        kept: &[OfferingId],
        chosen: Option<&PlaceId>,
    ) -> Result<ListTable, Error> {
        let snapshot = self.view(actor);
        let stars = self.read_shortlist(actor, kept, chosen).await?;
        let rows: Vec<Row> = stars
            .iter()
            .map(|star| {
                let content = &star.judged.edition.content;
                let mut row = self.offering_cells(&snapshot, &star.judged);
                row.extend([
                    Cell::text(star.note.as_str()),
                    Cell::maybe(content.term.ends_on),
                    Cell::Date(content.checked_on),
                    Cell::Integer(i64::from(star.judged.edition.number)),
                    self.led(&format!("/offerings/{}", star.judged.shelved.slug)),
                ]);
                row
            })
            .collect();
        let frame = Frame {
            file: "shortlist".to_owned(),
            title: "Shortlist".to_owned(),
            sheet: "Shortlist",
            columns: &STARS,
            page: "/shortlist".to_owned(),
            source: "the page of each offering names its own; notes are the reader’s",
        };
        let table = self.table(frame, Rows::known(rows));
        Ok(match chosen {
            Some(place) => {
                let [name, _] = place_cells(&snapshot, place);
                table.remarked("Verdict for", name)
            }
            None => table,
        })
    }

    /// A workspace for people of its body: a row for each thing that is said.
    pub async fn list_workspace(&self, actor: &Actor, id: i32) -> Result<ListTable, Error> {
        let read = self.read_workspace(actor, id).await?;
        Ok(self.workspace(&read, format!("/workspaces/{id}")))
    }

    /// The same for whoever has its link.
    pub async fn list_shared_workspace(
        &self,
        actor: &Actor,
        secret: &str,
    ) -> Result<ListTable, Error> {
        let read = self.read_shared_workspace(actor, secret).await?;
        Ok(self.workspace(&read, format!("/workspaces/shared/{secret}")))
    }

    fn workspace(&self, read: &WorkspaceRead, page: String) -> ListTable {
        let items = read.items.iter();
        let rows: Vec<Row> = items.flat_map(|item| self.said(read, item)).collect();
        let frame = Frame {
            file: format!("workspace-{}", read.row.id),
            title: format!("{} ({})", read.row.title, read.body.name),
            sheet: "Options",
            columns: &OPTIONS,
            page,
            source: "people of the body; the page of each offering names its own",
        };
        self.table(frame, Rows::known(rows))
    }

    fn said(&self, read: &WorkspaceRead, item: &ItemRead) -> Vec<Row> {
        let content = &item.judged.edition.content;
        let mut voices: Vec<[Cell; 4]> = item
            .voices
            .iter()
            .map(|voice| {
                let name = match voice.name.as_str() {
                    "" => format!("somebody of {}", read.body.name),
                    name => name.to_owned(),
                };
                [
                    Cell::text(voice.opinion.word()),
                    Cell::Text(name),
                    Cell::text(voice.comment.as_str()),
                    Cell::Moment(voice.said_at),
                ]
            })
            .collect();
        if voices.is_empty() {
            voices.push([Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]);
        }
        let rows = voices.into_iter().map(|voice| {
            let mut row = self.offering_cells(&read.snapshot, &item.judged);
            row.push(Cell::text(item.item.note.as_str()));
            row.extend(voice);
            row.extend([
                Cell::Date(content.checked_on),
                Cell::Integer(i64::from(item.judged.edition.number)),
                self.led(&format!("/offerings/{}", item.judged.shelved.slug)),
            ]);
            row
        });
        rows.collect()
    }

    /// The memos of the bodies that somebody belongs to.
    pub async fn list_memos(&self, actor: &Actor) -> Result<ListTable, Error> {
        let own = self.own_memos(actor).await?;
        let snapshot = self.view(actor);
        let rows: Vec<Row> = own
            .memos
            .iter()
            .map(|memo| {
                let frozen = memo.frozen.as_ref();
                let mut row = vec![Cell::text(memo.draft.title.as_str()), memo.id.into()];
                row.extend(body_cells(&snapshot, &memo.body));
                row.extend([
                    Cell::Integer(memo.draft.options.len() as i64),
                    Cell::Moment(memo.changed_at),
                    Cell::maybe(frozen.map(|frozen| frozen.at)),
                    Cell::maybe(frozen.map(|frozen| frozen.sha256.as_str())),
                    memo.version.into(),
                    self.led(&format!("/memos/{}", memo.id)),
                ]);
                row
            })
            .collect();
        let frame = Frame {
            file: "memos".to_owned(),
            title: "Decision memos".to_owned(),
            sheet: "Memos",
            columns: &MEMOS,
            page: "/memos".to_owned(),
            source: "the bodies of the reader",
        };
        Ok(self.table(frame, Rows::known(rows)))
    }
}
