//! Domains by which a body is known: suggested with evidence, approved by somebody
//! who looks after the body, taken back.

use crate::{Error, Portal};
use interlocal_catalog::{
    OrganizationId, PlaceId, email_domain::EmailDomain, organization::Organization, policy::Actor,
};
use interlocal_store::{ApprovedDomain, Deed, RegisteredDomain};

/// A domain that the .gov registry suggests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestedDomain {
    /// What the registry says.
    pub registered: RegisteredDomain,
    /// The name of the government that it suggests.
    pub government: Option<String>,
    /// Whether the website of the body is on it.
    pub has_website: bool,
}

/// The known domains of a body.
#[derive(Clone, Debug)]
pub struct KnownDomains {
    /// The body.
    pub body: Organization,
    /// Approved ones.
    pub approved: Vec<ApprovedDomain>,
    /// Suggested ones that are not approved yet.
    pub suggested: Vec<SuggestedDomain>,
}

impl Portal {
    /// The known domains of a body, and what the registry suggests.
    pub async fn read_domains(
        &self,
        actor: &Actor,
        body: &OrganizationId,
    ) -> Result<KnownDomains, Error> {
        let body = self.looked_after(actor, body)?;
        let approved = self.store.domains_of(&body.id).await?;
        let websites = website_domains(body.website.as_deref());
        let found = self
            .store
            .registered_for(&self.rows_of(&body), &websites)
            .await?;
        let snapshot = self.snapshot();
        let suggested = found
            .into_iter()
            .filter(|one| approved.iter().all(|known| known.domain != one.domain))
            .map(|registered| SuggestedDomain {
                government: registered
                    .jurisdiction
                    .as_ref()
                    .map(|place| snapshot.directory.full_name(place)),
                has_website: websites.contains(&registered.domain),
                registered,
            })
            .collect();
        Ok(KnownDomains {
            body,
            approved,
            suggested,
        })
    }

    /// Approves a domain: whoever has a confirmed address on exactly it belongs to the
    /// body from now on, as a member only.
    pub async fn approve_domain(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        text: &str,
    ) -> Result<(), Error> {
        self.administered(actor, body)?;
        let domain: EmailDomain =
            text.parse()
                .map_err(|e: interlocal_catalog::email_domain::DomainError| {
                    Error::field("domain", e.to_string())
                })?;
        domain
            .is_of_one_body()
            .map_err(|e| Error::field("domain", e.to_string()))?;
        if is_public_suffix(domain.as_str()) {
            let text = format!("{domain} is an ending under which anybody registers names");
            return Err(Error::field("domain", text));
        }
        let evidence = match self.store.registered_domain(domain.as_str()).await? {
            Some(known) => format!(
                ".gov registry: {}, {}, {} {}",
                known.kind, known.organization_name, known.city, known.state
            ),
            None => "not in the .gov registry".to_owned(),
        };
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        match tx.body_of_domain(&domain).await? {
            Some(known) if known == *body => return Ok(()),
            Some(_) => {
                let text = format!("{domain} is approved for another body; ask a steward");
                return Err(Error::field("domain", text));
            }
            None => {}
        }
        let approved = ApprovedDomain {
            domain: domain.to_string(),
            body: body.clone(),
            approved_at: at,
            approved_by: actor.audit_name().to_owned(),
        };
        tx.approve_domain(&approved).await?;
        let deed = Deed {
            action: "approve_domain",
            subject: domain.as_str(),
            reason: &evidence,
            body: Some(body),
        };
        tx.audit(at, actor, &deed).await?;
        for account in tx.people_at(&domain).await? {
            self.join_by_domain(&tx, account.id).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Takes an approval back; who came in by it stays a member.
    pub async fn take_back_domain(
        &self,
        actor: &Actor,
        body: &OrganizationId,
        text: &str,
    ) -> Result<(), Error> {
        self.administered(actor, body)?;
        let domain: EmailDomain = text.parse().map_err(|_| Error::NotFound)?;
        let at = self.clock.now();
        let tx = self.store.begin().await?;
        if !tx.take_back_domain(&domain, body).await? {
            return Err(Error::NotFound);
        }
        let deed = Deed {
            action: "take_back_domain",
            subject: domain.as_str(),
            reason: "",
            body: Some(body),
        };
        tx.audit(at, actor, &deed).await?;
        Ok(tx.commit().await?)
    }

    /// The government that a body is or belongs to, and its other row.
    fn rows_of(&self, body: &Organization) -> Vec<PlaceId> {
        let snapshot = self.snapshot();
        let Some(own) = &body.of else {
            return Vec::new();
        };
        let twin = snapshot
            .directory
            .jurisdiction(own)
            .and_then(|row| row.one_government_with.as_ref())
            .map(|key| key.place());
        std::iter::once(own.clone()).chain(twin).collect()
    }
}

/// Whether anybody registers names under it: `k12.ca.us`, `co.uk`.
fn is_public_suffix(domain: &str) -> bool {
    psl::suffix(domain.as_bytes())
        .is_some_and(|suffix| suffix.is_known() && suffix.as_bytes() == domain.as_bytes())
}

/// The host of a website and the domains above it.
fn website_domains(website: Option<&str>) -> Vec<String> {
    let host = website
        .and_then(|address| address.split_once("://"))
        .map(|(_, rest)| rest.split(['/', ':', '?', '#']).next().unwrap_or(rest))
        .unwrap_or_default()
        .to_lowercase();
    let mut found = Vec::new();
    let mut rest = host.as_str();
    while rest.contains('.') && !is_public_suffix(rest) {
        found.push(rest.to_owned());
        rest = rest.split_once('.').map_or("", |(_, rest)| rest);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{is_public_suffix, website_domains};

    #[test]
    fn an_ending_that_many_share_is_a_public_suffix() {
        for ending in ["co.uk", "k12.ca.us", "github.io"] {
            assert!(is_public_suffix(ending), "{ending}");
        }
        for own in ["arden.gov", "ci.arden.oh.us", "arden.example"] {
            assert!(!is_public_suffix(own), "{own}");
        }
    }

    #[test]
    fn a_website_names_its_host_and_what_stands_above_it() {
        let found = website_domains(Some("https://www.It.Arden.gov/x"));
        assert_eq!(found, ["www.it.arden.gov", "it.arden.gov", "arden.gov"]);
        assert_eq!(website_domains(Some("nothing")), Vec::<String>::new());
        assert_eq!(website_domains(None), Vec::<String>::new());
    }
}
