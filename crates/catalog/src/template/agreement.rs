//! An interlocal agreement: one government serves another, or both share.

use super::{Blank, Block, Filled, clauses};

pub(super) const BLANKS: [Blank; 11] = [
    Blank::Party,
    Blank::Other,
    Blank::State,
    Blank::Subject,
    Blank::Need,
    Blank::Law,
    Blank::Starts,
    Blank::Term,
    Blank::Notice,
    Blank::Payment,
    Blank::Officer,
];

pub(super) fn write(filled: &Filled) -> Vec<Block> {
    let say = |blank| filled.say(blank);
    let (party, other, subject) = (say(Blank::Party), say(Blank::Other), say(Blank::Subject));
    let (state, notice) = (say(Blank::State), say(Blank::Notice));
    let mut blocks = vec![
        Block::Title(format!("Interlocal agreement on {subject}")),
        Block::Paragraph(format!(
            "Between {other} (“the provider”) and {party} (“the participant”), both public bodies, under {}.",
            say(Blank::Law)
        )),
    ];
    blocks.extend(clauses(vec![
        (
            "Purpose",
            format!("The provider makes {subject} available to the participant, who needs {}.", say(Blank::Need)),
        ),
        (
            "What the provider does",
            "The provider delivers the service as described in Attachment A, which states its scope, hours, service levels and how faults are reported and mended.".to_owned(),
        ),
        (
            "What the participant does",
            "The participant names one office to work with, gives the access and facts that the service needs, and follows the provider's rules for its safe use.".to_owned(),
        ),
        (
            "Payment",
            format!("The parties agree on payment as follows: {}. The provider sends invoices with enough detail to check them.", say(Blank::Payment).trim_end_matches('.')),
        ),
        (
            "Term",
            format!("This agreement begins on {} and holds for {}. It can be renewed in writing.", say(Blank::Starts), say(Blank::Term)),
        ),
        (
            "Ending it",
            format!("Either party may end it with {notice} written notice. If the governing body of a party provides no money for a coming year, that party may end it on the last day for which there is money."),
        ),
        (
            "On the way out",
            "When it ends, the provider returns the participant's data in a common format, helps with the move to a reasonable extent, and deletes its copies once the participant confirms receipt, except where law requires them to be kept.".to_owned(),
        ),
        (
            "Data and security",
            "The participant's data remains the participant's. The provider protects it by the safeguards of Attachment B, tells the participant of an incident that touches it without delay and in any case within the time that Attachment B states, and answers reasonable questions of the participant's auditors.".to_owned(),
        ),
        (
            "Public records",
            format!("Each party answers requests for public records under the law of {state}; a party that is asked for records of the other tells it first."),
        ),
        (
            "Responsibility",
            "Each party answers for the acts of its own officers and employees to the extent that law allows. Nothing here gives up immunity. Each keeps the insurance or self-insurance that Attachment A names.".to_owned(),
        ),
        (
            "Property and staff",
            "What a party brings stays its own; what is bought together is listed in Attachment A with its owner. Nobody becomes an employee of the other party.".to_owned(),
        ),
        (
            "Who speaks for the parties",
            format!("For the participant this is its {}; the provider names its own office in Attachment A. They meet at least once a year.", say(Blank::Officer)),
        ),
        (
            "Disagreement",
            "The two offices try to settle a disagreement first; then the heads of both governments; only then may either go to court.".to_owned(),
        ),
        (
            "Law and changes",
            format!("The law of {state} holds. Changes are made in writing and signed by both parties. If filing or approval by a state authority is required, this agreement takes effect after it."),
        ),
    ]));
    blocks.push(Block::Signatures(vec![other, party]));
    blocks
}
