//! `interlocal import contracts FILE`.

use super::lists::{Lists, name_of};
use anyhow::Context;
use clap::Args;
use interlocal_exchange::{
    contracts::{HEADING_WORDS, Mapping, read},
    table::Table,
};
use interlocal_portal::importing::Parsed;
use std::{io::Write, path::PathBuf};

/// A contract list.
#[derive(Args)]
pub struct Contracts {
    /// The file.
    file: PathBuf,
    /// How its columns are read, as JSON; kept for the next file of the source.
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// Print how the columns are read, to be corrected and given with --mapping.
    #[arg(long)]
    show_mapping: bool,
    #[command(flatten)]
    lists: Lists,
}

impl Contracts {
    pub async fn run(self) -> anyhow::Result<()> {
        let name = self.file.display().to_string();
        let bytes = std::fs::read(&self.file).with_context(|| name.clone())?;
        let table = Table::read(&name, &bytes, &HEADING_WORDS)?;
        let (mapping, whence) = self.mapping(&table).await?;
        let mut out = std::io::stdout();
        if self.show_mapping {
            writeln!(out, "{}", serde_json::to_string_pretty(&mapping)?)?;
            return Ok(());
        }
        if let Some(fault) = mapping.fault() {
            anyhow::bail!(
                "{name}: {fault}; see --show-mapping, correct it and give it with --mapping"
            );
        }
        writeln!(out, "{}: columns as {whence}:", name_of(&self.file))?;
        for heading in &table.headings {
            let label = mapping.of(&heading.name).label();
            writeln!(out, "  {} – {label}", heading.name)?;
        }
        let (missing, new) = mapping.differs(&table);
        for (words, names) in [("lacks", missing), ("is new in having", new)] {
            if !names.is_empty() {
                writeln!(out, "note: the file {words} {}", names.join(", "))?;
            }
        }
        let list = read(&table, &mapping);
        let kept = serde_json::to_string(&mapping)?;
        let parsed = Parsed::contracts(list, &mapping, &self.lists.source(&self.file));
        let file = (bytes.as_slice(), Some(kept));
        self.lists.take("contracts", &self.file, file, parsed).await
    }

    /// The mapping that is given, else the one that is kept for the source, else the
    /// one that the headings suggest.
    async fn mapping(&self, table: &Table) -> anyhow::Result<(Mapping, &'static str)> {
        if let Some(path) = &self.mapping {
            let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
            let mapping = Mapping::read(&path.display().to_string(), &text)?;
            return Ok((mapping, "given"));
        }
        let (store, _) = self.lists.place.store().await?;
        let kept = store.mapping(&self.lists.source(&self.file)).await;
        store.close().await?;
        match kept? {
            Some(text) => Ok((serde_json::from_str(&text)?, "kept for this source")),
            None => Ok((Mapping::guess(table), "their headings suggest")),
        }
    }
}
