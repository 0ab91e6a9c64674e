//! A memorandum of understanding: what two governments intend.

use super::{Blank, Block, Filled, clauses};

pub(super) const BLANKS: [Blank; 7] = [
    Blank::Party,
    Blank::Other,
    Blank::Subject,
    Blank::Need,
    Blank::Starts,
    Blank::Notice,
    Blank::Officer,
];

pub(super) fn write(filled: &Filled) -> Vec<Block> {
    let say = |blank| filled.say(blank);
    let (party, other, subject) = (say(Blank::Party), say(Blank::Other), say(Blank::Subject));
    let mut blocks = vec![
        Block::Title(format!("Memorandum of understanding on {subject}")),
        Block::Paragraph(format!(
            "{party} and {other} write down here how they mean to work together. This memorandum states intentions. It moves no money and binds neither of them to a purchase."
        )),
    ];
    blocks.extend(clauses(vec![
        (
            "Why",
            format!("{party} needs {}. {other} has {subject} and is willing to share it.", say(Blank::Need)),
        ),
        (
            "What both will do",
            "They share what they know about the need, the service and its cost; they name the people whose offices will do the work; they agree on a plan with dates within 60 days.".to_owned(),
        ),
        (
            "What it may become",
            "If both find that it works, they put duties, service levels and payment into an interlocal agreement that their governing bodies approve.".to_owned(),
        ),
        (
            "Information",
            "Each marks what must not be passed on. Law on public records holds for both. No protected data is exchanged under this memorandum.".to_owned(),
        ),
        (
            "Cost",
            "Each bears its own cost of working under this memorandum.".to_owned(),
        ),
        (
            "Beginning and end",
            format!("It begins on {}. Either may end it by writing to the other, {} before.", say(Blank::Starts), say(Blank::Notice)),
        ),
        (
            "Who to write to",
            format!("For {party}: its {}. {other} names its own office below its signature.", say(Blank::Officer)),
        ),
    ]));
    blocks.push(Block::Signatures(vec![party, other]));
    blocks
}
