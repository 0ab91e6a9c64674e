//! The people of a body and its known domains, as rows.

use crate::{
    Error, Portal,
    lists::{
        names::yes,
        table::{ListTable, Row, Rows, column},
    },
};
use interlocal_catalog::{OrganizationId, policy::Actor};
use interlocal_exchange::{Cell, workbook::Column};

const PEOPLE: [Column; 9] = [
    column("Stands", 14),
    column("Id", 38),
    column("Address", 36),
    column("Name", 30),
    column("Role", 16),
    column("Account closed", 9),
    column("Message", 60),
    column("Invited by", 30),
    column("Asked or ends at", 20),
];

const DOMAINS: [Column; 10] = [
    column("Domain", 36),
    column("Stands", 12),
    column("Organization", 40),
    column("Kind", 20),
    column("City", 24),
    column("State", 8),
    column("Government", 40),
    column("Website of the body", 9),
    column("Approved at", 20),
    column("Approved by", 36),
];

impl Portal {
    /// The people of a body: who belongs to it, who asks to, and who is invited.
    pub async fn list_members(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<ListTable, Error> {
        let found = self.read_members(actor, body).await?;
        let mut rows: Vec<Row> = Vec::new();
        rows.extend(found.people.iter().map(|person| {
            vec![
                Cell::text("member"),
                person.person.into(),
                Cell::text(person.email.as_str()),
                Cell::text(person.name.as_str()),
                Cell::text(person.role.word()),
                yes(person.disabled),
            ]
        }));
        rows.extend(found.requests.iter().map(|request| {
            vec![
                Cell::text("asks to join"),
                request.id.into(),
                Cell::text(request.email.as_str()),
                Cell::text(request.name.as_str()),
                Cell::Empty,
                Cell::Empty,
                Cell::text(request.message.as_str()),
                Cell::Empty,
                Cell::Moment(request.asked_at),
            ]
        }));
        rows.extend(found.invitations.iter().map(|invitation| {
            vec![
                Cell::text("invited"),
                Cell::text(invitation.id.as_str()),
                Cell::text(invitation.email.as_str()),
                Cell::Empty,
                Cell::maybe(invitation.role.map(|role| role.word())),
                Cell::Empty,
                Cell::Empty,
                Cell::text(invitation.by.as_str()),
                Cell::Moment(invitation.ends_at),
            ]
        }));
        rows.iter_mut()
            .for_each(|row| row.resize(PEOPLE.len(), Cell::Empty));
        let frame = super::of(&found.body, ("members", "People", &PEOPLE));
        Ok(self.table(frame, Rows::known(rows)))
    }

    /// The domains of a body: approved ones, and those that the registry suggests.
    pub async fn list_domains(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<ListTable, Error> {
        let found = self.read_domains(actor, body).await?;
        let mut rows: Vec<Row> = Vec::new();
        rows.extend(found.approved.iter().map(|one| {
            let mut row = vec![Cell::text(one.domain.as_str()), Cell::text("approved")];
            row.resize(DOMAINS.len() - 2, Cell::Empty);
            row.extend([
                Cell::Moment(one.approved_at),
                Cell::text(one.approved_by.as_str()),
            ]);
            row
        }));
        rows.extend(found.suggested.iter().map(|one| {
            let known = &one.registered;
            vec![
                Cell::text(known.domain.as_str()),
                Cell::text("suggested"),
                Cell::text(known.organization_name.as_str()),
                Cell::text(known.kind.as_str()),
                Cell::text(known.city.as_str()),
                Cell::text(known.state.as_str()),
                Cell::maybe(one.government.as_deref()),
                yes(one.has_website),
                Cell::Empty,
                Cell::Empty,
            ]
        }));
        let frame = super::of(&found.body, ("domains", "Domains", &DOMAINS));
        let table = self.table(frame, Rows::known(rows));
        Ok(table.remarked("Registry", Cell::text("CISA, .gov domains")))
    }
}
