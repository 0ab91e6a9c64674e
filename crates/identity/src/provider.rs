//! An OpenID provider: found by its discovery address, asked with an authorization
//! code and PKCE, believed only after issuer, audience, signature, nonce and time
//! are checked.

use crate::Error;
use openidconnect::{
    AccessTokenHash, AuthenticationFlow, AuthorizationCode, ClientId, ClientSecret, CsrfToken,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl, LogoutRequest, Nonce,
    OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, PostLogoutRedirectUrl,
    ProviderMetadataWithLogout, RedirectUrl, Scope, TokenResponse,
    core::{
        CoreClient, CoreIdToken, CoreIdTokenClaims, CoreResponseType, CoreTokenResponse,
        CoreUserInfoClaims,
    },
    reqwest,
};
use std::{
    sync::{Arc, Mutex, PoisonError, RwLock},
    time::{Duration, Instant},
};

/// How long a provider may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long a provider that does not answer is left alone.
const PAUSE: Duration = Duration::from_secs(60);

/// What the configuration says about a provider.
#[derive(Clone)]
pub struct Settings {
    /// Its name in addresses.
    pub name: String,
    /// Its name on pages.
    pub label: String,
    /// Its issuer, from which everything else is found.
    pub issuer: String,
    /// What it calls this portal.
    pub client_id: String,
    /// What this portal proves itself with there.
    pub client_secret: String,
}

/// A provider.
pub struct Provider {
    settings: Settings,
    http: reqwest::Client,
    found: RwLock<Option<Arc<ProviderMetadataWithLogout>>>,
    looked_at: Mutex<Option<Instant>>,
}

/// A sign-in that begins: where the browser goes, and what is kept for its return.
pub struct Beginning {
    /// Where the browser goes.
    pub url: String,
    /// What the token must name.
    pub nonce: String,
    /// What proves that the one who began comes back.
    pub verifier: String,
}

/// What came back with the browser, and what was kept for it.
pub struct Return<'a> {
    /// The code to exchange.
    pub code: &'a str,
    /// The issuer that the answer names, where it names one (RFC 9207).
    pub issuer: Option<&'a str>,
    /// As in [`Beginning`].
    pub nonce: &'a str,
    /// As in [`Beginning`].
    pub verifier: &'a str,
    /// The address that the provider sends browsers back to.
    pub back_to: &'a str,
}

/// What a provider says about somebody, proved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vouched {
    /// Who says so.
    pub issuer: String,
    /// Whom they mean; never another person at this issuer.
    pub subject: String,
    /// Their address, in lower case; empty when it is not told.
    pub email: String,
    /// Whether the provider says that the address is theirs.
    pub email_verified: bool,
    /// Their name; empty when it is not told.
    pub name: String,
    /// The token, for signing out there.
    pub id_token: String,
}

type Client = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

impl std::fmt::Debug for Provider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Provider({} at {})",
            self.settings.name, self.settings.issuer
        )
    }
}

impl Provider {
    /// A provider that is asked for the first time when somebody needs it.
    pub fn new(settings: Settings) -> Result<Self, Error> {
        // A redirect of the provider's own addresses would lead who knows where.
        let http = reqwest::ClientBuilder::new()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(PATIENCE)
            .build()
            .map_err(|e| Error::Unreachable(e.to_string()))?;
        Ok(Self {
            settings,
            http,
            found: RwLock::new(None),
            looked_at: Mutex::new(None),
        })
    }

    /// Its name in addresses.
    pub fn name(&self) -> &str {
        &self.settings.name
    }

    /// Its name on pages.
    pub fn label(&self) -> &str {
        &self.settings.label
    }

