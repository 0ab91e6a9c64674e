//! The commands, one file each.

mod audit;
mod export;
mod import;
mod matching;
mod mcp;
mod place;
mod serve;
mod user;
mod verdict;

use clap::{Parser, Subcommand};

/// Shared-services catalog and partner matching for state and local government IT.
#[derive(Parser)]
#[command(name = "interlocal", version)]
pub struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the portal (the default).
    Serve(serve::Serve),
    /// Invite people, list accounts, take them out of use.
    User(user::User),
    /// Print the audit log.
    Audit(audit::Audit),
    /// Take files of the field in.
    Import(import::Import),
    /// Answer an assistant over the Model Context Protocol on standard input and output.
    Mcp(mcp::Mcp),
    /// Write the public catalog into a file.
    Export(export::Export),
    /// Judge worked cases of verdicts and answers; prints a JSON array.
    Verdict(verdict::Verdict),
    /// Rank worked cases of partner matching; prints a JSON array.
    Match(matching::Match),
}

impl Arguments {
    /// Runs the command; an error ends with exit status 2.
    pub fn run(self) -> anyhow::Result<()> {
        match self
            .command
            .unwrap_or(Command::Serve(serve::Serve::default()))
        {
            Command::Serve(command) => command.run(),
            Command::User(command) => command.run(),
            Command::Audit(command) => command.run(),
            Command::Import(command) => command.run(),
            Command::Mcp(command) => command.run(),
            Command::Export(command) => command.run(),
            Command::Verdict(command) => command.run(),
            Command::Match(command) => command.run(),
        }
    }
}
