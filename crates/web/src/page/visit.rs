//! One visit of a page: who asks, from where, and what is sent back.

use crate::{
    App,
    api::around::twin::twin,
    arrival::Arrival,
    chosen::Choice,
    error::Failure,
    form::{Address, Fields, origin::Origin},
    page::lists::{files_of, taken},
    shortlisted,
    signed_in::Caller,
    tray::{Tray, remembered_size},
};
use axum::{
    extract::FromRequestParts,
    http::{header, request::Parts},
    response::{Html, IntoResponse, Response},
};
use interlocal_catalog::{OfferingId, PlaceId, policy::Actor};
use interlocal_pages::{
    Render, Shell,
    components::{list_files::ListFile, tray::TrayItem},
};
use interlocal_portal::{Snapshot, accounts::sessions::SignedIn};
use std::{collections::BTreeSet, sync::Arc};

/// How the addresses of pages that show stars begin.
const STARRED: [&str; 8] = [
    "/search",
    "/offerings/",
    "/states/",
    "/organizations/",
    "/categories/",
    "/workspaces/",
    "/compare",
    "/match",
];

/// Whether the page at an address shows stars.
fn has_stars(address: &str) -> bool {
    STARRED.iter().any(|path| address.starts_with(path))
}

/// A visit.
pub struct Visit {
    /// The portal.
    pub app: App,
    /// The fields of the address.
    pub fields: Fields,
    /// The chosen government.
    pub choice: Choice,
    /// Who asks.
    pub caller: Caller,
    /// What the portal knows at this moment.
    pub snapshot: Arc<Snapshot>,
    /// Where the request comes from.
    pub origin: Origin,
    /// What the browser keeps to compare.
    pub tray: Tray,
    /// The size that the browser remembers, as fields of an address.
    pub size: Option<String>,
    /// What the browser of a visitor set aside.
    pub kept: Vec<OfferingId>,
    starred: BTreeSet<String>,
    address: String,
}

impl FromRequestParts<App> for Visit {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let fields = Fields::read(parts.uri.query().unwrap_or_default())?;
        let choice = Choice::on_page(app, &fields, &parts.headers)?;
        let Ok(Address(address)) = Address::from_request_parts(parts, app).await;
        let caller = Caller::from_request_parts(parts, app).await?;
        if let Some(arrival) = parts.extensions.get::<Arrival>() {
            let snapshot = app.portal.snapshot();
            arrival.sent_by(caller.reader(), choice.shown(&snapshot));
        }
        let kept = shortlisted::kept(&parts.headers);
        let mut starred = BTreeSet::new();
        if has_stars(&address) {
            let in_account = app.portal.starred(&caller.actor()).await?;
            starred.extend(in_account.iter().chain(&kept).map(ToString::to_string));
        }
        Ok(Self {
            app: app.clone(),
            snapshot: app.portal.view(&caller.actor()),
            caller,
            origin: Origin::of(app, parts),
            tray: Tray::of(&parts.headers),
            size: remembered_size(&parts.headers).map(str::to_owned),
            kept,
            starred,
            fields,
            choice,
            address,
        })
    }
}

impl Visit {
    /// The chosen government.
    pub fn place(&self) -> Option<&PlaceId> {
        self.choice.place.as_ref()
    }

    /// What stands around a page; `json` is the address of its twin.
    pub fn shell(&self, json: Option<String>) -> Shell {
        Shell {
            path: self.address.clone(),
            origin: self.app.portal.public_url().origin().to_owned(),
            chosen: self.choice.shown(&self.snapshot),
            query: self.fields.last("q").unwrap_or_default().to_owned(),
            asset_version: self.app.look.version().to_owned(),
            as_of: self.app.portal.today(),
            json: json.map(twin),
            files: Vec::new(),
            reader: self.caller.reader(),
            brand: self.app.look.brand(),
            announcements: self.app.portal.announced(),
            tray: self.tray_items(),
            starred: self.starred.clone(),
        }
    }

    /// A query that says for whom it is asked, where a government is chosen.
    pub fn for_whom(&self, query: &str) -> String {
        match self.place() {
            Some(place) => format!("{query}&for={place}"),
            None => query.to_owned(),
        }
    }

    /// The same around a list that can be taken along.
    pub fn shell_with(&self, files: Vec<ListFile>, json: Option<String>) -> Shell {
        Shell {
            files,
            ..self.shell(json)
        }
    }

    /// The same around a list of a desk or of stewards, at its path; nothing is taken
    /// along where nothing stands on it. The API has its twin at the same path.
    pub fn shell_of_table(&self, path: &str, count: usize) -> Shell {
        let query = self.fields.with(&["page", "before", "done"], &[]);
        let twin = match query.as_str() {
            "" => format!("/api/v1{path}"),
            query => format!("/api/v1{path}?{query}"),
        };
        let files = match count {
            0 => Vec::new(),
            _ => taken(path, &query, Some(&twin)),
        };
        self.shell_with(files, None)
    }

    /// The same around a list of offerings that a query of the search finds.
    pub fn shell_of_list(&self, query: &str) -> Shell {
        Shell {
            files: files_of(query),
            ..self.shell(Some(format!("/api/v1/offerings?{query}")))
        }
    }

    /// What the browser keeps to compare, as far as its visitor may see it.
    fn tray_items(&self) -> Vec<TrayItem> {
        let portal = &self.app.portal;
        let titles = portal.titles(&self.snapshot, &self.tray.0).into_iter();
        titles
            .map(|(named, title)| TrayItem {
                name: named.to_string(),
                title,
            })
            .collect()
    }

    /// Takes everything from the address alone, as JSON does.
    pub fn forget_cookies(&mut self) -> Result<(), Failure> {
        self.choice = Choice::in_address(&self.app, &self.fields)?;
        self.tray = Tray::default();
        self.size = None;
        Ok(())
    }

    /// As the policy knows who asks.
    pub fn actor(&self) -> Actor {
        self.caller.actor()
    }

    /// Who has signed in and shown all that is asked of them; a page that is for
    /// somebody sends others to sign in.
    pub fn signed_in(&self) -> Result<&SignedIn, Failure> {
        let signed_in = self.session()?;
        signed_in.complete()?;
        Ok(signed_in)
    }

    /// As the policy knows who has signed in; a page of a desk sends others to sign
    /// in, or to show what their session lacks.
    pub fn acting(&self) -> Result<Actor, Failure> {
        if let Some(holder) = &self.caller.1 {
            return Ok(holder.actor());
        }
        Ok(self.signed_in()?.actor())
    }

    /// Who has signed in, whatever their session lacks.
    pub fn session(&self) -> Result<&SignedIn, Failure> {
        self.caller.0.as_ref().ok_or(Failure::SignInFirst)
    }

    /// The page as an answer; the choice is remembered.
    pub fn answer(&self, page: &impl Render) -> Response {
        let mut response = Html(page.render().into_string()).into_response();
        if let Some(cookie) = &self.choice.remember {
            response
                .headers_mut()
                .insert(header::SET_COOKIE, cookie.clone());
        }
        response
    }
}
