//! Renders every page with fictional content into a folder:
//! `cargo run -p interlocal-pages --example preview -- FOLDER`.
//! Serve the folder with the styles of a build under `FOLDER/assets/preview/`.

mod accounts;
mod comparing;
mod found;
mod memos;
mod places;
mod speaking;
mod standing;

use std::{env, fs, io, path::PathBuf, process::ExitCode};

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: preview FOLDER");
        return ExitCode::FAILURE;
    };
    match render_all(&folder) {
        Ok(count) => {
            println!("{count} pages in {}", folder.display());
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("{}: {fault}", folder.display());
            ExitCode::FAILURE
        }
    }
}

fn render_all(folder: &std::path::Path) -> io::Result<usize> {
    fs::create_dir_all(folder)?;
    let pages = [
        standing::pages(),
        places::pages(),
        found::pages(),
        accounts::pages(),
        comparing::pages(),
        speaking::pages(),
        memos::pages(),
    ]
    .concat();
    for (name, html) in &pages {
        fs::write(folder.join(format!("{name}.html")), html)?;
    }
    Ok(pages.len())
}
