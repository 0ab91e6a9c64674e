//! Templates of the papers by which governments join and share: a resolution, an
//! interlocal agreement, a memorandum of understanding, a request for a participating
//! addendum. What nobody filled in stays a blank in brackets. The text is written for
//! this portal and is no legal advice.

mod addendum_request;
mod agreement;
mod memorandum;
mod resolution;

use chrono::NaiveDate;
use std::fmt::Write;

/// The note that stands on every paper.
pub const NOTE: &str = "This is a beginning, not legal advice. Your counsel must review it, fit it to the law of your state, and approve it before anybody signs.";

/// One of the papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Template {
    /// A governing body decides to join a contract or program.
    Resolution,
    /// Two governments agree on who does what for whom.
    Agreement,
    /// Two governments write down what they intend.
    Memorandum,
    /// A local government asks its state to sign a participating addendum.
    AddendumRequest,
}

impl Template {
    /// Every paper, in the order of the list.
    pub const ALL: [Template; 4] = [
        Template::Resolution,
        Template::Agreement,
        Template::Memorandum,
        Template::AddendumRequest,
    ];

    /// The word in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Template::Resolution => "resolution-to-join",
            Template::Agreement => "interlocal-agreement",
            Template::Memorandum => "memorandum-of-understanding",
            Template::AddendumRequest => "participating-addendum-request",
        }
    }

    /// The paper that a word names.
    pub fn of(slug: &str) -> Option<Template> {
        Template::ALL.into_iter().find(|one| one.slug() == slug)
    }

    /// Its name.
    pub fn title(self) -> &'static str {
        match self {
            Template::Resolution => "Resolution to join",
            Template::Agreement => "Interlocal agreement",
            Template::Memorandum => "Memorandum of understanding",
            Template::AddendumRequest => "Request for a participating addendum",
        }
    }

    /// When one uses it.
    pub fn purpose(self) -> &'static str {
        match self {
            Template::Resolution => {
                "Your council, board or commission decides to join a contract, cooperative or program and says who may sign."
            }
            Template::Agreement => {
                "One government provides a service to another, or both run it together, with duties and payment that bind."
            }
            Template::Memorandum => {
                "Two governments write down what each will do before, or instead of, a binding agreement."
            }
            Template::AddendumRequest => {
                "A letter that asks your state to sign a participating addendum, so that local governments may buy on a master agreement."
            }
        }
    }

    /// The day of its text as it stands here.
    pub fn written_on(self) -> NaiveDate {
        let (year, month, day) = match self {
            Template::Resolution
            | Template::Agreement
            | Template::Memorandum
            | Template::AddendumRequest => (2026, 11, 22),
        };
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
    }

    /// The blanks it has, in the order of the form.
    pub fn blanks(self) -> &'static [Blank] {
        match self {
            Template::Resolution => &resolution::BLANKS,
            Template::Agreement => &agreement::BLANKS,
            Template::Memorandum => &memorandum::BLANKS,
            Template::AddendumRequest => &addendum_request::BLANKS,
        }
    }

    /// The paper, filled in as far as `filled` goes.
    pub fn write(self, filled: &Filled) -> Vec<Block> {
        match self {
            Template::Resolution => resolution::write(filled),
            Template::Agreement => agreement::write(filled),
            Template::Memorandum => memorandum::write(filled),
            Template::AddendumRequest => addendum_request::write(filled),
        }
    }
}

/// Something to fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Blank {
    /// The government that uses the portal.
    Party,
    /// Its council, board or commission.
    GoverningBody,
    /// The other party.
    Other,
    /// The state whose law holds.
    State,
    /// What is shared or bought.
    Subject,
    /// Number of the contract.
    Contract,
    /// What it is needed for.
    Need,
    /// The law that allows it.
    Law,
    /// First day.
    Starts,
    /// How long.
    Term,
    /// How long before the end somebody must say so.
    Notice,
    /// Who pays what.
    Payment,
    /// Who signs and speaks for it, as an office.
    Officer,
}

impl Blank {
    /// The name of its field.
    pub fn name(self) -> &'static str {
        match self {
            Blank::Party => "party",
            Blank::GoverningBody => "governing_body",
            Blank::Other => "other",
            Blank::State => "state",
            Blank::Subject => "subject",
            Blank::Contract => "contract",
            Blank::Need => "need",
            Blank::Law => "law",
            Blank::Starts => "starts",
            Blank::Term => "term",
            Blank::Notice => "notice",
            Blank::Payment => "payment",
            Blank::Officer => "officer",
        }
    }

    /// What a form asks, and what stands in brackets where nobody answered.
    pub fn label(self) -> &'static str {
        match self {
            Blank::Party => "Your government",
            Blank::GoverningBody => "Your governing body",
            Blank::Other => "The other party",
            Blank::State => "State",
            Blank::Subject => "What it is about",
            Blank::Contract => "Contract number",
            Blank::Need => "What you need it for",
            Blank::Law => "Law that allows it",
            Blank::Starts => "First day",
            Blank::Term => "How long",
            Blank::Notice => "Notice to end it",
            Blank::Payment => "Who pays what",
            Blank::Officer => "Office that signs",
        }
    }

    /// An example beside the field.
    pub fn hint(self) -> &'static str {
        match self {
            Blank::GoverningBody => "Such as: City Council, Board of Supervisors, School Board",
            Blank::Law => "Ask counsel for the section of your state's law",
            Blank::Term => "Such as: three years",
            Blank::Notice => "Such as: 90 days",
            Blank::Officer => "An office, not a person: City Manager, County Administrator",
            Blank::Payment => "One sentence: how much, how often, on what basis",
            _ => "",
        }
    }
}

