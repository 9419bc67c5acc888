//! Values in every form that the tables of the language promise.

use jmap::model::{Format, Record, Shape};

/// A value of a shape, in flow style; the variant chooses between its forms.
fn sample(shape: &Shape, variant: usize) -> String {
    match shape {
        Shape::Text(Format::Day) => "2026-01-17".to_owned(),
        Shape::Text(Format::Period) => "2026-01".to_owned(),
        Shape::Text(Format::Moment) => "1w 5d".to_owned(),
        Shape::Text(Format::Language) => "pt-BR".to_owned(),
        Shape::Text(Format::Link) => "\"https://example.org\"".to_owned(),
        Shape::Text(Format::Path) => "small.png".to_owned(),
        Shape::Text(Format::Color) => "\"#C2410C\"".to_owned(),
        Shape::Text(Format::Percent) => "40 %".to_owned(),
        Shape::Text(Format::Free) => ["some text", "404", "true", "1.0"][variant % 4].to_owned(),
        Shape::Number => ["1", "-1.5", "4180", ".5"][variant % 4].to_owned(),
        Shape::Flag => ["true", "false"][variant % 2].to_owned(),
        Shape::Choice(options) => options[variant % options.len()].word.to_owned(),
        Shape::Reference(_) => "some-id".to_owned(),
        Shape::Record(record) if record.short.is_some() && variant.is_multiple_of(3) => {
            "a short form".to_owned()
        }
        Shape::Record(record) => whole(record, variant),
        Shape::Many(of, _) if variant.is_multiple_of(2) => sample(of, variant),
        Shape::Many(of, _) => format!("[{}, {}]", sample(of, variant), sample(of, variant + 1)),
        Shape::Mapping(keys, of) => {
            let [first, second] = match *keys {
                "word" => ["stages", "goals"],
                "rule" => ["missing-glyph", "emotion-twice"],
                "score" => ["-1", "2"],
                _ => ["a", "b"],
            };
            let (one, other) = (sample(of, variant), sample(of, variant + 1));
            format!("{{{first}: {one}, {second}: {other}}}")
        }
        Shape::Either(shapes) => sample(&shapes[variant % shapes.len()], variant / shapes.len()),
    }
}

/// A record with all its keys, in flow style.
pub fn whole(record: &Record, variant: usize) -> String {
    let keys = record.all_keys().map(|key| {
        // The check knows more of some keys than their tables say.
        let value = match key.name {
            "icon" => "web".to_owned(),
            "n" | "volume" | "blank" => "40".to_owned(),
            "share" => ["0.4", "40 %"][variant % 2].to_owned(),
            _ => sample(&key.shape, variant),
        };
        format!("{}: {value}", key.name)
    });
    let keys = keys.collect::<Vec<_>>().join(", ");
    format!("{{internal: true, x-own: [1], {keys}}}")
}
