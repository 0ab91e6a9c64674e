//! Where the machines of a name are.

use std::{future::Future, net::IpAddr, pin::Pin};

/// The addresses of a name, or why there are none.
pub type Looked<'a> = Pin<Box<dyn Future<Output = Result<Vec<IpAddr>, String>> + Send + 'a>>;

/// Tells where the machines of a name are.
pub trait Names: Send + Sync {
    /// The addresses of a name.
    fn look_up<'a>(&'a self, name: &'a str) -> Looked<'a>;
}

/// As the system knows names.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemNames;

impl Names for SystemNames {
    fn look_up<'a>(&'a self, name: &'a str) -> Looked<'a> {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name, 0)).await;
            let found = found.map_err(|e| e.to_string())?;
            Ok(found.map(|address| address.ip()).collect())
        })
    }
}
