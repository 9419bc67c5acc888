//! A small writer of XML: numbers, attributes, escapes. It streams, since an attribute map for every shape is the larger
//! part of the time that a drawing takes.

use crate::color::Color;

/// The text of the file so far.
#[derive(Default)]
pub struct Out(pub String);

impl Out {
    /// Appends markup.
    pub fn raw(&mut self, markup: &str) -> &mut Out {
        self.0.push_str(markup);
        self
    }

    /// Appends a number with at most two decimals. Formatting by `write!` takes five times as long.
    pub fn number(&mut self, value: f64) -> &mut Out {
        let hundredths = (value * 100.0).round() as i64;
        if hundredths < 0 {
            self.0.push('-');
        }
        let (mut whole, part) = (
            hundredths.unsigned_abs() / 100,
            (hundredths.unsigned_abs() % 100) as u8,
        );
        // From the last digit to the first: twenty are the most that 64 bits can have, and three for the part.
        let mut digits = [0; 23];
        let mut at = digits.len();
        let mut put = |byte: u8| {
            at -= 1;
            digits[at] = byte;
        };
        if part % 10 != 0 {
            put(b'0' + part % 10);
        }
        if part != 0 {
            put(b'0' + part / 10);
            put(b'.');
        }
        loop {
            put(b'0' + (whole % 10) as u8);
            whole /= 10;
            if whole == 0 {
                break;
            }
        }
        self.raw(std::str::from_utf8(&digits[at..]).unwrap_or_default())
    }

    /// Appends a colour as `#RRGGBB`.
    pub fn color(&mut self, color: Color) -> &mut Out {
        const DIGITS: [char; 16] = [
            '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
        ];
        self.0.push('#');
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
        // Most texts are written as they are; to look at their bytes is a tenth of the work.
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
            self.0.push_str(&text[plain..at]);
            self.0.push_str(instead);
            plain = at + c.len_utf8();
        }
        self.0.push_str(&text[plain..]);
        self
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

/// Whether XML 1.0 allows the character (section 2.2) and does not advise against it: no controls, no noncharacters.
fn is_writable(c: char) -> bool {
    let code = u32::from(c);
    !c.is_control() && !(0xFDD0..=0xFDEF).contains(&code) && code & 0xFFFE != 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_written_as_they_are_shown() {
        let color = Color::rgb(0x0A, 0xF0, 0x9E);
        assert_eq!(Out::default().color(color).0, color.to_string());
    }

    fn number(value: f64) -> String {
        std::mem::take(&mut Out::default().number(value).0)
    }

    #[test]
    fn numbers_are_short() {
        let cases = [
            (0.0, "0"),
            (-0.001, "0"),
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
        assert_eq!(out.0, "a&lt;b&gt;&amp;&quot;c']]&gt;  é\u{200f}");
    }

    #[test]
    fn attributes_have_references_outside_the_basic_plane() {
        let mut out = Out::default();
        out.attribute("a", "é\u{1f389}<").text("\u{1f389}");
        assert_eq!(out.0, " a=\"é&#x1F389;&lt;\"\u{1f389}");
    }
}
