//! Governments that an import has added or changed: when, and taking them away again,
//! as long as nothing hangs on them.

use crate::{
    Error, Store, Tx, chunk_of,
    directory::from_json,
    entity::{
        adoption, asker, cio_office, dotgov_domain, government_request, import_batch,
        import_before, jurisdiction, organization, participation,
    },
};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr};
use std::collections::{BTreeSet, HashMap};

impl Store {
    /// When an import last added or changed each of these governments, or was undone;
    /// those that no import has touched are left out.
    pub async fn governments_changed(
        &self,
        keys: &[&str],
    ) -> Result<HashMap<String, DateTime<Utc>>, Error> {
        let batches = import_batch::Entity::find()
            .filter(import_batch::Column::Kind.eq("jurisdictions"))
            .all(&self.reader)
            .await?;
        let mut changed: HashMap<String, DateTime<Utc>> = HashMap::new();
        for batch in batches {
            let at = batch.undone_at.or(batch.finished_at);
            let at = at.unwrap_or(batch.begun_at);
            let touched: Vec<String> = import_before::Entity::find()
                .select_only()
                .column(import_before::Column::SubjectKey)
                .filter(import_before::Column::BatchId.eq(batch.id))
                .filter(import_before::Column::SubjectKey.is_in(keys.iter().copied()))
                .into_tuple()
                .all(&self.reader)
                .await?;
            for key in touched {
                let last = changed.entry(key).or_insert(at);
                *last = at.max(*last);
            }
        }
        Ok(changed)
    }
}

impl Tx {
    /// Those of these governments on which something hangs that is not one of them: a
    /// body, a government inside, a participation, an adoption, a question, a request
    /// or a .gov domain.
    pub async fn governments_in_use(&self, keys: &[&str]) -> Result<BTreeSet<String>, Error> {
        let own: BTreeSet<&str> = keys.iter().copied().collect();
        let mut used = BTreeSet::new();
        let served: Vec<(String, String)> = organization::Entity::find()
            .select_only()
            .column(organization::Column::Slug)
            .column(organization::Column::Serves)
            .into_tuple()
            .all(&self.inner)
            .await?;
        for (slug, served) in served {
            let served: Vec<String> = from_json("organization", &slug, &served)?;
            used.extend(served.into_iter().filter(|key| own.contains(key.as_str())));
        }
        for chunk in keys.chunks(chunk_of(1)) {
            macro_rules! named_by {
                ($table:ident, $column:ident) => {{
                    let found: Vec<Option<String>> = $table::Entity::find()
                        .select_only()
                        .column($table::Column::$column)
                        .filter($table::Column::$column.is_in(chunk.iter().copied()))
                        .into_tuple()
                        .all(&self.inner)
                        .await?;
                    used.extend(found.into_iter().flatten());
                }};
            }
            named_by!(organization, OfJurisdiction);
            named_by!(adoption, Jurisdiction);
            named_by!(asker, Jurisdiction);
            named_by!(cio_office, Jurisdiction);
            named_by!(government_request, Jurisdiction);
            named_by!(dotgov_domain, Jurisdiction);
            named_by!(participation, Who);
            let inside: Vec<(String, Option<String>)> = jurisdiction::Entity::find()
                .select_only()
                .column(jurisdiction::Column::Key)
                .column(jurisdiction::Column::Parent)
                .filter(jurisdiction::Column::Parent.is_in(chunk.iter().copied()))
                .into_tuple()
                .all(&self.inner)
                .await?;
            let others = inside
                .into_iter()
                .filter(|(key, _)| !own.contains(key.as_str()));
            used.extend(others.filter_map(|(_, parent)| parent));
        }
        Ok(used)
    }

    /// Takes governments away.
    pub async fn remove_governments(&self, keys: &[&str]) -> Result<(), Error> {
        for chunk in keys.chunks(chunk_of(1)) {
            jurisdiction::Entity::delete_many()
                .filter(jurisdiction::Column::Key.is_in(chunk.iter().copied()))
                .exec(&self.inner)
                .await?;
        }
        Ok(())
    }

    /// Writes name and point of a government as they stood.
    pub async fn put_government_back(
        &self,
        key: &str,
        name: &str,
        point: Option<(f64, f64)>,
    ) -> Result<(), Error> {
        use jurisdiction::Column;
        jurisdiction::Entity::update_many()
            .col_expr(Column::Name, Expr::value(name))
            .col_expr(Column::Lat, Expr::value(point.map(|(lat, _)| lat)))
            .col_expr(Column::Lon, Expr::value(point.map(|(_, lon)| lon)))
            .filter(Column::Key.eq(key))
            .exec(&self.inner)
            .await?;
        Ok(())
    }
}
