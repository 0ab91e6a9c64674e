//! Handing a text over to an address: one request, no redirect, a time limit, and no
//! more of the answer than its beginning.

use crate::{Asking, Found, asking::reason};
use reqwest::{Response, Url};
use std::net::IpAddr;

/// Bytes of an answer that are read.
const READ: usize = 2_000;

/// What came of handing something over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Posted {
    /// A server answered with this status, and its answer begins so.
    Answered {
        /// The status.
        status: u16,
        /// The beginning of the text.
        begins: String,
    },
    /// Nothing was sent: no web, or a network that is not public.
    NotSent(String),
    /// Nobody answered; this may be the fault of either end.
    Silence(String),
}

impl Asking {
    /// Hands a JSON text over, with these headers.
    pub async fn post(&self, address: &str, headers: &[(&str, String)], body: String) -> Posted {
        let url = match Url::parse(address) {
            Ok(url) => url,
            Err(fault) => return Posted::NotSent(fault.to_string()),
        };
        let client = match self.client(&url).await {
            Ok(client) => client,
            Err(Found::NotAsked(why)) => return Posted::NotSent(why),
            Err(Found::Silence(why)) => return Posted::Silence(why),
            Err(Found::Status(_) | Found::Circles) => return Posted::Silence(String::new()),
        };
        let mut request = client.post(url).header("content-type", "application/json");
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let answered = async {
            let mut response = request.body(body).send().await?;
            let begins = beginning(&mut response).await;
            Ok::<Posted, reqwest::Error>(Posted::Answered {
                status: response.status().as_u16(),
                begins,
            })
        };
        match tokio::time::timeout(self.patience(), answered).await {
            Ok(Ok(posted)) => posted,
            Ok(Err(fault)) => Posted::Silence(reason(&fault)),
            Err(_) => {
                let seconds = self.patience().as_secs_f32();
                Posted::Silence(format!("no whole answer within {seconds} seconds"))
            }
        }
    }

    /// Why an address is of no use whatever its name leads to; none where it may be.
    pub fn refuses(&self, address: &str) -> Option<&'static str> {
        let Ok(url) = Url::parse(address) else {
            return Some("it is no address of the web");
        };
        if !matches!(url.scheme(), "http" | "https") {
            return Some("it is no address of the web");
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Some("it holds a name or a password");
        }
        let host = url.host_str().unwrap_or_default();
        let literal = host.trim_start_matches('[').trim_end_matches(']');
        let is_barred = match literal.parse::<IpAddr>() {
            Ok(machine) => !self.may_ask(machine),
            Err(_) => host.is_empty(),
        };
        is_barred.then_some("it leads to a network that is not public")
    }
}

/// How an answer begins; the rest is left where it is.
async fn beginning(response: &mut Response) -> String {
    let mut read = Vec::new();
    while read.len() < READ {
        match response.chunk().await {
            Ok(Some(chunk)) => read.extend_from_slice(&chunk),
            // An answer that breaks off was an answer.
            Ok(None) | Err(_) => break,
        }
    }
    read.truncate(READ);
    String::from_utf8_lossy(&read).into_owned()
}
