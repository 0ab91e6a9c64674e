//! `/desk/{body}/members`, `/desk/{body}/requests/{id}`

use super::{
    after::{see, shown},
    visit::Visit,
};
use crate::{
    error::Failure,
    form::{Fields, posted::Posted, steward as form},
};
use axum::{extract::Path, response::Response};
use interlocal_catalog::{OrganizationId, policy::Role};
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{InvitationLine, MemberLine, MembersPage, RequestLine},
};
use interlocal_portal::{Error, accounts::invite::Place, members::OpenInvitation};

/// The people of a body.
pub async fn show(Path(body): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    let page = page(&visit, &body, &Fields::default(), Vec::new()).await?;
    Ok(visit.answer(&page))
}

/// Invites somebody by mail.
pub async fn invite(Path(body): Path<String>, posted: Posted) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    let visit = &posted.visit;
    let actor = visit.acting()?;
    let portal = &visit.app.portal;
    portal.read_members(&actor, &body).await?;
    match form::invitation(&posted.fields) {
        Ok((email, role)) => {
            let place = Place::InBody(body.clone(), role);
            portal.invite_by_mail(&actor, &email, &place).await?;
            Ok(see(&address(&body), "invited"))
        }
        Err(Failure::Invalid(faults)) => {
            let page = page(visit, &body, &posted.fields, shown(faults)).await?;
            Ok(visit.refused(&page))
        }
        Err(other) => Err(other),
    }
}

/// Gives a member another role.
pub async fn change_role(
    Path((body, person)): Path<(String, i32)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    let portal = &posted.visit.app.portal;
    let actor = posted.visit.acting()?;
    // Who may not look at the people hears that first, whatever was sent.
    portal.read_members(&actor, &body).await?;
    let role = form::role(&posted.fields)?;
    portal.change_role(&actor, &body, person, role).await?;
    Ok(see(&address(&body), "role"))
}

/// Takes a member out of the body.
pub async fn remove(
    Path((body, person)): Path<(String, i32)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    let portal = &posted.visit.app.portal;
    portal
        .remove_member(&posted.visit.acting()?, &body, person)
        .await?;
    Ok(see(&address(&body), "removed"))
}

/// Takes an invitation back.
pub async fn uninvite(
    Path((body, invitation)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    let portal = &posted.visit.app.portal;
    portal
        .take_back_invitation(&posted.visit.acting()?, &body, &invitation)
        .await?;
    Ok(see(&address(&body), "taken-back"))
}

/// Decides a request to join.
pub async fn decide(
    Path((body, request)): Path<(String, i32)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let body = OrganizationId::new(body);
    let visit = &posted.visit;
    let actor = visit.acting()?;
    visit.app.portal.read_members(&actor, &body).await?;
    let answer = form::answer(&posted.fields, request)?;
    let granted = answer == interlocal_portal::members::Answer::Grant;
    let decided = visit
        .app
        .portal
        .decide_member_request(&actor, (&body, request), answer)
        .await;
    match decided {
        Err(Error::Invalid(faults)) => {
            let faults = numbered(shown(faults), request);
            let page = page(visit, &body, &Fields::default(), faults).await?;
            Ok(visit.refused(&page))
        }
        Err(other) => Err(other.into()),
        Ok(()) => Ok(see(
            &address(&body),
            if granted { "granted" } else { "refused" },
        )),
    }
}

/// A fault in the words of a refusal, beside the field of its request.
pub fn numbered(faults: Vec<FieldFault>, request: i32) -> Vec<FieldFault> {
    faults
        .into_iter()
        .map(|fault| FieldFault {
            field: if fault.field == "words" {
                format!("words-{request}")
            } else {
                fault.field
            },
            message: fault.message,
        })
        .collect()
}

async fn page(
    visit: &Visit,
    body: &OrganizationId,
    typed: &Fields,
    faults: Vec<FieldFault>,
) -> Result<MembersPage, Failure> {
    let members = visit
        .app
        .portal
        .read_members(&visit.acting()?, body)
        .await?;
    let path = format!("/desk/{body}/members");
    Ok(MembersPage {
        shell: visit.shell_of_table(&path, members.people.len()),
        body: visit.body(body),
        people: members
            .people
            .into_iter()
            .map(|person| MemberLine {
                person: person.person,
                email: person.email,
                name: person.name,
                role: person.role,
                disabled: person.disabled,
            })
            .collect(),
        requests: members
            .requests
            .into_iter()
            .map(|request| RequestLine {
                id: request.id,
                email: request.email,
                name: request.name,
                message: request.message,
                asked_on: request.asked_at.date_naive(),
            })
            .collect(),
        invitations: members.invitations.into_iter().map(line).collect(),
        invited: typed.last("email").unwrap_or_default().to_owned(),
        invited_role: Role::of(typed.last("role").unwrap_or_default()),
        done: visit.done(),
        faults,
    })
}

/// An invitation as a page lists it.
pub fn line(invitation: OpenInvitation) -> InvitationLine {
    InvitationLine {
        id: invitation.id,
        email: invitation.email,
        role: invitation.role.map_or("steward", Role::word),
        by: invitation.by,
        ends_on: invitation.ends_at.date_naive(),
    }
}

fn address(body: &OrganizationId) -> String {
    format!("/desk/{body}/members")
}
