//! Gathers what a browser gets into `$OUT_DIR/static`: styles compiled from
//! `assets/styles`, scripts, images, and from the U.S. Web Design System's npm
//! package the fonts, images and icons that the styles and pages name.
//! npm and Sass run only when the lock file or the styles have changed.

use std::{
    collections::BTreeMap,
    env, fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::{Path, PathBuf},
    process::Command,
};

/// A fault as one line for the person who builds.
type Outcome<T> = Result<T, String>;

fn main() {
    if let Err(fault) = gather() {
        println!("cargo::error={}", fault.replace('\n', " | "));
    }
}

fn gather() -> Outcome<()> {
    let assets = variable("CARGO_MANIFEST_DIR")?.join("../../assets");
    let out = variable("OUT_DIR")?;
    for name in [
        "package.json",
        "package-lock.json",
        ".npmrc",
        "icons.txt",
        "styles",
        "scripts",
        "images",
    ] {
        println!("cargo::rerun-if-changed={}", assets.join(name).display());
    }
    let packages = install(&assets, &out.join("npm"))?;
    let css = compile(&assets, &packages, &out)?;

    let site = out.join("static");
    if site.exists() {
        fs::remove_dir_all(&site).map_err(said("empty", &site))?;
    }
    let system = packages.join("@uswds/uswds/dist");
    for file in named_in(&css) {
        copy(&system_file(&system, &file), &site.join(&file))?;
    }
    write(&site.join("interlocal.css"), css.as_bytes())?;
    write(
        &site.join("sprite.svg"),
        sprite(&assets, &system)?.as_bytes(),
    )?;
    for folder in ["scripts", "images"] {
        for (name, path) in files(&assets.join(folder))? {
            copy(&path, &site.join(folder).join(name))?;
        }
    }
    println!(
        "cargo::rustc-env=INTERLOCAL_ASSET_VERSION={}",
        fingerprint(&[&site])?
    );
    Ok(())
}

/// Installs the locked npm packages beside the build and answers their folder.
fn install(assets: &Path, folder: &Path) -> Outcome<PathBuf> {
    let inputs = ["package.json", "package-lock.json", ".npmrc"].map(|name| assets.join(name));
    let wanted = fingerprint(&inputs.each_ref().map(PathBuf::as_path))?;
    let stamp = folder.join("installed");
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(folder.join("node_modules"));
    }
    for input in &inputs {
        let name = input.file_name().unwrap_or_default();
        copy(input, &folder.join(name))?;
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = Command::new(npm);
    command
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(folder);
    run(&mut command, "npm ci failed")?;
    write(&stamp, wanted.as_bytes())?;
    Ok(folder.join("node_modules"))
}

/// Compiles the styles unless they are as they were, and answers them.
fn compile(assets: &Path, packages: &Path, out: &Path) -> Outcome<String> {
    let wanted = fingerprint(&[&assets.join("styles"), &assets.join("package-lock.json")])?;
    let (stamp, css) = (out.join("styles-compiled"), out.join("interlocal.css"));
    if !fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        let mut command = Command::new("node");
        command
            .arg(packages.join("sass/sass.js"))
            .arg(format!(
                "--load-path={}",
                packages.join("@uswds/uswds/packages").display()
            ))
            .args(["--quiet-deps", "--style=compressed", "--no-source-map"])
            .arg(assets.join("styles/interlocal.scss"))
            .arg(&css);
        run(&mut command, "the styles do not compile")?;
        write(&stamp, wanted.as_bytes())?;
    }
    fs::read_to_string(&css).map_err(said("read", &css))
}

fn run(command: &mut Command, failed: &str) -> Outcome<()> {
    let needed = "npm (Node 20) is needed to build the styles";
    let output = command.output().map_err(|fault| {
        format!(
            "{needed}: cannot start {}: {fault}",
            command.get_program().display()
        )
    })?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let lines: Vec<&str> = said
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.contains("warn"))
        .take(4)
        .collect();
    Err(format!("{needed}: {failed}: {}", lines.join("; ")))
}

/// The icons of `icons.txt` as one sprite.
fn sprite(assets: &Path, system: &Path) -> Outcome<String> {
    let list = assets.join("icons.txt");
    let names = fs::read_to_string(&list).map_err(said("read", &list))?;
    let mut out = String::from(r#"<svg xmlns="http://www.w3.org/2000/svg">"#);
    for name in names.lines().filter(|line| !line.is_empty()) {
        let path = system.join("img/usa-icons").join(format!("{name}.svg"));
        let icon = fs::read_to_string(&path).map_err(said("read", &path))?;
        let inner = icon
            .split_once('>')
            .and_then(|(_, rest)| rest.rsplit_once("</svg>"))
            .ok_or_else(|| format!("{} is no icon", path.display()))?
            .0;
        out.push_str(&format!(
            r#"<symbol id="{name}" viewBox="0 0 24 24">{inner}</symbol>"#
        ));
    }
    out.push_str("</svg>");
    Ok(out)
}

/// The files that the styles name: `fonts/…`, `img/…`.
fn named_in(css: &str) -> Vec<String> {
    let mut names: Vec<String> = css
        .split("url(")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(name, _)| name.trim_matches(['"', '\'']).to_owned())
        .filter(|name| name.starts_with("fonts/") || name.starts_with("img/"))
        .collect();
    names.sort();
    names.dedup();
    names
}

/// Where the design system keeps a file that the styles name.
fn system_file(system: &Path, name: &str) -> PathBuf {
    match name.strip_prefix("fonts/") {
        Some(font) => system.join("fonts/public-sans").join(font),
        None => system.join(name),
    }
}

/// A number in hex for the names and bytes of the files and folders.
fn fingerprint(paths: &[&Path]) -> Outcome<String> {
    let mut hasher = DefaultHasher::new();
    for path in paths {
        for (name, file) in files(path)? {
            name.hash(&mut hasher);
            fs::read(&file)
                .map_err(said("read", &file))?
                .hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// The files under a folder by their relative name; a file stands for itself.
fn files(path: &Path) -> Outcome<BTreeMap<String, PathBuf>> {
    let mut found = BTreeMap::new();
    if path.is_file() {
        found.insert(String::new(), path.to_owned());
        return Ok(found);
    }
    for entry in fs::read_dir(path).map_err(said("read", path))? {
        let entry = entry.map_err(said("read", path))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        for (inner, file) in files(&entry.path())? {
            let whole = if inner.is_empty() {
                name.clone()
            } else {
                format!("{name}/{inner}")
            };
            found.insert(whole, file);
        }
    }
    Ok(found)
}

fn copy(from: &Path, to: &Path) -> Outcome<()> {
    write(to, &fs::read(from).map_err(said("read", from))?)
}

fn write(path: &Path, bytes: &[u8]) -> Outcome<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(said("make", folder))?;
    }
    fs::write(path, bytes).map_err(said("write", path))
}

fn said(what: &str, path: &Path) -> impl FnOnce(io::Error) -> String {
    let text = format!("cannot {what} {}", path.display());
    move |fault| format!("{text}: {fault}")
}

fn variable(name: &str) -> Outcome<PathBuf> {
    env::var_os(name)
        .map(PathBuf::from)
        .ok_or_else(|| format!("{name} is not set; build with cargo"))
}
