//! What somebody sets aside for themselves, and what a body weighs together.

pub mod own;
pub mod share;
pub mod weigh;
pub mod workspace;
