//! Which pages there are pictures of.

/// Name and path of every page.
pub const PAGES: [(&str, &str); 28] = [
    ("home", "/"),
    ("home-chosen", "/?for=county-17031"),
    ("search", "/search?q=endpoint+detection&for=county-17031"),
    ("search-anybody", "/search?q=endpoint+detection"),
    ("search-everything", "/search?for=county-17031"),
    ("search-nothing", "/search?q=qqxzv&for=county-17031"),
    ("offering", "/offerings/buyboard"),
    (
        "offering-yes",
        "/offerings/cisa-regional-advisors?for=municipality-4835000",
    ),
    (
        "offering-after-steps",
        "/offerings/buyboard?for=municipality-4835000",
    ),
    (
        "offering-no",
        "/offerings/arizona-state-purchasing-cooperative?for=municipality-4835000",
    ),
    (
        "offering-unknown",
        "/offerings/naspo-cloud-solutions?for=municipality-4835000",
    ),
    (
        "compare",
        "/compare?o=buyboard&o=omnia-partners-public-sector&o=tips-interlocal-purchasing&o=sourcewell-technology&for=municipality-4835000",
    ),
    (
        "jurisdiction",
        "/jurisdictions/county-17031?for=county-17031",
    ),
    (
        "jurisdiction-other",
        "/jurisdictions/school-district-1709930?for=county-17031",
    ),
    ("jurisdictions", "/jurisdictions?q=lincoln+county"),
    ("match", "/match?for=county-17031&category=cybersecurity"),
    ("match-form", "/match"),
    ("state", "/states/il?for=county-17031"),
    (
        "organization",
        "/organizations/local-government-purchasing-cooperative",
    ),
    ("category", "/categories/cybersecurity?for=county-17031"),
    ("categories", "/categories"),
    ("ask", "/ask?category=gis&for=county-17031"),
    ("report", "/offerings/buyboard/report"),
    ("about", "/about"),
    ("accessibility", "/accessibility"),
    ("privacy", "/privacy"),
    ("not-found", "/no-such-page"),
    ("bad-request", "/search?page=minus-one"),
];

/// Pages of a steward who has signed in, one draft having been begun.
pub const BEHIND_SIGN_IN: [(&str, &str); 33] = [
    ("account", "/account"),
    ("account-second-factor", "/account/second-factor"),
    ("account-close", "/account/close"),
    ("join", "/join?q=cook+county"),
    ("desks", "/desk"),
    ("desk", DESK),
    (
        "desk-new",
        "/desk/il-department-of-innovation-and-technology/new",
    ),
    (
        "desk-draft",
        "/desk/il-department-of-innovation-and-technology/offerings/illinois-century-network",
    ),
    (
        "desk-what",
        "/desk/il-department-of-innovation-and-technology/offerings/illinois-century-network/edit/what",
    ),
    (
        "desk-who",
        "/desk/il-department-of-innovation-and-technology/offerings/illinois-century-network/edit/who",
    ),
    (
        "desk-cost",
        "/desk/il-department-of-innovation-and-technology/offerings/illinois-century-network/edit/cost",
    ),
    (
        "desk-join",
        "/desk/il-department-of-innovation-and-technology/offerings/illinois-century-network/edit/join",
    ),
    (
        "desk-facts",
        "/desk/il-department-of-innovation-and-technology/offerings/illinois-century-network/edit/facts",
    ),
    (
        "desk-documents",
        "/desk/il-department-of-innovation-and-technology/offerings/illinois-century-network/edit/documents",
    ),
    (
        "desk-dates",
        "/desk/il-department-of-innovation-and-technology/offerings/illinois-century-network/edit/dates",
    ),
    (
        "desk-preview",
        "/desk/il-department-of-innovation-and-technology/offerings/illinois-century-network/preview?for=school-district-1709930",
    ),
    (
        "desk-review",
        "/desk/il-department-of-innovation-and-technology/offerings/illinois-century-network/review",
    ),
    (
        "desk-withdraw",
        "/desk/il-department-of-innovation-and-technology/offerings/illinois-century-network/withdraw",
    ),
    (
        "desk-listed",
        "/desk/il-department-of-innovation-and-technology/listed",
    ),
    (
        "desk-statements",
        "/desk/il-department-of-innovation-and-technology/statements",
    ),
    (
        "desk-questions",
        "/desk/il-department-of-innovation-and-technology/questions",
    ),
    (
        "desk-participations",
        "/desk/il-department-of-innovation-and-technology/participations",
    ),
    (
        "desk-members",
        "/desk/il-department-of-innovation-and-technology/members",
    ),
    (
        "desk-domains",
        "/desk/il-department-of-innovation-and-technology/domains",
    ),
    (
        "desk-webhooks",
        "/desk/il-department-of-innovation-and-technology/webhooks",
    ),
    (
        "desk-log",
        "/desk/il-department-of-innovation-and-technology/log",
    ),
    ("steward", "/steward"),
    ("steward-bodies", "/steward/bodies?q=illinois"),
    (
        "steward-body",
        "/steward/bodies/il-department-of-innovation-and-technology",
    ),
    ("steward-people", "/steward/people"),
    ("steward-audit", "/steward/audit"),
    ("steward-mail", "/steward/mail"),
    ("steward-announcements", "/steward/announcements"),
];

const DESK: &str = "/desk/il-department-of-innovation-and-technology";
/// The step of a listing in which a draft is begun.
pub const BEGUN: &str = "/desk/il-department-of-innovation-and-technology/offerings/illinois-century-network/edit/dates";
