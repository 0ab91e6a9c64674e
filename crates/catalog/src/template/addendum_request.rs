//! A letter that asks a state to sign a participating addendum.

use super::{Blank, Block, Filled, clauses};

pub(super) const BLANKS: [Blank; 7] = [
    Blank::Party,
    Blank::State,
    Blank::Other,
    Blank::Subject,
    Blank::Contract,
    Blank::Need,
    Blank::Officer,
];

pub(super) fn write(filled: &Filled) -> Vec<Block> {
    let say = |blank| filled.say(blank);
    let (party, state, subject) = (say(Blank::Party), say(Blank::State), say(Blank::Subject));
    let (other, contract) = (say(Blank::Other), say(Blank::Contract));
    let mut blocks = vec![
        Block::Title("Request for a participating addendum".to_owned()),
        Block::Paragraph(format!("To the central procurement office of {state}")),
        Block::Paragraph(format!(
            "{party} asks {state} to sign a participating addendum to {subject}, master agreement {contract}, led by {other}, with local governments in its scope."
        )),
        Block::Paragraph(format!(
            "We need {}.",
            say(Blank::Need).trim_end_matches('.')
        )),
    ];
    blocks.extend(clauses(vec![
        (
            "What we ask you to decide",
            format!("Whether {state} signs; if it does, that the scope names counties, municipalities, townships, school districts and special districts; and from which day."),
        ),
        (
            "What helps us to plan",
            "The term of the addendum, terms that differ from the master agreement, the administrative fee, and which reports you expect of local buyers.".to_owned(),
        ),
        (
            "If an addendum exists already",
            "Please tell us its number, where it is published, and whether our kind of government is in its scope.".to_owned(),
        ),
        (
            "If you will not sign",
            "Please tell us so, and why: a clear no lets us look for another way, and other local governments will have the same question.".to_owned(),
        ),
    ]));
    blocks.push(Block::Paragraph(format!(
        "Please answer to the {} of {party}.",
        say(Blank::Officer)
    )));
    blocks.push(Block::Signatures(vec![party]));
    blocks
}
