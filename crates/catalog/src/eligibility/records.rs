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
        Self { by_program }
    }

    /// Whether anybody is on record in the program.
    pub fn has(&self, program: &ProgramId) -> bool {
        self.by_program.contains_key(program)
    }

    /// Every record.
    pub fn all(&self) -> impl Iterator<Item = &Participation> {
        self.by_program.values().flatten()
    }

    /// Who takes part in a program for itself on a day.
    pub fn taking_part(
        &self,
        program: &ProgramId,
        day: NaiveDate,
    ) -> impl Iterator<Item = &Participation> {
        self.by_program
            .get(program)
            .into_iter()
            .flatten()
            .filter(move |record| record.holds_on(day) && covers_self(&record.scope))
    }

    /// Records of these rows in a program.
    pub(super) fn of<'a>(
        &'a self,
        program: &ProgramId,
        rows: &'a [PlaceId],
    ) -> impl Iterator<Item = &'a Participation> {
        self.by_program
            .get(program)
            .into_iter()
            .flatten()
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
