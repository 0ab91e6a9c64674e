//! `cargo xtask relevance`: how good the search is on judged queries, asked
//! through the JSON API of a running portal.

mod measure;

use crate::{
    repository::root,
    server::{Build, Server},
};
use anyhow::Context;
use measure::{DEPTH, Gain, JudgedQuery, measure, read_judgments};
use serde::Deserialize;
use std::collections::{HashMap, HashSet};

const JUDGMENTS: &str = "tests/cases/search_dev.json";
const OFFERINGS: &str = "assets/starter/offerings.jsonl";

/// What is to be measured.
#[derive(clap::Args)]
pub struct Wanted {
    /// Measures a quickly built binary instead of a release.
    #[arg(long)]
    dev: bool,
    /// Prints every query with its value.
    #[arg(long)]
    each: bool,
    /// Fails when the mean is below this.
    #[arg(long, default_value_t = 0.75)]
    least: f64,
}

/// An offering of the starter directory, as far as it matters here.
#[derive(Deserialize)]
struct Listed {
    slug: String,
    #[serde(default)]
    aliases: Vec<String>,
    status: String,
}

#[derive(Deserialize)]
struct Answer {
    items: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    slug: String,
}

/// Asks every query and prints the means; errs when the mean is too low.
pub fn run(wanted: &Wanted) -> anyhow::Result<()> {
    let queries = queries()?;
    let server = Server::start(if wanted.dev {
        Build::Dev
    } else {
        Build::Release
    })?;
    let mut ranked = HashMap::new();
    for query in &queries {
        ranked.insert(query.id.clone(), ask(&server, query)?);
    }
    let measured = measure(&queries, &ranked, Gain::Exponential);
    let words: HashMap<&str, &str> = queries
        .iter()
        .map(|query| (query.id.as_str(), query.words.as_str()))
        .collect();
    if wanted.each {
        for (id, value) in &measured.by_query {
            println!(
                "{value:.3}  {id}  {}",
                words.get(id.as_str()).unwrap_or(&"")
            );
        }
    }
    for (kind, mean) in &measured.by_kind {
        println!("{mean:.3}  {kind}");
    }
    let linear = measure(&queries, &ranked, Gain::Linear).mean;
    let count = measured.by_query.len();
    println!(
        "{:.3}  mean nDCG@{DEPTH} over {count} queries ({linear:.3} with linear gain)",
        measured.mean
    );
    anyhow::ensure!(
        measured.mean >= wanted.least,
        "the mean is below {}",
        wanted.least
    );
    Ok(())
}

/// The judged queries: a merged pair counts once, drafts are not expected.
fn queries() -> anyhow::Result<Vec<JudgedQuery>> {
    let mut aliases = HashMap::new();
    let mut drafts = HashSet::new();
    for line in read(OFFERINGS)?
        .lines()
        .filter(|line| !line.trim().is_empty())
    {
        let listed: Listed = serde_json::from_str(line).context(OFFERINGS)?;
        if listed.status != "published" {
            drafts.insert(listed.slug.clone());
        }
        for alias in listed.aliases {
            aliases.insert(alias, listed.slug.clone());
        }
    }
    read_judgments(&read(JUDGMENTS)?, &aliases, &drafts).context(JUDGMENTS)
}

fn ask(server: &Server, query: &JudgedQuery) -> anyhow::Result<Vec<String>> {
    let limit = DEPTH.to_string();
    let mut fields = vec![("q", query.words.as_str()), ("limit", limit.as_str())];
    fields.extend(query.asker.as_deref().map(|asker| ("for", asker)));
    let answer = server.get("/api/v1/offerings", &fields)?;
    let answer: Answer = serde_json::from_str(&answer)?;
    Ok(answer.items.into_iter().map(|item| item.slug).collect())
}

fn read(path: &str) -> anyhow::Result<String> {
    std::fs::read_to_string(root().join(path)).with_context(|| path.to_owned())
}
