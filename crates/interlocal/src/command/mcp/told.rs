//! What an assistant is told. Every fact of an offering stands beside its source, the
//! day on which it was checked and the address of the page that says the same.

use chrono::NaiveDate;
use rmcp::schemars::{self, JsonSchema};
use serde::Serialize;

/// Something that a word may mean.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Choice {
    /// What to write to mean it: the key of a government or the slug of an offering.
    pub write: String,
    /// What it is called.
    pub name: String,
}

impl Choice {
    /// A choice by what is written and what it is called.
    pub fn new(write: impl ToString, name: impl Into<String>) -> Self {
        Self {
            write: write.to_string(),
            name: name.into(),
        }
    }
}

/// A government.
#[derive(Serialize, JsonSchema)]
pub struct Government {
    /// Its key.
    pub key: String,
    /// Its name with its state.
    pub name: String,
    /// City, county, school district …
    pub kind: String,
    /// Its people, where it is on record.
    pub population: Option<u32>,
    /// The address of its answer sheet.
    pub url: String,
}

/// A category.
#[derive(Serialize, JsonSchema)]
pub struct Category {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// A body that publishes offerings.
#[derive(Serialize, JsonSchema)]
pub struct Body {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The address of its page.
    pub url: String,
}

/// Where a fact comes from.
#[derive(Serialize, JsonSchema)]
pub struct Source {
    /// The source in words.
    pub words: String,
    /// The day on which it was checked.
    pub checked_on: NaiveDate,
    /// How well it is vouched for: `confirmed` by the publishing body, `listed` from a
    /// public source and not confirmed, `stale` (older than its review interval), or
    /// `unsourced`.
    #[schemars(extend("enum" = ["confirmed", "listed", "stale", "unsourced"]))]
    pub confidence: &'static str,
}

/// A link of the chain of a verdict.
#[derive(Serialize, JsonSchema)]
pub struct ChainLink {
    /// Which one.
    pub link: &'static str,
    /// `met`, `to_do`, `failed` or `unknown`.
    #[schemars(extend("enum" = ["met", "to_do", "failed", "unknown"]))]
    pub state: &'static str,
    /// Why, in sentences.
    pub sentences: Vec<String>,
}

/// May the government use the offering?
#[derive(Serialize, JsonSchema)]
pub struct Verdict {
    /// `yes`, `after_steps`, `unknown` (not recorded: say so, and whom to ask; it is
    /// neither a yes nor a no), or `no`.
    #[schemars(extend("enum" = ["yes", "after_steps", "unknown", "no"]))]
    pub outcome: &'static str,
    /// The same in words, as the page says it.
    pub words: String,
    /// The first reason why it is no plain yes.
    pub because: Option<String>,
    /// What to do now.
    pub next_step: String,
}

/// An offering in short.
#[derive(Serialize, JsonSchema)]
pub struct Offering {
    /// Its slug.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// What it is: contract, service, exchange or funding.
    pub kind: &'static str,
    /// Its category.
    pub category: Category,
    /// Who publishes it.
    pub provider: Body,
    /// What it is, in words of its source.
    pub summary: String,
    /// Its last day, where it has one.
    pub ends_on: Option<NaiveDate>,
    /// The number of the edition that says so.
    pub edition: i32,
    /// Where it comes from.
    pub source: Source,
    /// The address of its page, for the government where one was named.
    pub url: String,
    /// The verdict for the government, where one was named.
    pub verdict: Option<Verdict>,
}

/// What was found.
#[derive(Serialize, JsonSchema)]
pub struct SearchTold {
    /// On whose behalf.
    pub government: Option<Government>,
    /// How many fit.
    pub total: u64,
    /// This page of them.
    pub offerings: Vec<Offering>,
    /// The next page, where there is one.
    pub next_page: Option<usize>,
    /// Words that were probably meant.
    pub did_you_mean: Option<String>,
    /// The address of the same search.
    pub url: String,
}

/// What a rule asks for.
#[derive(Serialize, JsonSchema)]
pub struct Rule {
    /// The text it rests on.
    pub basis: Option<String>,
    /// What it says.
    pub lines: Vec<RuleLine>,
    /// What its steps cost by population.
    pub fees: Vec<FeeTable>,
}

/// A line of a rule.
#[derive(Serialize, JsonSchema)]
pub struct RuleLine {
    /// What it is about.
    pub about: &'static str,
    /// What it says.
    pub sentences: Vec<String>,
}

/// A fee by population.
#[derive(Serialize, JsonSchema)]
pub struct FeeTable {
    /// What is paid for.
    pub caption: String,
    /// Population, and the fee of a year.
    pub rows: Vec<(String, String)>,
}

/// A verdict with everything it rests on.
#[derive(Serialize, JsonSchema)]
pub struct VerdictTold {
    /// Who asks.
    pub government: Government,
    /// The offering, with the verdict in short.
    pub offering: Offering,
    /// The chain of the verdict.
    pub chain: Vec<ChainLink>,
    /// The steps that are left.
    pub steps: Vec<String>,
    /// The rules of access, each of them one way in.
    pub rules: Vec<Rule>,
    /// How one joins or buys, in words of the source.
    pub how_to_join: String,
    /// Where the provider writes about it.
    pub website: Option<String>,
    /// The day of this verdict.
    pub as_of: NaiveDate,
}

/// A dated answer that a body does not offer a category.
#[derive(Serialize, JsonSchema)]
pub struct StatementOfNo {
    /// Who says so.
    pub by: Body,
    /// To which kinds of government.
    pub to: Vec<&'static str>,
    /// When.
    pub said_on: NaiveDate,
}

/// What is on record about a category.
#[derive(Serialize, JsonSchema)]
pub struct Answer {
    /// The category.
    pub category: Category,
    /// `yes_confirmed`, `after_steps`, `listed` (from a public source, not confirmed),
    /// `no`, or `not_recorded` (nobody has said: neither a yes nor a no).
    #[schemars(extend("enum" = ["yes_confirmed", "after_steps", "listed", "no", "not_recorded"]))]
    pub answer: &'static str,
    /// The same in words, as the page says it.
    pub words: String,
    /// How many offerings and statements decide it.
    pub decided_count: usize,
    /// The first of the offerings.
    pub offerings: Vec<Offering>,
    /// Statements of no.
    pub statements_of_no: Vec<StatementOfNo>,
    /// Whom to ask, where nothing is recorded.
    pub ask: Option<Body>,
}

/// The answer sheet.
#[derive(Serialize, JsonSchema)]
pub struct SheetTold {
    /// Whose it is.
    pub government: Government,
    /// The day on which it says so.
    pub as_of: NaiveDate,
    /// A category each.
    pub answers: Vec<Answer>,
}

/// The state CIO’s office, which stands in every answer.
#[derive(Serialize, JsonSchema)]
pub struct StateOffice {
    /// The office, where one is in the directory.
    pub body: Option<Body>,
    /// How it stands to the category, in a sentence.
    pub text: String,
    /// What else is to be known of it.
    pub note: Option<String>,
}

/// A body to work with.
#[derive(Serialize, JsonSchema)]
pub struct Partner {
    /// Its slug or key.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its level: state, regional or local.
    pub level: &'static str,
    /// How well it fits, in words.
    pub band: &'static str,
    /// Points of 100.
    pub points: f64,
    /// From where to where they may still move when more is known.
    pub range: [f64; 2],
    /// How much is known of it, in words.
    pub documented: &'static str,
    /// Why.
    pub why: Vec<String>,
    /// What speaks against it.
    pub holds_it_back: Vec<String>,
    /// What to ask it.
    pub ask: Vec<String>,
    /// The offering it stands for, where it is one, with its source.
    pub offering: Option<PartnerOffering>,
    /// The address of its page.
    pub url: String,
}

/// The offering that a partner stands for.
#[derive(Serialize, JsonSchema)]
pub struct PartnerOffering {
    /// Its slug.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// When it was checked.
    pub checked_on: NaiveDate,
    /// How well it is vouched for.
    #[schemars(extend("enum" = ["confirmed", "listed", "stale", "unsourced"]))]
    pub confidence: &'static str,
    /// The address of its page.
    pub url: String,
}

/// Somebody who is near and out.
#[derive(Serialize, JsonSchema)]
pub struct LeftOut {
    /// Its slug or key.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Why.
    pub reasons: Vec<&'static str>,
}

/// Whom to work with.
#[derive(Serialize, JsonSchema)]
pub struct MatchTold {
    /// Who seeks.
    pub government: Government,
    /// What is sought.
    pub category: Category,
    /// The state CIO’s office.
    pub state_office: StateOffice,
    /// What is true of all that are shown first.
    pub shared: Vec<String>,
    /// How many of the partners are shown first.
    pub shown_first: usize,
    /// Partners, the best first.
    pub partners: Vec<Partner>,
    /// Bodies to ask, of levels of which nobody is on record.
    pub ask: Vec<Body>,
    /// Who is near and left out.
    pub left_out: Vec<LeftOut>,
    /// How many others are left out.
    pub left_out_elsewhere: usize,
    /// The address of the same list.
    pub url: String,
}

/// What an offering costs at the stated size.
#[derive(Serialize, JsonSchema)]
pub struct Cost {
    /// `reckoned` (the totals are everything), `no_charge`, `not_published`, or
    /// `incomplete` (the totals are only what is known).
    #[schemars(extend("enum" = ["reckoned", "no_charge", "not_published", "incomplete"]))]
    pub standing: &'static str,
    /// Sums by currency.
    pub totals: Vec<Total>,
    /// What was assumed.
    pub assumptions: Vec<String>,
    /// What is missing.
    pub missing: Vec<String>,
}

/// Sums in one currency, to the cent.
#[derive(Serialize, JsonSchema)]
pub struct Total {
    /// The currency.
    pub currency: &'static str,
    /// The first year.
    pub first_year: String,
    /// Each further year.
    pub further_year: String,
    /// Over all years.
    pub total: String,
}

/// One of those that stand side by side.
#[derive(Serialize, JsonSchema)]
pub struct Side {
    /// The offering as this edition has it.
    pub offering: Offering,
    /// The number of the newest edition.
    pub newest_edition: i32,
    /// Whether its term is over.
    pub ended: bool,
    /// What it costs.
    pub cost: Cost,
    /// How one joins or buys.
    pub how_to_join: String,
    /// How many governments are known to use it.
    pub known_users: usize,
    /// Those of them that are like the government.
    pub used_by_governments_like_it: Vec<String>,
}

/// A fact of each of those that stand side by side.
#[derive(Serialize, JsonSchema)]
pub struct Fact {
    /// Which fact.
    pub fact: &'static str,
    /// What each says, in order; none where it is not stated.
    pub says: Vec<Option<String>>,
}

/// Offerings side by side.
#[derive(Serialize, JsonSchema)]
pub struct CompareTold {
    /// On whose behalf.
    pub government: Option<Government>,
    /// The offerings, in the order asked.
    pub offerings: Vec<Side>,
    /// Typed facts.
    pub facts: Vec<Fact>,
    /// Over how many years costs are added up.
    pub years: u8,
    /// Whether the costs can be compared; why not stands in `costs_not_comparable_because`.
    pub costs_comparable: bool,
    /// What stands in the way.
    pub costs_not_comparable_because: Vec<String>,
    /// The address of the same comparison.
    pub url: String,
}
