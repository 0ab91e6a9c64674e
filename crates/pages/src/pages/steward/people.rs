//! `/steward/people`: accounts.

use crate::{
    components::{
        done::done,
        pager::{Pager, pager},
        row_form::{row_button, row_form},
        steward_head::steward_head,
    },
    href,
    pages::members::{InvitationLine, invited, who},
    shell::{Head, Shell},
    words::written,
};
use chrono::NaiveDate;
use maud::{Markup, Render, html};

/// Accounts that fit some letters.
#[derive(Clone, Debug)]
pub struct PeoplePage {
    /// What stands around.
    pub shell: Shell,
    /// The letters.
    pub letters: String,
    /// Accounts.
    pub people: Vec<PersonLine>,
    /// From one page of them to the next.
    pub pager: Pager,
    /// Who is invited to be a steward and has not come yet.
    pub invitations: Vec<InvitationLine>,
    /// What was done just now.
    pub done: Option<&'static str>,
}

/// An account.
#[derive(Clone, Debug)]
pub struct PersonLine {
    /// Its row.
    pub id: i32,
    /// The address.
    pub email: String,
    /// The name; may be empty.
    pub name: String,
    /// Whether the address is confirmed.
    pub confirmed: bool,
    /// Whether it is a portal steward.
    pub steward: bool,
    /// When it was closed.
    pub closed_on: Option<NaiveDate>,
    /// Slug, name and role in bodies.
    pub bodies: Vec<(String, String, &'static str)>,
}

impl Render for PeoplePage {
    fn render(&self) -> Markup {
        let head = Head {
            title: "People",
            description: "Accounts of the portal.",
            search_box: false,
        };
        self.shell.document(
            &head,
            &html! {
                (steward_head("/steward/people", "People"))
                (done(self.done))
                form class="il-picker" action="/steward/people" method="get" {
                    label class="usa-label" for="people-q" { "Part of an address" }
                    input class="usa-input" id="people-q" name="q" type="search" value=(self.letters) maxlength="120";
                    button class="usa-button" type="submit" { "Find" }
                }
                @if self.letters.is_empty() { h2 { "Stewards" } } @else { h2 { "Addresses with “" (self.letters) "”" } }
                @if self.people.is_empty() { p role="status" { "None." } }
                ul class="il-rows" { @for person in &self.people { (self.row(person)) } }
                (pager(&self.shell, &self.pager))
                (invited(&self.shell, &self.invitations, "/steward/invitations"))
            },
        )
    }
}

impl PeoplePage {
    fn row(&self, person: &PersonLine) -> Markup {
        let (steward, what) = if person.steward {
            ("no", "No longer a steward")
        } else {
            ("yes", "Make a steward")
        };
        let (closed, how) = if person.closed_on.is_some() {
            ("no", "Open the account again")
        } else {
            ("yes", "Close the account")
        };
        html! {
            li class="il-row" {
                h3 class="il-row__title" { (who(&person.name, &person.email)) }
                p class="il-row__body" {
                    @if person.steward { "Steward · " }
                    @if person.confirmed { "address confirmed" } @else { "address not confirmed" }
                    @if let Some(day) = person.closed_on { " · closed on " (written(day)) }
                }
                @if !person.bodies.is_empty() {
                    ul {
                        @for (slug, name, role) in &person.bodies {
                            li { a href={ "/desk/" (href::escape(slug)) "/members" } { (name) } ", " (role) }
                        }
                    }
                }
                div class="il-decide" {
                    (row_form(&self.shell, &format!("/steward/people/{}/steward", person.id), &html! {
                        input type="hidden" name="steward" value=(steward);
                        (row_button(what, &format!("– {}", person.email)))
                    }))
                    (row_form(&self.shell, &format!("/steward/people/{}/account", person.id), &html! {
                        input type="hidden" name="closed" value=(closed);
                        (row_button(how, &format!("of {}", person.email)))
                    }))
                }
            }
        }
    }
}
