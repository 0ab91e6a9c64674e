//! A resolution by which a governing body joins a contract or program.

use super::{Blank, Block, Filled, clauses};

pub(super) const BLANKS: [Blank; 10] = [
    Blank::Party,
    Blank::GoverningBody,
    Blank::State,
    Blank::Other,
    Blank::Subject,
    Blank::Contract,
    Blank::Need,
    Blank::Law,
    Blank::Payment,
    Blank::Officer,
];

pub(super) fn write(filled: &Filled) -> Vec<Block> {
    let say = |blank| filled.say(blank);
    let (party, other, subject) = (say(Blank::Party), say(Blank::Other), say(Blank::Subject));
    let (body, officer) = (say(Blank::GoverningBody), say(Blank::Officer));
    let mut blocks = vec![
        Block::Title(format!("Resolution to join {subject}")),
        Block::Paragraph(format!(
            "A resolution of the {body} of {party}, {}.",
            say(Blank::State)
        )),
        Block::Paragraph(format!("WHEREAS {party} needs {}; and", say(Blank::Need))),
        Block::Paragraph(format!(
            "WHEREAS {other} makes {subject} (contract number {}) available to other governments; and",
            say(Blank::Contract)
        )),
        Block::Paragraph(format!(
            "WHEREAS {} allows {party} to buy or take part in this way; and",
            say(Blank::Law)
        )),
        Block::Paragraph(format!(
            "WHEREAS the {body} has seen how {subject} was competed or offered, its terms, and what it costs;"
        )),
        Block::Paragraph(format!("NOW, THEREFORE, the {body} of {party} resolves:")),
    ];
    blocks.extend(clauses(vec![
        (
            "Participation",
            format!("{party} takes part in {subject} under the terms that {other} has published."),
        ),
        (
            "Authority to sign",
            format!("The {officer} may sign the agreements and forms that this needs, after counsel has reviewed them."),
        ),
        (
            "Money",
            format!("{} Nothing is ordered beyond what the budget provides.", sentence(&say(Blank::Payment))),
        ),
        (
            "File",
            format!("The {officer} keeps the solicitation, the award, the price list and the reasons for the choice in the procurement file."),
        ),
        (
            "Report",
            format!("The {officer} reports to the {body} before participation is renewed, and at once when its terms or prices change."),
        ),
        (
            "Effect",
            "This resolution takes effect when it is adopted.".to_owned(),
        ),
    ]));
    blocks.push(Block::Signatures(vec![format!("{body} of {party}")]));
    blocks
}

/// Ends with a full stop.
fn sentence(words: &str) -> String {
    match words.ends_with(['.', '!', '?']) {
        true => words.to_owned(),
        false => format!("{words}."),
    }
}
