//! Decision memos: the list, the form that begins one, the memo itself, its
//! editor, what comes before its freezing, and the check of a file.

mod edit;
mod freeze;
mod list;
mod new;
mod sheet;
mod show;
mod since;
mod verify;

pub use edit::{EditedOption, EditedRule, MemoEditPage, QuantityField};
pub use freeze::MemoFreezePage;
pub use list::{MemoRow, MemosPage};
pub use new::{MemoBody, NewMemoPage};
pub use show::{Adoptable, MemoDraftTools, MemoFrozenTools, MemoPage, MemoTools};
pub use since::ChangedSince;
pub use verify::{MemoVerifyPage, VerifyAnswer};