/// What somebody filled in.
#[derive(Clone, Debug, Default)]
pub struct Filled(Vec<(Blank, String)>);

impl Filled {
    /// Fills a blank; what is only space fills nothing.
    pub fn with(mut self, blank: Blank, words: &str) -> Self {
        let words = words.trim();
        self.0.retain(|(of, _)| *of != blank);
        if !words.is_empty() {
            self.0.push((blank, words.to_owned()));
        }
        self
    }

    /// What was filled in.
    pub fn get(&self, blank: Blank) -> Option<&str> {
        self.0
            .iter()
            .find(|(of, _)| *of == blank)
            .map(|(_, words)| words.as_str())
    }

    /// What was filled in, or the blank in brackets.
    fn say(&self, blank: Blank) -> String {
        self.get(blank).map_or_else(
            || format!("[{}]", blank.label().to_lowercase()),
            ToOwned::to_owned,
        )
    }
}

/// A piece of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Its name.
    Title(String),
    /// A paragraph.
    Paragraph(String),
    /// A numbered clause.
    Clause {
        /// From 1.
        number: usize,
        /// What it is about.
        heading: &'static str,
        /// What it says.
        text: String,
    },
    /// A place to sign for each party.
    Signatures(Vec<String>),
}

/// Numbers clauses.
fn clauses(clauses: Vec<(&'static str, String)>) -> impl Iterator<Item = Block> {
    clauses
        .into_iter()
        .enumerate()
        .map(|(index, (heading, text))| Block::Clause {
            number: index + 1,
            heading,
            text,
        })
}

/// The paper as plain text.
pub fn text(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        // Writing to a String cannot fail.
        let _ = match block {
            Block::Title(title) => writeln!(out, "{}\n", title.to_uppercase()),
            Block::Paragraph(words) => writeln!(out, "{words}\n"),
            Block::Clause {
                number,
                heading,
                text,
            } => writeln!(out, "{number}. {heading}. {text}\n"),
            Block::Signatures(parties) => parties.iter().try_for_each(|party| {
                writeln!(
                    out,
                    "For {party}:\n\nSignature: ______________________________\nName and office: ________________________\nDate: ___________________\n"
                )
            }),
        };
    }
    out.push_str(NOTE);
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_leads_to_its_paper_and_no_two_are_alike() {
        for one in Template::ALL {
            assert_eq!(Template::of(one.slug()), Some(one));
        }
        assert_eq!(Template::of("will"), None);
    }

    #[test]
    fn what_nobody_filled_in_stays_a_blank_and_what_somebody_did_stands_in_the_text() {
        for template in Template::ALL {
            let empty = text(&template.write(&Filled::default()));
            for blank in template.blanks() {
                let bracket = format!("[{}]", blank.label().to_lowercase());
                assert!(empty.contains(&bracket), "{template:?} lacks {bracket}");
                let word = format!("Filled-{}", blank.name());
                let filled = Filled::default().with(*blank, &word);
                let full = text(&template.write(&filled));
                assert!(full.contains(&word), "{template:?} does not use {blank:?}");
                assert!(!full.contains(&bracket), "{template:?} keeps {bracket}");
            }
            assert!(empty.ends_with(&format!("{NOTE}\n")));
        }
    }

    /// Whoever changes a text gives it the day of the change, and its new sum here.
    #[test]
    fn a_text_is_of_its_day() {
        let sum = |template: Template| {
            let written = text(&template.write(&Filled::default()));
            let mixed = |sum: u64, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            written.bytes().fold(0xcbf2_9ce4_8422_2325, mixed)
        };
        let known = Template::ALL.map(|one| (one.written_on().to_string(), sum(one)));
        let day = "2026-11-22".to_owned();
        let sums = [
            0x48e3_4d8b_3c25_da45,
            0xe6f3_40fe_18a5_4180,
            0xa5bf_5de1_1520_1c57,
            0x9697_3c25_053a_5854,
        ];
        assert_eq!(known, sums.map(|sum: u64| (day.clone(), sum)));
    }

    #[test]
    fn only_space_fills_nothing() {
        let filled = Filled::default()
            .with(Blank::Party, "Adams County")
            .with(Blank::Party, "  ");
        assert_eq!(filled.get(Blank::Party), None);
    }
}
