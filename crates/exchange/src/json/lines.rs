//! Where in a text something stands, found without a walk from its beginning.

/// Bytes from one mark to the next.
const STEP: usize = 4096;

/// A line, and the letter on it, both from 1; no letter (0) means the whole line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: u64,
    /// The letter on the line.
    pub column: u64,
}

impl Place {
    const BEGINNING: Self = Self { line: 1, column: 1 };

    fn behind(self, byte: u8) -> Self {
        match byte {
            b'\n' => Self {
                line: self.line + 1,
                column: 1,
            },
            // What goes on with a letter of several bytes is no letter.
            0x80..=0xbf => self,
            _ => Self {
                column: self.column + 1,
                ..self
            },
        }
    }
}

/// The lines of a text.
#[derive(Debug, Default)]
pub struct Lines {
    /// The place of each [`STEP`]th byte.
    marks: Vec<Place>,
}

impl Lines {
    /// Goes through a text once.
    pub fn of(text: &str) -> Self {
        let mut place = Place::BEGINNING;
        let marks = text.as_bytes().chunks(STEP).map(|chunk| {
            let begun = place;
            place = chunk.iter().fold(place, |place, byte| place.behind(*byte));
            begun
        });
        Self {
            marks: marks.collect(),
        }
    }

    /// The place of a byte of the same text.
    pub fn place(&self, text: &str, at: usize) -> Place {
        let mark = (at / STEP).min(self.marks.len().saturating_sub(1));
        let begun = self.marks.get(mark).copied().unwrap_or(Place::BEGINNING);
        let between = text.as_bytes().get(mark * STEP..at.min(text.len()));
        let between = between.unwrap_or_default().iter();
        between.fold(begun, |place, byte| place.behind(*byte))
    }
}

#[cfg(test)]
mod tests {
    use super::{Lines, Place};

    #[test]
    fn every_letter_of_a_long_text_has_its_line_and_column() {
        let text = "añ\n€\r\n\nlong line ".repeat(2_000);
        let lines = Lines::of(&text);
        let (mut line, mut column) = (1, 1);
        for (at, letter) in text.char_indices() {
            assert_eq!(lines.place(&text, at), Place { line, column }, "{at}");
            match letter {
                '\n' => (line, column) = (line + 1, 1),
                _ => column += 1,
            }
        }
        assert_eq!(lines.place(&text, text.len()), Place { line, column });
        assert_eq!(Lines::of("").place("", 0), Place { line: 1, column: 1 });
    }
}
