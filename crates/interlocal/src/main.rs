//! How Interlocal runs: configuration, telemetry, wiring, commands.

mod command;
mod config;
mod data_directory;
mod outside;
mod starter;
mod telemetry;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = command::Arguments::parse();
    match arguments.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("interlocal: {fault:#}");
            ExitCode::from(2)
        }
    }
}
