//! Is this who they say they are? Passwords, codes of a second factor, and
//! providers that vouch. Keeps nothing; knows neither rows nor pages.

pub mod codes;
pub mod password;
pub mod provider;

/// Why something could not be proved.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The machine gives no random numbers.
    #[error("no randomness: {0}")]
    NoRandomness(String),
    /// A kept hash or key does not read as one.
    #[error("what is kept does not read: {0}")]
    Unreadable(String),
    /// The provider does not answer, or not as the standard asks.
    #[error("the provider cannot be asked: {0}")]
    Unreachable(String),
    /// The provider's answer does not prove what it should.
    #[error("the provider's answer proves nothing: {0}")]
    NotProved(String),
}

/// So many random bytes.
fn random<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0_u8; N];
    getrandom::fill(&mut bytes).map_err(|e| Error::NoRandomness(e.to_string()))?;
    Ok(bytes)
}
