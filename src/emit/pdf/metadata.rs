//! What a document says of itself.

use krilla::metadata::{DateTime, Metadata, TextDirection};

use super::origin;
use crate::emit::svg::clean;
use crate::emit::{Moment, Options};
use crate::scene::Scene;

/// Title, language, author, dates. Nothing of it comes from a clock.
pub fn metadata(sheets: &[Scene], options: &Options) -> Metadata {
    let maker = match &options.origin {
        Some(origin) => format!("jmap {}", origin.jmap),
        None => "jmap".to_owned(),
    };
    let mut metadata = Metadata::new()
        .creator(maker.clone())
        .producer(maker)
        .authors(options.author.iter().map(|name| clean(name)).collect());
    if let Some(sheet) = sheets.first() {
        let direction = match sheet.rtl {
            true => TextDirection::RightToLeft,
            false => TextDirection::LeftToRight,
        };
        metadata = metadata
            .title(clean(&sheet.title))
            .description(clean(&sheet.description))
            .language(sheet.lang.clone())
            .text_direction(direction)
            .document_id(id(sheet, options));
    }
    if let Some(date) = options.date {
        metadata = metadata.creation_date(moment(date));
    }
    match &options.origin {
        Some(origin) => metadata.keywords(origin::keywords(origin)),
        None => metadata,
    }
}

/// What stays the same from one state of a map to the next.
fn id(sheet: &Scene, options: &Options) -> String {
    let origin = options.origin.as_ref();
    let name = origin.and_then(|origin| origin.map.name.as_deref());
    format!("{}\n{}", name.unwrap_or_default(), sheet.title)
}

fn moment(moment: Moment) -> DateTime {
    DateTime::new(moment.year)
        .month(moment.month)
        .day(moment.day)
        .hour(moment.hour)
        .minute(moment.minute)
        .second(moment.second)
        .utc_offset_hour(0)
}
