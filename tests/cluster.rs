//! Several nodes on one PostgreSQL, each with an index of its own.

mod following;
mod node;
mod starting;
mod stewarding;
