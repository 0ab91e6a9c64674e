//! From typed words to what is looked for: corrected, joined and split words, other
//! words of the same meaning, and the categories that are named.

use crate::{
    Error,
    analysis::{Word, stem_of},
    dictionary::Dictionary,
    lexicon::{Lexicon, Named},
    plan::{Choice, Plan, Slot},
    spelling::{Near, best, tolerance},
    typed::{Typed, is_stop, is_weak},
    weights::Weights,
};

/// Spellings that are tried for an unknown word.
const SPELLINGS: usize = 3;
/// Completions that are tried for the last word.
const COMPLETIONS: usize = 12;

/// A typed word and its spellings.
struct Spelled {
    word: Word,
    corrected: Vec<Near>,
    completed: Vec<String>,
    known: bool,
}

/// Understands a query.
pub(crate) fn understand(
    typed: &Typed,
    lexicon: &Lexicon,
    dictionary: &Dictionary<'_>,
    weights: &Weights,
) -> Result<Plan, Error> {
    let mut spelled = spell(typed, lexicon, dictionary)?;
    let did_you_mean = corrected_text(typed, &spelled);
    for one in &mut spelled {
        if let Some(near) = one.corrected.first() {
            one.word.stem = stem_of(&near.word);
        }
    }
    let stems: Vec<String> = spelled.iter().map(|one| one.word.stem.clone()).collect();
    let meaningful = |word: &Word| !is_stop(&word.text);
    let only_stops = !spelled.iter().any(|one| meaningful(&one.word));
    let mut slots: Vec<Option<Slot>> = Vec::new();
    for one in &spelled {
        let counts = only_stops || meaningful(&one.word);
        slots.push(counts.then(|| own_slot(one, weights)));
    }
    for span in lexicon.spans(&stems) {
        let covered = slots.get_mut(span.from..span.to).unwrap_or_default();
        let several = span.to - span.from > 1;
        for slot in covered.iter_mut().flatten() {
            if several {
                slot.weight = 1.0;
            }
            slot.choices
                .extend(span.others.iter().map(|other| Choice::Other {
                    stems: other.clone(),
                    boost: weights.synonym / other.len().max(1) as f32,
                }));
            for named in &span.categories {
                slot.choices
                    .extend(category_choices(named, span.to - span.from, weights));
            }
        }
    }
    compounds(&spelled, &mut slots, dictionary)?;
    let pairs = stems
        .iter()
        .zip(stems.iter().skip(1))
        .zip(slots.iter().zip(slots.iter().skip(1)))
        .filter(|(_, (a, b))| a.is_some() && b.is_some())
        .map(|((a, b), _)| [a.clone(), b.clone()])
        .collect();
    let mut slots: Vec<Slot> = slots.into_iter().flatten().collect();
    slots.iter_mut().for_each(Slot::keep_best);
    Ok(Plan {
        slots,
        phrases: typed.phrases.clone(),
        pairs,
        did_you_mean,
    })
}

fn spell(
    typed: &Typed,
    lexicon: &Lexicon,
    dictionary: &Dictionary<'_>,
) -> Result<Vec<Spelled>, Error> {
    let mut spelled = Vec::new();
    for (at, word) in typed.words.iter().enumerate() {
        let mut known = is_stop(&word.text)
            || lexicon.knows(&word.text)
            || dictionary.has_stem(&word.stem)?
            || dictionary.has_word(&word.text)?;
        for beside in [at.checked_sub(1), Some(at + 1)].into_iter().flatten() {
            if let Some(other) = typed.words.get(beside)
                && !known
            {
                let joined = if beside < at {
                    format!("{}{}", other.text, word.text)
                } else {
                    format!("{}{}", word.text, other.text)
                };
                known = dictionary.has_word(&joined)?;
            }
        }
        let last = at + 1 == typed.words.len() && typed.open_end;
        let mut completed = Vec::new();
        if last && word.text.chars().count() >= 3 && !is_stop(&word.text) {
            completed = dictionary.complete(&word.text, COMPLETIONS)?;
            completed.retain(|whole| *whole != word.text && stem_of(whole) != word.stem);
        }
        let mut corrected = Vec::new();
        let off = tolerance(&word.text);
        if !known && completed.is_empty() && off > 0 {
            corrected = near(word, off, lexicon, dictionary)?;
        }
        spelled.push(Spelled {
            word: word.clone(),
            corrected,
            completed,
            known,
        });
    }
    Ok(spelled)
}

