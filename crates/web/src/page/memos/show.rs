//! `/memos/{id}` and `/memos/shared/{secret}`

use super::{files, number};
use crate::{
    error::Failure,
    form::{Fields, path::Named},
    page::{named::badge, visit::Visit},
};
use axum::response::Response;
use interlocal_catalog::{
    memo::{Choice, Decision, SinceKind},
    price::Unit,
};
use interlocal_pages::{
    components::{error_summary::FieldFault, verdict::VerdictBadge},
    pages::{Adoptable, ChangedSince, MemoDraftTools, MemoFrozenTools, MemoPage, MemoTools},
};
use interlocal_portal::memos::{
    adopt::sizes_of,
    read::{MemoRead, OptionRead},
    since::ChangedOption,
};

/// A memo for people of its body, as a page or as a file.
pub async fn show(Named(name): Named, visit: Visit) -> Result<Response, Failure> {
    let (id, kind) = files::kind_of(&name);
    let actor = visit.acting()?;
    let read = visit.app.portal.read_memo(&actor, number(id)?).await?;
    match kind {
        Some(kind) => files::download(&visit, &read, kind),
        None => {
            let page = page(&visit, &read, &Fields::default(), Vec::new()).await?;
            Ok(visit.answer(&page))
        }
    }
}

/// A frozen memo for whoever has its link.
pub async fn shared(Named(name): Named, visit: Visit) -> Result<Response, Failure> {
    let (secret, kind) = files::kind_of(&name);
    let portal = &visit.app.portal;
    let read = portal.read_shared_memo(&visit.actor(), secret).await?;
    if let Some(kind) = kind {
        return files::download(&visit, &read, kind);
    }
    let tools = MemoFrozenTools {
        sha256: hash(&read),
        files: format!("/memos/shared/{secret}"),
        changed: changed(&visit, &read),
        ..MemoFrozenTools::default()
    };
    Ok(visit.answer(&MemoPage {
        shell: visit.shell(Some(format!("/api/v1/memos/shared/{secret}"))),
        memo: visit.memo_of(&read)?,
        tools: MemoTools::Frozen(tools),
        done: None,
        faults: Vec::new(),
    }))
}

/// The page of a memo for people of its body, with what was typed into its forms.
pub async fn page(
    visit: &Visit,
    read: &MemoRead,
    typed: &Fields,
    faults: Vec<FieldFault>,
) -> Result<MemoPage, Failure> {
    let tools = match &read.frozen {
        None => MemoTools::Draft(draft_tools(visit, read, typed)),
        Some(_) => MemoTools::Frozen(frozen_tools(visit, read, typed)),
    };
    Ok(MemoPage {
        shell: visit.shell(Some(format!("/api/v1/memos/{}", read.row.id))),
        memo: visit.memo_of(read)?,
        tools,
        done: visit.done(),
        faults,
    })
}

fn draft_tools(visit: &Visit, read: &MemoRead, typed: &Fields) -> MemoDraftTools {
    let text = |name: &str| typed.last(name).unwrap_or_default().to_owned();
    let own = visit.caller.0.as_ref().map(|caller| &caller.person);
    let name = match text("name") {
        typed if typed.is_empty() => own.map(|own| own.name.clone()).unwrap_or_default(),
        typed => typed,
    };
    MemoDraftTools {
        newer: read
            .options
            .iter()
            .filter(|option| option.newer.is_some())
            .filter_map(|option| option.shelved.as_ref())
            .map(|found| (found.slug.to_string(), found.title.clone()))
            .collect(),
        attachments: read.attachments.iter().map(|one| one.id).collect(),
        typed: [
            text("slug"),
            text("attachment_title"),
            text("url"),
            name,
            text("comment"),
        ],
        meant: Vec::new(),
        decision: Decision::of(&text("decision")),
    }
}

fn frozen_tools(visit: &Visit, read: &MemoRead, typed: &Fields) -> MemoFrozenTools {
    let link = read.link.as_ref().map(|secret| {
        let url = visit.app.portal.public_url();
        url.of(&format!("/memos/shared/{secret}"))
    });
    let place = &read.row.draft.government;
    let (mut adoptable, mut adopted) = (Vec::new(), Vec::new());
    if read.body.of.as_ref() == Some(place) {
        for option in &read.options {
            let chosen = option.option.choice == Choice::Chosen;
            if let Some(found) = option.shelved.as_ref().filter(|_| chosen) {
                let users = read.snapshot.register.users_of(found.id);
                if users.iter().any(|user| user.jurisdiction == *place) {
                    adopted.push(found.title.clone());
                } else {
                    adoptable.push(Adoptable {
                        title: found.title.clone(),
                        ..adoptable_option(read, option, typed)
                    });
                }
            }
        }
    }
    MemoFrozenTools {
        sha256: hash(read),
        files: format!("/memos/{}", read.row.id),
        own: true,
        link,
        for_verified: read.for_verified,
        changed: changed(visit, read),
        adoptable,
        adopted,
    }
}

/// What was typed of an adoption, else the quantity of the memo that prices the option.
fn adoptable_option(read: &MemoRead, option: &OptionRead, typed: &Fields) -> Adoptable {
    let slug = &option.option.slug;
    let sizes = sizes_of(&read.row.draft);
    let prices = &option.edition.content.details.prices;
    let priced: Vec<Unit> = sizes
        .iter()
        .map(|size| size.unit())
        .filter(|unit| prices.iter().any(|line| line.unit == *unit))
        .collect();
    let likely = match (priced.as_slice(), sizes.as_slice()) {
        ([only], _) => Some(*only),
        ([], [only]) => Some(only.unit()),
        _ => None,
    };
    let chosen = match typed.last(&format!("size-{slug}")) {
        Some(word) => Unit::of(word),
        None => likely,
    };
    let since = typed.last(&format!("since-{slug}")).unwrap_or_default();
    Adoptable {
        slug: slug.to_string(),
        since: since.to_owned(),
        sizes: sizes
            .into_iter()
            .map(|size| {
                let unit = size.unit();
                (unit.word().to_owned(), size.words(), chosen == Some(unit))
            })
            .collect(),
        ..Adoptable::default()
    }
}

fn hash(read: &MemoRead) -> String {
    let frozen = read.row.frozen.as_ref();
    frozen
        .map(|frozen| frozen.sha256.clone())
        .unwrap_or_default()
}

fn changed(visit: &Visit, read: &MemoRead) -> Vec<ChangedSince> {
    let changed = visit.app.portal.changed_since(read);
    changed
        .into_iter()
        .map(|one| changed_option(visit, one))
        .collect()
}

fn changed_option(visit: &Visit, one: ChangedOption) -> ChangedSince {
    let mut about: Vec<SinceKind> = one.since.iter().map(|since| since.kind).collect();
    about.dedup();
    let changes: Vec<_> = one
        .since
        .iter()
        .filter_map(|since| since.change.clone())
        .collect();
    ChangedSince {
        about: about.iter().map(|kind| kind.label().to_owned()).collect(),
        verdict: one.verdicts.map(|(then, now)| {
            let then = VerdictBadge {
                outcome: then.outcome,
                step_count: then.steps_left as usize,
            };
            (then, badge(&now))
        }),
        numbers: one.numbers,
        rows: visit.change_rows(&changes, (Some(&one.before), &one.now)),
        title: one.title,
        slug: one.slug,
    }
}
