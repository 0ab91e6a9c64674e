//! `interlocal audit`: the audit log on the command line.

use super::place::Place;
use clap::{Args, ValueEnum};
use interlocal_catalog::{NaiveDate, OrganizationId};
use interlocal_portal::{AuditEntry, AuditFilter, audit_log::AuditExport};
use std::io::{ErrorKind, Write};

/// Prints the audit log, the newest entry first.
#[derive(Args)]
pub struct Audit {
    /// From this day on (UTC).
    #[arg(long, value_name = "DATE")]
    since: Option<NaiveDate>,
    /// Who did it: an address, or portal.
    #[arg(long, default_value = "")]
    actor: String,
    /// What was done, such as publish.
    #[arg(long, default_value = "")]
    action: String,
    /// In whose name: the slug of a body.
    #[arg(long)]
    body: Option<String>,
    /// How it is printed.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    #[command(flatten)]
    place: Place,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Columns for a person.
    Table,
    /// Lines for a spreadsheet.
    Csv,
    /// One JSON object a line.
    Json,
}

impl Audit {
    pub fn run(self) -> anyhow::Result<()> {
        tokio::runtime::Runtime::new()?.block_on(self.print())
    }

    async fn print(self) -> anyhow::Result<()> {
        let (store, _) = self.place.store().await?;
        if let Some(body) = &self.body {
            let bodies = store.organizations().await?;
            if !bodies.iter().any(|known| known.id.as_str() == body) {
                eprintln!("interlocal: --body: “{body}” is no body of the directory");
            }
        }
        if !self.action.is_empty() {
            let known = store.audit_actions().await?;
            if !known.contains(&self.action) {
                let known = known.join(", ");
                eprintln!(
                    "interlocal: --action: the log has no “{}”; it has {known}",
                    self.action
                );
            }
        }
        let begins = |day: NaiveDate| day.and_time(chrono::NaiveTime::MIN).and_utc();
        let filter = AuditFilter {
            actor: self.actor,
            action: self.action,
            bodies: self.body.map(OrganizationId::new).into_iter().collect(),
            from: self.since.map(begins),
            ..AuditFilter::default()
        };
        let mut export = AuditExport::of(store.clone(), filter);
        let mut out = std::io::BufWriter::new(std::io::stdout().lock());
        let written = print(&mut export, self.format, &mut out).await;
        store.close().await?;
        match written.and_then(|()| Ok(out.flush()?)) {
            // Whoever reads has seen enough.
            Err(error) if is_closed(&error) => Ok(()),
            other => other,
        }
    }
}

fn is_closed(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<std::io::Error>()
        .is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

async fn print(
    export: &mut AuditExport,
    format: Format,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    if let Format::Csv = format {
        while let Some(lines) = export.lines().await? {
            out.write_all(lines.as_bytes())?;
        }
        return Ok(());
    }
    loop {
        let entries = export.entries().await?;
        if entries.is_empty() {
            return Ok(());
        }
        for entry in &entries {
            match format {
                Format::Json => writeln!(out, "{}", json(entry))?,
                Format::Table | Format::Csv => writeln!(out, "{}", row(entry))?,
            }
        }
    }
}

fn json(entry: &AuditEntry) -> serde_json::Value {
    serde_json::json!({
        "id": entry.id,
        "at": entry.at,
        "actor": entry.actor,
        "action": entry.action,
        "body": entry.body,
        "subject": entry.subject,
        "reason": entry.reason,
        "token": entry.token,
    })
}

/// A line for a person: control characters of what somebody typed are left out.
fn row(entry: &AuditEntry) -> String {
    let body = entry.body.as_ref().map_or("-", OrganizationId::as_str);
    let who = match &entry.token {
        Some(token) => format!("{} (token {token})", entry.actor),
        None => entry.actor.clone(),
    };
    let line = format!(
        "{}  {:<28}  {:<22}  {:<28}  {}  {}",
        entry.at.format("%Y-%m-%d %H:%M:%S"),
        who,
        entry.action,
        body,
        entry.subject,
        entry.reason
    );
    line.trim_end()
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
