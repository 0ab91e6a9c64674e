//! A person with a browser: follows links, sends forms, keeps a cookie.

use crate::routes::asking::{Answer, STARTER, Site, escaped, link, words};
use http::{Method, StatusCode, header};

/// A browser on one page.
pub struct Person<'a> {
    site: &'a Site,
    cookie: String,
    pub address: String,
    pub html: String,
}

impl Person<'static> {
    /// Somebody who opens an address of the starter portal.
    pub fn opens(address: &str) -> Self {
        Person::at(&STARTER, address)
    }
}

impl<'a> Person<'a> {
    /// Somebody who opens an address of a portal.
    pub fn at(site: &'a Site, address: &str) -> Self {
        let (cookie, html) = (String::new(), String::new());
        let mut person = Self {
            site,
            cookie,
            address: String::new(),
            html,
        };
        person.goes_to(address);
        person
    }

    /// Types an address, or follows one.
    pub fn goes_to(&mut self, address: &str) {
        let path = address.split('#').next().unwrap();
        let mut answer = self.ask(path);
        for _ in 0..3 {
            if answer.status.is_redirection() {
                let next = answer.header(header::LOCATION).to_owned();
                answer = self.ask(&next);
            }
        }
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        self.html = answer.text();
        self.address = answer.path;
    }

    fn ask(&mut self, path: &str) -> Answer {
        let headers: &[(&str, &str)] = &[("cookie", &self.cookie)];
        let headers = if self.cookie.is_empty() { &[] } else { headers };
        let answer = self.site.ask(Method::GET, path, headers);
        if let Some(kept) = answer
            .header(header::SET_COOKIE)
            .split(';')
            .next()
            .filter(|c| !c.is_empty())
        {
            self.cookie = kept.to_owned();
        }
        answer
    }

    /// Follows the first link with these words.
    pub fn follows(&mut self, words: &str) {
        let address = link(&self.html, words);
        self.goes_to(&address);
    }

    /// Sends the form that leads to `action` with these fields, and with its hidden ones.
    pub fn sends(&mut self, action: &str, fields: &[(&str, &str)]) {
        let form = self
            .html
            .split("<form")
            .skip(1)
            .filter_map(|rest| rest.split("</form>").next())
            .find(|form| {
                form.split('>')
                    .next()
                    .unwrap()
                    .contains(&format!("action=\"{action}\""))
            })
            .unwrap_or_else(|| panic!("{} has no form for {action}", self.address));
        let hidden = form
            .split("<input")
            .filter(|input| input.split('>').next().unwrap().contains("type=\"hidden\""))
            .map(|input| {
                let value = |name: &str| {
                    let rest = input.split(&format!("{name}=\"")).nth(1).unwrap();
                    rest.split('"').next().unwrap().replace("&amp;", "&")
                };
                format!("{}={}", value("name"), escaped(&value("value")))
            });
        let typed = fields.iter().map(|(name, value)| {
            assert!(
                form.contains(&format!("name=\"{name}\"")),
                "the form has no field {name}"
            );
            format!("{name}={}", escaped(value))
        });
        let query: Vec<String> = hidden.chain(typed).collect();
        self.goes_to(&format!("{action}?{}", query.join("&")));
    }

    /// What the page says.
    pub fn reads(&self) -> String {
        words(&self.html)
    }

    /// The page must say this.
    pub fn sees(&self, said: &str) {
        let text = self.reads();
        assert!(
            text.contains(said),
            "{} does not say “{said}”: {text}",
            self.address
        );
    }
}
