//! What stands in the way of a PDF, as findings in the map.

use krilla::configure::ValidationError as Fault;
use krilla::configure::validate::VersionedFeature;
use krilla::error::{KrillaError, LimitError};
use krilla::surface::Location;

use super::document::LONGEST;
use super::element::span;
use super::standard::names;
use crate::diag::{Diagnostic, UNFIT_FOR_PDF};
use crate::geom::MILLIMETRE;

const GLYPH: &str = "name a font file that has it: `fonts: [FILE]` in the map, or `--font FILE|DIR` on the command line";
const FONT: &str = "take another font, or draw the letters as outlines: --text outlines";
const NEWER: &str = "ask for a newer standard: --pdf-standard a-2b";
const SMALLER: &str = "draw less of the map on a sheet (--stage, --lane), or ask for a newer standard: --pdf-standard a-2b";
const NAME: &str = "give what stands here a name";
const REPORT: &str = "this is no mistake of the map: please report it, with the map";

/// A sheet that is larger than a page can be.
pub fn too_large(longest: f64) -> Diagnostic {
    let metres = |points: f64| points / MILLIMETRE / 1000.0;
    let message = format!(
        "the sheet is {:.2} m long, and a page of a PDF at most {:.2} m",
        metres(longest),
        metres(LONGEST)
    );
    Diagnostic::new(&UNFIT_FOR_PDF, Default::default(), message)
        .help("take smaller paper: --paper a0")
}

/// What krilla refuses, each kind of it once, at the first place of the map where it stands.
pub fn findings(error: KrillaError) -> Vec<Diagnostic> {
    let faults = match error {
        KrillaError::Validation(faults) => faults,
        other => return vec![finding(None, failure(&other))],
    };
    let mut found: Vec<(Option<Location>, Told)> = faults
        .iter()
        .map(|(fault, validators)| said(fault, &names(*validators)))
        .collect();
    // krilla gives some of them in no order.
    found.sort_by(|(a, told), (b, other)| {
        let place = |place: &Option<Location>| place.map_or(u64::MAX, Location::get);
        (&told.message, place(a)).cmp(&(&other.message, place(b)))
    });
    let mut kinds: Vec<(Option<Location>, Told, usize)> = Vec::new();
    for (place, told) in found {
        match kinds
            .last_mut()
            .filter(|(_, last, _)| last.message == told.message)
        {
            Some((_, _, count)) => *count += 1,
            None => kinds.push((place, told, 0)),
        }
    }
    kinds.sort_by_key(|(place, ..)| *place);
    let kinds = kinds.into_iter();
    kinds
        .map(|(place, told, more)| match (place, more) {
            (None, _) => finding(place, told),
            (Some(_), 0) => finding(place, told).mark("it stands here"),
            (Some(_), 1) => finding(place, told).mark("it stands here, and once more"),
            (Some(_), _) => {
                finding(place, told).mark(format!("it stands here, and {more} times more"))
            }
        })
        .collect()
}

/// What is wrong, and what to do.
struct Told {
    message: String,
    help: &'static str,
}

fn finding(place: Option<Location>, told: Told) -> Diagnostic {
    let span = place.map(span).unwrap_or_default();
    Diagnostic::new(&UNFIT_FOR_PDF, span, told.message).help(told.help)
}

