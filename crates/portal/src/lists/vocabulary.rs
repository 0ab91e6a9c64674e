//! Categories and papers as rows.

use super::table::{Frame, ListTable, Row, Rows, column};
use crate::Portal;
use interlocal_catalog::{NaiveDate, policy::Actor, template::Template};
use interlocal_exchange::{Cell, workbook::Column};

const CATEGORIES: [Column; 9] = [
    column("Category", 34),
    column("Slug", 26),
    column("Under", 30),
    column("Under slug", 24),
    column("Meaning", 70),
    column("Also called", 50),
    column("Offerings", 10),
    column("Vocabulary of", 12),
    column("Address", 44),
];

const PAPERS: [Column; 6] = [
    column("Paper", 40),
    column("Slug", 32),
    column("Purpose", 70),
    column("Blanks", 60),
    column("Text of", 12),
    column("Address", 50),
];

impl Portal {
    /// Every category, those of the second level after their parent.
    pub fn list_categories(&self, actor: &Actor) -> ListTable {
        let vocabulary = self.vocabulary();
        let rows = vocabulary.all().iter().map(|category| {
            let parent = category.parent.as_ref();
            vec![
                Cell::text(category.name.as_str()),
                Cell::text(category.slug.as_str()),
                Cell::maybe(parent.map(|parent| vocabulary.name(parent))),
                Cell::maybe(parent.map(|parent| parent.as_str())),
                Cell::text(category.meaning.as_str()),
                Cell::text(category.synonyms.join("; ")),
                Cell::Integer(self.category_count(actor, &category.slug) as i64),
                Cell::maybe(self.vocabulary_of()),
                self.led(&format!("/categories/{}", category.slug)),
            ]
        });
        let rows: Vec<Row> = rows.collect();
        let frame = Frame {
            file: "categories".to_owned(),
            title: "Categories".to_owned(),
            sheet: "Categories",
            columns: &CATEGORIES,
            page: "/categories".to_owned(),
            source: "the category vocabulary of the portal; counts are of offerings in force",
        };
        self.table(frame, Rows::known(rows))
    }

    /// Every paper.
    pub fn list_papers(&self) -> ListTable {
        let rows = Template::ALL.map(|paper| {
            let blanks: Vec<&str> = paper.blanks().iter().map(|blank| blank.name()).collect();
            vec![
                Cell::text(paper.title()),
                Cell::text(paper.slug()),
                Cell::text(paper.purpose()),
                Cell::text(blanks.join("; ")),
                Cell::Date(paper.written_on()),
                self.led(&format!("/templates/{}", paper.slug())),
            ]
        });
        let frame = Frame {
            file: "templates".to_owned(),
            title: "Templates".to_owned(),
            sheet: "Templates",
            columns: &PAPERS,
            page: "/templates".to_owned(),
            source: "written for this portal; no legal advice",
        };
        self.table(frame, Rows::known(rows))
    }

    /// The day of the vocabulary, where its version is one.
    pub(super) fn vocabulary_of(&self) -> Option<NaiveDate> {
        self.vocabulary().version().get(..10)?.parse().ok()
    }
}
