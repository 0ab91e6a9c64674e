//! `/desk/{body}/members`: the people of a body, and who asks to be one of them.

use crate::{
    components::{
        desk_head::desk_head,
        done::done,
        error_summary::{FieldFault, error_summary},
        form::{Choice, Field, form, line, select},
        references::BodyRef,
        row_form::{roles, row_button, row_form, row_select},
    },
    href,
    shell::{Head, Shell},
    words::written,
};
use chrono::NaiveDate;
use interlocal_catalog::policy::Role;
use maud::{Markup, Render, html};

/// The people of a body.
#[derive(Clone, Debug)]
pub struct MembersPage {
    /// What stands around.
    pub shell: Shell,
    /// The body.
    pub body: BodyRef,
    /// Who belongs to it.
    pub people: Vec<MemberLine>,
    /// Who asks to.
    pub requests: Vec<RequestLine>,
    /// Who is invited and has not come yet.
    pub invitations: Vec<InvitationLine>,
    /// What was typed for an invitation.
    pub invited: String,
    /// The role that was chosen for it.
    pub invited_role: Option<Role>,
    /// What was done just now.
    pub done: Option<&'static str>,
    /// What is wrong with what was typed.
    pub faults: Vec<FieldFault>,
}

/// Somebody of the body.
#[derive(Clone, Debug)]
pub struct MemberLine {
    /// The row of the account.
    pub person: i32,
    /// The address.
    pub email: String,
    /// The name; may be empty.
    pub name: String,
    /// The role.
    pub role: Role,
    /// Whether a steward has closed the account.
    pub disabled: bool,
}

/// Somebody who is invited and has not come yet.
#[derive(Clone, Debug)]
pub struct InvitationLine {
    /// What names it.
    pub id: String,
    /// The address.
    pub email: String,
    /// As what.
    pub role: &'static str,
    /// Who sent it.
    pub by: String,
    /// The last day on which it holds.
    pub ends_on: NaiveDate,
}

/// Somebody who asks to belong.
#[derive(Clone, Debug)]
pub struct RequestLine {
    /// The row of the request.
    pub id: i32,
    /// The address.
    pub email: String,
    /// The name; may be empty.
    pub name: String,
    /// In their words.
    pub message: String,
    /// When.
    pub asked_on: NaiveDate,
}

impl Render for MembersPage {
    fn render(&self) -> Markup {
        let title = format!("Members of {}", self.body.name);
        let head = Head {
            title: &title,
            description: "Who belongs to the body, and in which role.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (desk_head(&self.body, "/members", "Members"))
                (done(self.done))
                (error_summary(&self.faults))
                (self.asking())
                (self.list())
                (invited(&self.shell, &self.invitations, &self.address("invitations")))
                (self.invitation())
            },
        )
    }
}

impl MembersPage {
    fn address(&self, rest: &str) -> String {
        format!("/desk/{}/{rest}", href::escape(&self.body.slug))
    }

    fn asking(&self) -> Markup {
        html! {
            @if !self.requests.is_empty() {
                section class="il-section" aria-labelledby="requests" {
                    h2 id="requests" { "Asking to join" }
                    ul class="il-rows" {
                        @for request in &self.requests { (self.request(request)) }
                    }
                }
            }
        }
    }

    fn request(&self, request: &RequestLine) -> Markup {
        let action = self.address(&format!("requests/{}", request.id));
        let words = format!("words-{}", request.id);
        let field = Field {
            name: &words,
            label: "Why not, in a sentence; it is mailed to them",
            hint: "",
            value: "",
            faults: &self.faults,
        };
        html! {
            li class="il-row" {
                h3 class="il-row__title" { (who(&request.name, &request.email)) }
                p class="il-row__body" { "Asked on " (written(request.asked_on)) }
                p class="il-said" { (request.message) }
                div class="il-decide" {
                    (row_form(&self.shell, &action, &html! {
                        input type="hidden" name="answer" value="grant";
                        (row_button("Let in as member", &request.email))
                    }))
                    (form(&self.shell, &action, &html! {
                        input type="hidden" name="answer" value="refuse";
                        (line(&field, "text", "off"))
                        (row_button("Refuse", &request.email))
                    }))
                }
            }
        }
    }

    fn list(&self) -> Markup {
        html! {
            section class="il-section" {
                h2 id="people" { "People" }
                @if self.people.is_empty() {
                    p { "Nobody belongs to this body yet. Invite the first." }
                } @else {
                    div class="il-wide" tabindex="0" role="region" aria-labelledby="people" {
                        table class="usa-table usa-table--borderless il-stacked" {
                            thead { tr { th scope="col" { "Person" } th scope="col" { "Role" } th scope="col" { "Remove" } } }
                            tbody { @for person in &self.people { (self.member(person)) } }
                        }
                    }
                }
                p class="usa-hint" {
                    "A member sees the desk and what is for verified governments. An editor writes listings, an "
                    "approver publishes them, an administrator looks after members and known domains. "
                    "A body keeps at least one administrator."
                }
            }
        }
    }

    fn member(&self, person: &MemberLine) -> Markup {
        let id = format!("role-{}", person.person);
        html! {
            tr {
                th scope="row" {
                    (who(&person.name, &person.email))
                    @if person.disabled { " (account closed)" }
                }
                td data-label="Role" {
                    (row_form(&self.shell, &self.address(&format!("members/{}/role", person.person)), &html! {
                        (row_select(&id, "role", &format!("Role of {}", person.email), &roles(person.role)))
                        (row_button("Save", &format!("the role of {}", person.email)))
                    }))
                }
                td {
                    (row_form(&self.shell, &self.address(&format!("members/{}/remove", person.person)), &html! {
                        (row_button("Remove", &person.email))
                    }))
                }
            }
        }
    }

    fn invitation(&self) -> Markup {
        let field = |name, label, hint, value| Field {
            name,
            label,
            hint,
            value,
            faults: &self.faults,
        };
        let chosen = self.invited_role.unwrap_or(Role::Member);
        let options: Vec<Choice<'_>> = roles(chosen);
        html! {
            section class="il-section" aria-labelledby="invite" {
                h2 id="invite" { "Invite somebody" }
                (form(&self.shell, &self.address("members"), &html! {
                    (line(&field("email", "E-mail address", "They are mailed a link that works once, for seven days.", &self.invited), "email", "off"))
                    (select(&field("role", "Role", "", ""), &options))
                    button class="usa-button" type="submit" { "Send the invitation" }
                }))
            }
        }
    }
}

/// Invitations that hold still, each with a way to take it back.
pub(crate) fn invited(shell: &Shell, open: &[InvitationLine], action: &str) -> Markup {
    html! {
        @if !open.is_empty() {
            section class="il-section" aria-labelledby="invited" {
                h2 id="invited" { "Invited, not here yet" }
                ul class="il-rows" {
                    @for one in open {
                        li class="il-row" {
                            h3 class="il-row__title" { (one.email) }
                            p class="il-row__body" {
                                "As " (one.role) ", by " (one.by) ". The link works until " (written(one.ends_on)) "."
                            }
                            (row_form(shell, &format!("{action}/{}", one.id), &html! {
                                (row_button("Take back", &format!("the invitation of {}", one.email)))
                            }))
                        }
                    }
                }
            }
        }
    }
}

/// Name and address, or the address alone.
pub(crate) fn who(name: &str, email: &str) -> String {
    if name.is_empty() {
        email.to_owned()
    } else {
        format!("{name} ({email})")
    }
}
