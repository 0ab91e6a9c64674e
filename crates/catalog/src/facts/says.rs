//! What is said of a fact, and figures of one row in one unit.

use crate::price::grouped;
use rust_decimal::Decimal;

/// Units of time, the greatest first: minutes, and the word of one.
const SPANS: [(u32, &str); 3] = [(1440, "day"), (60, "hour"), (1, "minute")];

/// What is said of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// Words; none where it is not stated.
    Words(String),
    /// Minutes.
    Minutes(Option<u32>),
    /// So many of what is named in the plural.
    Count(Option<u32>, &'static str),
}

impl Says {
    /// The words where it stands alone.
    pub(super) fn alone(&self) -> String {
        in_one_unit(&[self]).pop().unwrap_or_default()
    }

    fn minutes(&self) -> Option<u32> {
        match self {
            Says::Minutes(minutes) => *minutes,
            Says::Words(_) | Says::Count(..) => None,
        }
    }

    fn words(&self, (length, span): (u32, &str)) -> String {
        match self {
            Says::Words(words) => words.clone(),
            Says::Minutes(Some(0)) => "at once".to_owned(),
            Says::Minutes(Some(minutes)) => counted(minutes / length, &format!("{span}s")),
            Says::Count(Some(number), unit) => counted(*number, unit),
            Says::Minutes(None) | Says::Count(None, _) => String::new(),
        }
    }
}

/// The words of what stands side by side: times in the greatest unit in which each of
/// them is whole, so that nobody has to convert.
pub(super) fn in_one_unit(cells: &[&Says]) -> Vec<String> {
    let is_whole = |length: u32| {
        let mut minutes = cells.iter().filter_map(|says| says.minutes());
        minutes.all(|minutes| minutes % length == 0)
    };
    let span = SPANS.into_iter().find(|(length, _)| is_whole(*length));
    let span = span.unwrap_or((1, "minute"));
    cells.iter().map(|says| says.words(span)).collect()
}

fn counted(number: u32, unit: &str) -> String {
    let one = unit.strip_suffix('s').filter(|_| unit != "Mbps");
    let unit = one.filter(|_| number == 1).unwrap_or(unit);
    format!("{} {unit}", grouped(Decimal::from(number)))
}
