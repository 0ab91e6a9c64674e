//! Acronyms of names, as people write them: `Houston-Galveston Area Council` is `HGAC`.

use crate::states::begins_state_name;

const SMALL: [&str; 9] = ["of", "the", "and", "for", "in", "on", "at", "to", "a"];

/// Acronyms of a name of three words or more: with and without its small words, and
/// without the name of a state in front.
pub(crate) fn acronyms(name: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in name.split(['(', ')', ',', '/', ';']) {
        let words: Vec<String> = part
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let skip = usize::from(words.first().is_some_and(|word| begins_state_name(word)));
        for tail in [words.as_slice(), words.get(skip..).unwrap_or_default()] {
            let large = |word: &&String| !SMALL.contains(&word.as_str());
            found.push(initials(tail.iter().filter(large)));
            found.push(initials(tail.iter().skip_while(|word| !large(word))));
        }
    }
    found.retain(|acronym| (3..=8).contains(&acronym.len()));
    found.sort();
    found.dedup();
    found
}

fn initials<'a>(words: impl Iterator<Item = &'a String>) -> String {
    words.filter_map(|word| word.chars().next()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_the_acronyms_people_use() {
        assert_eq!(acronyms("Houston-Galveston Area Council"), ["hgac"]);
        assert_eq!(acronyms("Lane Council of Governments"), ["lcg", "lcog"]);
        assert_eq!(
            acronyms("Texas Department of Information Resources"),
            ["dir", "doir", "tdir", "tdoir"]
        );
        assert_eq!(acronyms("City of Ada"), ["coa"]);
        assert!(acronyms("NASPO ValuePoint").is_empty());
    }
}
