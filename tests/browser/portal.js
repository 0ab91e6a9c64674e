// The running portal under test, and the pages that are looked at.

const base = process.env.INTERLOCAL_BASE_URL;
if (!base) {
  throw new Error("INTERLOCAL_BASE_URL names no running portal; run these with cargo xtask test");
}

/** The address of the portal. */
export const portal = new URL(base);

/** The whole address of a path. */
export const at = (path) => new URL(path, portal).href;

/** The secrets of sessions by who has them, and links by what they open. */
const { links = [], ...sessions } = JSON.parse(process.env.INTERLOCAL_SECRETS ?? "{}");

/** The cookie of somebody who has signed in. */
export const cookie = (who) => ({ name: "interlocal_session", value: sessions[who], url: portal.href });

/** Every page, with what makes it look different. */
export const pages = [
  "/",
  "/?for=county-17031",
  "/search",
  "/search?q=endpoint+detection&for=county-17031",
  "/search?q=network&kind=service&state=TX&state=ALL&for=municipality-4835000&usable=yes",
  "/search?q=zzxqyw&state=WY&for=county-17031",
  "/search?q=cybersecuritty",
  "/search?page=2&sort=name",
  "/offerings/buyboard",
  "/offerings/buyboard?for=municipality-4835000",
  "/offerings/illinois-century-network?for=school-district-1709930",
  "/offerings/ms-isac-membership?for=county-17031",
  "/offerings/new-york-edr-shared-service?for=county-17031",
  "/offerings/minnesota-counties-computer-cooperative?for=county-27031",
  "/compare",
  "/compare?o=buyboard&o=omnia-partners-public-sector&o=tips-interlocal-purchasing&o=sourcewell-technology&for=municipality-4835000",
  "/compare?o=by-endpoint&o=by-user@1&o=options&o=unpriced&for=county-17031&endpoints=1200&users=900&present=4000",
  "/compare?o=by-user&o=options&full=by-endpoint&users=900",
  "/offerings/by-user?for=county-17031&users=900",
  "/offerings/options",
  "/compare?o=buyboard&o=ms-isac-membership&differences=1",
  "/compare?o=buyboard&o=never-was",
  "/jurisdictions",
  "/jurisdictions?q=lincoln+county",
  "/jurisdictions?q=zzxqyw",
  "/jurisdictions/county-17031",
  "/jurisdictions/municipality-4835000?for=municipality-4835000",
  "/jurisdictions/county-09110",
  "/jurisdictions/school-district-1709930",
  "/jurisdictions/territory-72",
  "/match",
  "/match?for=county-17031&category=cybersecurity",
  "/match?for=municipality-4835000&category=broadband&intent=join&placement=near&regimes=CJIS",
  "/states/il",
  "/states/gu",
  "/organizations/center-for-internet-security?for=county-17031",
  "/organizations/il-department-of-innovation-and-technology",
  "/categories",
  "/categories/cybersecurity?for=county-17031",
  "/categories/endpoint-detection",
  "/ask",
  "/ask?for=county-17031",
  "/ask?category=gis&for=county-17031",
  "/offerings/buyboard/report",
  "/offerings/buyboard/checklist",
  "/offerings/buyboard/checklist?for=municipality-4835000&federal=no",
  "/templates",
  "/templates/interlocal-agreement",
  "/templates/resolution-to-join?offering=buyboard&for=municipality-4835000",
  "/memos/verify",
  "/shortlist?for=county-17031",
  "/sign-in",
  "/sign-up",
  "/sign-up?sent=yes",
  "/reset",
  "/reset?sent=yes",
  "/offerings/published-twice?for=county-17031",
  "/offerings/published-twice/changes?from=1&to=2",
  "/about",
  "/data",
  "/accessibility",
  "/privacy",
  "/api",
  ...links,
];

const desk = "/desk/il-department-of-innovation-and-technology";
const watch = `${desk}/offerings/county-endpoint-watch`;

/** Pages behind sign-in, by who looks at them. */
export const behind = {
  newcomer: [
    "/account",
    "/account/tokens",
    "/account/second-factor",
    "/account/close",
    "/desk",
    "/join",
    "/join?q=cook+county",
    "/join?q=zzxqyw",
    "/join?government=county-17031",
    "/join?body=il-department-of-innovation-and-technology",
  ],
  administrator: [
    "/account",
    "/desk",
    desk,
    `${desk}/new`,
    watch,
    ...["what", "who", "cost", "join", "facts", "documents", "dates"].map((step) => `${watch}/edit/${step}`),
    `${desk}/offerings/draft-with-a-date-nobody-can-read/edit/dates`,
    `${desk}/offerings/sent-back-with-a-word`,
    `${watch}/preview`,
    `${watch}/preview?for=township-1700105742`,
    `${watch}/review`,
    `${desk}/offerings/first-edition-in-review/review`,
    `${desk}/offerings/second-edition-in-review/review`,
    `${desk}/offerings/published-twice`,
    `${desk}/offerings/published-twice/withdraw`,
    `${desk}/offerings/withdrawn-service`,
    `${desk}/listed`,
    `${desk}/stale`,
    `${desk}/statements`,
    `${desk}/questions`,
    `${desk}/questions/1`,
    `${desk}/questions/3`,
    `${desk}/reports`,
    `${desk}/reports/1`,
    `${desk}/reports/2`,
    `${desk}/participations`,
    `${desk}/import`,
    `${desk}/import/1`,
    `${desk}/import/2`,
    `${desk}/import/2?outcome=refused`,
    `${desk}/import/3/columns`,
    `${desk}/import/4`,
    `${desk}/proposals`,
    `${desk}/members`,
    `${desk}/domains`,
    `${desk}/webhooks`,
    `${desk}/webhooks/1`,
    `${desk}/webhooks/2`,
    `${desk}/log`,
    "/memos",
    "/memos/new?o=buyboard&for=county-17031",
    "/memos/1",
    "/memos/1/edit",
    "/memos/1/freeze",
    "/memos/2",
    "/shortlist",
    "/workspaces/1",
  ],
  steward: [
    "/account",
    "/desk",
    "/steward",
    "/steward/requests",
    "/steward/bodies",
    "/steward/bodies?q=illinois",
    "/steward/bodies/new",
    "/steward/bodies/il-department-of-innovation-and-technology",
    "/steward/merge-bodies",
    "/steward/merge-offerings",
    "/steward/people",
    "/steward/audit",
    "/steward/audit?action=approve",
    "/steward/audit?action=never",
    "/steward/imports",
    "/steward/mail",
    "/steward/mail?state=waiting",
    "/steward/jobs",
    "/steward/webhooks",
    "/steward/announcements",
    "/steward/consider-rules",
    `${desk}/members`,
    `${desk}/listed`,
  ],
};

/** Who looks, and at what; nobody who has signed in comes first. */
export const visitors = [
  [undefined, [...pages, "/offerings/withdrawn-service"]],
  ...Object.entries(behind),
];

/** Addresses that answer with a fault, and its status. */
export const faults = [
  ["/nothing-here", 404],
  ["/offerings/never-was", 404],
  ["/compare?o=never-was", 404],
  ["/compare?o=by-user&o=by-endpoint&users=many", 400],
  ["/search?page=x&sort=y&for=nonsense", 400],
  [`/search?q=${"a".repeat(2001)}`, 414],
];
