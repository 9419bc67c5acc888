//! What the file says beside its pixels.

use ::png::{Decoder, Unit};

use super::*;
use crate::emit::png::{origin, write};
use crate::emit::{FORMATS, Options, Origin, Source, TextMode};

fn told(name: Option<&str>, with: Option<&str>) -> Origin {
    let source = |name| Source::new(name, "0f".repeat(32));
    Origin {
        jmap: "0.1.0".to_owned(),
        map: source(name),
        with: with.map(|name| source(Some(name))),
    }
}

fn file(from: Option<&Origin>) -> Vec<u8> {
    let mut scene = scene(100.0, 80.0, one_of_each);
    scene.description = "lang ".repeat(9000);
    let options = Options {
        origin: from.cloned(),
        ..Options::default()
    };
    write(&scene, &options).expect("nothing in the way")
}

#[test]
fn the_same_drawing_is_the_same_file_however_letters_are_to_be_written() {
    let scene = scene(100.0, 80.0, one_of_each);
    let bytes = |mode: TextMode| write(&scene, &mode.into());
    assert_eq!(bytes(TextMode::Embed), bytes(TextMode::Embed));
    assert_eq!(bytes(TextMode::Embed), bytes(TextMode::Outlines));
}

#[test]
fn where_a_drawing_comes_from_is_read_back_from_its_beginning() {
    let names = [
        None,
        Some("map.yaml"),
        Some("a \"b\" <c> & d's \u{1F389}保.yaml"),
    ];
    let png = FORMATS.iter().find(|format| format.name == "png");
    let within = png.expect("a format").origin_within;
    for name in names {
        for with in [None, Some("next.yaml")] {
            let origin_told = told(name, with);
            let file = file(Some(&origin_told));
            let start = &file[..file.len().min(within as usize)];
            assert_eq!(origin(start), Some(origin_told));
        }
    }
    assert_eq!(origin(&file(None)), None);
}

#[test]
fn other_files_say_nothing_and_do_no_harm() {
    let whole = file(Some(&told(Some("a.yaml"), Some("b.yaml"))));
    for end in 0..400 {
        origin(&whole[..end]);
    }
    let mut damaged = whole;
    for at in 0..400 {
        damaged[at] ^= 0x55;
        origin(&damaged);
        damaged[at] ^= 0x55;
    }
    for other in [
        &b""[..],
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n\xFF\xFF\xFF\xFFtEXt",
    ] {
        assert_eq!(origin(other), None);
    }
    assert_eq!(origin(&picture(1, &[[1, 2, 3]])), None);
}

#[test]
fn the_file_has_a_title_a_resolution_and_no_opacity() {
    let whole = file(None);
    let reader = Decoder::new(std::io::Cursor::new(&whole))
        .read_info()
        .expect("a PNG");
    let info = reader.info();
    assert_eq!((info.width, info.height), (267, 213));
    assert_eq!(info.color_type, ::png::ColorType::Rgb);
    let dims = info.pixel_dims.expect("a resolution");
    // 192 dots per inch.
    assert_eq!((dims.xppu, dims.yppu), (7559, 7559));
    assert!(matches!(dims.unit, Unit::Meter));
    let texts: Vec<(&str, String, &str)> = info
        .utf8_text
        .iter()
        .map(|text| {
            (
                &*text.keyword,
                text.get_text().expect("text"),
                &*text.language_tag,
            )
        })
        .collect();
    assert_eq!(texts[0], ("Title", "A map".to_owned(), "en"));
    assert_eq!(texts[1].0, "Description");
    assert_eq!(texts.len(), 2);
}

#[test]
fn a_language_that_is_none_is_left_out() {
    let mut scene = scene(10.0, 10.0, |_| {});
    scene.lang = "\"><é\0".to_owned();
    scene.title = "a\0b\u{1}".to_owned();
    let file = write(&scene, &Options::default()).expect("nothing in the way");
    let reader = Decoder::new(std::io::Cursor::new(&file))
        .read_info()
        .expect("a PNG");
    let text = &reader.info().utf8_text[0];
    assert_eq!(
        (text.get_text().ok().as_deref(), &*text.language_tag),
        (Some("ab"), "")
    );
}
