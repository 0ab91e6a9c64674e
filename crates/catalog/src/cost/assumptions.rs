//! What a cost assumes, in sentences.

use super::{Asked, FeeCost, LineCost, ROUNDING};

pub(super) fn said(
    lines: &[LineCost],
    fees: &[FeeCost],
    asked: &Asked,
    mut said: Vec<String>,
) -> Vec<String> {
    let mut out = Vec::new();
    let counted: Vec<&LineCost> = lines.iter().filter(|line| line.counted).collect();
    if lines.len() > counted.len() && !counted.is_empty() {
        let names: Vec<String> = counted.iter().map(|l| format!("“{}”", l.name)).collect();
        out.push(format!("Counted: {}; no other line.", names.join(", ")));
    }
    for sentence in counted.iter().flat_map(|line| &line.assumptions) {
        if !out.contains(sentence) {
            out.push(sentence.clone());
        }
    }
    out.extend(
        fees.iter()
            .map(|fee| fee.assumption.clone())
            .filter(|sentence| !sentence.is_empty()),
    );
    out.append(&mut said);
    if !counted.is_empty() || !fees.is_empty() {
        out.push(format!(
            "Over {}: what is paid once counts once, what is paid every month counts twelve \
             times a year.",
            asked.years.words()
        ));
        out.push(
            "Prices stay as this edition has them in every year; taxes and charges that it does \
             not name are not in it."
                .to_owned(),
        );
        out.push(ROUNDING.to_owned());
    }
    out
}
