//! `/desk/{body}/offerings/{slug}/preview?for=KEY`: the page as a government sees it.

use super::{
    super::{
        offering::{Shown, offering_page},
        visit::Visit,
    },
    ListingPath, named,
};
use crate::error::Failure;
use axum::{extract::Path, response::Response};
use interlocal_catalog::{
    eligibility::{Confidence, Outcome, Verdict},
    offering::Status,
};
use interlocal_pages::{
    pages::PreviewNote,
    words::{counted, grouped, next_step, why_not},
};

/// The draft as a government sees it.
pub async fn show(Path(path): ListingPath, mut visit: Visit) -> Result<Response, Failure> {
    let (body, slug) = named(&path);
    let portal = &visit.app.portal;
    let listing = portal.desk_listing(&visit.actor(), &body, &slug).await?;
    let content = &listing.draft.content;
    let verdict = visit
        .place()
        .and_then(|place| visit.app.portal.foresee(content, place));
    let number = listing.current.as_ref().map_or(0, |edition| edition.number);
    let drafted = i32::from(listing.has_draft());
    let mut page = offering_page(
        &visit,
        Shown {
            content,
            verdict: verdict.as_ref(),
            confidence: Confidence::Confirmed,
            status: Status::Published,
            number: number + drafted,
            users: &[],
            history: &[],
            aliases: &[],
        },
    );
    let here = format!("/desk/{body}/offerings/{slug}");
    page.preview = Some(PreviewNote {
        sentence: verdict.as_ref().and_then(|verdict| sees(&visit, verdict)),
        address: format!("{here}/preview"),
        desk: here,
    });
    page.shell.json = None;
    visit.choice.remember = None;
    Ok(visit.answer(&page))
}

/// What the chosen government sees: `A township of 4,000 in Ohio sees: yes, after
/// 2 steps. Sign the agreement.`
fn sees(visit: &Visit, verdict: &Verdict) -> Option<String> {
    let place = visit.place()?;
    let directory = &visit.snapshot.directory;
    let row = directory.jurisdiction(place)?;
    let size = row
        .population
        .map(|people| format!(" of {}", grouped(u64::from(people))))
        .unwrap_or_default();
    let inside = match row.parent {
        Some(_) => format!(" in {}", directory.state_name(&row.state)),
        None => String::new(),
    };
    let asker = visit.asker()?;
    Some(visit.with_names(|names| {
        let reason = why_not(verdict, &asker, names).unwrap_or_default();
        let said = match verdict.outcome {
            Outcome::Yes => "yes.".to_owned(),
            Outcome::AfterSteps => {
                let steps = verdict.chain.steps_left().len() as u64;
                let steps = counted(steps, "step", "steps");
                format!("yes, after {steps}. {}", next_step(verdict, names))
            }
            Outcome::Unknown => format!("not recorded. {reason}"),
            Outcome::No => format!("no. {reason}"),
        };
        let kind = row.key.kind().label();
        let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) {
            "An"
        } else {
            "A"
        };
        let name = directory.name(place);
        format!("{article} {kind}{size}{inside} ({name}) sees: {said}")
    }))
}
