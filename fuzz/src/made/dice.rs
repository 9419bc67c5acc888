//! Chance, out of the bytes of an input.

use arbitrary::Unstructured;

/// Chance, out of bytes.
pub struct Dice<'u, 'a>(pub &'u mut Unstructured<'a>);

impl Dice<'_, '_> {
    /// A number below another one; 0 when the bytes are used up.
    pub fn below(&mut self, end: usize) -> usize {
        self.0.int_in_range(0..=end.saturating_sub(1)).unwrap_or(0)
    }

    /// Whether something happens that happens once in so many times, 2 or more; never when the bytes are used up.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) + 1 == times
    }

    /// One of several.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}
