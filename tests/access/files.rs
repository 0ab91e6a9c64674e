//! Lists as files: whoever may see the page of a list may take it along, and nobody
//! else.

use super::{
    row::{Row, get},
    steward::{a_webhook_of_the_body, a_webhook_of_the_portal},
    weighing,
};

const OPEN: [u16; 7] = [200; 7];
/// Everybody who has signed in.
const SIGNED_IN: [u16; 7] = [303, 200, 200, 200, 200, 200, 200];
/// Everybody of the body.
const SEEN: [u16; 7] = [303, 404, 200, 200, 200, 200, 200];
/// Its editors.
const EDITORS: [u16; 7] = [303, 404, 403, 200, 200, 200, 200];
/// Its administrators.
const PEOPLE: [u16; 7] = [303, 404, 403, 403, 403, 200, 200];
const STEWARD: [u16; 7] = [303, 404, 404, 404, 404, 404, 200];

macro_rules! rows {
    ($ending:literal) => {
        &[
            get(
                concat!("/jurisdictions.", $ending),
                concat!("/jurisdictions.", $ending, "?q=cook"),
                OPEN,
            ),
            get(
                concat!("/jurisdictions/{key}/answers.", $ending),
                concat!("/jurisdictions/county-17031/answers.", $ending),
                OPEN,
            ),
            get(
                concat!("/states/{postal}/answers.", $ending),
                concat!("/states/il/answers.", $ending),
                OPEN,
            ),
            get(
                concat!("/offerings/{slug}/lines.", $ending),
                concat!("/offerings/buyboard/lines.", $ending),
                OPEN,
            ),
            get(
                concat!("/match.", $ending),
                concat!("/match.", $ending, "?for=county-17031&category=gis"),
                OPEN,
            ),
            get(
                concat!("/categories.", $ending),
                concat!("/categories.", $ending),
                OPEN,
            ),
            get(
                concat!("/categories/{slug}/statements.", $ending),
                concat!("/categories/cybersecurity/statements.", $ending),
                OPEN,
            ),
            get(
                concat!("/organizations/{slug}/statements.", $ending),
                concat!(
                    "/organizations/center-for-internet-security/statements.",
                    $ending
                ),
                OPEN,
            ),
            get(
                concat!("/organizations/{slug}/questions.", $ending),
                concat!(
                    "/organizations/center-for-internet-security/questions.",
                    $ending
                ),
                OPEN,
            ),
            get(
                concat!("/templates.", $ending),
                concat!("/templates.", $ending),
                OPEN,
            ),
            get(
                concat!("/search.", $ending),
                concat!("/search.", $ending, "?q=backup"),
                OPEN,
            ),
            get(
                concat!("/shortlist.", $ending),
                concat!("/shortlist.", $ending),
                OPEN,
            ),
            get(
                concat!("/workspaces/{id}/options.", $ending),
                concat!("/workspaces/{workspace}/options.", $ending),
                SEEN,
            )
            .after(weighing::begun),
            get(
                concat!("/workspaces/shared/{secret}/options.", $ending),
                concat!("/workspaces/shared/{secret}/options.", $ending),
                OPEN,
            )
            .after(weighing::linked),
            get(
                concat!("/memos.", $ending),
                concat!("/memos.", $ending),
                SIGNED_IN,
            ),
            get(
                concat!("/desk.", $ending),
                concat!("/desk.", $ending),
                SIGNED_IN,
            ),
            get(
                concat!("/desk/{body}/webhooks/{id}/deliveries.", $ending),
                concat!(
                    "/desk/il-department-of-innovation-and-technology/webhooks/{id}/deliveries.",
                    $ending
                ),
                PEOPLE,
            )
            .after(a_webhook_of_the_body),
            get(
                concat!("/steward/webhooks/{id}/deliveries.", $ending),
                concat!("/steward/webhooks/{id}/deliveries.", $ending),
                STEWARD,
            )
            .after(a_webhook_of_the_portal),
            get(
                concat!("/desk/{body}/listings.", $ending),
                concat!(
                    "/desk/il-department-of-innovation-and-technology/listings.",
                    $ending
                ),
                SEEN,
            ),
            get(
                concat!("/desk/{body}/listed.", $ending),
                concat!(
                    "/desk/il-department-of-innovation-and-technology/listed.",
                    $ending
                ),
                SEEN,
            ),
            get(
                concat!("/desk/{body}/stale.", $ending),
                concat!(
                    "/desk/il-department-of-innovation-and-technology/stale.",
                    $ending
                ),
                SEEN,
            ),
            get(
                concat!("/desk/{body}/broken-links.", $ending),
                concat!(
                    "/desk/il-department-of-innovation-and-technology/broken-links.",
                    $ending
                ),
                SEEN,
            ),
            get(
                concat!("/desk/{body}/statements.", $ending),
                concat!(
                    "/desk/il-department-of-innovation-and-technology/statements.",
                    $ending
                ),
                SEEN,
            ),
            get(
                concat!("/desk/{body}/questions.", $ending),
                concat!(
                    "/desk/il-department-of-innovation-and-technology/questions.",
                    $ending
                ),
                SEEN,
            ),
            get(
                concat!("/desk/{body}/reports.", $ending),
                concat!(
                    "/desk/il-department-of-innovation-and-technology/reports.",
                    $ending
                ),
                SEEN,
            ),
            get(
                concat!("/desk/{body}/participations.", $ending),
                concat!(
                    "/desk/il-department-of-innovation-and-technology/participations.",
                    $ending
                ),
                SEEN,
            ),
            get(
                concat!("/desk/{body}/adoptions.", $ending),
                concat!(
                    "/desk/il-department-of-innovation-and-technology/adoptions.",
                    $ending
                ),
                SEEN,
            ),
            get(
                concat!("/desk/{body}/import.", $ending),
                concat!(
                    "/desk/il-department-of-innovation-and-technology/import.",
                    $ending
                ),
                EDITORS,
            ),
            get(
                concat!("/desk/{body}/imports.", $ending),
                concat!(
                    "/desk/il-department-of-innovation-and-technology/imports.",
                    $ending
                ),
                EDITORS,
            ),
            get(
                concat!("/desk/{body}/proposals.", $ending),
                concat!(
                    "/desk/il-department-of-innovation-and-technology/proposals.",
                    $ending
                ),
                EDITORS,
            ),
            get(
                concat!("/desk/{body}/members.", $ending),
                concat!(
                    "/desk/il-department-of-innovation-and-technology/members.",
                    $ending
                ),
                PEOPLE,
            ),
            get(
                concat!("/desk/{body}/domains.", $ending),
                concat!(
                    "/desk/il-department-of-innovation-and-technology/domains.",
                    $ending
                ),
                PEOPLE,
            ),
            get(
                concat!("/desk/{body}/webhooks.", $ending),
                concat!(
                    "/desk/il-department-of-innovation-and-technology/webhooks.",
                    $ending
                ),
                PEOPLE,
            ),
            get(
                concat!("/desk/{body}/log.", $ending),
                concat!(
                    "/desk/il-department-of-innovation-and-technology/log.",
                    $ending
                ),
                PEOPLE,
            ),
            get(
                concat!("/steward/requests.", $ending),
                concat!("/steward/requests.", $ending),
                STEWARD,
            ),
            get(
                concat!("/steward/bodies.", $ending),
                concat!("/steward/bodies.", $ending),
                STEWARD,
            ),
            get(
                concat!("/steward/people.", $ending),
                concat!("/steward/people.", $ending),
                STEWARD,
            ),
            get(
                concat!("/steward/mail.", $ending),
                concat!("/steward/mail.", $ending),
                STEWARD,
            ),
            get(
                concat!("/steward/imports.", $ending),
                concat!("/steward/imports.", $ending),
                STEWARD,
            ),
            get(
                concat!("/steward/past-imports.", $ending),
                concat!("/steward/past-imports.", $ending),
                STEWARD,
            ),
            get(
                concat!("/steward/jobs.", $ending),
                concat!("/steward/jobs.", $ending),
                STEWARD,
            ),
            get(
                concat!("/steward/webhooks.", $ending),
                concat!("/steward/webhooks.", $ending),
                STEWARD,
            ),
            get(
                concat!("/steward/announcements.", $ending),
                concat!("/steward/announcements.", $ending),
                STEWARD,
            ),
            get(
                concat!("/steward/consider-rules.", $ending),
                concat!("/steward/consider-rules.", $ending),
                STEWARD,
            ),
            get(
                concat!("/steward/audit.", $ending),
                concat!("/steward/audit.", $ending),
                STEWARD,
            ),
        ]
    };
}

pub const CSV: &[Row] = rows!("csv");
pub const XLSX: &[Row] = rows!("xlsx");
