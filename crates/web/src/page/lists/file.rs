//! A table as an answer: a piece of it is in memory, however long it is.

use crate::{error::Failure, form::ending::Ending};
use axum::{
    body::Body,
    http::header,
    response::{IntoResponse, Response},
};
use futures_util::stream;
use interlocal_portal::lists::ListTable;
use std::{fs::File, io::Read};

/// Bytes of a file that are read at once.
const PIECE: usize = 64 * 1024;
const TEXT: &str = "text/csv; charset=utf-8";
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

impl Ending {
    /// The table as such a file. A workbook lies on the disk while it is sent.
    pub async fn of(self, table: ListTable) -> Result<Response, Failure> {
        let name = format!("{}.{}", table.file, self.word());
        let (media, body) = match self {
            Self::Csv => (TEXT, lines(table)),
            Self::Xlsx => (WORKBOOK, bytes(table.workbook().await?)),
        };
        let headers = [
            (header::CONTENT_TYPE, media.to_owned()),
            (
                header::CONTENT_DISPOSITION,
                format!("attachment; filename=\"{name}\""),
            ),
        ];
        Ok((headers, body).into_response())
    }
}

fn lines(table: ListTable) -> Body {
    Body::from_stream(stream::try_unfold(table, |mut table| async move {
        match table.lines().await {
            Ok(text) => Ok(text.map(|text| (text, table))),
            Err(error) => {
                tracing::warn!(%error, "an export ends early");
                Err(error)
            }
        }
    }))
}

fn bytes(book: File) -> Body {
    Body::from_stream(stream::try_unfold(book, |book| async move {
        let read = tokio::task::spawn_blocking(move || piece(book)).await;
        read.unwrap_or_else(|error| Err(std::io::Error::other(error)))
    }))
}

fn piece(mut book: File) -> std::io::Result<Option<(Vec<u8>, File)>> {
    let mut bytes = vec![0; PIECE];
    let count = book.read(&mut bytes)?;
    bytes.truncate(count);
    Ok((count > 0).then_some((bytes, book)))
}
