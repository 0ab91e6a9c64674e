//! Governments as people name them: a key, or a name with its state.

use super::Ground;
use crate::form::Faults;
use interlocal_catalog::PlaceId;
use interlocal_portal::choose_offering::Named;

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
    match ground.portal.governments_named(ground.snapshot, line) {
        Named::One(key) => Some(key),
        Named::Several(near) => {
            let near: Vec<String> = near
                .iter()
                .take(4)
                .map(|(key, name)| format!("{name} ({key})"))
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
