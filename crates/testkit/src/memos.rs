//! Decision memos on their way to the file.

use interlocal_catalog::{cost::Quantity, memo::Choice, policy::Actor};
use interlocal_portal::{
    Portal,
    memos::{
        begin::NewMemo,
        edit::{MemoWords, OptionWords},
    },
};

/// A draft of a body for a government, with these offerings as options; its number.
pub async fn begun(
    portal: &Portal,
    actor: &Actor,
    (body, government): (&str, &str),
    options: &[&str],
) -> i32 {
    let new = NewMemo {
        body: body.into(),
        government: government.into(),
        title: "Endpoint detection".to_owned(),
        need: "We need somebody who watches 120 computers.".to_owned(),
        options: options.iter().map(|slug| (*slug).into()).collect(),
        size: Default::default(),
    };
    portal.begin_memo(actor, new).await.unwrap()
}

/// The draft with everything said: the first option is chosen; its version.
pub async fn finished(portal: &Portal, actor: &Actor, id: i32) -> i32 {
    let read = portal.read_memo(actor, id).await.unwrap();
    let draft = &read.row.draft;
    let words = MemoWords {
        version: read.row.version,
        title: draft.title.clone(),
        need: draft.need.clone(),
        years: 3,
        quantities: [("endpoint".to_owned(), Quantity::Of(120.into()))].into(),
        options: draft
            .options
            .iter()
            .enumerate()
            .map(|(index, option)| {
                let choice = match index {
                    0 => Choice::Chosen,
                    _ => Choice::NotChosen,
                };
                let why = format!("Reason {}.", index + 1);
                OptionWords {
                    slug: option.slug.clone(),
                    choice,
                    why,
                    price_basis: String::new(),
                    lines: Default::default(),
                }
            })
            .collect(),
        considered: read
            .rules
            .iter()
            .map(|rule| (rule.id, "Looked there; nothing fits.".to_owned()))
            .collect(),
    };
    portal.write_memo(actor, id, words).await.unwrap();
    read.row.version + 1
}

/// The finished draft, frozen; its hash.
pub async fn frozen(portal: &Portal, actor: &Actor, id: i32) -> String {
    let version = finished(portal, actor, id).await;
    let tell = |_: &_, _: &_| Vec::new();
    portal
        .freeze_memo(actor, (id, version), &tell)
        .await
        .unwrap()
}
