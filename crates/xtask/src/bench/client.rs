//! One connection that is kept open, as a browser keeps it.

use anyhow::ensure;
use std::time::{Duration, Instant};
use ureq::Agent;

/// A connection to a portal.
pub struct Client<'a> {
    agent: Agent,
    address: &'a str,
}

impl<'a> Client<'a> {
    /// Opens nothing yet.
    pub fn new(address: &'a str) -> Self {
        let settings = Agent::config_builder().http_status_as_error(false).build();
        Self {
            agent: settings.into(),
            address,
        }
    }

    /// How long the whole answer took; errs when it is no success.
    pub fn time(&self, path: &str) -> anyhow::Result<Duration> {
        let began = Instant::now();
        let mut answer = self
            .agent
            .get(format!("http://{}{path}", self.address))
            .call()?;
        let length = answer.body_mut().read_to_vec()?.len();
        let took = began.elapsed();
        ensure!(
            answer.status().is_success(),
            "{path} answers {}",
            answer.status()
        );
        ensure!(length > 0, "{path} answers nothing");
        Ok(took)
    }
}
