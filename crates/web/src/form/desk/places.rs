//! Governments as people name them: a key, or a name with its state.

use super::Ground;
use crate::form::Faults;
use interlocal_catalog::PlaceId;
use interlocal_portal::choose_offering::Named;

/// The governments that lines of text name; a name that several bear is a fault
/// that says their keys, at `name/0` for the first line.
pub(super) fn places(
    text: &str,
    name: &str,
    ground: &Ground<'_>,
    faults: &mut Faults,
) -> Vec<PlaceId> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .enumerate()
        .filter_map(|(at, line)| place(line, &format!("{name}/{at}"), ground, faults))
        .collect()
}

fn place(line: &str, name: &str, ground: &Ground<'_>, faults: &mut Faults) -> Option<PlaceId> {
    match ground.portal.governments_named(ground.snapshot, line) {
        Named::One(key) => Some(key),
        Named::Several(near) => {
            let near: Vec<String> = near
                .iter()
                .take(4)
                .map(|(key, name)| format!("{name} ({key})"))
                .collect();
            let why = if near.is_empty() {
                "names no government; write a key such as county-17031".to_owned()
            } else {
                let near = near.join(", or ");
                format!("names no one government; did you mean {near}?")
            };
            faults.add(name, format!("“{line}” {why}"));
            None
        }
    }
}

/// Governments as lines: name and key, or the key alone of one that nobody knows.
pub(super) fn written(places: &[PlaceId], ground: &Ground<'_>) -> String {
    let lines: Vec<String> = places
        .iter()
        .map(|place| {
            let directory = &ground.snapshot.directory;
            match directory.jurisdiction(place) {
                Some(_) => format!("{} ({place})", directory.full_name(place)),
                None => place.to_string(),
            }
        })
        .collect();
    lines.join("\n")
}
