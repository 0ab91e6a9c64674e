//! Participations on record, by program.

use crate::{
    PlaceId, ProgramId,
    access::StepKind,
    participation::{OwnWord, Participation, Scope, ScopeWord},
};
use chrono::NaiveDate;
use std::collections::HashMap;

/// Participations on record, by the program they are in.
#[derive(Clone, Debug, Default)]
pub struct Records {
    by_program: HashMap<ProgramId, Vec<Participation>>,
    other_names: HashMap<ProgramId, ProgramId>,
}

impl Records {
    /// Sorts records by program; the order inside a program is kept.
    pub fn new(records: impl IntoIterator<Item = Participation>) -> Self {
        let mut by_program: HashMap<ProgramId, Vec<Participation>> = HashMap::new();
        for record in records {
            by_program
                .entry(record.program.clone())
                .or_default()
                .push(record);
        }
        Self {
            by_program,
            other_names: HashMap::new(),
        }
    }

    /// The same records, found under other names of their programs too: a rule may
    /// speak of a program by the name it had before a merge.
    pub fn known_as(mut self, other_names: HashMap<ProgramId, ProgramId>) -> Self {
        self.other_names = other_names;
        self
    }

    /// Other names of programs, and the ones under which their records stand.
    pub fn other_names(&self) -> &HashMap<ProgramId, ProgramId> {
        &self.other_names
    }

    fn in_program(&self, program: &ProgramId) -> &[Participation] {
        let named = self.other_names.get(program).unwrap_or(program);
        self.by_program.get(named).map_or(&[], Vec::as_slice)
    }

    /// Whether anybody is on record in the program.
    pub fn has(&self, program: &ProgramId) -> bool {
        !self.in_program(program).is_empty()
    }

    /// Every record.
    pub fn all(&self) -> impl Iterator<Item = &Participation> {
        self.by_program.values().flatten()
    }

    /// Records of a program that hold on a day.
    pub fn holding_in(
        &self,
        program: &ProgramId,
        day: NaiveDate,
    ) -> impl Iterator<Item = &Participation> {
        self.in_program(program)
            .iter()
            .filter(move |record| record.holds_on(day))
    }

    /// Who takes part in a program for itself on a day.
    pub fn taking_part(
        &self,
        program: &ProgramId,
        day: NaiveDate,
    ) -> impl Iterator<Item = &Participation> {
        self.in_program(program)
            .iter()
            .filter(move |record| record.holds_on(day) && covers_self(&record.scope))
    }

    /// Records of these rows in a program.
    pub(super) fn of<'a>(
        &'a self,
        program: &ProgramId,
        rows: &'a [PlaceId],
    ) -> impl Iterator<Item = &'a Participation> {
        self.in_program(program)
            .iter()
            .filter(move |record| rows.contains(&record.who))
    }

    /// Records of a body that show a step of its own as done, whatever their dates.
    pub(super) fn own_steps<'a>(
        &'a self,
        program: &ProgramId,
        rows: &'a [PlaceId],
        step: StepKind,
    ) -> impl Iterator<Item = &'a Participation> {
        self.of(program, rows)
            .filter(move |record| covers_self(&record.scope) && record.done.contains(&step))
    }
}

/// Whether a scope names the body alone.
pub(super) fn covers_self(scope: &Scope) -> bool {
    match scope {
        Scope::Words(words) => words.contains(&ScopeWord::Own(OwnWord::Own)),
        Scope::NotStated(_) => false,
    }
}

/// Splits records into those that hold on the day and the others.
pub(super) fn holding<'a>(
    records: impl Iterator<Item = &'a Participation>,
    day: NaiveDate,
) -> (Vec<&'a Participation>, Vec<&'a Participation>) {
    records.partition(|record| record.holds_on(day))
}

#[cfg(test)]
mod tests {
    use super::Records;
    use crate::{
        PlaceId, ProgramId,
        participation::{OwnWord, Participation, Scope, ScopeWord},
    };
    use std::collections::HashMap;

    #[test]
    fn a_record_is_found_under_an_earlier_name_of_its_program() {
        let record = Participation {
            id: "p1".into(),
            who: PlaceId::new("state-17"),
            program: ProgramId::new("new"),
            scope: Scope::Words(vec![ScopeWord::Own(OwnWord::Own)]),
            done: Vec::new(),
            from: None,
            until: None,
            source: None,
            checked_on: None,
        };
        let names = HashMap::from([(ProgramId::new("old"), ProgramId::new("new"))]);
        let records = Records::new([record]).known_as(names);
        assert!(records.has(&ProgramId::new("old")));
        assert!(records.has(&ProgramId::new("new")));
        assert!(!records.has(&ProgramId::new("other")));
        assert_eq!(records.all().count(), 1);
    }
}
