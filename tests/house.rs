//! The house stands as `docs/ARCHITECTURE.md` says.

mod directions;
mod document;
mod doors;
mod files;
mod followed;
mod layout;
mod migrations;
mod owners;
mod pages;
mod purity;
mod taken;
mod twins;
mod workspace;
