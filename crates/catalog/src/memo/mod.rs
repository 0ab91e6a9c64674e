//! Decision memos for a procurement file: what was needed, which options were
//! considered, what was chosen and why; frozen under the hash of a canonical form.

pub mod canonical;
pub mod check;
pub mod consider;
pub mod costs;
pub mod draft;
mod exact;
pub mod frozen;
pub mod since;

pub use canonical::{canonical, sha256};
pub use check::{Checked, check};
pub use consider::{ConsiderKind, ConsiderRule};
pub use costs::{cost_of, cost_words};
pub use draft::{Choice, Considered, MemoDraft, OptionDraft, Unfinished};
pub use frozen::{
    Decision, FORMAT, FrozenApproval, FrozenAttachment, FrozenEdition, FrozenFile, FrozenLink,
    FrozenMemo, FrozenOption, FrozenRule, FrozenVerdict, Named,
};
pub use since::{Since, SinceKind, since};
