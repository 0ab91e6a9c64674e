//! `/memos/verify`

use crate::{error::Failure, form::upload::Sent, page::visit::Visit};
use axum::response::Response;
use interlocal_catalog::memo::Checked;
use interlocal_pages::{
    components::error_summary::FieldFault,
    pages::{MemoVerifyPage, VerifyAnswer},
    words::moment,
};
use interlocal_portal::memos::verify::Verified;

/// The form.
pub async fn show(visit: Visit) -> Result<Response, Failure> {
    Ok(visit.answer(&page(&visit, None, Vec::new(), String::new())))
}

/// What a file is; nothing of it is kept.
pub async fn check(sent: Sent) -> Result<Response, Failure> {
    let Sent {
        visit,
        fields,
        file,
    } = sent;
    let pasted = fields.exactly("text").to_owned();
    let text = match &file {
        Some(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        None => pasted.clone(),
    };
    if text.trim().is_empty() {
        let fault = FieldFault {
            field: "file".to_owned(),
            message: "Choose a file, or paste its text".to_owned(),
        };
        return Ok(visit.refuse(&page(&visit, None, vec![fault], pasted)));
    }
    let verified = visit.app.portal.verify_memo(&text).await?;
    let refused = !matches!(verified.checked, Checked::Whole { .. });
    let page = page(&visit, Some(answer(verified)), Vec::new(), pasted);
    Ok(if refused {
        visit.refuse(&page)
    } else {
        visit.answer(&page)
    })
}

fn answer(verified: Verified) -> VerifyAnswer {
    match verified.checked {
        Checked::Whole { memo, sha256 } => VerifyAnswer::Whole {
            title: memo.title.clone(),
            body: memo.body.name.clone(),
            number: memo.number,
            frozen: match memo.frozen_at.parse() {
                Ok(at) => moment(at),
                Err(_) => memo.frozen_at.clone(),
            },
            portal: memo.portal.clone(),
            sha256,
            ours: verified.ours,
        },
        Checked::Changed { stated, found } => VerifyAnswer::Changed { stated, found },
        Checked::EditionChanged { title } => VerifyAnswer::EditionChanged(title),
        Checked::NoMemo(why) => VerifyAnswer::NoMemo(why),
    }
}

fn page(
    visit: &Visit,
    answer: Option<VerifyAnswer>,
    faults: Vec<FieldFault>,
    text: String,
) -> MemoVerifyPage {
    MemoVerifyPage {
        shell: visit.shell(None),
        answer,
        faults,
        text,
    }
}
