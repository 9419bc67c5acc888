//! The document around the pages.

use krilla::geom::{Point, Rect, Transform};
use krilla::page::PageSettings;
use krilla::tagging::TagTree;
use krilla::{Document, SerializeSettings};

use super::bookmarks::outline;
use super::faces::Faces;
use super::metadata::metadata;
use super::page::Painter;
use super::pictures::Pictures;
use super::refusal::{findings, too_large};
use super::tags::{Place, Tagger};
use super::viewer;
use crate::diag::Diagnostic;
use crate::emit::Options;
use crate::geom;
use crate::scene::Scene;

/// The longest side of a page in points: 5.08 m. Acrobat shows no longer one (ISO 32000-1, annex C.2).
pub const LONGEST: f64 = 14_400.0;

/// Writes sheets as the pages of a PDF, or says what stands in the way.
pub fn write(sheets: &[Scene], options: &Options) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let frames: Result<Vec<Frame>, Vec<Diagnostic>> = sheets.iter().map(Frame::of).collect();
    let frames = frames?;
    let mut document = Document::new_with(SerializeSettings {
        configuration: options.pdf.configuration(),
        ..SerializeSettings::default()
    });
    let (mut faces, mut pictures) = (Faces::default(), Pictures::default());
    let mut tagger = Tagger::new();
    let mut tree = TagTree::new().with_lang(sheets.first().map(|sheet| sheet.lang.clone()));
    for (number, (sheet, frame)) in sheets.iter().zip(&frames).enumerate() {
        let Some(settings) = frame.settings() else {
            continue;
        };
        let mut page = document.start_page_with(settings);
        let tools = (&mut faces, &mut pictures);
        let root = Painter::new(page.surface(), tools, sheet, options.text, *frame).draw();
        let mut place = Place {
            page: &mut page,
            number,
            frame: *frame,
        };
        let tags = tagger.sheet(root, sheets.len() == 1, &mut place);
        tree.children.extend(tags);
    }
    document.set_tag_tree(tree);
    document.set_outline(outline(sheets, &frames));
    document.set_metadata(metadata(sheets, options));
    let bytes = document.finish().map_err(findings)?;
    Ok(viewer::without_suspects(viewer::show_title(bytes)))
}

/// How a sheet lies on its page.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// The page's extent in points, bleed included.
    size: geom::Size,
    bleed: f64,
    /// Points of the page in a point of the sheet: less than 1 where a sheet that is no paper would be too large.
    scale: f64,
}

impl Frame {
    fn of(sheet: &Scene) -> Result<Frame, Vec<Diagnostic>> {
        let ground = sheet.ground();
        let longest = ground.width.max(ground.height);
        if longest > LONGEST && sheet.on_paper {
            return Err(vec![too_large(longest)]);
        }
        let scale = (LONGEST / longest).min(1.0);
        Ok(Frame {
            size: geom::Size {
                width: ground.width * scale,
                height: ground.height * scale,
            },
            bleed: sheet.bleed,
            scale,
        })
    }

    /// The page: all of it, and what remains of it where it is cut.
    fn settings(&self) -> Option<PageSettings> {
        let (width, height) = (self.size.width as f32, self.size.height as f32);
        let bleed = (self.bleed * self.scale) as f32;
        let page = PageSettings::from_wh(width, height)?;
        if bleed <= 0.0 {
            return Some(page);
        }
        let whole = Rect::from_xywh(0.0, 0.0, width, height);
        let cut = Rect::from_ltrb(bleed, bleed, width - bleed, height - bleed);
        Some(page.with_bleed_box(whole).with_trim_box(cut))
    }

    /// A place of the sheet on the page.
    pub fn point(&self, x: f64, y: f64) -> Point {
        let place = |value: f64| ((value + self.bleed) * self.scale) as f32;
        Point::from_xy(place(x), place(y))
    }

    /// A rectangle of the sheet on the page; nothing where it has no extent.
    pub fn rect(&self, rect: geom::Rect) -> Option<Rect> {
        let (start, end) = (
            self.point(rect.x, rect.y),
            self.point(rect.right(), rect.bottom()),
        );
        let rect = Rect::from_ltrb(start.x, start.y, end.x, end.y)?;
        (rect.width() > 0.0 && rect.height() > 0.0).then_some(rect)
    }

    /// What brings the sheet onto the page.
    pub fn transform(&self) -> Transform {
        let (scale, origin) = (self.scale as f32, self.point(0.0, 0.0));
        Transform::from_row(scale, 0.0, 0.0, scale, origin.x, origin.y)
    }
}
