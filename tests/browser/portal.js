// The running portal under test, and the pages that are looked at.

const base = process.env.INTERLOCAL_BASE_URL;
if (!base) {
  throw new Error("INTERLOCAL_BASE_URL names no running portal; run these with cargo xtask test");
}

/** The address of the portal. */
export const portal = new URL(base);

/** The whole address of a path. */
export const at = (path) => new URL(path, portal).href;

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
  "/sign-in",
  "/sign-up",
  "/sign-up?sent=yes",
  "/reset",
  "/about",
  "/accessibility",
  "/privacy",
];

/** Addresses that answer with a fault, and its status. */
export const faults = [
  ["/nothing-here", 404],
  ["/offerings/never-was", 404],
  ["/search?page=x&sort=y&for=nonsense", 400],
  [`/search?q=${"a".repeat(2001)}`, 414],
];
