//! How long files take on their way in and out, and how much memory: each measured as
//! a command of its own.

use super::machine::Memory;
use crate::server::Server;
use anyhow::{Context, ensure};
use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// Rows of the list that is taken in, each a contract of its own.
pub const ROWS: usize = 100_000;
/// Whose desk takes them.
const BODY: &str = "il-department-of-innovation-and-technology";
/// How often the memory of a command is looked at.
const LOOK: Duration = Duration::from_millis(20);

/// One way of a file.
pub struct Way {
    /// What is done.
    pub name: &'static str,
    /// How long it takes.
    pub took: Duration,
    /// Memory at most, in MB; for a list, by how much the portal grows.
    pub memory: u64,
}

/// Asks a portal for everything that it lists.
pub fn lists(server: &Server, wanted: &dyn Fn(&str) -> bool) -> anyhow::Result<Vec<Way>> {
    let lists = [
        ("list: CSV of every offering", "/search.csv"),
        ("list: Excel of every offering", "/search.xlsx"),
    ];
    let mut measured = Vec::new();
    for (name, path) in lists.into_iter().filter(|(name, _)| wanted(name)) {
        let before = Memory::of(server.id())?.private;
        let began = Instant::now();
        let mut answer = ureq::get(server.url(path)).call()?;
        let size = std::io::copy(&mut answer.body_mut().as_reader(), &mut std::io::sink())?;
        ensure!(size > 0, "{path} answers nothing");
        let way = Way {
            name,
            took: began.elapsed(),
            memory: Memory::of(server.id())?.private.saturating_sub(before),
        };
        eprintln!(
            "{:>8.1} s, {} MB  {name}",
            way.took.as_secs_f32(),
            way.memory
        );
        measured.push(way);
    }
    Ok(measured)
}

/// Takes a made-up list in, and writes the catalog of a folder into files.
pub fn measure(
    program: &Path,
    catalog: &Path,
    wanted: &dyn Fn(&str) -> bool,
) -> anyhow::Result<Vec<Way>> {
    let folder = tempfile::Builder::new()
        .prefix("interlocal-files-")
        .tempdir()?;
    let at = |name: &str| folder.path().join(name).display().to_string();
    let (data, list) = (at("data"), at("list.csv"));
    let into = |first: &[&str]| {
        let mut all: Vec<String> = ["import"]
            .iter()
            .chain(first)
            .map(ToString::to_string)
            .collect();
        all.extend(["--data".to_owned(), data.clone()]);
        all
    };
    let taken = ["contracts", &list, "--body", BODY];
    let out_of = |format: &str| {
        let catalog = catalog.display().to_string();
        let words = ["export", format, "--out", &at(format), "--data", &catalog];
        words.map(str::to_owned).to_vec()
    };
    let ways = [
        (
            "import: what would be done",
            into(&[&taken[..], &["--dry-run"]].concat()),
        ),
        ("import: a new list", into(&taken)),
        ("import: the same list again", into(&taken)),
        ("import: undone", into(&["undo", "1"])),
        ("export: data package", out_of("package")),
        ("export: OCDS record package", out_of("ocds")),
        ("export: HSDS package", out_of("hsds")),
    ];
    let mut measured = Vec::new();
    if ways
        .iter()
        .any(|(name, _)| wanted(name) && name.starts_with("import"))
    {
        write_list(Path::new(&list))?;
        let (server, _) = Server::timed(program, Path::new(&data))?;
        server.stop()?;
    }
    for (name, words) in ways.iter().filter(|(name, _)| wanted(name)) {
        let way = watched(name, Command::new(program).args(words))?;
        eprintln!(
            "{:>8.1} s, {} MB  {name}",
            way.took.as_secs_f32(),
            way.memory
        );
        measured.push(way);
    }
    Ok(measured)
}

/// A list of contracts that do not exist.
fn write_list(to: &Path) -> anyhow::Result<()> {
    let mut list = BufWriter::new(File::create(to)?);
    writeln!(
        list,
        "Contract Number,Contract Title,Supplier,Start Date,End Date,Description"
    )?;
    for row in 0..ROWS {
        writeln!(
            list,
            "MADE-UP-{row:06},Made-up contract {row},Made-up supplier {},01/02/2026,12/31/2027,\
             \"Row {row} of a list that is made up, to see how long it takes\"",
            row % 9_000
        )?;
    }
    Ok(list.flush()?)
}

/// Runs a command to its end and looks how large it grows.
fn watched(name: &'static str, command: &mut Command) -> anyhow::Result<Way> {
    let began = Instant::now();
    let mut child = command
        .current_dir(crate::repository::root())
        .env("INTERLOCAL__LOG__FILTER", "warn")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .context("cannot run interlocal")?;
    let told = format!("/proc/{}/status", child.id());
    let mut memory = 0;
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        // The file is gone as soon as the command has ended.
        let now = fs::read_to_string(&told).unwrap_or_default();
        let peak = now.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = peak.and_then(|rest| rest.split_whitespace().next()?.parse().ok());
        memory = peak.unwrap_or(0_u64).max(memory);
        std::thread::sleep(LOOK);
    };
    ensure!(status.success(), "“{name}” ended with {status}");
    Ok(Way {
        name,
        took: began.elapsed(),
        memory: memory / 1024,
    })
}
