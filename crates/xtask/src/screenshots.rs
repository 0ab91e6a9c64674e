//! `cargo xtask screenshots`: every page of the portal on the starter directory
//! as a picture, wide and narrow, light and dark, and as it is printed.

mod browser;
mod page_list;

use crate::{
    process::on_path,
    repository::root,
    server::{Build, Server},
    test::chromium,
};
use anyhow::Context;
use browser::{Browser, Look, Scheme};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Name and width of the windows.
const WINDOWS: [(&str, u32); 2] = [("wide", 1280), ("narrow", 375)];
const SCHEMES: [(&str, Scheme); 2] = [("light", Scheme::Light), ("dark", Scheme::Dark)];

/// The picture of README.md: its page, file, width and height.
const README: (&str, &str, u32, u32) = (
    "/jurisdictions/township-3901783150?for=township-3901783150",
    "docs/images/answer-sheet.png",
    1280,
    900,
);

/// What is to be drawn.
#[derive(clap::Args)]
pub struct Wanted {
    /// The folder of the pictures.
    #[arg(long, default_value = "screenshots")]
    out: PathBuf,
    /// Draws only the pages with this in their name.
    #[arg(long)]
    only: Option<String>,
    /// Draws a quickly built binary instead of a release.
    #[arg(long)]
    dev: bool,
}

/// Takes every picture; errs when a page is wider than its window.
pub fn run(wanted: &Wanted) -> anyhow::Result<()> {
    let chromium = chromium()
        .or_else(|| on_path("google-chrome"))
        .context("Chromium is missing")?;
    let folder = root().join(&wanted.out);
    fs::create_dir_all(&folder)?;
    let server = Server::start(if wanted.dev {
        Build::Dev
    } else {
        Build::Release
    })?;
    let mut browser = Browser::start(&chromium)?;
    let mut too_wide = Vec::new();
    let is_wanted = |page: &str| wanted.only.as_ref().is_none_or(|only| page.contains(only));
    let behind = page_list::BEHIND_SIGN_IN.iter();
    let mut is_signed_in = false;
    for (page, path) in page_list::PAGES.iter().chain(behind.clone()) {
        if !is_wanted(page) {
            continue;
        }
        if !is_signed_in && behind.clone().any(|(named, _)| named == page) {
            sign_in(&server, &mut browser)?;
            is_signed_in = true;
        }
        let address = server.url(path);
        for (window, width) in WINDOWS {
            for (scheme, shown) in SCHEMES {
                let look = Look {
                    width,
                    scheme: shown,
                    height: None,
                };
                let taken = browser.picture(&address, look)?;
                if taken.width > width {
                    too_wide.push(format!("{page} is {} px wide at {width}", taken.width));
                }
                save(
                    &folder,
                    &format!("{page}-{window}-{scheme}.png"),
                    &taken.png,
                )?;
            }
        }
        save(
            &folder,
            &format!("{page}-printed.pdf"),
            &browser.print(&address)?,
        )?;
    }
    if wanted.only.is_none() {
        browser.forget()?;
        let (path, file, width, height) = README;
        let look = Look {
            width,
            scheme: Scheme::Light,
            height: Some(height),
        };
        save(
            &root(),
            file,
            &browser.picture(&server.url(path), look)?.png,
        )?;
    }
    anyhow::ensure!(too_wide.is_empty(), "{}", too_wide.join("; "));
    Ok(())
}

/// Becomes a steward, and begins a draft of what the directory lists.
fn sign_in(server: &Server, browser: &mut Browser) -> anyhow::Result<()> {
    let invitation = server.invite("steward@portal.example")?;
    let fields = [("password", "five boxing wizards"), ("name", "A steward")];
    browser.send(&server.url(&invitation), &fields)?;
    browser.send(
        &server.url(page_list::BEGUN),
        &[("review_by", "2027-11-22")],
    )
}

fn save(folder: &Path, name: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let file = folder.join(name);
    if let Some(parent) = file.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&file, bytes).with_context(|| file.display().to_string())?;
    println!("{}", file.display());
    Ok(())
}
