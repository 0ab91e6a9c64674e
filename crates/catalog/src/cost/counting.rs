//! Which lines of a price list are part of a cost.

use super::{Asked, LineCost, Missing};

/// Marks the lines that are part of the cost: those that were chosen, else every line
/// that stands alone in how it is paid, once or again and again. Several that are paid
/// alike may be parts or alternatives; only the user knows.
pub(super) fn count(lines: &mut [LineCost], asked: &Asked) -> Vec<Missing> {
    let mut missing = Vec::new();
    if let Some(chosen) = asked.lines.as_ref().filter(|lines| !lines.is_empty()) {
        for index in chosen {
            match lines.get_mut(*index) {
                Some(line) => line.counted = true,
                None => missing.push(Missing::NoSuchLine { number: index + 1 }),
            }
        }
        return missing;
    }
    for recurring in [false, true] {
        let alike = |line: &LineCost| line.period.is_recurring() == recurring;
        let names: Vec<String> = lines
            .iter()
            .filter(|line| alike(line))
            .map(|line| line.name.clone())
            .collect();
        if names.len() > 1 {
            missing.push(Missing::Choice { lines: names });
        } else {
            lines
                .iter_mut()
                .filter(|line| alike(line))
                .for_each(|line| line.counted = true);
        }
    }
    missing
}
