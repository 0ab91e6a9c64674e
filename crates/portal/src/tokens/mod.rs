//! Tokens of the API: made and taken back by their owner, who is shown the secret once,
//! and shown by programs that act in the owner's name.

pub mod holder;
pub mod make;
pub mod repeated;

pub use interlocal_store::Token;
