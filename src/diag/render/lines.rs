//! Byte offsets → lines and columns.

use std::ops::Range;

use crate::diag::Span;

/// Bytes between two counts of characters: what a look-up has to read at most.
const BLOCK: usize = 4096;

/// The lines of a text. A look-up costs the same in a line of a few bytes and of a million.
#[derive(Debug)]
pub struct Lines<'t> {
    text: &'t str,
    /// Offset of each line's first byte.
    starts: Vec<usize>,
    /// Characters before every [`BLOCK`]th byte.
    counts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Finds the lines of a text. They end with LF, CR LF, or CR alone.
    pub fn new(text: &'t str) -> Lines<'t> {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        let ends = |at: usize| {
            bytes[at] == b'\n' || (bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'))
        };
        starts.extend((0..bytes.len()).filter(|&at| ends(at)).map(|at| at + 1));
        let mut counts = vec![0];
        let mut count = 0;
        for block in bytes.chunks(BLOCK) {
            count += characters(block);
            counts.push(count);
        }
        Lines {
            text,
            starts,
            counts,
        }
    }

    /// Line and column of a byte offset, both from 1; columns count characters (Unicode scalar values).
    pub fn place(&self, offset: usize) -> (usize, usize) {
        let offset = offset.min(self.text.len());
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        (
            line,
            self.characters_before(offset) - self.characters_before(start) + 1,
        )
    }

    /// Line and column of a span's first character, and of the one behind its last.
    pub fn ends(&self, span: Span) -> [(usize, usize); 2] {
        let (start, end) = (span.start as usize, span.end as usize);
        [self.place(start), self.place(end.max(start))]
    }

    /// The line in which a span starts, and the bytes of its part there: enough to see which thing is meant.
    pub fn first_line(&self, span: Span) -> (usize, Range<usize>) {
        let start = self.text.floor_char_boundary(span.start as usize);
        let (line, _) = self.place(start);
        let whole = self.range(line);
        let start = start.min(whole.end);
        let end = self.text.ceil_char_boundary(span.end as usize);
        (line, start..end.clamp(start, whole.end))
    }

    /// The bytes of a line (from 1), its line break left out.
    pub fn range(&self, line: usize) -> Range<usize> {
        let start = self
            .starts
            .get(line - 1)
            .copied()
            .unwrap_or(self.text.len());
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        let line = self.text.get(start..end).unwrap_or_default();
        start..start + line.trim_end_matches(['\n', '\r']).len()
    }

    fn characters_before(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        let before = self
            .text
            .as_bytes()
            .get(block * BLOCK..offset)
            .unwrap_or_default();
        self.counts.get(block).copied().unwrap_or_default() + characters(before)
    }
}

/// Characters that begin in these bytes of a UTF-8 text.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}
