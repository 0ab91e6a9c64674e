//! What is put side by side: editions, size, and whether rows that agree are left out.

use super::{Fields, size::Size};
use interlocal_portal::compare::{MOST, Named};

/// A comparison as an address asks for it.
#[derive(Clone, Debug, Default)]
pub struct Asking {
    /// The editions, in order, each once.
    pub wanted: Vec<Named>,
    /// Words that name no edition.
    pub unreadable: Vec<String>,
    /// Those beyond the fourth.
    pub too_many: Vec<Named>,
    /// One that the tray had no room for.
    pub left_out: Option<Named>,
    /// Whether only differences are shown.
    pub differences: bool,
    /// For what size.
    pub size: Size,
}

impl Asking {
    /// Reads the address; the size may be remembered.
    pub fn read(fields: &Fields, remembered: Option<&str>) -> Self {
        let mut asking = Self {
            left_out: fields.last("full").and_then(|text| text.parse().ok()),
            differences: fields.on("differences"),
            size: Size::read(fields, remembered),
            ..Self::default()
        };
        for text in fields.all("o") {
            match text.trim().parse::<Named>() {
                Ok(named) if asking.wanted.contains(&named) => {}
                Ok(named) if asking.wanted.len() == MOST => asking.too_many.push(named),
                Ok(named) => asking.wanted.push(named),
                Err(_) => asking.unreadable.push(text),
            }
        }
        asking
    }
}

/// What a form does to the tray.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Puts one in.
    Add(Named),
    /// Takes one out.
    Remove(Named),
    /// Holds exactly these.
    Keep(Vec<Named>),
    /// Empties it.
    Clear,
}

/// Reads what a form does to the tray; none where it says nothing that can be done.
pub fn change(fields: &Fields) -> Option<Change> {
    let named = |name: &str| fields.last(name).and_then(|text| text.parse().ok());
    if fields.last("clear").is_some() {
        return Some(Change::Clear);
    }
    let keep: Vec<Named> = fields
        .all("keep")
        .iter()
        .filter_map(|text| text.parse().ok())
        .take(MOST)
        .collect();
    if !keep.is_empty() {
        return Some(Change::Keep(keep));
    }
    named("add")
        .map(Change::Add)
        .or_else(|| named("remove").map(Change::Remove))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_editions_are_read_each_once_and_the_rest_is_named() {
        let fields = Fields::read("o=a&o=b@2&o=a&o=c&o=d&o=e&o=%3Cx%3E&differences=1").unwrap();
        let asking = Asking::read(&fields, None);
        let names: Vec<String> = asking.wanted.iter().map(ToString::to_string).collect();
        assert_eq!(names, ["a", "b@2", "c", "d"]);
        assert_eq!(asking.too_many.len(), 1);
        assert_eq!(asking.unreadable, ["<x>"]);
        assert!(asking.differences);
    }
}
