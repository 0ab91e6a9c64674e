//! `interlocal import …`: files of the field in, one file a kind.

mod batches;
mod contracts;
mod directory;
mod dotgov;
mod fedramp;
mod jurisdictions;
mod lists;
mod package;
mod print;
mod told;

use clap::{Args, Subcommand};

/// Takes files of the field in.
#[derive(Args)]
pub struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// The list of .gov domains, as its registry publishes it (CSV). Each row counts
    /// once: created, changed or unchanged where it suggests one government, or none
    /// by its type; doubtful where it cannot be told which; refused where it cannot be read.
    Dotgov(dotgov::Dotgov),
    /// A contract list of a purchasing office (CSV or XLSX): each contract becomes a
    /// draft on the desk of a body, with all its suppliers.
    Contracts(contracts::Contracts),
    /// OCDS 1.0 and 1.1 (JSON or JSON Lines): each contracting process becomes a draft.
    Ocds(directory::Ocds),
    /// HSDS 3 (JSON, or a CSV package as folder or ZIP): each service becomes a draft.
    Hsds(directory::Hsds),
    /// The FedRAMP marketplace (JSON): products that offerings name are proposed to
    /// their bodies, where a person confirms or dismisses each; nothing else changes.
    Fedramp(fedramp::Fedramp),
    /// A Gazetteer file of the Census Bureau: counties, places, county subdivisions or
    /// school districts.
    Jurisdictions(jurisdictions::Jurisdictions),
    /// A data package that a portal has exported, into an empty portal: the whole catalog
    /// with its editions as they are.
    Package(package::Package),
    /// Undo an import as a whole, as long as nobody has written on what it made.
    Undo(batches::Undo),
    /// List the imports, the newest first.
    List(batches::List),
}

impl Import {
    pub fn run(self) -> anyhow::Result<()> {
        let runtime = tokio::runtime::Runtime::new()?;
        runtime.block_on(async {
            match self.what {
                What::Dotgov(command) => command.run().await,
                What::Contracts(command) => command.run().await,
                What::Ocds(command) => command.run().await,
                What::Hsds(command) => command.run().await,
                What::Fedramp(command) => command.run().await,
                What::Jurisdictions(command) => command.run().await,
                What::Package(command) => command.run().await,
                What::Undo(command) => command.run().await,
                What::List(command) => command.run().await,
            }
        })
    }
}
