//! How far two spellings are apart, and how far a word may be off.

/// A word like the one that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Near {
    /// The word.
    pub word: String,
    /// How many letters are off.
    pub distance: usize,
    /// Whether both begin alike.
    pub same_start: bool,
    /// In how many offerings it stands.
    pub count: u64,
}

impl Near {
    /// Compares a typed word with one that exists.
    pub fn new(typed: &str, word: String, count: u64) -> Self {
        Self {
            distance: distance(typed, &word),
            same_start: typed.chars().next() == word.chars().next(),
            word,
            count,
        }
    }
}

/// How many letters of a word may be off: none below four letters or with a digit, two
/// from eight on.
pub(crate) fn tolerance(word: &str) -> u8 {
    let letters = word.chars().count();
    if letters < 4 || word.chars().any(|c| c.is_ascii_digit()) {
        0
    } else if letters < 8 {
        1
    } else {
        2
    }
}

/// The best of them: nearest, then with the same first letter, then most frequent.
pub(crate) fn best(mut found: Vec<Near>, limit: usize) -> Vec<Near> {
    found.sort_by(|a, b| {
        (
            a.distance,
            !a.same_start,
            std::cmp::Reverse(a.count),
            &a.word,
        )
            .cmp(&(
                b.distance,
                !b.same_start,
                std::cmp::Reverse(b.count),
                &b.word,
            ))
    });
    found.dedup_by(|a, b| a.word == b.word);
    let nearest = found.first().map(|near| (near.distance, near.same_start));
    found.retain(|near| Some((near.distance, near.same_start)) == nearest);
    found.truncate(limit);
    found
}

/// Letters to insert, drop, change or swap with their neighbor (optimal string alignment).
pub(crate) fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX - 1);
            let change = at(&last, j) + usize::from(x != y);
            let mut least = change.min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                least = least.min(at(&before, j - 1) + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_of_the_fingers_is_one() {
        assert_eq!(distance("dispach", "dispatch"), 1);
        assert_eq!(distance("informaton", "information"), 1);
        assert_eq!(distance("recieve", "receive"), 1);
        assert_eq!(distance("fibre", "fiber"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("same", "same"), 0);
    }

    #[test]
    fn the_nearest_word_wins_and_then_the_most_frequent() {
        let found = ["batch", "dispatch", "dispatches"]
            .map(|word| Near::new("dispatc", word.to_owned(), 3));
        let words: Vec<String> = best(found.into(), 3).into_iter().map(|n| n.word).collect();
        assert_eq!(words, ["dispatch"]);
    }
}
