//! The gates: a record that fails one is out of the ranking; one where a gate is
//! unknown stays in, with a question.

use crate::{
    candidate::{Candidate, CrossState},
    need::Intent,
    rank::Query,
    record::{Eligibility, EligibilityVerdict, Record, Regime, Status},
};
use serde::{Serialize, Serializer};

/// A gate that a record can fail. G1 (the seeker itself) and G2 (visibility)
/// leave no trace in a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Gate {
    /// G3: open, and not past its last day.
    Active,
    /// G4: open to the seeker's kind of government and state.
    Eligible,
    /// G5: the laws of the two states allow an agreement.
    Authority,
    /// G6: meets every required regime.
    Regimes,
    /// G7: the seeker's size is in the stated range.
    Size,
    /// G8: the body did not opt out.
    Consent,
}

impl Gate {
    /// Every gate, in order.
    pub const ALL: [Gate; 6] = [
        Gate::Active,
        Gate::Eligible,
        Gate::Authority,
        Gate::Regimes,
        Gate::Size,
        Gate::Consent,
    ];

    /// The word in results: `G4_eligible`.
    pub fn word(self) -> &'static str {
        match self {
            Gate::Active => "G3_active",
            Gate::Eligible => "G4_eligible",
            Gate::Authority => "G5_authority",
            Gate::Regimes => "G6_regimes",
            Gate::Size => "G7_size",
            Gate::Consent => "G8_consent",
        }
    }

    /// Why a body that failed it is left out, on pages.
    pub fn reason(self) -> &'static str {
        match self {
            Gate::Active => "paused, closed or past its last day",
            Gate::Eligible => "not open to your kind of government or your state",
            Gate::Authority => "the two states’ laws bar an agreement",
            Gate::Regimes => "does not meet a rule you require",
            Gate::Size => "your population is outside its stated range",
            Gate::Consent => "opted out of matching",
        }
    }
}

impl Serialize for Gate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

/// A set of gates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct GateSet(u8);

impl GateSet {
    pub(crate) fn insert(&mut self, gate: Gate) {
        self.0 |= 1 << gate as u8;
    }

    pub(crate) fn contains(self, gate: Gate) -> bool {
        self.0 & (1 << gate as u8) != 0
    }

    pub(crate) fn union(self, other: GateSet) -> GateSet {
        GateSet(self.0 | other.0)
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) fn len(self) -> u32 {
        self.0.count_ones()
    }

    pub(crate) fn to_vec(self) -> Vec<Gate> {
        Gate::ALL
            .into_iter()
            .filter(|gate| self.contains(*gate))
            .collect()
    }
}

/// The gates that failed and those that are unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct GateReport {
    pub(crate) failed: GateSet,
    pub(crate) unknown: GateSet,
}

/// State of one gate.
enum State {
    Pass,
    Unknown,
    Fail,
}

impl State {
    fn fails_if(failed: bool) -> State {
        if failed { State::Fail } else { State::Pass }
    }
}

/// Evaluates every gate that counts for the intent. To learn how it went takes
/// no eligibility, so *learn* asks only whether the record is open and the body agreed.
pub(crate) fn gates(
    query: &Query<'_>,
    intent: Intent,
    candidate: &Candidate,
    record: &Record,
) -> GateReport {
    let mut report = GateReport::default();
    let mut note = |gate, state| match state {
        State::Pass => {}
        State::Unknown => report.unknown.insert(gate),
        State::Fail => report.failed.insert(gate),
    };
    note(Gate::Active, active(query, record));
    note(Gate::Consent, State::fails_if(candidate.opted_out));
    if intent != Intent::Learn {
        if record.relation.provides() {
            note(Gate::Eligible, eligible(query, record));
        }
        note(Gate::Authority, authority(query, candidate));
        note(Gate::Regimes, regimes(query, record));
        note(
            Gate::Size,
            State::fails_if(in_range(query, record) == Some(false)),
        );
    }
    report
}

/// Whether the record is open on the date of the query.
pub(crate) fn is_active(query: &Query<'_>, record: &Record) -> bool {
    record.status == Status::Active && record.expires.is_none_or(|day| day >= query.as_of)
}

/// Whether the seeker's population is in the stated range; none where no range
/// is stated or the population is unknown.
pub(crate) fn in_range(query: &Query<'_>, record: &Record) -> Option<bool> {
    let (from, to) = record.size_range?;
    let pop = query.seeker.pop?;
    Some(from.is_none_or(|from| pop >= from) && to.is_none_or(|to| pop <= to))
}

fn active(query: &Query<'_>, record: &Record) -> State {
    State::fails_if(!is_active(query, record))
}

fn eligible(query: &Query<'_>, record: &Record) -> State {
    match &record.eligible {
        Eligibility::NotStated | Eligibility::Verdict(EligibilityVerdict::Unknown) => {
            State::Unknown
        }
        Eligibility::Verdict(EligibilityVerdict::Pass) => State::Pass,
        Eligibility::Verdict(EligibilityVerdict::Fail) => State::Fail,
        Eligibility::Stated { levels, states } => {
            let level = levels
                .as_ref()
                .map(|list| list.contains(&query.seeker.level));
            let state = states
                .as_ref()
                .map(|list| list.contains(&query.seeker.state));
            match (level, state) {
                (Some(false), _) | (_, Some(false)) => State::Fail,
                (Some(true), Some(true)) => State::Pass,
                _ => State::Unknown,
            }
        }
    }
}

fn authority(query: &Query<'_>, candidate: &Candidate) -> State {
    if candidate.is_in_state_of(query.seeker) {
        return State::Pass;
    }
    match candidate.cross_state {
        Some(CrossState::Permitted) => State::Pass,
        Some(CrossState::Barred) => State::Fail,
        None => State::Unknown,
    }
}

fn regimes(query: &Query<'_>, record: &Record) -> State {
    let mut state = State::Pass;
    for name in &query.need.required_regimes {
        match record.regime(name) {
            Some(Regime::No) => return State::Fail,
            None => state = State::Unknown,
            Some(Regime::Attested | Regime::Partial) => {}
        }
    }
    state
}