/// What the standards of some names do not allow.
fn said(fault: &Fault, standard: &str) -> (Option<Location>, Told) {
    let told = |place: &Option<Location>, message: String, help: &'static str| {
        (*place, Told { message, help })
    };
    let nowhere = |message: String, help| told(&None, message, help);
    match fault {
        Fault::ContainsNotDefGlyph(_, place, text) => told(
            place,
            format!("no font has `{text}`; an empty box in its place is refused by {standard}"),
            GLYPH,
        ),
        Fault::NoCodepointMapping(_, _, place) => told(
            place,
            format!("a glyph stands for no character, which is refused by {standard}"),
            FONT,
        ),
        Fault::InvalidCodepointMapping(_, _, c, place) => told(
            place,
            format!(
                "the character U+{:04X} is refused by {standard}",
                u32::from(*c)
            ),
            "take it out of the text",
        ),
        Fault::UnicodePrivateArea(_, _, c, place) => told(
            place,
            format!(
                "the character U+{:04X} means something else in each font, which is refused by {standard}",
                u32::from(*c)
            ),
            "write what it shows in words, or with a character that has a meaning of its own",
        ),
        Fault::RestrictedLicense(_) => nowhere(
            format!(
                "a font forbids that it travels with a document, as is asked for by {standard}"
            ),
            "take another font",
        ),
        Fault::MissingDocumentDate => nowhere(
            format!("the map has no date, which is asked for by {standard}"),
            "say when it was last changed, `updated: 2026-01-17`, or set SOURCE_DATE_EPOCH",
        ),
        Fault::NoDocumentLanguage => nowhere(
            format!("the text has no language, which is asked for by {standard}"),
            "name it in the map: `lang: en`",
        ),
        Fault::NoDocumentTitle => nowhere(
            format!("the title has no letters, which are asked for by {standard}"),
            "give the map a title: `title: …`",
        ),
        Fault::MissingHeadingTitle => nowhere(
            format!("a heading has no letters, which are asked for by {standard}"),
            "give the map and its personas names that can be read",
        ),
        Fault::MissingAltText(place) => told(
            place,
            format!("no words say what a picture shows, which are asked for by {standard}"),
            NAME,
        ),
        Fault::MissingAnnotationAltText(place) => told(
            place,
            format!("no words say where a link leads, which are asked for by {standard}"),
            NAME,
        ),
        Fault::Transparency(place) => told(
            place,
            format!("the drawing is translucent in places, which is refused by {standard}"),
            NEWER,
        ),
        Fault::RequiresNewerPdfVersion(feature, place) => told(
            place,
            format!(
                "{}, which are asked for by {standard}, are in PDF since {}",
                match feature {
                    VersionedFeature::StructureOrderTabbing => "links in the order of reading",
                    VersionedFeature::HeaderFooterArtifactSubtypes => "marked page headers",
                    VersionedFeature::TableHeaderScope => "tables whose rows have headers",
                },
                feature
                    .minimum_pdf_version()
                    .as_str()
                    .trim_start_matches("PDF ")
            ),
            "take a newer version of PDF, and with ua-1 a newer PDF/A: --pdf-standard ua-1,a-2a",
        ),
        Fault::TooLongString => nowhere(
            format!("a text of more than 32,767 bytes is refused by {standard}"),
            "shorten the longest text of the map",
        ),
        Fault::TooLongName => nowhere(
            format!("a font has a name of more than 127 bytes, which is refused by {standard}"),
            "take another font",
        ),
        Fault::TooLongArray | Fault::TooLongDictionary | Fault::TooLargeFloat => {
            nowhere(format!("the drawing is too large for {standard}"), SMALLER)
        }
        Fault::TooManyIndirectObjects => nowhere(
            format!("the drawing has too many parts for {standard}"),
            "draw less of the map on a sheet: --stage, --lane",
        ),
        Fault::MissingTagging
        | Fault::MissingDocumentOutline
        | Fault::TooHighQNestingLevel
        | Fault::ContainsPostScript(_)
        | Fault::MissingCMYKProfile
        | Fault::InconsistentSeparationFallback(_)
        | Fault::ImageInterpolation(_)
        | Fault::EmbeddedFile(..)
        | Fault::EmbeddedPDF(_) => nowhere(
            format!("jmap has written what is refused by {standard}"),
            REPORT,
        ),
    }
}

/// What krilla cannot write at all.
fn failure(error: &KrillaError) -> Told {
    let (message, help) = match error {
        KrillaError::Font(_, why) => (format!("a font cannot be written into a PDF: {why}"), FONT),
        KrillaError::Limit(limit) => {
            let what = match limit {
                LimitError::TooLargeFloat => "a length",
                LimitError::TooLongArray => "a list",
                LimitError::TooLongDictionary => "a table",
            };
            (
                format!("{what} of the drawing is too long for PDF 1.4"),
                SMALLER,
            )
        }
        KrillaError::Image(_, _, why) => (
            format!("a picture cannot be written into a PDF: {why}"),
            "save it anew as PNG or JPEG",
        ),
        KrillaError::SixteenBitImage(..) => (
            "a picture has 16 bits for each colour, which PDF has since 1.5".to_owned(),
            "save it anew with 8 bits, or take a newer version: --pdf-standard 1.7",
        ),
        KrillaError::Validation(_)
        | KrillaError::DuplicateNamedDestination(_)
        | KrillaError::DuplicateTagId(..)
        | KrillaError::UnknownTagId(..) => {
            (format!("the PDF could not be written: {error}"), REPORT)
        }
    };
    Told { message, help }
}
