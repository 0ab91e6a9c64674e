//! Governments as people name them: a key, or a name with its state.

use super::Ground;
use crate::form::Faults;
use interlocal_catalog::PlaceId;

/// The governments that lines of text name; a name that several bear is a fault
/// that says their keys.
pub(super) fn places(
    text: &str,
    name: &str,
    ground: &Ground<'_>,
    faults: &mut Faults,
) -> Vec<PlaceId> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .filter_map(|line| place(line, name, ground, faults))
        .collect()
}

fn place(line: &str, name: &str, ground: &Ground<'_>, faults: &mut Faults) -> Option<PlaceId> {
    let directory = &ground.snapshot.directory;
    let key = PlaceId::new(line.rsplit(['(', ' ']).next()?.trim_end_matches(')'));
    for key in [PlaceId::new(line), key] {
        if directory.jurisdiction(&key).is_some() {
            return Some(key);
        }
    }
    let found = ground.portal.find_governments(line, 6);
    let wanted = line.to_lowercase();
    let same: Vec<&PlaceId> = found
        .keys
        .iter()
        .filter(|key| {
            directory.full_name(key).to_lowercase() == wanted
                || directory
                    .jurisdiction(key)
                    .is_some_and(|row| row.name.to_lowercase() == wanted)
        })
        .collect();
    match same.as_slice() {
        [only] => Some((*only).clone()),
        _ => {
            let near: Vec<String> = found
                .keys
                .iter()
                .take(4)
                .map(|key| format!("{} ({key})", directory.full_name(key)))
                .collect();
            let near = if near.is_empty() {
                "write a key such as county-17031".to_owned()
            } else {
                format!("did you mean {}?", near.join(", or "))
            };
            faults.add(name, format!("“{line}” names no one government; {near}"));
            None
        }
    }
}

/// Governments as lines: name and key.
pub(super) fn written(places: &[PlaceId], ground: &Ground<'_>) -> String {
    let lines: Vec<String> = places
        .iter()
        .map(|place| format!("{} ({place})", ground.snapshot.directory.full_name(place)))
        .collect();
    lines.join("\n")
}
