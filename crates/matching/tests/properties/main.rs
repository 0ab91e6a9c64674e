//! Properties that hold in every world, P1 to P17, and those of peers.

#![allow(clippy::expect_used)]

mod honesty;
mod improvement;
mod order;
mod peers;
mod view;
mod world;
