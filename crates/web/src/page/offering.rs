//! `/offerings/{slug}`

use super::{
    compare::{SizeAsked, size_form},
    lists::files_of_one,
    named::{badge, source, with_names_of},
    visit::Visit,
};
use crate::{
    error::Failure,
    form::{Fields, size::Size},
    tray::keep_size,
};
use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use interlocal_catalog::{
    OfferingId,
    cost::{beside_present, cost},
    details::{Document, DocumentPlace},
    eligibility::{Confidence, Verdict},
    offering::{Content, Source, Status},
    price::Currency,
    size,
};
use interlocal_pages::{
    Shell,
    pages::{
        CostAtSize, DocumentRow, HistoryRow, LikeUsRow, OfferingDetails, OfferingPage, UserRow,
        VerdictBox,
    },
    words::{group_in_words, links_in_sentences, next_step, rule_in_sentences, written},
};
use interlocal_portal::{
    Adoption, Edition,
    offering::{Located, OfferingAnswer},
    partners::Users,
};

/// Days before its last day on which an offering is marked.
pub const ENDS_SOON_DAYS: i64 = 120;

/// Lines of a contract that stand on its page.
const FIRST_LINES: usize = 5;

/// One offering.
pub async fn show(Path(slug): Path<String>, visit: Visit) -> Result<Response, Failure> {
    let slug = OfferingId::new(slug);
    let found = visit
        .app
        .portal
        .read_offering(&visit.actor(), &slug, visit.place())
        .await?;
    match found {
        Located::Here(answer) => Ok(at_size(&visit, &answer)),
        Located::Moved(to) => Ok(moved(&format!("/offerings/{to}"), &visit.fields)),
    }
}

/// Where a slug leads for good, with the fields of the address.
pub fn moved(to: &str, fields: &Fields) -> Response {
    let query = if fields.raw().is_empty() { "" } else { "?" };
    let to = format!("{to}{query}{}", fields.raw());
    (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, to)]).into_response()
}

/// What an offering's page shows, published or looked at before.
pub struct Shown<'a> {
    /// What it says.
    pub content: &'a Content,
    /// The verdict for the chosen government.
    pub verdict: Option<&'a Verdict>,
    /// How well it is vouched for.
    pub confidence: Confidence,
    /// Where it stands.
    pub status: Status,
    /// The number of its edition.
    pub number: i32,
    /// Who is known to use it.
    pub users: &'a [Adoption],
    /// Its editions, newest first.
    pub history: &'a [Edition],
    /// Other slugs that lead to it.
    pub aliases: &'a [OfferingId],
}