fn near(
    word: &Word,
    off: u8,
    lexicon: &Lexicon,
    dictionary: &Dictionary<'_>,
) -> Result<Vec<Near>, Error> {
    let mut found = dictionary.near(&word.text, off)?;
    let length = word.text.chars().count();
    let alike = lexicon
        .words()
        .iter()
        .filter(|other| other.chars().count().abs_diff(length) <= usize::from(off))
        .map(|other| Near::new(&word.text, other.clone(), 1))
        .filter(|near| near.distance <= usize::from(off));
    found.extend(alike);
    Ok(best(found, SPELLINGS))
}

/// The text with the best spelling in the place of every unknown word.
fn corrected_text(typed: &Typed, spelled: &[Spelled]) -> Option<String> {
    let mut text = String::new();
    let mut at = 0;
    for one in spelled {
        if let Some(near) = one.corrected.first() {
            text.push_str(typed.text.get(at..one.word.from)?);
            text.push_str(&near.word);
            at = one.word.to;
        }
    }
    if at == 0 {
        return None;
    }
    text.push_str(typed.text.get(at..)?);
    Some(text.trim().to_owned())
}

fn own_slot(one: &Spelled, weights: &Weights) -> Slot {
    let mut choices = Vec::new();
    if one.corrected.is_empty() {
        choices.push(Choice::Words {
            stems: vec![one.word.stem.clone()],
            boost: 1.0,
        });
        choices.push(Choice::Exact {
            word: one.word.text.clone(),
            boost: weights.exact,
        });
    }
    for near in &one.corrected {
        choices.push(Choice::Words {
            stems: vec![stem_of(&near.word)],
            boost: weights.typo,
        });
    }
    let prefix = if one.known {
        weights.prefix / 2.0
    } else {
        weights.prefix
    };
    for whole in &one.completed {
        choices.push(Choice::Words {
            stems: vec![stem_of(whole)],
            boost: prefix,
        });
    }
    let weight = if is_weak(&one.word.text) {
        weights.weak
    } else {
        1.0
    };
    Slot { weight, choices }
}

/// The category itself and the one above it.
fn category_choices(named: &Named, words: usize, weights: &Weights) -> Vec<Choice> {
    let share = (words.max(1) as f32).powf(-weights.share);
    let category = |slug: &String, boost: f32| Choice::Category {
        slug: slug.clone(),
        boost: boost * share,
    };
    let mut choices = vec![category(&named.slug, weights.category)];
    choices.extend(
        named
            .parent
            .iter()
            .map(|parent| category(parent, weights.parent)),
    );
    choices
}

/// `back up` is also `backup`, `cybersecurity` also `cyber security`, where these stand in
/// the index.
fn compounds(
    spelled: &[Spelled],
    slots: &mut [Option<Slot>],
    dictionary: &Dictionary<'_>,
) -> Result<(), Error> {
    for (at, (one, next)) in spelled.iter().zip(spelled.iter().skip(1)).enumerate() {
        let joined = format!("{}{}", one.word.text, next.word.text);
        if joined.len() >= 5 && dictionary.has_word(&joined)? {
            let choice = Choice::Words {
                stems: vec![stem_of(&joined)],
                boost: 1.0,
            };
            for slot in slots
                .get_mut(at..at + 2)
                .unwrap_or_default()
                .iter_mut()
                .flatten()
            {
                slot.weight = 1.0;
                slot.choices.push(choice.clone());
            }
        }
    }
    for (one, slot) in spelled.iter().zip(slots) {
        let Some(slot) = slot else { continue };
        for (cut, _) in one.word.text.char_indices().skip(2) {
            let (left, right) = one.word.text.split_at(cut);
            if right.chars().count() < 2 || one.word.text.len() < 6 {
                continue;
            }
            if dictionary.has_word(left)? && dictionary.has_word(right)? {
                let stems = vec![stem_of(left), stem_of(right)];
                slot.choices.push(Choice::Words { stems, boost: 0.8 });
            }
        }
    }
    Ok(())
}
