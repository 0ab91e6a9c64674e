//! Forms of a steward, read.

use super::{Faults, Fields};
use crate::error::Failure;
use interlocal_catalog::{
    NaiveDate, OrganizationId, PlaceId,
    announcement::{Announcement, AnnouncementKind},
    memo::{ConsiderKind, ConsiderRule},
    organization::{BodyKind, Level},
    policy::Role,
};
use interlocal_pages::pages::BodyWords as Typed;
use interlocal_portal::{Address, AuditFilter, members::Answer, steward::BodyWords};

/// The fields of the audit log’s filter.
pub const AUDIT_FIELDS: [&str; 6] = ["actor", "action", "subject", "body", "from", "until"];

/// What was typed about a body.
pub fn typed_body(fields: &Fields) -> Typed {
    let text = |name: &str| fields.last(name).unwrap_or_default().to_owned();
    Typed {
        slug: text("slug"),
        name: text("name"),
        aliases: text("aliases"),
        kind: text("kind"),
        level: text("level"),
        of: text("of"),
        serves: text("serves"),
        website: text("website"),
    }
}

/// A body out of what was typed.
pub fn body(typed: &Typed) -> Result<BodyWords, Failure> {
    let mut faults = Faults::default();
    let kind = BodyKind::ALL
        .into_iter()
        .find(|kind| kind.word() == typed.kind);
    if kind.is_none() {
        faults.add("kind", "choose what kind of body it is");
    }
    let level = Level::ALL
        .into_iter()
        .find(|level| level.word() == typed.level);
    if level.is_none() {
        faults.add("level", "choose a level");
    }
    faults.end()?;
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Ok(BodyWords {
        name: typed.name.clone(),
        aliases: entries(&typed.aliases),
        kind: kind.unwrap_or(BodyKind::LocalGovernment),
        level: level.unwrap_or(Level::Local),
        of: some(&typed.of).map(PlaceId::new),
        serves: entries(&typed.serves)
            .into_iter()
            .map(PlaceId::new)
            .collect(),
        website: some(&typed.website),
    })
}

/// Lines that are not empty.
fn entries(text: &str) -> Vec<String> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The filter of the audit log.
pub fn audit_filter(fields: &Fields) -> Result<AuditFilter, Failure> {
    let mut faults = Faults::default();
    let from = day(&mut faults, fields, "from");
    let until = day(&mut faults, fields, "until");
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        faults.add("until", "is before the first day");
    }
    faults.end()?;
    let text = |name: &str| fields.last(name).unwrap_or_default().to_owned();
    let begins = |day: NaiveDate| day.and_time(chrono::NaiveTime::MIN).and_utc();
    Ok(AuditFilter {
        actor: text("actor").to_lowercase(),
        action: text("action"),
        subject: text("subject"),
        bodies: fields
            .last("body")
            .filter(|slug| !slug.is_empty())
            .map(OrganizationId::new)
            .into_iter()
            .collect(),
        from: from.map(begins),
        until: until.and_then(|day| day.succ_opt()).map(begins),
    })
}

/// What the page of a log comes before.
pub fn before(fields: &Fields) -> Result<Option<i64>, Failure> {
    let Some(text) = fields.last("before").filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    let mut faults = Faults::default();
    let number = text.parse().ok();
    if number.is_none() {
        faults.add("before", format!("“{text}” is no number"));
    }
    faults.end()?;
    Ok(number)
}

/// An announcement out of what was typed: words, kind, first and last day.
pub fn announcement(fields: &Fields, today: NaiveDate) -> Result<Announcement, Failure> {
    let mut faults = Faults::default();
    let kind = AnnouncementKind::of(fields.last("kind").unwrap_or_default());
    if kind.is_none() {
        faults.add("kind", "choose a kind");
    }
    let from_on = day(&mut faults, fields, "from");
    let until_on = day(&mut faults, fields, "until");
    faults.end()?;
    Ok(Announcement {
        id: 0,
        words: fields.last("words").unwrap_or_default().to_owned(),
        kind: kind.unwrap_or_default(),
        from_on: from_on.unwrap_or(today),
        until_on,
    })
}

/// What memos of a state's governments should consider, out of what was typed.
pub fn consider_rule(fields: &Fields, today: NaiveDate) -> Result<ConsiderRule, Failure> {
    let mut faults = Faults::default();
    let text = |name: &str| fields.last(name).unwrap_or_default().to_owned();
    let kind = ConsiderKind::of(&text("kind"));
    if kind.is_none() {
        faults.add("kind", "choose what is to be considered");
    }
    let checked_on = day(&mut faults, fields, "checked_on");
    faults.end()?;
    Ok(ConsiderRule {
        id: 0,
        state: PlaceId::new(text("state")),
        kind: kind.unwrap_or(ConsiderKind::StateContracts),
        name: text("name"),
        url: text("url"),
        words: text("words"),
        source: text("source"),
        checked_on: checked_on.unwrap_or(today),
    })
}

/// Whom to invite, and in which role.
pub fn invitation(fields: &Fields) -> Result<(Address, Role), Failure> {
    let mut faults = Faults::default();
    let email = fields.last("email").unwrap_or_default().parse::<Address>();
    if let Err(why) = &email {
        faults.add("email", why.to_string());
    }
    let role = Role::of(fields.last("role").unwrap_or_default());
    if role.is_none() {
        faults.add("role", "choose a role");
    }
    match (email, role) {
        (Ok(email), Some(role)) => Ok((email, role)),
        _ => Err(faults.end().err().unwrap_or(Failure::NotFound)),
    }
}

/// A role; the field is named where it is none.
pub fn role(fields: &Fields) -> Result<Role, Failure> {
    let mut faults = Faults::default();
    let role = Role::of(fields.last("role").unwrap_or_default());
    if role.is_none() {
        faults.add("role", "choose a role");
    }
    faults.end()?;
    Ok(role.unwrap_or(Role::Member))
}

/// How a request is decided; the words of a refusal stand in a field with its number.
pub fn answer(fields: &Fields, request: i32) -> Result<Answer<'_>, Failure> {
    match fields.last("answer") {
        Some("grant") => Ok(Answer::Grant),
        Some("refuse") => {
            let words = fields.last(&format!("words-{request}"));
            Ok(Answer::Refuse(words.unwrap_or_default()))
        }
        _ => {
            let mut faults = Faults::default();
            faults.add("answer", "is grant or refuse");
            faults.end()?;
            Ok(Answer::Refuse(""))
        }
    }
}

fn day(faults: &mut Faults, fields: &Fields, name: &str) -> Option<NaiveDate> {
    let text = fields.last(name).filter(|text| !text.is_empty())?;
    let day = text.parse().ok();
    if day.is_none() {
        faults.add(name, format!("“{text}” is no day; write it as 2026-11-22"));
    }
    day
}