/// The page with its cost at the size that was typed or is remembered.
fn at_size(visit: &Visit, answer: &OfferingAnswer) -> Response {
    let size = Size::read(&visit.fields, visit.size.as_deref());
    let mut page = page(visit, answer);
    page.cost_at_size = cost_at_size(visit, answer, &size);
    let mut response = if page.cost_at_size.is_some() && !size.faults.is_empty() {
        visit.refused(&page)
    } else {
        visit.answer(&page)
    };
    if let Some(value) = size.kept(&visit.fields)
        && let Some(cookie) = keep_size(&visit.app, &value)
    {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// What it costs at a size; none where no price is published.
fn cost_at_size(visit: &Visit, answer: &OfferingAnswer, size: &Size) -> Option<CostAtSize> {
    let content = &answer.judged.edition.content;
    let way_in = answer.judged.verdict.as_ref().map(|v| &*v.rule);
    let cost = cost(content, way_in, &size.asked_of("", visit.population()));
    let hidden = visit
        .place()
        .map(|place| ("for".to_owned(), place.to_string()));
    let form = size_form(
        size,
        &SizeAsked {
            action: format!("/offerings/{}#cost-at-size", content.slug),
            hidden: hidden.into_iter().collect(),
            counted: vec![cost.lines.iter().map(|line| line.counted).collect()],
            editions: vec![(String::new(), content)],
            population: visit.population(),
            present: true,
        },
    )?;
    let difference = size
        .present
        .and_then(|present| beside_present(&cost, present, Currency::Usd, size.asked.years));
    Some(CostAtSize {
        form,
        cost,
        difference,
    })
}

fn page(visit: &Visit, answer: &OfferingAnswer) -> OfferingPage {
    let today = visit.app.portal.today();
    let shelved = &answer.judged.shelved;
    let ended = shelved.has_ended(today) || shelved.status == Status::Expired;
    offering_page(
        visit,
        Shown {
            content: &answer.judged.edition.content,
            verdict: answer.judged.verdict.as_ref(),
            confidence: shelved.confidence(today),
            status: if ended {
                Status::Expired
            } else {
                Status::Published
            },
            number: answer.judged.edition.number,
            users: &answer.users,
            history: &answer.history,
            aliases: &shelved.aliases,
        },
    )
}

/// The page of an offering.
pub fn offering_page(visit: &Visit, shown: Shown<'_>) -> OfferingPage {
    let content = shown.content;
    let today = visit.app.portal.today();
    let confidence = shown.confidence;
    let provider = visit.snapshot.directory.organization(&content.provider);
    let origin = || source(&content.source_words, content.checked_on);
    let verdict = shown.verdict.zip(visit.asker()).map(|(verdict, asker)| {
        with_names_of(&visit.snapshot, Some(content), |names| VerdictBox {
            badge: badge(verdict),
            confidence,
            links: links_in_sentences(verdict, &asker, names),
            source: origin(),
            next_step: next_step(verdict, names),
        })
    });
    let rules = with_names_of(&visit.snapshot, Some(content), |names| {
        content
            .rules
            .iter()
            .map(|rule| rule_in_sentences(rule, names))
            .collect()
    });
    let users = Users::of(&visit.snapshot, visit.place(), shown.users);
    let out = &content.not_available;
    let ended = shown.status == Status::Expired;
    OfferingPage {
        shell: Shell {
            files: files_of_one(content.slug.as_str()),
            ..visit.shell(Some(format!("/api/v1/offerings/{}", content.slug)))
        },
        slug: content.slug.to_string(),
        title: content.title.clone(),
        kind: content.kind,
        category: visit.category(&content.category),
        category_above: visit.category_above(&content.category),
        provider: visit.body(&content.provider),
        provider_kind: provider
            .map(|body| body.kind.label().to_owned())
            .unwrap_or_default(),
        partners: content.partners.iter().map(|id| visit.body(id)).collect(),
        summary: content.summary.clone(),
        verdict,
        rules,
        not_available: out
            .within
            .iter()
            .chain(&out.bodies)
            .map(|place| visit.snapshot.directory.full_name(place))
            .collect(),
        named_groups: content
            .named_groups
            .iter()
            .map(|group| group_in_words(group))
            .collect(),
        nationwide: content.states.iter().any(|state| state == "ALL"),
        states: content
            .states
            .iter()
            .filter_map(|postal| visit.snapshot.directory.state(postal))
            .map(|state| state.name.clone())
            .collect(),
        cost_model: content.cost_model,
        how_to_join: steps(&content.how_to_join),
        agreement: content.agreement.replace('-', " "),
        url: content.url.clone(),
        documents: documents(content),
        frameworks: content.frameworks.clone(),
        suppliers: content.suppliers.clone(),
        users: users.others.iter().map(|user| visit.user(user)).collect(),
        like_us: users
            .alike
            .iter()
            .map(|(peer, user)| LikeUsRow {
                user: visit.user(user),
                population: peer.population.map(u64::from),
                distance_miles: peer.miles,
            })
            .collect(),
        known_users: content.known_users.clone(),
        term: content.term,
        ends_soon: content
            .term
            .ends_on
            .is_some_and(|end| !ended && (end - today).num_days() <= ENDS_SOON_DAYS),
        status: shown.status,
        confidence,
        source: origin(),
        edition: u32::try_from(shown.number).unwrap_or(1),
        history: shown
            .history
            .iter()
            .map(|edition| history_row(content, edition, visit))
            .collect(),
        aliases: shown.aliases.iter().map(ToString::to_string).collect(),
        details: details(content),
        cost_at_size: None,
        preview: None,
    }
}

impl Visit {
    /// A government that uses an offering.
    pub fn user(&self, user: &Adoption) -> UserRow {
        UserRow {
            place: self.place_ref(&user.jurisdiction),
            since: user.since,
            size: user.size.map(size::Size::words).unwrap_or_default(),
            source: source(&user.source, user.checked_on),
        }
    }
}

fn history_row(content: &Content, edition: &Edition, visit: &Visit) -> HistoryRow {
    let who = visit.body(&edition.content.provider).name;
    let alone = if edition.alone {
        ", published by a body with one person"
    } else {
        ""
    };
    let what = match edition.content.source {
        Source::PublishingBody => {
            format!("Edition {} published by {who}{alone}", edition.number)
        }
        Source::PublicSource | Source::Unsourced => {
            format!("Edition {} published{alone}", edition.number)
        }
    };
    HistoryRow {
        on: edition.published_at.date_naive(),
        what,
        changes: (edition.number > 1).then(|| {
            let (from, to) = (edition.number - 1, edition.number);
            format!("/offerings/{}/changes?from={from}&to={to}", content.slug)
        }),
    }
}

/// Documents and links of an edition.
pub fn documents(content: &Content) -> Vec<DocumentRow> {
    content.details.documents.iter().map(document).collect()
}

/// A document as a row of a page.
pub fn document(document: &Document) -> DocumentRow {
    let (url, mut about) = match &document.place {
        DocumentPlace::Kept {
            id,
            name,
            media,
            size,
            on,
            ..
        } => (
            format!("/documents/{id}/{name}"),
            vec![type_of(name, media), bytes(*size), written(*on)],
        ),
        DocumentPlace::Link { url } => (url.clone(), Vec::new()),
    };
    if !document.held_by.is_empty() {
        about.push(format!("official copy held by {}", document.held_by));
    }
    DocumentRow {
        title: document.title.clone(),
        url,
        about: about.join(", "),
    }
}

/// `PDF`.
fn type_of(name: &str, media: &str) -> String {
    match name.rsplit_once('.') {
        Some((_, ending)) => ending.to_uppercase(),
        None => media.to_owned(),
    }
}

/// `12 KB`.
fn bytes(size: u64) -> String {
    match size {
        0..1_000 => format!("{size} bytes"),
        1_000..1_000_000 => format!("{} KB", size.div_ceil(1_000)),
        _ => format!("{}.{} MB", size / 1_000_000, size % 1_000_000 / 100_000),
    }
}

fn details(content: &Content) -> OfferingDetails {
    let details = &content.details;
    let contract = details.contract.as_ref().map(|contract| {
        let codes = contract.codes.join(", ");
        let award = contract.award.map_or("", |award| award.label());
        [
            ("Contract number", contract.number.as_str()),
            ("Lead", &contract.lead),
            ("How competed", &contract.competed),
            ("Awards", award),
            ("Renewals", &contract.renewals),
            ("Commodity codes (UNSPSC)", &codes),
        ]
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(label, words)| (label.to_owned(), words.to_owned()))
        .collect::<Vec<_>>()
    });
    OfferingDetails {
        facts: details
            .facts
            .stated()
            .into_iter()
            .map(|fact| (fact.label.to_owned(), fact.words))
            .collect(),
        price_list: details.prices.clone(),
        fees: details
            .fees
            .iter()
            .map(|fee| (fee.name.clone(), fee.words()))
            .collect(),
        contract: contract.unwrap_or_default(),
        lines: (1..)
            .zip(details.lines.iter().take(FIRST_LINES).cloned())
            .collect(),
        line_count: details.lines.len() as u64,
        addenda: details
            .addenda
            .iter()
            .map(|addendum| (addendum.state.clone(), addendum.words()))
            .collect(),
        contact: details.contact.clone(),
        review_by: details.review_by.map(written).unwrap_or_default(),
    }
}

/// How one joins, one step each: lines, or clauses between semicolons.
fn steps(text: &str) -> Vec<String> {
    text.split([';', '\n'])
        .map(str::trim)
        .filter(|step| !step.is_empty())
        .map(capitalized)
        .collect()
}

fn capitalized(text: &str) -> String {
    interlocal_pages::words::capitalized(text)
}
