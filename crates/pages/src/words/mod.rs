//! Facts as plain words: dates, numbers, lists, rules and verdicts.

mod dates;
mod lists;
mod moments;
mod names;
mod numbers;
mod rules;
mod verdicts;

pub use dates::{month, period, written};
pub use lists::{and, capitalized, or};
pub use moments::moment;
pub use names::{Asker, Names, group_in_words};
pub use numbers::{counted, grouped, miles, ordinal_edition, usd, waiting};
pub use rules::{FeeTable, RuleLine, RuleSentences, rule_in_sentences, step_in_words};
pub use verdicts::{LinkLine, links_in_sentences, next_step, why_not};
