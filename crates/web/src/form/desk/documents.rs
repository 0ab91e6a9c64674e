//! Documents: those that are there, and links to official copies elsewhere.

use super::{address, boxes, line, pair, text};
use crate::form::{Faults, Fields};
use interlocal_catalog::{
    details::{Document, DocumentPlace},
    diligence::Proof,
    editing::Typed,
    offering::Content,
};
use interlocal_pages::components::form_items::FormItem;

/// Documents of a listing at most.
const MOST: usize = 40;

pub(super) fn items(typed: &Fields, content: &Content) -> Vec<FormItem> {
    let mut items = Vec::new();
    let documents = &content.details.documents;
    for (index, document) in documents.iter().enumerate() {
        let name = |field: &str| format!("d{index}-{field}");
        let mut questions = Vec::new();
        if let DocumentPlace::Kept { name, .. } = &document.place {
            questions.push(FormItem::Note(format!("File: {name}")));
        }
        questions.push(line(&name("title"), "What it is", "", typed));
        if let DocumentPlace::Link { .. } = &document.place {
            questions.push(line(&name("url"), "Address", "", typed));
        }
        questions.extend([
            line(&name("held_by"), "Official copy held by", "", typed),
            proofs(&name("proves"), typed),
            boxes(
                &name("remove"),
                "Leave out",
                typed,
                &[("yes", "Leave this document out when I save")],
            ),
        ]);
        items.push(super::group(format!("Document {}", index + 1), questions));
    }
    if documents.len() < MOST {
        let index = documents.len();
        let name = |field: &str| format!("d{index}-{field}");
        items.push(super::group(
            "Add a link",
            vec![
                line(
                    &name("title"),
                    "What it is",
                    "Leave empty to add none.",
                    typed,
                ),
                line(&name("url"), "Address", "Begins with https://", typed),
                line(&name("held_by"), "Official copy held by", "", typed),
                proofs(&name("proves"), typed),
            ],
        ));
    }
    items
}

fn proofs(name: &str, typed: &Fields) -> FormItem {
    let known = Proof::ALL.map(|proof| (proof.word(), proof.label()));
    boxes(name, "What it shows a procurement file", typed, &known)
}

pub(super) fn fill(content: &Content) -> Typed {
    let documents = content.details.documents.iter().enumerate();
    documents
        .flat_map(|(index, document)| {
            let name = |field: &str| format!("d{index}-{field}");
            let url = match &document.place {
                DocumentPlace::Link { url } => url.as_str(),
                DocumentPlace::Kept { .. } => "",
            };
            let said = [
                pair(name("title"), &document.title),
                pair(name("url"), url),
                pair(name("held_by"), &document.held_by),
            ];
            let proves: Typed = document
                .proves
                .iter()
                .map(|proof| pair(name("proves"), proof.word()))
                .collect();
            said.into_iter().chain(proves)
        })
        .collect()
}

/// Files are those that are there already: a form names none.
pub(super) fn read(fields: &Fields, content: &mut Content, faults: &mut Faults) {
    let before = std::mem::take(&mut content.details.documents);
    let count = before.len();
    let mut places: Vec<Option<DocumentPlace>> = before
        .into_iter()
        .map(|document| Some(document.place))
        .collect();
    places.push(None);
    for (index, place) in places.into_iter().enumerate().take(MOST) {
        let name = |field: &str| format!("d{index}-{field}");
        let title = text(fields, &name("title"));
        if fields.on(&name("remove")) || (index == count && title.is_empty()) {
            continue;
        }
        if title.is_empty() {
            faults.add(&name("title"), "say what the document is");
        }
        let place = match place {
            Some(kept @ DocumentPlace::Kept { .. }) => kept,
            Some(DocumentPlace::Link { .. }) | None => {
                let url = address(fields, &name("url"), faults);
                if url.is_empty() {
                    faults.add(&name("url"), "give the link an address");
                }
                DocumentPlace::Link { url }
            }
        };
        content.details.documents.push(Document {
            title: title.to_owned(),
            held_by: text(fields, &name("held_by")).to_owned(),
            proves: proves(fields, &name("proves"), faults),
            place,
        });
    }
}

/// Each proof once, in the order of a file.
pub fn proves(fields: &Fields, name: &str, faults: &mut Faults) -> Vec<Proof> {
    let known = Proof::ALL.map(Proof::word);
    let words = faults.words(fields, name, &known);
    Proof::ALL
        .into_iter()
        .filter(|proof| words.iter().any(|word| word == proof.word()))
        .collect()
}
