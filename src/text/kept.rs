//! Texts that have been set, kept for a drawing that is laid out many times, as one is that has to fit on a sheet of paper.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::{Line, Paragraph, Style};

/// So many paragraphs of one text are kept, each for other widths.
const MOST: usize = 16;
/// So many bytes of texts are kept, each as often as it was set: of a large map all is forgotten now and then.
const MOST_BYTES: usize = 1_000_000;

/// Texts that have been set.
#[derive(Default)]
pub(super) struct Kept(RefCell<Texts>);

#[derive(Default)]
struct Texts {
    /// By style, and by what they say.
    known: HashMap<[u64; 4], HashMap<Box<str>, Known>>,
    /// How many bytes have been kept.
    bytes: usize,
}

/// What is known of a text in a style.
#[derive(Default)]
struct Known {
    /// It on one line.
    line: Option<Arc<Line>>,
    /// Its width on one line, and that of its widest word, in points; for no more room than this.
    extent: Option<(f64, (f64, f64))>,
    /// Its lines, for widths from the first on, up to the second.
    paragraphs: Vec<((f64, f64), Paragraph)>,
}

impl Kept {
    /// The text on one line.
    pub fn line(&self, text: &str, style: &Style, make: impl FnOnce() -> Arc<Line>) -> Arc<Line> {
        if let Some(line) = self.known(text, style, |known| known.line.clone()) {
            return line;
        }
        let line = make();
        self.keep(text, style, |known| known.line = Some(line.clone()));
        line
    }

    /// The width of the text on one line and that of its widest word, where they are asked for with so much room.
    pub fn extent(
        &self,
        text: &str,
        style: &Style,
        room: f64,
        make: impl FnOnce() -> (f64, f64),
    ) -> (f64, f64) {
        let same = |known: &Known| known.extent.filter(|(asked, _)| *asked == room);
        if let Some((_, extent)) = self.known(text, style, same) {
            return extent;
        }
        let extent = make();
        self.keep(text, style, |known| known.extent = Some((room, extent)));
        extent
    }

    /// The lines of the text in a width; what makes them also says for which widths they are the same.
    pub fn paragraph(
        &self,
        text: &str,
        style: &Style,
        width: f64,
        make: impl FnOnce() -> (Paragraph, (f64, f64)),
    ) -> Paragraph {
        let fits = |known: &Known| {
            let mut all = known.paragraphs.iter();
            let found = all.find(|((from, to), _)| *from <= width && width < *to);
            found.map(|(_, paragraph)| paragraph.clone())
        };
        if let Some(paragraph) = self.known(text, style, fits) {
            return paragraph;
        }
        let (paragraph, alike) = make();
        self.keep(text, style, |known| {
            if known.paragraphs.len() == MOST {
                known.paragraphs.remove(0);
            }
            known.paragraphs.push((alike, paragraph.clone()));
        });
        paragraph
    }

    fn known<T>(
        &self,
        text: &str,
        style: &Style,
        get: impl FnOnce(&Known) -> Option<T>,
    ) -> Option<T> {
        get(self.0.borrow().known.get(&key(style))?.get(text)?)
    }

    fn keep(&self, text: &str, style: &Style, set: impl FnOnce(&mut Known)) {
        let mut all = self.0.borrow_mut();
        all.bytes += text.len();
        if all.bytes > MOST_BYTES {
            *all = Texts {
                bytes: text.len(),
                ..Texts::default()
            };
        }
        let styled = all.known.entry(key(style)).or_default();
        match styled.get_mut(text) {
            Some(known) => set(known),
            None => set(styled.entry(text.into()).or_default()),
        }
    }
}

fn key(style: &Style) -> [u64; 4] {
    let lengths = [style.size, style.leading, style.tracking];
    let [size, leading, tracking] = lengths.map(f64::to_bits);
    [style.weight as u64, size, leading, tracking]
}
