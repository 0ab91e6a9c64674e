//! What every page announces, above its own content.

use interlocal_catalog::announcement::{Announcement, AnnouncementKind};
use maud::{Markup, html};

pub(super) fn announcements(all: &[Announcement]) -> Markup {
    html! {
        @if !all.is_empty() {
            section class="il-announcements" aria-label="Announcements" {
                @for one in all {
                    @let (class, word) = match one.kind {
                        AnnouncementKind::Information => ("il-announcement", "Note"),
                        AnnouncementKind::Warning => ("il-announcement il-announcement--warning", "Warning"),
                    };
                    p class=(class) { span class="grid-container" { strong { (word) ": " } (one.words) } }
                }
            }
        }
    }
}
