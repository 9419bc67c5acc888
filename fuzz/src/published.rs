//! A map of which much is internal, drawn for the public: twice, with other words and numbers where it is internal.

use jmap::emit::{FORMATS, Options, Resolution, TextMode};
use jmap::scene::dump;
use jmap::source::Limits;
use jmap::text::Fonts;
use jmap::theme::{BUILTIN, Theme};
use jmap::view::{Audience, View, cut};

use super::made::{Beside, Made};

/// What stands in texts and in the place of numbers that are internal, and what stands there the second time.
const OTHERS: [(&str, &str); 2] = [("zqplanted", "wv 保密 longer"), ("90071", "8")];

/// The files of the public's drawing, or why there is none.
fn files(yaml: &str, way: usize) -> Result<Vec<Vec<u8>>, String> {
    let reading = jmap::read(yaml, &Beside::default(), &Limits::default());
    let map = reading.map.ok_or("it has errors")?;
    let view = View {
        public: true,
        audience: [None, None, Some(Audience::Exec), Some(Audience::Team)][way % 4],
        ..View::default()
    };
    let map = cut(map, &view).map_err(|refusal| refusal.to_string())?;
    let theme = Theme::builtin(BUILTIN[way % BUILTIN.len()].0).expect("a theme");
    let scene = jmap::draw(&map, &theme, &Fonts::builtin()).0;
    let mut files = vec![dump(&scene).into_bytes()];
    // Each format at times: a PDF or PNG takes more time than all the rest.
    let formats = FORMATS.iter().enumerate();
    for (_, format) in formats.filter(|(at, format)| format.name == "svg" || way % 11 == *at) {
        let options = Options {
            text: TextMode::System,
            resolution: Resolution::Width(300),
            ..Options::default()
        };
        let file = (format.write)(std::slice::from_ref(&scene), &options);
        files.extend(file);
    }
    Ok(files)
}

/// Nothing that is internal is in the public's drawing, and none of its bytes depends on it. Says whether there is a drawing, and
/// something planted in its map.
pub fn public(made: &Made<true>) -> bool {
    let other = OTHERS
        .iter()
        .fold(made.yaml.clone(), |yaml, (mark, other)| {
            yaml.replace(mark, other)
        });
    let (here, there) = (files(&made.yaml, made.way), files(&other, made.way));
    assert!(
        here == there,
        "something depends on what is internal\n{made:?}"
    );
    let Ok(files) = here else {
        return false;
    };
    for file in files {
        let text = String::from_utf8_lossy(&file).to_lowercase();
        assert!(
            !text.contains(OTHERS[0].0),
            "something internal is drawn\n{made:?}"
        );
    }
    made.yaml.contains(OTHERS[0].0)
}
