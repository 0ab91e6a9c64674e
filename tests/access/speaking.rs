//! Asking, reporting, and what bodies do with it at their desk.

use super::{
    actors::{BODY, Ground},
    row::{Row, get, open, post},
};
use crate::routes::asking::RUNTIME;
use interlocal_catalog::{
    NaiveDate,
    access::AudienceWord,
    offering::{Content, Source},
    participation::{OwnWord, ScopeWord},
    policy::Actor,
};
use interlocal_portal::{
    desk::{
        ask::{Ask, Voice},
        participations::{NewAdoption, NewParticipation},
    },
    publish::Publication,
};
use interlocal_testkit::offerings::offering;

pub type Words = Vec<(&'static str, String)>;

const OTHERS: u16 = 404;
/// Anybody of the body may.
const SEEN: [u16; 7] = [303, OTHERS, 200, 200, 200, 200, 200];
/// Its editors may.
const WRITTEN: [u16; 7] = [303, OTHERS, 403, 303, 303, 303, 303];
/// Its approvers may; a steward does not belong to it.
const CONFIRMED: [u16; 7] = [303, OTHERS, 403, 403, 303, 303, 403];

pub const ROWS: &[Row] = &[
    open("/ask", "/ask?category=offsite-backup&for=county-17031"),
    post(
        "/ask",
        "/ask",
        &[("category", "offsite-backup"), ("for", "county-17031")],
        [303; 7],
    ),
    open("/offerings/{slug}/report", "/offerings/buyboard/report"),
    post(
        "/offerings/{slug}/report",
        "/offerings/buyboard/report",
        &[("message", "The address is another.")],
        [303; 7],
    ),
    get(
        "/desk/{body}/listed",
        "/desk/il-department-of-innovation-and-technology/listed",
        SEEN,
    ),
    post(
        "/desk/{body}/listed/{slug}",
        "/desk/il-department-of-innovation-and-technology/listed/{listed}",
        &[],
        CONFIRMED,
    )
    .after(listed),
    get(
        "/desk/{body}/stale",
        "/desk/il-department-of-innovation-and-technology/stale",
        SEEN,
    ),
    post(
        "/desk/{body}/stale/{slug}",
        "/desk/il-department-of-innovation-and-technology/stale/{listed}",
        &[],
        CONFIRMED,
    )
    .after(confirmed),
    get(
        "/desk/{body}/statements",
        "/desk/il-department-of-innovation-and-technology/statements",
        SEEN,
    ),
    post(
        "/desk/{body}/statements",
        "/desk/il-department-of-innovation-and-technology/statements",
        &[("category", "offsite-backup"), ("kinds", "township")],
        WRITTEN,
    ),
    post(
        "/desk/{body}/statements/{id}",
        "/desk/il-department-of-innovation-and-technology/statements/{said}",
        &[],
        WRITTEN,
    )
    .after(said),
    get(
        "/desk/{body}/questions",
        "/desk/il-department-of-innovation-and-technology/questions",
        SEEN,
    ),
    get(
        "/desk/{body}/questions/{id}",
        "/desk/il-department-of-innovation-and-technology/questions/{question}",
        SEEN,
    )
    .after(asked),
    post(
        "/desk/{body}/questions/{id}",
        "/desk/il-department-of-innovation-and-technology/questions/{question}",
        &[("answer", "no")],
        WRITTEN,
    )
    .after(asked),
    get(
        "/desk/{body}/reports",
        "/desk/il-department-of-innovation-and-technology/reports",
        SEEN,
    ),
    get(
        "/desk/{body}/reports/{id}",
        "/desk/il-department-of-innovation-and-technology/reports/{report}",
        SEEN,
    )
    .after(reported),
    post(
        "/desk/{body}/reports/{id}",
        "/desk/il-department-of-innovation-and-technology/reports/{report}",
        &[("answer", "It is mended.")],
        WRITTEN,
    )
    .after(reported),
    post(
        "/desk/{body}/reports/{id}/own",
        "/desk/il-department-of-innovation-and-technology/reports/{report}/own",
        &[],
        WRITTEN,
    )
    .after(reported),
    get(
        "/desk/{body}/participations",
        "/desk/il-department-of-innovation-and-technology/participations",
        SEEN,
    ),
    post(
        "/desk/{body}/participations",
        "/desk/il-department-of-innovation-and-technology/participations",
        &[
            ("who", "state-17"),
            ("program", "buyboard"),
            ("scope", "self"),
            ("source", "minutes"),
        ],
        WRITTEN,
    ),
    post(
        "/desk/{body}/participations/{id}",
        "/desk/il-department-of-innovation-and-technology/participations/{part}",
        &[],
        WRITTEN,
    )
    .after(recorded),
    post(
        "/desk/{body}/adoptions",
        "/desk/il-department-of-innovation-and-technology/adoptions",
        &[("user", "state-17"), ("used", "buyboard")],
        [303, OTHERS, 303, 303, 303, 303, 303],
    ),
    post(
        "/desk/{body}/adoptions/remove",
        "/desk/il-department-of-innovation-and-technology/adoptions/remove",
        &[("user", "state-17"), ("used", "buyboard")],
        [303, OTHERS, 303, 303, 303, 303, 303],
    )
    .after(adopted),
];

fn publish(ground: &Ground, source: Source) -> Words {
    let content = Content {
        source,
        checked_on: NaiveDate::from_ymd_opt(2026, 1, 26).unwrap(),
        review_days: 180,
        ..offering(&format!("listed-{}", ground.number()), BODY)
    };
    let publication = Publication {
        content: &content,
        aliases: &[],
        reason: "",
    };
    RUNTIME
        .block_on(
            ground
                .site
                .world
                .portal
                .publish(&Actor::Portal, publication),
        )
        .unwrap();
    vec![("listed", content.slug.to_string())]
}

pub fn listed(ground: &Ground) -> Words {
    publish(ground, Source::PublicSource)
}

pub fn confirmed(ground: &Ground) -> Words {
    publish(ground, Source::PublishingBody)
}

pub fn said(ground: &Ground) -> Words {
    let portal = &ground.site.world.portal;
    let kinds = [AudienceWord::County];
    RUNTIME
        .block_on(portal.say_no(&Actor::Portal, &BODY.into(), &"gis".into(), &kinds))
        .unwrap();
    let found = portal
        .read_statements(&Actor::Portal, &BODY.into())
        .unwrap();
    let counties = found.statements.iter().find(|said| said.kinds == kinds);
    vec![("said", counties.unwrap().id.clone())]
}

pub fn asked(ground: &Ground) -> Words {
    let portal = &ground.site.world.portal;
    let ask = Ask {
        organization: Some(BODY.into()),
        category: "offsite-backup".into(),
        place: "county-17031".into(),
        offering: None,
    };
    RUNTIME.block_on(async {
        portal
            .ask(&Actor::Anonymous, &ask, Voice::default())
            .await
            .unwrap();
        let inbox = portal
            .read_questions(&Actor::Portal, &BODY.into())
            .await
            .unwrap();
        let backup = inbox
            .questions
            .iter()
            .find(|(question, _)| question.key.category == ask.category);
        vec![("question", backup.unwrap().0.id.to_string())]
    })
}

pub fn reported(ground: &Ground) -> Words {
    let slug = &publish(ground, Source::PublicSource)[0].1;
    let portal = &ground.site.world.portal;
    let voice = Voice {
        message: "It ended.",
        ..Voice::default()
    };
    RUNTIME.block_on(async {
        let slug = slug.as_str().into();
        portal
            .report(&Actor::Anonymous, &slug, voice)
            .await
            .unwrap();
        let reports = portal
            .read_reports(&Actor::Portal, &BODY.into())
            .await
            .unwrap();
        vec![("report", reports.reports[0].report.id.to_string())]
    })
}

pub fn recorded(ground: &Ground) -> Words {
    let new = NewParticipation {
        who: "state-17".into(),
        program: "buyboard".into(),
        scope: vec![ScopeWord::Own(OwnWord::Own)],
        done: Vec::new(),
        from: None,
        until: None,
        source: "minutes".to_owned(),
    };
    let portal = &ground.site.world.portal;
    let id = RUNTIME.block_on(portal.record_for(&Actor::Portal, &BODY.into(), new));
    vec![("part", id.unwrap())]
}

pub fn adopted(ground: &Ground) -> Words {
    let new = NewAdoption {
        who: "state-17".into(),
        offering: "buyboard".into(),
        since: None,
        size: None,
        source: String::new(),
    };
    let portal = &ground.site.world.portal;
    RUNTIME
        .block_on(portal.record_adoption(&Actor::Portal, &BODY.into(), new))
        .unwrap();
    Vec::new()
}
