//! `answer_sheet`

use super::{
    asked::SheetAsked,
    assistant::Assistant,
    fault::Fault,
    told::{Answer, SheetTold, StatementOfNo},
};
use interlocal_catalog::{PlaceId, policy::Actor};
use interlocal_portal::{Judged, Snapshot, answer_sheet::CategoryAnswer};
use interlocal_web::{common_steps, mark};

impl Assistant {
    /// What is on record for a government.
    pub(super) async fn read_sheet(&self, asked: SheetAsked) -> Result<SheetTold, Fault> {
        let snapshot = self.portal.snapshot();
        let place = self.government_named(&snapshot, "government", &asked.government)?;
        let category = asked.category.as_deref().filter(|text| !text.is_empty());
        let category = category.map(|text| self.category_named(text)).transpose()?;
        let sheet = self.portal.answer_sheet(&Actor::Anonymous, &place).await;
        let sheet = sheet.map_err(|error| Fault::of(error, "government"))?;
        let vocabulary = self.portal.vocabulary();
        let is_asked = |answer: &CategoryAnswer, is_first: bool| match &category {
            None => is_first,
            Some(category) => vocabulary.within(&answer.category, category),
        };
        let mut answers = Vec::new();
        for row in &sheet {
            let children = row.children.iter().map(|child| (child, false));
            for (answer, is_first) in std::iter::once((&row.answer, true)).chain(children) {
                if is_asked(answer, is_first) {
                    answers.push(self.answer(&snapshot, answer, &place));
                }
            }
        }
        Ok(SheetTold {
            government: self.government(&snapshot, &place),
            as_of: self.portal.today(),
            answers,
        })
    }

    fn answer(&self, snapshot: &Snapshot, found: &CategoryAnswer, place: &PlaceId) -> Answer {
        let verdicts = found.offerings.iter();
        let steps = common_steps(verdicts.filter_map(|judged: &Judged| judged.verdict.as_ref()));
        Answer {
            category: self.category(&found.category),
            answer: found.answer.word(),
            words: mark(found.answer, steps).words(),
            decided_count: found.decided_count,
            offerings: found
                .offerings
                .iter()
                .map(|judged| self.offering(snapshot, judged, Some(place)))
                .collect(),
            statements_of_no: found
                .statements
                .iter()
                .map(|statement| StatementOfNo {
                    by: self.body(snapshot, &statement.by),
                    to: statement.kinds.iter().map(|kind| kind.plural()).collect(),
                    said_on: statement.said_on,
                })
                .collect(),
            ask: found.ask.as_ref().map(|office| self.body(snapshot, office)),
        }
    }
}
