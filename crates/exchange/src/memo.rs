//! A frozen memo as a workbook: what it says, its options, its evidence, its approvals.

use crate::{
    Cell,
    workbook::{About, Column, Workbook, WorkbookError},
};
use interlocal_catalog::{Decimal, NaiveDate, memo::FrozenMemo};

/// The bytes of the workbook of a memo.
pub fn workbook(memo: &FrozenMemo, sha256: &str) -> Result<Vec<u8>, WorkbookError> {
    let on = day(&memo.frozen_at).unwrap_or_default();
    let mut book = Workbook::new(About {
        title: format!("Decision memo {}: {}", memo.number, memo.title),
        on,
        lines: vec![
            ("Portal".to_owned(), link(&memo.portal, &memo.portal)),
            ("SHA-256".to_owned(), text(sha256)),
            (
                "How to check".to_owned(),
                text(
                    "The hash is that of the JSON file of the memo, which holds everything; this workbook is for reading.",
                ),
            ),
        ],
    });
    said(&mut book, memo)?;
    options(&mut book, memo)?;
    evidence(&mut book, memo)?;
    considered(&mut book, memo)?;
    approvals(&mut book, memo)?;
    attachments(&mut book, memo)?;
    book.finish()
}

fn said(book: &mut Workbook, memo: &FrozenMemo) -> Result<(), WorkbookError> {
    book.sheet("Memo", &[column("What", 24), column("Which", 100)])?;
    let mut rows = vec![
        ("Decides", text(&memo.title)),
        ("Number", Cell::Integer(i64::from(memo.number))),
        ("Body", text(&memo.body.name)),
        ("Decided for", text(&memo.government.name)),
        ("Key of the government", text(&memo.government.key)),
        ("Frozen at", text(&memo.frozen_at)),
        ("What is needed", text(&memo.need)),
        ("Years", Cell::Integer(i64::from(memo.years))),
    ];
    for (unit, many) in &memo.quantities {
        let many = many
            .parse::<Decimal>()
            .map_or_else(|_| text(many), Cell::Decimal);
        rows.push(("Quantity", text(unit)));
        rows.push(("How many", many));
    }
    for (what, which) in rows {
        book.row(&[text(what), which])?;
    }
    Ok(())
}

fn options(book: &mut Workbook, memo: &FrozenMemo) -> Result<(), WorkbookError> {
    let columns = [
        column("Option", 40),
        column("Slug", 30),
        column("Provider", 40),
        column("Edition", 8),
        column("Decision", 14),
        column("Why", 60),
        column("Verdict", 16),
        column("Steps left", 10),
        column("Confidence", 14),
        column("Source", 50),
        column("Checked on", 12),
        column("Price list", 60),
        column("Cost at this size", 60),
        column("Price basis", 40),
        column("SHA-256 of the edition", 66),
    ];
    book.sheet("Options", &columns)?;
    for option in &memo.options {
        let verdict = &option.verdict;
        book.row(&[
            text(&option.title),
            text(&option.slug),
            text(&option.provider.name),
            Cell::Integer(i64::from(option.edition.number)),
            text(option.choice.label()),
            text(&option.why),
            text(verdict.outcome.word()),
            Cell::Integer(i64::from(verdict.steps_left)),
            text(verdict.confidence.word()),
            link(&verdict.source, &verdict.source),
            Cell::Date(verdict.checked_on),
            text(&option.prices.join("\n")),
            text(&option.cost.join("\n")),
            text(&option.price_basis),
            text(&option.edition.sha256),
        ])?;
    }
    Ok(())
}

fn evidence(book: &mut Workbook, memo: &FrozenMemo) -> Result<(), WorkbookError> {
    let columns = [
        column("Option", 40),
        column("Link", 22),
        column("State", 12),
        column("Because", 90),
    ];
    book.sheet("Evidence", &columns)?;
    for option in &memo.options {
        for link in &option.verdict.links {
            let state = serde_json::to_value(link.state).unwrap_or_default();
            book.row(&[
                text(&option.title),
                text(link.name.word()),
                text(state.as_str().unwrap_or_default()),
                text(&link.because.join(" ")),
            ])?;
        }
    }
    Ok(())
}

fn considered(book: &mut Workbook, memo: &FrozenMemo) -> Result<(), WorkbookError> {
    let columns = [
        column("What the state names", 34),
        column("Name", 40),
        column("Address", 40),
        column("What the source says", 60),
        column("Source", 50),
        column("Checked on", 12),
        column("How it was considered", 60),
    ];
    book.sheet("Considered", &columns)?;
    for rule in &memo.considered {
        book.row(&[
            text(rule.kind.label()),
            text(&rule.name),
            link(&rule.url, &rule.url),
            text(&rule.words),
            link(&rule.source, &rule.source),
            Cell::Date(rule.checked_on),
            text(&rule.answer),
        ])?;
    }
    Ok(())
}

fn approvals(book: &mut Workbook, memo: &FrozenMemo) -> Result<(), WorkbookError> {
    let columns = [
        column("Name, as typed", 30),
        column("Decision", 12),
        column("Comment", 70),
        column("At", 22),
        column("Before the last change", 14),
    ];
    book.sheet("Approvals", &columns)?;
    for one in &memo.approvals {
        let before = if one.version == memo.version {
            "no"
        } else {
            "yes"
        };
        book.row(&[
            text(&one.name),
            text(one.decision.label()),
            text(&one.comment),
            text(&one.given_at),
            text(before),
        ])?;
    }
    Ok(())
}

fn attachments(book: &mut Workbook, memo: &FrozenMemo) -> Result<(), WorkbookError> {
    let columns = [
        column("Attachment", 40),
        column("Address", 60),
        column("File", 30),
        column("Bytes", 12),
        column("SHA-256", 66),
    ];
    book.sheet("Attachments", &columns)?;
    for one in &memo.attachments {
        let file = one.file.as_ref();
        book.row(&[
            text(&one.title),
            link(&one.url, &one.url),
            file.map_or(Cell::Empty, |file| text(&file.name)),
            file.map_or(Cell::Empty, |file| Cell::Integer(file.size)),
            file.map_or(Cell::Empty, |file| text(&file.sha256)),
        ])?;
    }
    Ok(())
}

fn column(heading: &'static str, width: u8) -> Column {
    Column { heading, width }
}

fn text(words: &str) -> Cell {
    Cell::Text(words.to_owned())
}

fn link(words: &str, address: &str) -> Cell {
    Cell::Link {
        text: words.to_owned(),
        address: address.to_owned(),
    }
}

fn day(moment: &str) -> Option<NaiveDate> {
    moment.get(..10)?.parse().ok()
}
