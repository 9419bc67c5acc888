//! A small writer of XML: numbers, attributes, escapes. It streams, since an attribute map for every shape is the larger
//! part of the time that a drawing takes.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::color::Color;
use crate::unseen::is_hidden;

/// The text of the file so far.
#[derive(Default)]
pub struct Out(Vec<u8>);

/// The numbers from 00 to 99.
const PAIRS: &[u8; 200] = b"\
    0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849\
    5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";

impl Out {
    /// What was written.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// What was written, as a text.
    pub fn into_text(self) -> String {
        String::from_utf8(self.0).unwrap_or_default()
    }

    /// Appends markup.
    pub fn raw(&mut self, markup: &str) -> &mut Out {
        self.0.extend_from_slice(markup.as_bytes());
        self
    }

    /// Appends bytes as base64.
    pub fn base64(&mut self, bytes: &[u8]) -> &mut Out {
        self.raw(&STANDARD.encode(bytes))
    }

    /// Appends a number with at most two decimals. A drawing has thousands: formatting by `write!` takes five times as long.
    pub fn number(&mut self, value: f64) -> &mut Out {
        let hundredths = (value.abs() * 100.0 + 0.5) as u64;
        if value < 0.0 && hundredths > 0 {
            self.0.push(b'-');
        }
        let (whole, part) = (hundredths / 100, hundredths % 100);
        self.whole(whole);
        if part != 0 {
            self.0.push(b'.');
            self.pair(part);
            if part % 10 == 0 {
                self.0.pop();
            }
        }
        self
    }

    fn whole(&mut self, number: u64) {
        match number {
            0..10 => self.0.push(b'0' + number as u8),
            10..100 => self.pair(number),
            _ => {
                self.whole(number / 100);
                self.pair(number % 100);
            }
        }
    }

    fn pair(&mut self, number: u64) {
        let at = 2 * number as usize;
        self.0
            .extend_from_slice(PAIRS.get(at..at + 2).unwrap_or_default());
    }

    /// Appends a colour as `#RRGGBB`.
    pub fn color(&mut self, color: Color) -> &mut Out {
        const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
        self.0.push(b'#');
        for part in [color.r, color.g, color.b] {
            self.0.push(DIGITS[usize::from(part >> 4)]);
            self.0.push(DIGITS[usize::from(part & 15)]);
        }
        self
    }

    /// Appends text, escaped; it is fit for an attribute, too.
    pub fn text(&mut self, text: &str) -> &mut Out {
        self.escape(text, false)
    }

    /// Appends text, with `&#x1F389;` instead of characters outside the basic plane if `basic` is set.
    fn escape(&mut self, text: &str, basic: bool) -> &mut Out {
        // Most texts are written as they are, which their bytes tell sooner than their characters.
        if text.bytes().all(is_plain) {
            return self.raw(text);
        }
        let mut plain = 0;
        for (at, c) in text.char_indices() {
            let reference;
            let instead = match c {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\t' | '\n' | '\r' => " ",
                _ if !is_writable(c) => "",
                '\u{10000}'.. if basic => {
                    reference = format!("&#x{:X};", u32::from(c));
                    &reference
                }
                _ => continue,
            };
            self.raw(&text[plain..at]);
            self.raw(instead);
            plain = at + c.len_utf8();
        }
        self.raw(&text[plain..])
    }

    /// Appends an attribute whose value is a number.
    pub fn length(&mut self, name: &str, value: f64) -> &mut Out {
        self.raw(" ").raw(name).raw("=\"").number(value).raw("\"")
    }

    /// Appends an attribute whose value is any text. The Nu checker takes emoji in attributes for halves of characters
    /// unless they are written as references.
    pub fn attribute(&mut self, name: &str, value: &str) -> &mut Out {
        self.raw(" ")
            .raw(name)
            .raw("=\"")
            .escape(value, true)
            .raw("\"")
    }
}

/// Whether a byte is a character of ASCII that is written as it is.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') && !matches!(byte, b'&' | b'<' | b'>' | b'"')
}

/// The text without what XML cannot hold, and with spaces for tabs and line ends.
pub fn clean(text: &str) -> String {
    let spaced = text.chars().map(|c| {
        if matches!(c, '\t' | '\n' | '\r') {
            ' '
        } else {
            c
        }
    });
    spaced.filter(|&c| is_writable(c)).collect()
}

/// Whether XML 1.0 allows the character (section 2.2) and does not advise against it, and it has something to say: no controls,
/// no noncharacters, nothing that turns what stands around a name.
fn is_writable(c: char) -> bool {
    !c.is_control() && !is_hidden(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_written_as_they_are_shown() {
        let color = Color::rgb(0x0A, 0xF0, 0x9E);
        let mut out = Out::default();
        out.color(color);
        assert_eq!(out.into_text(), color.to_string());
    }

    fn number(value: f64) -> String {
        let mut out = Out::default();
        out.number(value);
        out.into_text()
    }

    #[test]
    fn numbers_are_short() {
        let cases = [
            (0.0, "0"),
            (-0.001, "0"),
            (-0.005, "-0.01"),
            (0.07, "0.07"),
            (100.2, "100.2"),
            (-10305.0, "-10305"),
            (12.0, "12"),
            (0.5, "0.5"),
            (-1.25, "-1.25"),
            (3.05, "3.05"),
            (7.999, "8"),
            (180000.01, "180000.01"),
        ];
        for (value, text) in cases {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn text_is_escaped_and_stripped_of_what_xml_cannot_hold() {
        let mut out = Out::default();
        out.text("a<b>&\"c'\u{0}\u{1b}\u{fffe}\u{1fffe}\u{fdd0}\u{85}]]>\n\t\u{10ffff}é\u{200f}");
        assert_eq!(out.into_text(), "a&lt;b&gt;&amp;&quot;c']]&gt;  é\u{200f}");
    }

    #[test]
    fn attributes_have_references_outside_the_basic_plane() {
        let mut out = Out::default();
        out.attribute("a", "é\u{1f389}<").text("\u{1f389}");
        assert_eq!(out.into_text(), " a=\"é&#x1F389;&lt;\"\u{1f389}");
    }
}
