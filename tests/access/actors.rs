//! Who asks, and the portal they ask.

use super::row::Row;
use crate::routes::asking::{Answer, RUNTIME, Site, cookie};
use http::Method;
use interlocal_catalog::policy::Role;
use interlocal_testkit::{
    people::{Somebody, somebody, steward},
    small_world,
};
use std::sync::atomic::{AtomicU32, Ordering};

/// The body that the addresses of the matrix name.
pub const BODY: &str = "il-department-of-innovation-and-technology";
/// Another body, with people of its own.
pub const OTHER_BODY: &str = "center-for-internet-security";

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Anonymous,
    /// An administrator of another body.
    Outsider,
    Member,
    Editor,
    Approver,
    Administrator,
    Steward,
}

impl Who {
    /// In the order of the answers of a row.
    pub const ALL: [Who; 7] = [
        Who::Anonymous,
        Who::Outsider,
        Who::Member,
        Who::Editor,
        Who::Approver,
        Who::Administrator,
        Who::Steward,
    ];

    fn role(self) -> Option<(&'static str, Role)> {
        match self {
            Who::Anonymous | Who::Steward => None,
            Who::Outsider => Some((OTHER_BODY, Role::Administrator)),
            Who::Member => Some((BODY, Role::Member)),
            Who::Editor => Some((BODY, Role::Editor)),
            Who::Approver => Some((BODY, Role::Approver)),
            Who::Administrator => Some((BODY, Role::Administrator)),
        }
    }
}

/// A portal of its own, which the requests of the matrix may change.
pub struct Ground {
    pub site: Site,
    drawn: AtomicU32,
}

impl Ground {
    pub fn new() -> Self {
        Self {
            site: Site::of(RUNTIME.block_on(small_world())),
            drawn: AtomicU32::new(0),
        }
    }

    /// A number that was not given before: for names that must be new.
    pub fn number(&self) -> u32 {
        self.drawn.fetch_add(1, Ordering::Relaxed)
    }

    /// Somebody with a session of their own; nobody for who has no account.
    pub fn person(&self, who: Who) -> Option<Somebody> {
        let email = format!("{who:?}-{}@example.gov", self.number()).to_lowercase();
        let portal = &self.site.world.portal;
        RUNTIME.block_on(async {
            match who {
                Who::Anonymous => None,
                Who::Steward => Some(steward(portal, &email).await),
                _ => Some(
                    somebody(portal, &email, &who.role().into_iter().collect::<Vec<_>>()).await,
                ),
            }
        })
    }

    /// Asks as a row says, what it needs having been made.
    pub fn ask(&self, row: &Row, who: Who) -> Answer {
        let words = (row.prepare)(self);
        let path = fill(row.path, &words);
        let fields: Vec<(String, String)> = row
            .fields
            .iter()
            .map(|(name, value)| (fill(name, &words), fill(value, &words)))
            .collect();
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        if let Some(sent) = row.sent {
            let person = self.person(who);
            let headers = json_headers(self, (&person, row.route), &fill(sent.made_for, &words));
            let method = Method::from_bytes(row.verb.to_uppercase().as_bytes()).unwrap();
            let body = fill(sent.body, &words).into_bytes();
            return self.site.send_with(method, &path, body, &headers);
        }
        match (row.verb, self.person(who)) {
            ("get", Some(person)) => self.site.get_as(&person, &path),
            ("get", None) => self.site.get(&path),
            (_, Some(person)) => self.site.post_as(&person, &path, &fields),
            (_, None) => self.site.send(&path, &fields, &[]),
        }
    }

    /// A text of a row with its words filled in.
    pub fn filled(&self, row: &Row, text: &str) -> String {
        fill(text, &(row.prepare)(self))
    }
}

/// The media type of what a call takes: a list that is taken in comes as bytes, else JSON.
pub fn media_of(path: &str) -> &'static str {
    match path
        .split('?')
        .next()
        .is_some_and(|path| path.ends_with("/imports"))
    {
        true => "application/octet-stream",
        false => "application/json",
    }
}

/// The headers with which the browser of somebody makes a call.
fn json_headers(
    ground: &Ground,
    (person, path): (&Option<Somebody>, &str),
    made_for: &str,
) -> Vec<(&'static str, String)> {
    let mut headers = vec![
        ("content-type", media_of(path).to_owned()),
        ("origin", ground.site.origin()),
    ];
    if let Some(person) = person {
        headers.push(("cookie", cookie(person)));
        headers.push(("x-form-token", person.form_token.clone()));
    }
    if !made_for.is_empty() {
        headers.push(("if-match", made_for.to_owned()));
    }
    headers
}

/// A text with words filled in.
pub fn fill(text: &str, words: &[(&'static str, String)]) -> String {
    let mut text = text.to_owned();
    for (name, value) in words {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}