    /// Where forms of this portal may lead on its account: scheme, host and port.
    pub fn origins(&self) -> Vec<String> {
        let mut all = vec![self.settings.issuer.clone()];
        if let Some(found) = self.known() {
            all.push(found.authorization_endpoint().url().to_string());
            let end = &found.additional_metadata().end_session_endpoint;
            all.extend(end.iter().map(|end| end.url().to_string()));
        }
        let mut origins: Vec<String> = all
            .iter()
            .filter_map(|url| openidconnect::url::Url::parse(url).ok())
            .map(|url| url.origin().ascii_serialization())
            .collect();
        origins.sort();
        origins.dedup();
        origins
    }

    /// Finds its addresses and keys, where they are not known yet.
    pub async fn find(&self) -> Result<(), Error> {
        match self.known() {
            Some(_) => Ok(()),
            None => self.find_again().await.map(|_| ()),
        }
    }

    /// The same, but not more than once a minute while it does not answer.
    pub async fn look(&self) -> Result<(), Error> {
        let is_early = |looked_at: Instant| looked_at.elapsed() < PAUSE;
        {
            let mut looked_at = self
                .looked_at
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            if self.known().is_some() || looked_at.is_some_and(is_early) {
                return Ok(());
            }
            *looked_at = Some(Instant::now());
        }
        self.find().await
    }

    /// Begins a sign-in; `state` comes back with the browser.
    pub async fn begin(&self, state: &str, back_to: &str) -> Result<Beginning, Error> {
        self.find().await?;
        let client = self.client(back_to)?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let state = state.to_owned();
        let (url, _, nonce) = client
            .authorize_url(
                AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
                move || CsrfToken::new(state),
                Nonce::new_random,
            )
            .add_scope(Scope::new("email".to_owned()))
            .add_scope(Scope::new("profile".to_owned()))
            .set_pkce_challenge(challenge)
            .url();
        Ok(Beginning {
            url: url.to_string(),
            nonce: nonce.secret().clone(),
            verifier: verifier.secret().clone(),
        })
    }

    /// Exchanges the code and checks everything that it stands for.
    pub async fn finish(&self, back: Return<'_>) -> Result<Vouched, Error> {
        if back
            .issuer
            .is_some_and(|issuer| issuer != self.settings.issuer)
        {
            return Err(Error::NotProved(
                "the answer is another issuer's".to_owned(),
            ));
        }
        self.find().await?;
        let client = self.client(back.back_to)?;
        let asked = client
            .exchange_code(AuthorizationCode::new(back.code.to_owned()))
            .map_err(|e| Error::Unreachable(e.to_string()))?
            .set_pkce_verifier(PkceCodeVerifier::new(back.verifier.to_owned()));
        let answer = asked.request_async(&self.http).await.map_err(|e| match e {
            openidconnect::RequestTokenError::Request(e) => Error::Unreachable(e.to_string()),
            other => Error::NotProved(other.to_string()),
        })?;
        let token = answer
            .id_token()
            .ok_or_else(|| Error::NotProved("no ID token came".to_owned()))?;
        let nonce = Nonce::new(back.nonce.to_owned());
        let claims = match self.checked(&client, &answer, token, &nonce) {
            Ok(claims) => claims,
            Err(first) => {
                // The provider may sign with a key that it did not have when we
                // looked; a second look is all it gets.
                tracing::info!(provider = %self.name(), fault = %first, "asking for its keys again");
                self.find_again().await?;
                self.checked(&self.client(back.back_to)?, &answer, token, &nonce)?
            }
        };
        let told = self.told(&client, &answer, &claims).await;
        Ok(vouched(&claims, told.as_ref(), token))
    }

    /// Where a browser goes to sign out there as well; none when there is no such way.
    pub fn sign_out_url(&self, id_token: &str, back_to: &str) -> Option<String> {
        let found = self.known()?;
        let end = found.additional_metadata().end_session_endpoint.clone()?;
        let token: CoreIdToken = id_token.parse().ok()?;
        let back_to = PostLogoutRedirectUrl::new(back_to.to_owned()).ok()?;
        let request = LogoutRequest::from(end)
            .set_id_token_hint(&token)
            .set_client_id(ClientId::new(self.settings.client_id.clone()))
            .set_post_logout_redirect_uri(back_to);
        Some(request.http_get_url().to_string())
    }

