//! What the grammar alone does not say: lanes of the map's own, feelings on its scale, and texts.

use jmap::check::{FEELINGS, LANES};

use super::maker::{MARKS, Maker};
use super::texts::{SCALES, WORDS};

impl Maker<'_, '_> {
    pub fn all_lanes(&mut self) {
        self.out += "[";
        let start = self.dice.below(LANES.len());
        for at in 0..self.dice.below(6) {
            let id = LANES[(start + at * 7) % LANES.len()].id;
            match self.planting && self.dice.once_in(3) {
                true => self.out += &format!("{{id: {id}, internal: true}}, "),
                false => self.out += &format!("{id}, "),
            }
        }
        for at in 0..self.lanes {
            let internal = self.planting && self.dice.once_in(3);
            self.own_hidden |= internal && at == 0;
            self.hidden += usize::from(internal);
            self.out += &format!("{{id: own{at}, ");
            if internal {
                self.out += "internal: true, ";
            }
            self.out += "title: ";
            self.text();
            let zone = ["customer", "frontstage", "backstage", "support"];
            if self.dice.once_in(3) {
                self.out += &format!(", zone: {}", self.dice.one(&zone));
            }
            if self.dice.once_in(4) {
                self.out += ", note: ";
                self.text();
            }
            self.out += "}, ";
            self.hidden -= usize::from(internal);
        }
        if self.dice.once_in(5) {
            self.out += &format!("{{id: wall, blank: {}}}, ", 1 + self.dice.below(200));
        }
        self.out += "rest]";
    }

    pub fn own_cells(&mut self) {
        self.hidden += usize::from(self.own_hidden);
        self.out += "{own0: [";
        self.text();
        self.out += "]}";
        self.hidden -= usize::from(self.own_hidden);
    }

    pub fn emotion(&mut self) {
        if self.dice.once_in(3) {
            self.out += "{";
            for at in 0..self.present {
                if at == 0 || self.dice.once_in(2) {
                    self.out += &format!("p{at}: ");
                    self.feelings();
                    self.out += ", ";
                }
            }
            self.out += "}";
        } else {
            self.feelings();
        }
    }

    fn feelings(&mut self) {
        match self.dice.below(8) {
            0..3 => self.score(),
            3 => self.out += FEELINGS[self.dice.below(FEELINGS.len())].0,
            4 => self.out += "unknown",
            5 => {
                self.out += "[";
                for _ in 0..=self.dice.below(12) {
                    self.score();
                    self.out += ", ";
                }
                self.out += "]";
            }
            6 => {
                let internal = self.planting && self.dice.once_in(3);
                self.hidden += usize::from(internal);
                self.out += "{score: ";
                self.score();
                self.out += ", feeling: ";
                self.text();
                if internal {
                    self.out += ", internal: true";
                }
                self.out += "}";
                self.hidden -= usize::from(internal);
            }
            _ => {
                let mut steps = [(); 3].map(|()| self.dice.below(41));
                steps.sort_unstable();
                let [low, score, high] = steps.map(|step| self.scored(step));
                self.out += &format!("{{low: {low}, score: {score}, high: {high}}}");
            }
        }
    }

    pub fn score(&mut self) {
        let step = self.dice.below(41);
        self.out += &self.scored(step);
    }

    /// The score at a step of 40 between the ends of the scale.
    fn scored(&self, step: usize) -> String {
        let (min, max) = match self.scale {
            0 => (-2.0, 2.0),
            scale => (SCALES[scale - 1].0, SCALES[scale - 1].1),
        };
        let score = min + (max - min) * (step as f64 / 40.0);
        format!("{}", score.clamp(min, max))
    }

    pub fn text(&mut self) {
        let mut text = String::new();
        if self.hidden > 0 {
            text += MARKS[0];
            text.push(' ');
        }
        let most = if self.dice.once_in(20) { 60 } else { 8 };
        for _ in 0..=self.dice.below(most) {
            match self.dice.below(40) {
                39 => text += &self.dice.one(WORDS).repeat(1 + self.dice.below(100)),
                38 => {
                    let code = self.dice.below(0x11_0000) as u32;
                    text.extend(char::from_u32(code).filter(|c| self.odd || is_printable(*c)));
                }
                _ => text += self.dice.one(WORDS),
            }
            text += " ";
        }
        if !self.odd && text.trim().is_empty() {
            text.push('x');
        }
        self.quoted(text.trim());
    }

    pub fn quoted(&mut self, text: &str) {
        self.out.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => self.out.extend(['\\', c]),
                '\n' => self.out += "\\n",
                c if c.is_control() => self.out += &format!("\\U{:08X}", u32::from(c)),
                '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' => {
                    self.out += &format!("\\U{:08X}", u32::from(c))
                }
                c => self.out.push(c),
            }
        }
        self.out.push('"');
    }
}

/// Whether a text may hold a character.
fn is_printable(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}')
}
