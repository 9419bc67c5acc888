//! One map, from its file to its scene.

use anyhow::{Result, anyhow};
use jmap::check::Map;
use jmap::diag::any_error;
use jmap::emit::Origin;
use jmap::scene::Scene;
use jmap::source::{self, Limits};
use jmap::view::{self, View};

use crate::args::Maps;
use crate::folder::Folder;
use crate::fonts::Given;
use crate::input::Input;
use crate::origin;
use crate::talk::Page;
use crate::theme::Dressed;

/// How maps are to look, as the command line says.
#[derive(Debug)]
pub struct Look {
    theme: Option<Dressed>,
    fonts: Given,
    /// What of them is drawn.
    pub view: View,
    /// Whether drawings are to say where they come from.
    pub origin: bool,
}

impl Look {
    /// Reads the theme and the fonts that are named on the command line.
    pub fn read(args: &Maps) -> Result<Look> {
        let theme = args.theme.as_deref().map(Dressed::named).transpose()?;
        Ok(Look {
            theme,
            fonts: Given::read(&args.font)?,
            view: View::default(),
            origin: false,
        })
    }

    /// The folder of a map.
    fn folder(&self, input: &Input) -> Folder {
        if self.origin {
            Folder::hashing(input.folder())
        } else {
            Folder::new(input.folder())
        }
    }

    /// Reads a map and cuts it.
    fn read_part(&self, input: &Input, folder: &Folder) -> Result<(Page, Option<Map>)> {
        let (page, map) = read_in(input, folder)?;
        if let Some(map) = map.as_ref().filter(|_| self.origin) {
            origin::read_theme(map, folder);
        }
        let cut =
            |map| view::cut(map, &self.view).map_err(|refusal| anyhow!("{}: {refusal}", page.name));
        let map = map.map(cut).transpose()?;
        Ok((page, map))
    }

    /// The theme's file and what was found there.
    pub fn page(&mut self) -> Option<Page> {
        self.theme.as_mut().and_then(|theme| theme.page.take())
    }
}

/// A map that was read.
#[derive(Debug, Default)]
pub struct Compiled {
    /// Its files, the map's first, and what was found in them.
    pub pages: Vec<Page>,
    /// The drawing; `None` where an error was found.
    pub scene: Option<Scene>,
    /// Where the drawing comes from, if it is to say so.
    pub origin: Option<Origin>,
}

/// Reads a map and draws it, perhaps with a second one to compare it with.
pub fn compile(input: &Input, second: Option<&Input>, look: &Look) -> Result<Compiled> {
    let folder = look.folder(input);
    let (mut page, map) = look.read_part(input, &folder)?;
    let beside = second.map(|second| (second, look.folder(second)));
    let other = beside
        .as_ref()
        .map(|(second, folder)| look.read_part(second, folder));
    let mut other = other.transpose()?;
    let mut compiled = Compiled::default();
    if let Some(map) = &map {
        let second = match &mut other {
            Some((page, Some(map))) => Second::Read(page, map),
            Some((_, None)) => Second::Unreadable,
            None => Second::None,
        };
        compiled = draw(&mut page, map, second, &folder, look);
    }
    if look.origin {
        let with = beside.as_ref().zip(other.as_ref());
        let with =
            with.map(|((input, folder), (page, _))| origin::source(input, &page.text, folder));
        compiled.origin = Some(origin::of(origin::source(input, &page.text, &folder), with));
    }
    compiled.pages.insert(0, page);
    compiled.pages.extend(other.map(|(page, _)| page));
    compiled.pages.retain(|page| !page.findings.is_empty());
    if compiled.pages.iter().any(|page| any_error(&page.findings)) {
        compiled.scene = None;
    }
    Ok(compiled)
}

/// The map to compare with.
enum Second<'a> {
    /// None is wanted.
    None,
    /// It has errors.
    Unreadable,
    /// Its file, and what it says.
    Read(&'a mut Page, &'a Map),
}

/// Reads a map: its file and what was found there, and the map if nothing is an error.
pub fn read(input: &Input) -> Result<(Page, Option<Map>)> {
    read_in(input, &Folder::new(input.folder()))
}

/// Reads a map whose files are taken from a folder.
pub fn read_in(input: &Input, folder: &Folder) -> Result<(Page, Option<Map>)> {
    let limits = Limits::default();
    let bytes = input.read(limits.bytes)?;
    let mut page = Page {
        name: input.name(),
        text: String::new(),
        findings: Vec::new(),
    };
    if let Some(finding) = limits.refuse_bytes(bytes.len()) {
        page.findings.push(finding);
        return Ok((page, None));
    }
    match source::decode(&bytes) {
        Ok(text) => page.text = text.to_owned(),
        Err(finding) => {
            page.text = String::from_utf8_lossy(&bytes).into_owned();
            page.findings.push(*finding);
            return Ok((page, None));
        }
    }
    let (map, findings) = jmap::read(&page.text, folder, &limits);
    page.findings = findings;
    Ok((page, map))
}

fn draw(page: &mut Page, map: &Map, second: Second, folder: &Folder, look: &Look) -> Compiled {
    let own = match (&look.theme, &map.theme) {
        (None, Some(name)) => match Dressed::of_map(name, folder) {
            Ok(theme) => Some(theme),
            Err(finding) => {
                page.findings.push(*finding);
                return Compiled::default();
            }
        },
        (None, None) => Some(Dressed::usual()),
        (Some(_), _) => None,
    };
    let Some(theme) = own.as_ref().or(look.theme.as_ref()) else {
        return Compiled::default();
    };
    let scene = match second {
        Second::Unreadable => None,
        Second::None => {
            let (fonts, findings) = look.fonts.fonts_for(&[(map, &page.text)], theme);
            page.findings.extend(findings.into_iter().flatten());
            let (scene, findings) = jmap::draw(map, &theme.theme, &fonts);
            page.findings.extend(findings);
            Some(scene)
        }
        Second::Read(other, second) => {
            let maps = [(map, &*page.text), (second, &*other.text)];
            let (fonts, unusable) = look.fonts.fonts_for(&maps, theme);
            let (scene, missing) = jmap::draw_with(map, second, &theme.theme, &fonts);
            for (page, findings) in [page, other]
                .into_iter()
                .zip(unusable.into_iter().zip(missing))
            {
                page.findings
                    .extend(findings.0.into_iter().chain(findings.1));
            }
            Some(scene)
        }
    };
    Compiled {
        pages: own.and_then(|theme| theme.page).into_iter().collect(),
        scene,
        origin: None,
    }
}
