//! The figures as a table, on the screen and in docs/performance.md.

use super::{
    CLIENTS,
    catalog::Cost,
    files::{ROWS, Way},
    load::Times,
    machine,
    machine::Memory,
    starts::Starts,
};
use crate::repository::root;
use anyhow::Context;
use std::{fmt::Write, fs, time::Duration};

const PAGE: &str = "docs/performance.md";
const BEGIN: &str = "<!-- figures: written by cargo xtask bench -->";
const END: &str = "<!-- end of figures -->";

/// The figures of one kind of request.
pub struct Line {
    /// What is asked.
    pub name: &'static str,
    /// One client.
    pub alone: Times,
    /// Several clients at once.
    pub together: Option<Times>,
}

impl Line {
    /// For the screen, while it is measured.
    pub fn in_short(&self) -> String {
        let (p50, p99) = (ms(self.alone.percentile(50)), ms(self.alone.percentile(99)));
        format!("{p50:>8} / {p99:>8} ms  {}", self.name)
    }

    fn row(&self) -> String {
        let pair = |times: &Times| {
            format!(
                "{} | {}",
                ms(times.percentile(50)),
                ms(times.percentile(99))
            )
        };
        let together = self.together.as_ref().map_or_else(
            || "– | – | –".to_owned(),
            |times| format!("{} | {:.0}", pair(times), times.rate()),
        );
        format!("| {} | {} | {together} |", self.name, pair(&self.alone))
    }
}

/// Everything that was measured.
pub struct Report {
    /// Size of the catalog.
    pub offerings: usize,
    /// What making it cost.
    pub cost: Cost,
    /// A start with it.
    pub start: Duration,
    /// Starts with the starter directory.
    pub starts: Option<Starts>,
    /// Requests.
    pub lines: Vec<Line>,
    /// Files in and out.
    pub files: Vec<Way>,
    /// Memory before the first request.
    pub fresh: Memory,
    /// Memory after the last.
    pub used: Memory,
}

impl Report {
    /// The tables.
    pub fn markdown(&self) -> String {
        let mut text = String::new();
        self.put(&mut text).unwrap_or_default();
        text
    }

    fn put(&self, text: &mut String) -> std::fmt::Result {
        let count = self.offerings;
        let rate = |seconds: f64| count as f64 / seconds;
        writeln!(
            text,
            "Measured on {}: {}.",
            machine::day(),
            machine::described()
        )?;
        writeln!(
            text,
            "Interlocal {} ({}).\n",
            env!("CARGO_PKG_VERSION"),
            machine::commit()
        )?;
        writeln!(
            text,
            "| {count} offerings, {} rule sets | p50 ms | p99 ms | p50 ms, {CLIENTS} clients | p99 ms | answers/s |",
            self.cost.rule_sets
        )?;
        writeln!(text, "| --- | ---: | ---: | ---: | ---: | ---: |")?;
        for line in &self.lines {
            writeln!(text, "{}", line.row())?;
        }
        writeln!(text, "\n| start, load, memory | |\n| --- | ---: |")?;
        if let Some(starts) = &self.starts {
            writeln!(
                text,
                "| first start, starter directory | {} |",
                seconds(starts.first)
            )?;
            writeln!(
                text,
                "| second start, starter directory | {} |",
                seconds(starts.second)
            )?;
        }
        let Cost {
            load_seconds,
            rebuild_seconds,
            ..
        } = self.cost;
        writeln!(
            text,
            "| publishing {count} offerings, index included | {load_seconds:.0} s ({:.0} offerings/s) |",
            rate(load_seconds)
        )?;
        writeln!(
            text,
            "| start with the index deleted: everything read and indexed anew | {rebuild_seconds:.1} s ({:.0} offerings/s) |",
            rate(rebuild_seconds)
        )?;
        writeln!(
            text,
            "| start with {count} offerings | {} |",
            seconds(self.start)
        )?;
        for (when, memory) in [
            ("after the start", &self.fresh),
            ("after all requests", &self.used),
        ] {
            writeln!(
                text,
                "| memory {when}: resident, of it private | {} MB, {} MB |",
                memory.resident, memory.private
            )?;
        }
        if !self.files.is_empty() {
            writeln!(
                text,
                "\n| files: {ROWS} rows in, {count} offerings out | | memory at most |"
            )?;
            writeln!(text, "| --- | ---: | ---: |")?;
        }
        for way in &self.files {
            let (took, memory) = (seconds(way.took), way.memory);
            writeln!(text, "| {} | {took} | {memory} MB |", way.name)?;
        }
        Ok(())
    }

    /// Puts the tables between the marks of the page.
    pub fn write(&self) -> anyhow::Result<()> {
        let path = root().join(PAGE);
        let page = fs::read_to_string(&path).context(PAGE)?;
        let (before, rest) = page
            .split_once(BEGIN)
            .context("the page has no mark of a beginning")?;
        let (_, after) = rest
            .split_once(END)
            .context("the page has no mark of an end")?;
        let page = format!("{before}{BEGIN}\n{}{END}{after}", self.markdown());
        fs::write(&path, page).context(PAGE)
    }
}

/// Milliseconds, small ones with more places.
fn ms(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1000.0;
    if ms < 10.0 {
        format!("{ms:.2}")
    } else {
        format!("{ms:.1}")
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.2} s", time.as_secs_f64())
}
