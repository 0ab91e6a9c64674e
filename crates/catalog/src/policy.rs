//! Who may do what: the one authorization policy, asked by `portal`.

use crate::{OrganizationId, offering::Status};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// What a person is in a body; each may what the ones before it may.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Belongs to it: sees its desk and what verified governments see.
    Member,
    /// Writes its listings and statements.
    Editor,
    /// Reviews and publishes them.
    Approver,
    /// Looks after its members and known domains.
    Administrator,
}

impl Role {
    /// Every role, from the least.
    pub const ALL: [Role; 4] = [
        Role::Member,
        Role::Editor,
        Role::Approver,
        Role::Administrator,
    ];

    /// The word in rows, forms and pages.
    pub fn word(self) -> &'static str {
        match self {
            Role::Member => "member",
            Role::Editor => "editor",
            Role::Approver => "approver",
            Role::Administrator => "administrator",
        }
    }

    /// The role that a word names.
    pub fn of(word: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.word() == word)
    }
}

/// What a token of the API lets its holder do in the name of its owner.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Read what its owner may read; every token may.
    Read,
    /// Do what its owner may do, beside taking files in.
    Publish,
    /// Send files in at the desks of its owner.
    Import,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Scope; 3] = [Scope::Read, Scope::Publish, Scope::Import];

    /// The word in rows, forms and pages.
    pub fn word(self) -> &'static str {
        match self {
            Scope::Read => "read",
            Scope::Publish => "publish",
            Scope::Import => "import",
        }
    }

    /// The scope that a word names.
    pub fn of(word: &str) -> Option<Scope> {
        Scope::ALL.into_iter().find(|scope| scope.word() == word)
    }
}

/// Somebody who has signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The row of the account.
    pub id: i32,
    /// The confirmed address.
    pub email: String,
    /// The name as its owner typed it; empty when never given.
    pub name: String,
    /// Whether it is a portal steward.
    pub steward: bool,
    /// The bodies it belongs to.
    pub roles: BTreeMap<OrganizationId, Role>,
    /// The token that is shown in its name; none for somebody at a browser.
    pub token: Option<Shown>,
}

/// A token of the API that a program shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What its owner calls it.
    pub name: String,
    /// What it limits its owner to.
    pub scopes: BTreeSet<Scope>,
}

impl Person {
    /// Whether the token that is shown, if one is, lets this through. Who belongs where
    /// and who looks after the portal in the first place is settled by people.
    pub fn reaches(&self, action: Action<'_>) -> bool {
        match (&self.token, action.scope()) {
            (None, _) => true,
            (Some(token), Some(scope)) => token.scopes.contains(&scope),
            (Some(_), None) => false,
        }
    }

    /// Its role in a body.
    pub fn role_in(&self, body: &OrganizationId) -> Option<Role> {
        self.roles.get(body).copied()
    }

    fn is_at_least(&self, role: Role, body: &OrganizationId) -> bool {
        self.role_in(body).is_some_and(|own| own >= role)
    }

    /// Whether it belongs to a verified government: to any body, for nobody joins
    /// one unless its administrator or a steward lets them.
    pub fn is_verified(&self) -> bool {
        self.steward || !self.roles.is_empty()
    }
}

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Anybody, without an account.
    Anonymous,
    /// Somebody who has signed in.
    Person(Arc<Person>),
    /// The portal itself: the starter import, the command line and scheduled work.
    Portal,
}

impl Actor {
    /// The name in the audit log.
    pub fn audit_name(&self) -> &str {
        match self {
            Actor::Anonymous => "anonymous",
            Actor::Person(person) => &person.email,
            Actor::Portal => "portal",
        }
    }

    /// The name of the token that is shown; none where somebody acts without one.
    pub fn token_name(&self) -> Option<&str> {
        let token = self.person()?.token.as_ref()?;
        Some(&token.name)
    }

    /// The person, where one has signed in.
    pub fn person(&self) -> Option<&Arc<Person>> {
        match self {
            Actor::Person(person) => Some(person),
            Actor::Anonymous | Actor::Portal => None,
        }
    }

