//! The maps whose posters are cut.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use jmap::check::{Files, NoFiles};
use jmap::layout::Paper;
use jmap::scene::Scene;
use jmap::text::Fonts;
use jmap::theme::Theme;

use super::folder::Folder;

/// The posters of the example maps in their own size, by name.
pub fn examples() -> Vec<(String, Scene)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("maps");
    let entries = fs::read_dir(&folder).expect("maps");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    paths.sort();
    assert!(paths.len() > 5);
    paths
        .iter()
        .map(|path| (path.display().to_string(), example(path)))
        .collect()
}

/// The poster of an example map in its own size.
pub fn example(path: &Path) -> Scene {
    let yaml = fs::read_to_string(path).expect("a map");
    let files = Folder(path.parent().expect("a folder").to_path_buf());
    draw(&yaml, &files, None)
}

/// The poster of a map with so many touchpoints, for paper.
pub fn made_up(touchpoints: usize, paper: &Paper) -> Scene {
    let mut yaml = "title: A long way\npersonas: {a: Ann, b: Ben}\nchannels: {web: Website, phone: Phone}\nstages:\n".to_owned();
    for at in 0..touchpoints {
        if at % 10 == 0 {
            writeln!(yaml, "  - name: Part {}\n    touchpoints:", at / 10 + 1).expect("a line");
        }
        let channel = ["web", "phone"][at % 2];
        let score = (at * 7 % 41) as f64 / 10.0 - 2.0;
        writeln!(
            yaml,
            "      - name: Takes step {at} and waits for an answer\n        channel: {channel}\n        emotion: {{a: {{score: {score}, feeling: number {at}}}, b: 0.5}}\n        pain_points: Nobody says how long step {at} takes"
        )
        .expect("lines");
    }
    draw(&yaml, &NoFiles, Some(paper))
}

fn draw(yaml: &str, files: &dyn Files, paper: Option<&Paper>) -> Scene {
    let (map, findings) = jmap::read(yaml, files, &jmap::source::Limits::default()).judged();
    let map = map.unwrap_or_else(|| panic!("{findings:#?}"));
    let mut fonts = Fonts::builtin();
    for font in &map.fonts {
        fonts.add(font.bytes.clone()).expect("a font");
    }
    let theme = Theme::builtin("default").expect("a theme");
    jmap::draw_on(&map, None, &theme, &fonts, paper).scene
}