    fn known(&self) -> Option<Arc<ProviderMetadataWithLogout>> {
        self.found
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    async fn find_again(&self) -> Result<Arc<ProviderMetadataWithLogout>, Error> {
        let issuer = IssuerUrl::new(self.settings.issuer.clone())
            .map_err(|e| Error::Unreachable(e.to_string()))?;
        let found = ProviderMetadataWithLogout::discover_async(issuer, &self.http)
            .await
            .map_err(|e| Error::Unreachable(told_fully(&e)))?;
        let found = Arc::new(found);
        *self.found.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&found));
        Ok(found)
    }

    fn client(&self, back_to: &str) -> Result<Client, Error> {
        let found = self
            .known()
            .ok_or_else(|| Error::Unreachable("not found yet".to_owned()))?;
        let back_to =
            RedirectUrl::new(back_to.to_owned()).map_err(|e| Error::Unreachable(e.to_string()))?;
        Ok(CoreClient::from_provider_metadata(
            (*found).clone(),
            ClientId::new(self.settings.client_id.clone()),
            Some(ClientSecret::new(self.settings.client_secret.clone())),
        )
        .set_redirect_uri(back_to))
    }

    /// The claims of a token whose issuer, audience, signature, nonce and time are right.
    fn checked(
        &self,
        client: &Client,
        answer: &CoreTokenResponse,
        token: &CoreIdToken,
        nonce: &Nonce,
    ) -> Result<CoreIdTokenClaims, Error> {
        let not_proved = |e: &dyn std::error::Error| Error::NotProved(told_fully(e));
        let verifier = client.id_token_verifier();
        let claims = token.claims(&verifier, nonce).map_err(|e| not_proved(&e))?;
        if let Some(expected) = claims.access_token_hash() {
            let algorithm = token.signing_alg().map_err(|e| not_proved(&e))?;
            let key = token.signing_key(&verifier).map_err(|e| not_proved(&e))?;
            let hash = AccessTokenHash::from_token(answer.access_token(), algorithm, key)
                .map_err(|e| not_proved(&e))?;
            if hash != *expected {
                return Err(Error::NotProved("the access token is another's".to_owned()));
            }
        }
        Ok(claims.clone())
    }

    /// What the provider tells beside the token, where the token names no address.
    async fn told(
        &self,
        client: &Client,
        answer: &CoreTokenResponse,
        claims: &CoreIdTokenClaims,
    ) -> Option<CoreUserInfoClaims> {
        if claims.email().is_some() {
            return None;
        }
        let subject = Some(claims.subject().clone());
        let asked = client
            .user_info(answer.access_token().clone(), subject)
            .ok()?;
        asked.request_async(&self.http).await.ok()
    }
}

fn vouched(
    claims: &CoreIdTokenClaims,
    told: Option<&CoreUserInfoClaims>,
    token: &CoreIdToken,
) -> Vouched {
    let email = claims
        .email()
        .or_else(|| told.and_then(|told| told.email()));
    let verified = match claims.email() {
        Some(_) => claims.email_verified(),
        None => told.and_then(|told| told.email_verified()),
    };
    let name = claims
        .name()
        .or_else(|| told.and_then(|told| told.name()))
        .and_then(|names| names.get(None));
    Vouched {
        issuer: claims.issuer().to_string(),
        subject: claims.subject().to_string(),
        email: email
            .map(|email| email.trim().to_lowercase())
            .unwrap_or_default(),
        email_verified: verified == Some(true),
        name: name.map(|name| name.to_string()).unwrap_or_default(),
        id_token: token.to_string(),
    }
}

/// A fault with what caused it.
fn told_fully(fault: &dyn std::error::Error) -> String {
    let mut text = fault.to_string();
    let mut cause = fault.source();
    while let Some(inner) = cause {
        text = format!("{text}: {inner}");
        cause = inner.source();
    }
    text
}
