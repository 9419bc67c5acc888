//! Lengths on the command line: a number and its unit.

use jmap::geom::MILLIMETRE;

/// The units of lengths, and how many points they are.
const UNITS: &[(&str, f64)] = &[
    ("mm", MILLIMETRE),
    ("cm", 10.0 * MILLIMETRE),
    ("m", 1000.0 * MILLIMETRE),
    ("in", 72.0),
    ("ft", 12.0 * 72.0),
    ("pt", 1.0),
];

/// Reads a length, in points: `10mm`, `0.5in`. Else says what is wrong with it.
pub fn length(text: &str) -> Result<f64, String> {
    let (number, unit) = parts(text);
    in_points(text, number, unit)
}

/// Reads a width and a height, in points: `594x841mm`, `24inx36in`. A width without a unit has that of the height.
pub fn extent(text: &str) -> Result<(f64, f64), String> {
    let (width, height) = text
        .split_once(['x', 'X', '×', '*'])
        .ok_or("it has no `x` between a width and a height: 594x841mm")?;
    let (height, unit) = parts(height);
    let (width, own) = parts(width);
    let own = if own.is_empty() { unit } else { own };
    Ok((in_points(text, width, own)?, in_points(text, height, unit)?))
}

/// A length in points as people measure paper: "210 mm".
pub fn in_millimetres(points: f64) -> String {
    format!("{} mm", rounded(points))
}

/// Width and height in points, as people measure paper: "210 × 297 mm".
pub fn extent_in_millimetres(width: f64, height: f64) -> String {
    format!("{} × {} mm", rounded(width), rounded(height))
}

/// Points as millimetres, to a tenth.
fn rounded(points: f64) -> f64 {
    (points / MILLIMETRE * 10.0).round() / 10.0
}

/// The number and the unit of a length.
fn parts(text: &str) -> (&str, &str) {
    let text = text.trim();
    let of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+');
    let end = text.find(|c| !of_number(c)).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    (number, unit.trim())
}

/// A number of units, in points; `text` is all that was written.
fn in_points(text: &str, number: &str, unit: &str) -> Result<f64, String> {
    let units = || {
        let names: Vec<&str> = UNITS.iter().map(|(name, _)| *name).collect();
        names.join(", ")
    };
    if number.contains(',') {
        let point = number.replace(',', ".");
        return Err(format!("write `{point}{unit}`, with a point"));
    }
    let value: f64 = number
        .parse()
        .map_err(|_| format!("it has to be a number and a unit ({}): 10mm", units()))?;
    if number.starts_with('-') {
        return Err("a length cannot be negative".to_owned());
    }
    if unit.is_empty() {
        return Err(format!("say in which unit ({}): {text}mm", units()));
    }
    let known = UNITS
        .iter()
        .find(|(name, _)| unit.eq_ignore_ascii_case(name));
    match known {
        Some((_, points)) => Ok(value * points),
        None => Err(format!("`{unit}` is no unit that jmap knows ({})", units())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_a_number_and_a_unit() {
        let points = |text: &str| length(text).map(|points| (points * 100.0).round() / 100.0);
        assert_eq!(points("10mm"), Ok(28.35));
        assert_eq!(points(" 1 cm "), Ok(28.35));
        assert_eq!(points("0.5IN"), Ok(36.0));
        assert_eq!(points("6ft"), Ok(5184.0));
        assert_eq!(points("2m"), Ok(5669.29));
        assert_eq!(points("0pt"), Ok(0.0));
        for (text, said) in [
            ("10", "say in which unit (mm, cm, m, in, ft, pt): 10mm"),
            ("0,5in", "write `0.5in`, with a point"),
            ("-3mm", "a length cannot be negative"),
            (
                "3px",
                "`px` is no unit that jmap knows (mm, cm, m, in, ft, pt)",
            ),
            (
                "mm",
                "it has to be a number and a unit (mm, cm, m, in, ft, pt): 10mm",
            ),
            (
                "1e3mm",
                "`e3mm` is no unit that jmap knows (mm, cm, m, in, ft, pt)",
            ),
            (
                "inf",
                "it has to be a number and a unit (mm, cm, m, in, ft, pt): 10mm",
            ),
            (
                "",
                "it has to be a number and a unit (mm, cm, m, in, ft, pt): 10mm",
            ),
        ] {
            assert_eq!(length(text), Err(said.to_owned()), "{text}");
        }
    }

    #[test]
    fn an_extent_is_two_lengths() {
        assert_eq!(extent("24x36in"), Ok((1728.0, 2592.0)));
        assert_eq!(extent("2ft × 36in"), Ok((1728.0, 2592.0)));
        for wrong in ["24in", "24x36", "24inx36", "x36in", "24x"] {
            assert!(extent(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn paper_is_told_in_millimetres() {
        assert_eq!(in_millimetres(36.0), "12.7 mm");
        assert_eq!(extent_in_millimetres(612.0, 792.0), "215.9 × 279.4 mm");
    }
}
