//! A portal whose clock a test moves, and browsers that keep cookies.

use crate::routes::asking::{Answer, RUNTIME, Site};
use chrono::TimeDelta;
use http::{Method, header};
use interlocal_portal::{Outside, Portal};
use interlocal_store::{Mail, MailState};
use interlocal_testkit::{MovableClock, world::tiny_world};
use std::{cell::RefCell, collections::BTreeMap, sync::Arc};

/// A password that will do.
pub const PASSWORD: &str = "five boxing wizards";

/// A portal of one test.
pub struct House {
    pub site: Site,
    clock: Arc<MovableClock>,
}

impl House {
    pub fn new(outside: Outside) -> Self {
        let clock = Arc::new(MovableClock::noon());
        let world = RUNTIME.block_on(tiny_world(clock.clone(), outside));
        Self {
            site: Site::of(world),
            clock,
        }
    }

    pub fn portal(&self) -> &Portal {
        &self.site.world.portal
    }

    /// Lets time pass.
    pub fn wait(&self, time: TimeDelta) {
        self.clock.wait(time);
    }

    /// Seconds since 1970, by the portal's clock.
    pub fn seconds(&self) -> u64 {
        u64::try_from(self.portal().now().timestamp()).unwrap()
    }

    /// The mails that wait, the newest first.
    pub fn mails(&self) -> Vec<Mail> {
        let mails = self.portal().store().mails(MailState::Waiting, 100);
        RUNTIME.block_on(mails).unwrap()
    }

    /// The path of the link in the newest mail to an address.
    pub fn mailed_link(&self, email: &str) -> String {
        let mails = self.mails();
        let mail = mails.iter().find(|mail| mail.recipient == email).unwrap();
        let origin = self.portal().public_url().origin();
        let (_, rest) = mail.body.split_once(&format!("\n{origin}")).unwrap();
        rest.split_whitespace().next().unwrap().to_owned()
    }

    /// A browser that has not been here.
    pub fn browser(&self) -> Browser<'_> {
        Browser {
            site: &self.site,
            jar: RefCell::default(),
            token: RefCell::default(),
        }
    }

    /// Signs up somebody new with [`PASSWORD`]; gives the browser they did it in.
    pub fn signed_up(&self, email: &str) -> Browser<'_> {
        let browser = self.browser();
        assert_eq!(browser.post("/sign-up", &[("email", email)]).status, 303);
        let link = self.mailed_link(email);
        let answer = browser.post(&link, &[("password", PASSWORD)]);
        assert_eq!(answer.status, 303, "{}", answer.text());
        browser
    }
}

/// A browser: it keeps cookies, and the token of the forms it was shown.
pub struct Browser<'a> {
    site: &'a Site,
    jar: RefCell<BTreeMap<String, String>>,
    token: RefCell<Option<String>>,
}

impl Browser<'_> {
    pub fn get(&self, path: &str) -> Answer {
        let answer = self
            .site
            .ask(Method::GET, path, &[("cookie", &self.cookie())]);
        self.keep(answer)
    }

    /// Sends a form, with the token of the newest page that was shown.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        *self.token.borrow_mut() = None;
        if self.session().is_some() {
            for page in ["/account", "/sign-in/code", "/account/second-factor"] {
                if self.token.borrow().is_none() {
                    self.get(page);
                }
            }
        }
        let token = self.token.borrow().clone();
        let mut all = fields.to_vec();
        all.extend(token.as_deref().map(|token| ("form_token", token)));
        let origin = self.site.world.portal.public_url().origin().to_owned();
        let headers = [("cookie", self.cookie()), ("origin", origin)];
        let answer = self.site.send(path, &all, &headers);
        self.keep(answer)
    }

    /// Signs in with a password.
    pub fn sign_in(&self, email: &str, password: &str) -> Answer {
        self.post("/sign-in", &[("email", email), ("password", password)])
    }

    /// The secret of the session that the browser shows.
    pub fn session(&self) -> Option<String> {
        let jar = self.jar.borrow();
        jar.get("interlocal_session")
            .or_else(|| jar.get("__Host-interlocal"))
            .cloned()
    }

    /// Shows a session's secret from now on, as somebody may have planted it.
    pub fn plant(&self, secret: &str) {
        self.jar
            .borrow_mut()
            .insert("interlocal_session".into(), secret.into());
    }

    fn cookie(&self) -> String {
        let jar = self.jar.borrow();
        let pairs: Vec<String> = jar
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join("; ")
    }

    fn keep(&self, answer: Answer) -> Answer {
        for line in answer.headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            let mut jar = self.jar.borrow_mut();
            if value.is_empty() {
                jar.remove(name);
            } else {
                jar.insert(name.to_owned(), value.to_owned());
            }
        }
        let text = String::from_utf8_lossy(&answer.bytes).into_owned();
        if let Some((_, rest)) = text.split_once("name=\"form_token\" value=\"") {
            let token = rest.split('"').next().unwrap().to_owned();
            *self.token.borrow_mut() = Some(token);
        }
        answer
    }
}
