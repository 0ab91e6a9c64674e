//! Cuts text into words as the trade writes them: `9-1-1` is `911`, `e-rate` is
//! `erate`, `state's` is `state`, and the acronym `IT` is no pronoun.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// The tokenizer of every text field.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TradeTokenizer {
    /// Whether a lower-case `it` is a word: in what a person typed it may mean IT.
    pub pronouns: bool,
}

/// Words of one text.
pub(crate) struct TradeStream {
    rest: std::vec::IntoIter<Token>,
    token: Token,
}

impl Tokenizer for TradeTokenizer {
    type TokenStream<'a> = TradeStream;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> TradeStream {
        TradeStream {
            rest: cut(text, self.pronouns).into_iter(),
            token: Token::default(),
        }
    }
}

impl TokenStream for TradeStream {
    fn advance(&mut self) -> bool {
        match self.rest.next() {
            Some(token) => {
                self.token = token;
                true
            }
            None => false,
        }
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

/// A run of letters and digits, and the character that joins it to the next run.
struct Run<'a> {
    from: usize,
    text: &'a str,
    joint: Option<char>,
}

fn runs(text: &str) -> Vec<Run<'_>> {
    let mut found: Vec<Run<'_>> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((from, c)) = chars.next() {
        if !c.is_alphanumeric() {
            continue;
        }
        let mut to = from + c.len_utf8();
        while let Some((at, c)) = chars.next_if(|(_, c)| c.is_alphanumeric()) {
            to = at + c.len_utf8();
        }
        let mut after = text[to..].chars();
        let joint = after
            .next()
            .filter(|_| after.next().is_some_and(char::is_alphanumeric));
        found.push(Run {
            from,
            text: &text[from..to],
            joint,
        });
    }
    found
}

fn cut(text: &str, pronouns: bool) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut position = 0;
    let mut before: Option<(&str, char)> = None;
    for run in runs(text) {
        let to = run.from + run.text.len();
        let link = before.take();
        before = run.joint.map(|joint| (run.text, joint));
        let apostrophe = matches!(link, Some((_, '\'' | '’')));
        if apostrophe && run.text.eq_ignore_ascii_case("s") {
            continue;
        }
        let single =
            matches!(link, Some((last, '-' | '.' | '&' | '/')) if last.chars().count() == 1);
        if (apostrophe || single)
            && let Some(token) = tokens.last_mut()
        {
            token.text.push_str(run.text);
            token.offset_to = to;
            continue;
        }
        position += 1;
        let pronoun = matches!(run.text, "it" | "It");
        if pronoun && !pronouns {
            before = None;
            continue;
        }
        tokens.push(Token {
            offset_from: run.from,
            offset_to: to,
            position: position - 1,
            text: run.text.to_owned(),
            position_length: 1,
        });
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let words: Vec<String> = cut(text, false).into_iter().map(|t| t.text).collect();
        assert_eq!(words, expect, "{text}");
    }

    #[test]
    fn words_are_cut_as_the_trade_writes_them() {
        check("9-1-1 dispatch, H-GAC", &["911", "dispatch", "HGAC"]);
        check(
            "the state's U.S. e-rate (K-12)",
            &["the", "state", "US", "erate", "K12"],
        );
        check("MS-ISAC wi-fi .gov", &["MS", "ISAC", "wi", "fi", "gov"]);
        check("O'Fallon’s E&I", &["OFallon", "EI"]);
        check("run it with IT staff", &["run", "with", "IT", "staff"]);
        check("", &[]);
    }

    #[test]
    fn what_a_person_typed_keeps_a_lower_case_it() {
        let words: Vec<String> = cut("it staff", true).into_iter().map(|t| t.text).collect();
        assert_eq!(words, ["it", "staff"]);
    }
}
