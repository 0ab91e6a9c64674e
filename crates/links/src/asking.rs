//! Asking after one link: by the head alone, by the whole where a server gives no
//! heads, and along its redirects, each of which is looked at before it is followed.

use crate::{Names, Network, SystemNames, is_public};
use reqwest::{
    Client, Method, Response, StatusCode, Url,
    dns::{Addrs, Name, Resolve, Resolving},
    header,
    redirect::Policy,
};
use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
    time::Duration,
};

/// Redirects that are followed.
const HOPS: usize = 8;
/// How long a server may take to answer once.
const PATIENCE: Duration = Duration::from_secs(10);

/// What came of asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A server answered with this status.
    Status(u16),
    /// One redirect led to the next without an end.
    Circles,
    /// It leads to what is not asked: no web, or a network that is not public.
    NotAsked(String),
    /// Nobody answered; this may be the fault of either end.
    Silence(String),
}

/// Asks after links.
#[derive(Clone)]
pub struct Asking {
    agent: String,
    patience: Duration,
    networks: Vec<Network>,
    names: Arc<dyn Names>,
}

impl std::fmt::Debug for Asking {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Asking as {:?} also {:?}", self.agent, self.networks)
    }
}

impl Asking {
    /// Asks under this name, beside the public net also in these networks.
    pub fn new(agent: &str, networks: Vec<Network>) -> Self {
        Self {
            agent: agent.to_owned(),
            patience: PATIENCE,
            networks,
            names: Arc::new(SystemNames),
        }
    }

    /// The same with another patience.
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// The same with other names.
    pub fn with_names(self, names: Arc<dyn Names>) -> Self {
        Self { names, ..self }
    }

    /// Asks after a link.
    pub async fn ask(&self, link: &str) -> Found {
        let mut url = match Url::parse(link) {
            Ok(url) => url,
            Err(fault) => return Found::NotAsked(fault.to_string()),
        };
        for _ in 0..=HOPS {
            match self.step(&url).await {
                Ok(Step::Ends(status)) => return Found::Status(status.as_u16()),
                Ok(Step::Goes(on)) => url = on,
                Err(found) => return found,
            }
        }
        Found::Circles
    }

    async fn step(&self, url: &Url) -> Result<Step, Found> {
        let client = self.client(url).await?;
        // Many servers know no HEAD, and say so with whatever fault comes to hand.
        let by_head = self.send(&client, Method::HEAD, url).await;
        if let Ok(response) = &by_head
            && (response.status().is_success() || response.status().is_redirection())
        {
            return next(url, response);
        }
        match (self.send(&client, Method::GET, url).await, by_head) {
            (Ok(response), _) | (Err(_), Ok(response)) => next(url, &response),
            (Err(fault), Err(_)) => Err(fault),
        }
    }

    async fn send(&self, client: &Client, method: Method, url: &Url) -> Result<Response, Found> {
        let asked = client.request(method, url.clone()).send();
        match tokio::time::timeout(self.patience, asked).await {
            Ok(answered) => answered.map_err(|fault| Found::Silence(reason(&fault))),
            Err(_) => Err(self.too_long()),
        }
    }

    pub(crate) fn patience(&self) -> Duration {
        self.patience
    }

    fn too_long(&self) -> Found {
        let seconds = self.patience.as_secs_f32();
        Found::Silence(format!("no answer within {seconds} seconds"))
    }

    /// A client that reaches, for this address, only the machines that were looked at:
    /// whoever changes what a name means in between gains nothing.
    pub(crate) async fn client(&self, url: &Url) -> Result<Client, Found> {
        let not_asked = |why: &str| Err(Found::NotAsked(why.to_owned()));
        if !matches!(url.scheme(), "http" | "https") {
            return not_asked("it is no link of the web");
        }
        if !url.username().is_empty() || url.password().is_some() {
            return not_asked("it holds a name or a password");
        }
        let Some(host) = url.host_str() else {
            return not_asked("it names no server");
        };
        let literal = host.trim_start_matches('[').trim_end_matches(']');
        let found = match literal.parse::<IpAddr>() {
            Ok(address) => vec![address],
            Err(_) => {
                let looked = tokio::time::timeout(self.patience, self.names.look_up(host)).await;
                looked
                    .map_err(|_| self.too_long())?
                    .map_err(|why| Found::Silence(format!("{host} is not known: {why}")))?
            }
        };
        if found.is_empty() {
            return Err(Found::Silence(format!("{host} is not known")));
        }
        let allowed: Vec<SocketAddr> = found
            .into_iter()
            .filter(|address| self.may_ask(*address))
            .map(|address| SocketAddr::new(address, 0))
            .collect();
        if allowed.is_empty() {
            return not_asked("it leads to a network that is not public");
        }
        Client::builder()
            .redirect(Policy::none())
            .no_proxy()
            .pool_max_idle_per_host(0)
            .user_agent(&self.agent)
            .dns_resolver(Arc::new(Pinned(allowed)))
            .build()
            .map_err(|fault| Found::NotAsked(reason(&fault)))
    }

    /// Whether a machine may be asked at all.
    pub(crate) fn may_ask(&self, address: IpAddr) -> bool {
        is_public(address) || self.networks.iter().any(|network| network.holds(address))
    }
}

/// Every name leads to the machines that were looked at.
struct Pinned(Vec<SocketAddr>);

impl Resolve for Pinned {
    fn resolve(&self, _: Name) -> Resolving {
        let addresses: Addrs = Box::new(self.0.clone().into_iter());
        Box::pin(std::future::ready(Ok(addresses)))
    }
}

enum Step {
    Ends(StatusCode),
    Goes(Url),
}

/// Where an answer leads.
fn next(url: &Url, response: &Response) -> Result<Step, Found> {
    let status = response.status();
    let location = response.headers().get(header::LOCATION);
    match location.filter(|_| status.is_redirection()) {
        None => Ok(Step::Ends(status)),
        Some(location) => {
            let text = String::from_utf8_lossy(location.as_bytes());
            let on = url.join(&text);
            let on = on.map_err(|_| Found::NotAsked("it redirects to no address".to_owned()))?;
            Ok(Step::Goes(on))
        }
    }
}

/// The innermost cause, without the address: pages show it beside the link.
pub(crate) fn reason(fault: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = fault;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    cause.to_string()
}
