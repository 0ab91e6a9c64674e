//! Which pages there are pictures of.

/// Name and path of every page.
pub const PAGES: [(&str, &str); 27] = [
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
