//! Questions and reports at a desk as rows. Who asked or reported stays with the portal.

use crate::{
    Error, Portal,
    desk::ask::{Replied, ReplyRecord},
    lists::table::{ListTable, Row, Rows, column},
};
use interlocal_catalog::{OrganizationId, policy::Actor};
use interlocal_exchange::{Cell, workbook::Column};

const QUESTIONS: [Column; 9] = [
    column("Question", 9),
    column("Category", 30),
    column("Category slug", 24),
    column("Kind of government", 22),
    column("Asked by", 9),
    column("Asked at", 20),
    column("Answer", 16),
    column("Answered with", 38),
    column("Answered on", 12),
];

const REPORTS: [Column; 9] = [
    column("Report", 9),
    column("Listing", 44),
    column("Slug", 30),
    column("Message", 60),
    column("Reported at", 20),
    column("Looked after by", 30),
    column("Answer", 60),
    column("Closed at", 20),
    column("Address", 50),
];

impl Portal {
    /// What governments ask a body.
    pub async fn list_questions(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<ListTable, Error> {
        let inbox = self.read_questions(actor, body).await?;
        let questions = inbox.questions.iter();
        let rows: Vec<Row> = questions
            .map(|(question, reply)| {
                let mut row: Row = vec![question.id.into()];
                row.extend(self.category_cells(&question.key.category));
                row.extend([
                    Cell::text(question.key.kind.plural()),
                    Cell::Integer(i64::try_from(question.asker_count).unwrap_or(i64::MAX)),
                    Cell::Moment(question.asked_at),
                ]);
                row.extend(replied(reply.as_ref()));
                row
            })
            .collect();
        let frame = super::of(&inbox.body, ("questions", "Questions", &QUESTIONS));
        Ok(self.table(frame, Rows::known(rows)))
    }

    /// What was reported on the listings of a body.
    pub async fn list_reports(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<ListTable, Error> {
        let found = self.read_reports(actor, body).await?;
        let rows: Vec<Row> = found
            .reports
            .iter()
            .map(|reported| {
                let report = &reported.report;
                let offering = reported.offering.as_ref();
                vec![
                    report.id.into(),
                    Cell::text(reported.title.as_str()),
                    Cell::maybe(offering.map(|offering| offering.slug.as_str())),
                    Cell::text(report.message.as_str()),
                    Cell::Moment(report.reported_at),
                    Cell::maybe(reported.owner.as_deref()),
                    Cell::text(report.answer.as_str()),
                    Cell::maybe(report.closed_at),
                    self.led(&format!("/desk/{body}/reports/{}", report.id)),
                ]
            })
            .collect();
        let frame = super::of(&found.body, ("reports", "Reports", &REPORTS));
        Ok(self.table(frame, Rows::known(rows)))
    }
}

fn replied(reply: Option<&Replied>) -> [Cell; 3] {
    let Some(reply) = reply else {
        return [Cell::Empty, Cell::Empty, Cell::Empty];
    };
    let (what, with) = match &reply.with {
        ReplyRecord::StatementOfNo(said) => ("no", said.id.as_str()),
        ReplyRecord::Offering(found) => ("offering", found.slug.as_str()),
        ReplyRecord::Participation(record) => ("participation", record.id.as_str()),
    };
    [Cell::text(what), Cell::text(with), Cell::Date(reply.on)]
}
