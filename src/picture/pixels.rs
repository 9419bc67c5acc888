//! Pixels in memory, and fewer of them.

/// Rows of pixels, eight bits a channel. One channel is grey, two are grey and opacity, three are red, green and blue, four
/// have opacity as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Channels of a pixel, 1 to 4.
    pub channels: usize,
    /// The channels of all pixels, row by row.
    pub data: Vec<u8>,
}

impl Pixels {
    /// The channels of the pixel at a place; nothing outside.
    pub fn at(&self, x: u32, y: u32) -> &[u8] {
        let start = (y as usize * self.width as usize + x as usize) * self.channels;
        self.data
            .get(start..start + self.channels)
            .unwrap_or_default()
    }

    /// The pixels, scaled down so that neither side is longer than `longest`; each is the mean of the area that it covers.
    pub fn shrunk(self, longest: u32) -> Pixels {
        let long = self.width.max(self.height);
        if long <= longest {
            return self;
        }
        let scaled = |side: u32| {
            let exact = u64::from(side) * u64::from(longest) / u64::from(long);
            u32::try_from(exact).unwrap_or(longest).max(1)
        };
        let (width, height) = (scaled(self.width), scaled(self.height));
        self.resized(width, height)
    }

    /// The pixels, fewer of them: each is the mean of the area that it covers.
    pub fn resized(self, width: u32, height: u32) -> Pixels {
        if (width, height) == (self.width, self.height) {
            return self;
        }
        let mut data = Vec::with_capacity(width as usize * height as usize * self.channels);
        for y in 0..height {
            for x in 0..width {
                let columns = covered(x, width, self.width);
                let mean = self.mean(columns, covered(y, height, self.height));
                data.extend(mean.iter().take(self.channels));
            }
        }
        Pixels {
            width,
            height,
            data,
            ..self
        }
    }

    /// Red, green, blue and opacity of a mix of some columns and rows, each with its weight.
    pub fn mixed(&self, columns: &[(u32, u64)], rows: &[(u32, u64)]) -> [u8; 4] {
        let [a, b, c, d] = self.mean(columns.iter().copied(), rows.iter().copied());
        match self.channels {
            1 => [a, a, a, 255],
            2 => [a, a, a, b],
            3 => [a, b, c, 255],
            _ => [a, b, c, d],
        }
    }

    /// The channels of the mean of some columns and rows, each with its weight; colours count by their opacity. In integers,
    /// so that every machine gives the same bytes, which the resizing libraries do not promise.
    fn mean(
        &self,
        columns: impl Iterator<Item = (u32, u64)> + Clone,
        rows: impl Iterator<Item = (u32, u64)>,
    ) -> [u8; 4] {
        let translucent = self.channels.is_multiple_of(2);
        let colors = self.channels - usize::from(translucent);
        let (mut sums, mut opacity, mut area) = ([0u64; 4], 0u64, 0u64);
        for (y, tall) in rows {
            for (x, wide) in columns.clone() {
                let pixel = self.at(x, y);
                let weight = tall * wide;
                let alpha = match pixel.last() {
                    Some(alpha) if translucent => u64::from(*alpha),
                    _ => 255,
                };
                area += weight;
                opacity += weight * alpha;
                for (sum, value) in sums.iter_mut().zip(pixel.iter().take(colors)) {
                    *sum += weight * alpha * u64::from(*value);
                }
            }
        }
        let share = |sum: u64, of: u64| u8::try_from((sum + of / 2) / of.max(1)).unwrap_or(255);
        let mut mean = sums.map(|sum| share(sum, opacity));
        if let (true, Some(last)) = (translucent, mean.get_mut(colors)) {
            *last = share(opacity, area);
        }
        mean
    }
}

/// Which of `old` positions a position of `new` covers, and how much of each, in parts of `new`.
fn covered(at: u32, new: u32, old: u32) -> impl Iterator<Item = (u32, u64)> + Clone {
    let (at, new, old) = (u64::from(at), u64::from(new), u64::from(old));
    let (start, end) = (at * old, (at + 1) * old);
    (start / new..end.div_ceil(new)).filter_map(move |position| {
        let weight = end.min((position + 1) * new) - start.max(position * new);
        Some((u32::try_from(position).ok()?, weight))
    })
}