    /// Whether it sees what only verified governments see.
    pub fn is_verified(&self) -> bool {
        match self {
            Actor::Anonymous => false,
            Actor::Person(person) => person.is_verified(),
            Actor::Portal => true,
        }
    }
}

/// Who an offering or a single fact of it is shown to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Everybody.
    #[default]
    Public,
    /// People of verified governments; for others it does not exist.
    VerifiedGovernments,
}

impl Visibility {
    /// The word in rows, forms and the index.
    pub fn word(self) -> &'static str {
        match self {
            Visibility::Public => "public",
            Visibility::VerifiedGovernments => "verified_governments",
        }
    }
}

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action<'a> {
    /// See an offering that stands at this status, as a reader does.
    See(Status, Visibility),
    /// See the desk of a body: its drafts, questions, memos and workspaces.
    SeeDesk(&'a OrganizationId),
    /// Look at what those of at least this role look after at a body: the files and
    /// proposals of its editors, the people, domains, webhooks and log of its
    /// administrators.
    Look(Role, &'a OrganizationId),
    /// Write listings, statements and answers of a body, confirm what is listed.
    Edit(&'a OrganizationId),
    /// Review, publish, schedule and withdraw listings of a body.
    Publish(&'a OrganizationId),
    /// Send a file with listings of a body in.
    Import(&'a OrganizationId),
    /// Look after the members and known domains of a body.
    Administer(&'a OrganizationId),
    /// Weigh and decide for a body: its memos and workspaces.
    Decide(&'a OrganizationId),
    /// Ask a body, report a wrong fact.
    Speak,
    /// Ask to join a body.
    Join,
    /// Look at what stewards look after.
    Oversee,
    /// Look after the whole portal: bodies, merges, announcements, mail, accounts.
    Steward,
    /// Send a file in that concerns every body.
    ImportForAll,
    /// Make somebody a steward, or no longer.
    Appoint,
    /// Load the starter directory.
    LoadStarter,
}

impl Action<'_> {
    /// The scope of a token that lets it through; none where only somebody at a browser
    /// may.
    pub fn scope(self) -> Option<Scope> {
        match self {
            Action::See(..)
            | Action::Speak
            | Action::SeeDesk(_)
            | Action::Look(..)
            | Action::Oversee => Some(Scope::Read),
            Action::Edit(_)
            | Action::Publish(_)
            | Action::Administer(_)
            | Action::Decide(_)
            | Action::Steward => Some(Scope::Publish),
            Action::Import(_) | Action::ImportForAll => Some(Scope::Import),
            Action::Join | Action::Appoint | Action::LoadStarter => None,
        }
    }
}

/// Whether the actor may.
pub fn may(actor: &Actor, action: Action<'_>) -> bool {
    if let Action::See(status, visibility) = action {
        return matches!(
            status,
            Status::Published | Status::Expired | Status::Withdrawn
        ) && (visibility == Visibility::Public || actor.is_verified());
    }
    match actor {
        Actor::Portal => true,
        Actor::Anonymous => action == Action::Speak,
        Actor::Person(person) if !person.reaches(action) => false,
        Actor::Person(person) => match action {
            Action::LoadStarter => false,
            Action::Speak | Action::Join | Action::See(..) => true,
            _ if person.steward => true,
            Action::SeeDesk(body) | Action::Decide(body) => person.is_at_least(Role::Member, body),
            Action::Edit(body) | Action::Import(body) => person.is_at_least(Role::Editor, body),
            Action::Publish(body) => person.is_at_least(Role::Approver, body),
            Action::Administer(body) => person.is_at_least(Role::Administrator, body),
            Action::Look(role, body) => person.is_at_least(role, body),
            Action::Oversee | Action::Steward | Action::ImportForAll | Action::Appoint => false,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{Action, Actor, Person, Role, Scope, Shown, Visibility, may};
    use crate::{OrganizationId, offering::Status};
    use std::sync::Arc;

    fn person(role: Option<Role>) -> Actor {
        Actor::Person(Arc::new(Person {
            id: 1,
            email: "ada@arden.example".into(),
            name: String::new(),
            steward: false,
            roles: role
                .map(|role| ("arden".into(), role))
                .into_iter()
                .collect(),
            token: None,
        }))
    }

    fn with(role: Role, steward: bool, scopes: &[Scope]) -> Actor {
        let Actor::Person(person) = person(Some(role)) else {
            unreachable!("a person is made")
        };
        let mut person = (*person).clone();
        person.steward = steward;
        person.token = Some(Shown {
            name: "nightly".into(),
            scopes: scopes.iter().copied().collect(),
        });
        Actor::Person(Arc::new(person))
    }

    #[test]
    fn a_token_lets_through_what_its_scopes_say_and_its_owner_may() {
        let own: OrganizationId = "arden".into();
        let table: [(Action<'_>, [bool; 3]); 10] = [
            (Action::SeeDesk(&own), [true, true, true]),
            (Action::Look(Role::Administrator, &own), [true, true, true]),
            (Action::Decide(&own), [false, true, false]),
            (Action::Speak, [true, true, true]),
            (Action::Edit(&own), [false, true, false]),
            (Action::Publish(&own), [false, true, false]),
            (Action::Import(&own), [false, false, true]),
            (Action::Administer(&own), [false, true, false]),
            (Action::Join, [false; 3]),
            (Action::Appoint, [false; 3]),
        ];
        for (action, expect) in table {
            for (scope, expect) in Scope::ALL.into_iter().zip(expect) {
                for steward in [false, true] {
                    let actor = with(Role::Administrator, steward, &[Scope::Read, scope]);
                    assert_eq!(may(&actor, action), expect, "{scope:?} {action:?}");
                }
            }
        }
        let portal = [
            (Action::Oversee, [true; 3]),
            (Action::Steward, [false, true, false]),
            (Action::ImportForAll, [false, false, true]),
        ];
        for (action, expect) in portal {
            for (scope, expect) in Scope::ALL.into_iter().zip(expect) {
                let scopes = [Scope::Read, scope];
                let steward = with(Role::Member, true, &scopes);
                assert_eq!(may(&steward, action), expect, "{scope:?} {action:?}");
                let other = with(Role::Administrator, false, &scopes);
                assert!(!may(&other, action), "{scope:?} {action:?}");
            }
        }
        let member = with(Role::Member, false, &Scope::ALL);
        assert!(!may(&member, Action::Edit(&own)), "no more than its owner");
    }

    fn check(action: Action<'_>, least: Option<Role>) {
        for role in Role::ALL {
            let expect = least.is_some_and(|least| role >= least);
            assert_eq!(
                may(&person(Some(role)), action),
                expect,
                "{role:?} {action:?}"
            );
        }
        assert!(!may(&person(None), action), "{action:?}");
        assert!(!may(&Actor::Anonymous, action), "{action:?}");
    }

    #[test]
    fn each_role_may_what_the_ones_before_it_may_in_its_own_body_alone() {
        let (own, other): (OrganizationId, OrganizationId) = ("arden".into(), "boro".into());
        check(Action::SeeDesk(&own), Some(Role::Member));
        check(Action::Decide(&own), Some(Role::Member));
        check(Action::Decide(&other), None);
        check(Action::Edit(&own), Some(Role::Editor));
        check(Action::Import(&own), Some(Role::Editor));
        check(Action::Publish(&own), Some(Role::Approver));
        check(Action::Administer(&own), Some(Role::Administrator));
        check(Action::SeeDesk(&other), None);
        check(Action::Look(Role::Editor, &own), Some(Role::Editor));
        check(Action::Look(Role::Editor, &other), None);
        check(Action::Oversee, None);
        check(Action::Steward, None);
        check(Action::ImportForAll, None);
        check(Action::Appoint, None);
        check(Action::LoadStarter, None);
    }

    #[test]
    fn what_is_for_verified_governments_is_not_there_for_others() {
        let hidden = Action::See(Status::Published, Visibility::VerifiedGovernments);
        assert!(!may(&Actor::Anonymous, hidden));
        assert!(!may(&person(None), hidden));
        assert!(may(&person(Some(Role::Member)), hidden));
        for status in [Status::Draft, Status::InReview] {
            assert!(!may(
                &Actor::Portal,
                Action::See(status, Visibility::Public)
            ));
        }
    }
}
