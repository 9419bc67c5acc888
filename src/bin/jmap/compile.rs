//! One map, from its file to its scene.

use anyhow::{Result, anyhow};
use jmap::check::Map;
use jmap::diag::any_error;
use jmap::scene::Scene;
use jmap::source::{self, Limits};
use jmap::view::{self, View};

use crate::args::Maps;
use crate::folder::Folder;
use crate::fonts::Given;
use crate::input::Input;
use crate::talk::Page;
use crate::theme::Dressed;

/// How maps are to look, as the command line says.
#[derive(Debug)]
pub struct Look {
    theme: Option<Dressed>,
    fonts: Given,
    /// What of them is drawn.
    pub view: View,
}

impl Look {
    /// Reads the theme and the fonts that are named on the command line.
    pub fn read(args: &Maps) -> Result<Look> {
        let theme = args.theme.as_deref().map(Dressed::named).transpose()?;
        Ok(Look {
            theme,
            fonts: Given::read(&args.font)?,
            view: View::default(),
        })
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
}

/// Reads a map: its file with what was found there, and the map if there is no error.
pub fn read(input: &Input) -> Result<(Page, Option<Map>)> {
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
    let (map, findings) = jmap::read(&page.text, &Folder::new(input.folder()), &limits);
    page.findings = findings;
    Ok((page, map))
}

/// Reads a map and draws it.
pub fn compile(input: &Input, look: &Look) -> Result<Compiled> {
    let (mut page, map) = read(input)?;
    let mut compiled = match map {
        Some(map) => {
            let map = view::cut(map, &look.view)
                .map_err(|refusal| anyhow!("{}: {refusal}", page.name))?;
            draw(&mut page, &map, input, look)
        }
        None => Compiled::default(),
    };
    compiled.pages.insert(0, page);
    compiled.pages.retain(|page| !page.findings.is_empty());
    if compiled.pages.iter().any(|page| any_error(&page.findings)) {
        compiled.scene = None;
    }
    Ok(compiled)
}

fn draw(page: &mut Page, map: &Map, input: &Input, look: &Look) -> Compiled {
    let folder = Folder::new(input.folder());
    let own = match (&look.theme, &map.theme) {
        (None, Some(name)) => match Dressed::of_map(name, &folder) {
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
    let (fonts, findings) = look.fonts.fonts_for(map, &page.text, theme);
    page.findings.extend(findings);
    let (scene, findings) = jmap::draw(map, &theme.theme, &fonts);
    page.findings.extend(findings);
    Compiled {
        pages: own.and_then(|theme| theme.page).into_iter().collect(),
        scene: Some(scene),
    }
}
