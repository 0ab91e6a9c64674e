//! Words of place names in one spelling.

/// Words people add for the kind of government, which the Census name may not have.
pub(super) const OF: [&str; 2] = ["of", "the"];

/// Legal types that may stand in front: `city of Houston`.
const TYPES: [&str; 12] = [
    "borough",
    "charter",
    "city",
    "commonwealth",
    "county",
    "municipality",
    "parish",
    "state",
    "town",
    "township",
    "tribe",
    "village",
];

/// Legal words behind a county's own name.
const COUNTY_TYPES: [&str; 10] = [
    "county",
    "parish",
    "borough",
    "municipio",
    "municipality",
    "area",
    "census",
    "island",
    "district",
    "region",
];

/// Lower-cased words; saint, fort and mount in one spelling, small words dropped.
pub(super) fn words(text: &str) -> Vec<String> {
    crate::analysis::typed_words(text)
        .into_iter()
        .map(|word| spelled(&word.text).to_owned())
        .filter(|word| !OF.contains(&word.as_str()) && word != "and")
        .collect()
}

fn spelled(word: &str) -> &str {
    match word {
        "st" => "saint",
        "ste" => "sainte",
        "ft" => "fort",
        "mt" => "mount",
        "twp" => "township",
        "cnty" => "county",
        "dist" => "district",
        "ctr" => "center",
        other => other,
    }
}

/// The legal type that a query names in front: `city of houston` gives `city`.
pub(super) fn leading_type(text: &str) -> Option<&'static str> {
    let typed = crate::analysis::typed_words(text);
    let mut words = typed
        .iter()
        .map(|word| word.text.as_str())
        .skip_while(|word| *word == "the");
    let first = words.next()?;
    (words.next()? == "of")
        .then(|| TYPES.into_iter().find(|legal| *legal == first))
        .flatten()
}

/// A county's name without its legal words: `Cook County` gives `cook`.
pub(super) fn county_base(words: &[String]) -> &[String] {
    let end = words
        .iter()
        .rposition(|word| !COUNTY_TYPES.contains(&word.as_str()))
        .map_or(words.len(), |last| last + 1);
    words.get(..end).unwrap_or(words)
}

/// Initials by which school districts are called.
pub(super) fn school_initials(words: &[String]) -> Option<&'static str> {
    let has = |word: &str| words.iter().any(|own| own == word);
    if !has("district") {
        None
    } else if has("independent") {
        Some("isd")
    } else if has("unified") {
        Some("usd")
    } else if has("consolidated") {
        Some("ccsd")
    } else {
        Some("sd")
    }
}

/// Whether two words are one slip apart: a letter more, less, other or swapped.
pub(super) fn one_slip(a: &str, b: &str) -> bool {
    let (a, b) = if a.len() <= b.len() {
        (a.as_bytes(), b.as_bytes())
    } else {
        (b.as_bytes(), a.as_bytes())
    };
    if b.len() - a.len() > 1 {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    match (a.get(same..), b.get(same..)) {
        (Some(left), Some([_, right @ ..])) if a.len() < b.len() => left == right,
        (Some([x, y, left @ ..]), Some([u, v, right @ ..])) => {
            (x == v && y == u && left == right) || (y == v && left == right)
        }
        (Some([_]), Some([_])) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_of_each_kind_is_forgiven_and_two_are_not() {
        for near in ["evanstno", "evaston", "evannston", "evanstan", "fvanston"] {
            assert!(one_slip(near, "evanston"), "{near}");
        }
        for far in ["evanston", "evans", "evnastno", "houston"] {
            assert!(!one_slip(far, "evanston"), "{far}");
        }
    }
}
