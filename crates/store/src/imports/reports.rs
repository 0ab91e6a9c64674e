//! What a report says of the rows of a file.

use crate::{Error, Store, Tx, chunk_of, entity::import_report};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};

/// A row of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportLine {
    /// Its place in the report, from 1.
    pub place: u32,
    /// Its line in the file.
    pub line: u64,
    /// Its column, from 1; 0 where it is the whole row.
    pub column: u64,
    /// What became of it, in a word.
    pub outcome: String,
    /// Its key among those of its source.
    pub key: String,
    /// The slug of the listing that it belongs to.
    pub listing: String,
    /// The value at fault.
    pub value: String,
    /// Why, and how to mend it.
    pub why: String,
}

impl Tx {
    /// Puts a report in the place of the one that a file had.
    pub async fn keep_report(&self, file: i32, lines: &[ReportLine]) -> Result<(), Error> {
        import_report::Entity::delete_many()
            .filter(import_report::Column::FileId.eq(file))
            .exec(&self.inner)
            .await?;
        let signed = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        for chunk in lines.chunks(chunk_of(9)) {
            let models = chunk.iter().map(|line| import_report::ActiveModel {
                file_id: Set(file),
                place: Set(i32::try_from(line.place).unwrap_or(i32::MAX)),
                line: Set(signed(line.line)),
                column_number: Set(signed(line.column)),
                outcome: Set(line.outcome.clone()),
                row_key: Set(line.key.clone()),
                listing: Set(line.listing.clone()),
                value: Set(line.value.clone()),
                why: Set(line.why.clone()),
            });
            import_report::Entity::insert_many(models)
                .exec_without_returning(&self.inner)
                .await?;
        }
        Ok(())
    }
}

impl Store {
    /// Rows of the report of a file behind a place, all or those of one outcome.
    pub async fn report_lines(
        &self,
        file: i32,
        outcome: Option<&str>,
        (behind, limit): (u32, u64),
    ) -> Result<Vec<ReportLine>, Error> {
        let place = i32::try_from(behind).unwrap_or(i32::MAX);
        let query = lines_of(file, outcome).filter(import_report::Column::Place.gt(place));
        let rows = query.limit(limit).all(&self.reader).await?;
        Ok(rows.into_iter().map(line_of).collect())
    }

    /// Rows of the report of a file after so many, at most so many.
    pub async fn report_part(
        &self,
        file: i32,
        outcome: Option<&str>,
        (after, most): (u64, u64),
    ) -> Result<Vec<ReportLine>, Error> {
        let query = lines_of(file, outcome).offset(after).limit(most);
        let rows = query.all(&self.reader).await?;
        Ok(rows.into_iter().map(line_of).collect())
    }
}

fn lines_of(file: i32, outcome: Option<&str>) -> sea_orm::Select<import_report::Entity> {
    let mut query = import_report::Entity::find().filter(import_report::Column::FileId.eq(file));
    if let Some(outcome) = outcome {
        query = query.filter(import_report::Column::Outcome.eq(outcome));
    }
    query.order_by_asc(import_report::Column::Place)
}

fn line_of(row: import_report::Model) -> ReportLine {
    let number = |number: i64| u64::try_from(number).unwrap_or_default();
    ReportLine {
        place: u32::try_from(row.place).unwrap_or_default(),
        line: number(row.line),
        column: number(row.column_number),
        outcome: row.outcome,
        key: row.row_key,
        listing: row.listing,
        value: row.value,
        why: row.why,
    }
}
