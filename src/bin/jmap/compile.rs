//! One map, from its file to its scene.

use anyhow::{Result, anyhow, bail};
use jmap::check::{Date, Map};
use jmap::diag::{Diagnostic, Flags, Settings, any_error, once};
use jmap::emit::Origin;
use jmap::layout::Paper;
use jmap::limits::{Limit, Limits};
use jmap::scene::{Node, Scene};
use jmap::source;
use jmap::text::{Fonts, Shaper};
use jmap::view::{self, View};

use crate::args::Maps;
use crate::folder::Folder;
use crate::fonts::Given;
use crate::input::Input;
use crate::sources::{self, Source};
use crate::talk::Page;
use crate::theme::Dressed;
use crate::tile::{self, Division};
use crate::timings::Timings;
use crate::{origin, paper};

/// What is told of a drawing on a paper.
pub type Row = [String; 6];

/// Papers to try drawings on.
#[derive(Debug)]
pub struct Tried {
    /// Each with its name.
    pub papers: Vec<(&'static str, Paper)>,
    /// What is told of a drawing on one, by its name.
    pub row: fn(&str, &Scene) -> Row,
}

/// How maps are to look, as the command line says.
#[derive(Debug)]
pub struct Look {
    theme: Option<Dressed>,
    fonts: Given,
    /// What of them is drawn.
    pub view: View,
    flags: Flags,
    /// The day on which maps are linted; `None`: they are not.
    pub as_of: Option<Date>,
    /// The paper that they are made for.
    pub paper: Option<Paper>,
    /// What they are divided into.
    pub division: Option<Division>,
    /// Papers that they are tried on, one after another: what is to be told of each drawing, which is not kept.
    pub tried: Option<Tried>,
    /// Whether drawings are to say where they come from.
    pub origin: bool,
    /// How long the stages take.
    pub timings: Timings,
    /// How much is taken of anything.
    pub limits: Limits,
}

impl Look {
    /// Reads the theme and the fonts that are named on the command line.
    pub fn read(args: &Maps) -> Result<Look> {
        let limits = args.limits.limits();
        let theme = args.theme.as_deref();
        let theme = theme.map(|theme| Dressed::named(theme, &limits));
        let theme = theme.transpose()?;
        Ok(Look {
            theme,
            fonts: Given::read(&args.font, &limits)?,
            view: View::default(),
            flags: args.levels.flags()?,
            as_of: None,
            paper: None,
            division: None,
            tried: None,
            origin: false,
            timings: Timings::new(args.timings),
            limits,
        })
    }

    /// Reads a map and cuts it.
    fn read_part(&self, input: &Input) -> Result<Read> {
        let folder = Folder::new(input.folder());
        let mut read = match self.origin {
            false => open(input, folder, &self.limits, &self.timings)?,
            true => open(input, folder.hashing(), &self.limits, &self.timings)?,
        };
        let name = read.page.name.clone();
        read.map = match read.map.map(|map| view::cut(map, &self.view)).transpose() {
            Ok(map) => map,
            Err(refusal) => match refusal.finding() {
                Some(finding) => {
                    read.page.findings.push(finding);
                    None
                }
                None => bail!("{name}: {refusal}"),
            },
        };
        if let (Some(map), true) = (&read.map, self.view.public) {
            read.folder.show_only(map);
        }
        if let (Some(map), Some(day)) = (&read.map, self.as_of) {
            let lint = || jmap::lint(map, day, &self.limits);
            let found = self.timings.time("lint", lint);
            read.page.findings.extend(found);
        }
        Ok(read)
    }

    /// Says what is to be said of a whole run: how long its stages took, and which fonts were passed over.
    pub fn tell(&self, args: &Maps, maps: usize) {
        self.fonts.tell();
        self.timings.tell(args, maps);
    }

    /// What is to be said of a map.
    fn judge(&self, read: Read) -> Page {
        let (mut page, settings) = (read.page, read.settings);
        // Only where all was looked for can it be said that something silences nothing.
        if read.map.is_some() && self.as_of.is_some() {
            page.findings.extend(settings.unused(&page.findings));
        }
        judged(page, &settings, &self.flags)
    }

    /// The files of the command line that it was read from: the theme with its fonts, and fonts, but for those in folders.
    pub fn sources(&self) -> Vec<Source> {
        let of_theme = self.theme.iter().flat_map(|theme| &theme.sources);
        of_theme.chain(self.fonts.sources()).cloned().collect()
    }

    /// The theme's file and what was found there.
    pub fn page(&mut self) -> Option<Page> {
        self.theme.as_mut().and_then(|theme| theme.page.take())
    }
}

/// A map that was read.
#[derive(Debug, Default)]
pub struct Compiled {
    /// Its files, the map's first, with what was found in them if anything.
    pub pages: Vec<Page>,
    /// The drawing, on one sheet or several; none where an error was found.
    pub sheets: Vec<Scene>,
    /// What is to be told of the papers that it was tried on; nothing where an error was found.
    pub rows: Vec<Row>,
    /// Where the drawing comes from, if it is to say so.
    pub origin: Option<Origin>,
    /// Who keeps the map current, if it says so.
    pub author: Option<String>,
    /// When the map was last changed, if it says so.
    pub updated: Option<Date>,
    /// The files that it was made from, each once: the map and what stands beside it, the second map and what stands beside
    /// it, the theme and its fonts, the fonts of the command line and those that were found in its folders and used.
    pub sources: Vec<Source>,
    /// Those of them of which the drawing may show something: all, but for pictures that the public does not see.
    pub shown: Vec<Source>,
}

impl Compiled {
    /// No drawing, but what there is to say of a theme.
    fn without(theme: Option<Dressed>) -> Compiled {
        Compiled {
            pages: theme.and_then(|theme| theme.page).into_iter().collect(),
            ..Compiled::default()
        }
    }

    /// The files of which there is something to say; `more` are findings in the map.
    pub fn told(mut self, more: Vec<Diagnostic>) -> Vec<Page> {
        if let Some(map) = self.pages.first_mut() {
            map.findings.extend(more);
        }
        self.pages
            .retain(|page| !page.findings.is_empty() || !page.silenced.is_empty());
        self.pages
    }
}

/// Reads a map and draws it, perhaps with a second one to compare it with.
pub fn compile(input: &Input, second: Option<&Input>, look: &Look) -> Result<Compiled> {
    let mut first = look.read_part(input)?;
    let mut other = second.map(|second| look.read_part(second)).transpose()?;
    let mut compiled = Compiled::default();
    if let Some(map) = &first.map {
        let second = match &mut other {
            None => Second::None,
            Some(Read { map: None, .. }) => Second::Unreadable,
            Some(Read {
                page,
                map: Some(map),
                ..
            }) => Second::Read(page, map),
        };
        let drawn = || draw(&mut first.page, map, second, &first.folder, look);
        compiled = look.timings.time("lay out", drawn)?;
        compiled.author = map.owner.as_ref().map(|owner| owner.text.to_string());
        compiled.updated = map.updated;
    }
    if look.origin {
        // A theme in which nothing is drawn counts as well; what is wrong with it is told where it is drawn.
        let undrawn = [look.theme.as_ref().map(|_| &first), other.as_ref()];
        for read in undrawn.into_iter().flatten() {
            if let Some(map) = &read.map {
                origin::read_theme(map, &read.folder, &look.limits);
            }
        }
        let source = |(input, read): (&Input, &Read)| match look.view.public {
            true => origin::public(input),
            false => origin::source(input, &read.page.text, &read.folder),
        };
        let with = second.zip(other.as_ref()).map(source);
        compiled.origin = Some(origin::of(source((input, &first)), with));
    }
    let (mut made_of, mut shown) = (Vec::new(), Vec::new());
    let inputs = [Some((input, &first)), second.zip(other.as_ref())];
    for (input, read) in inputs.into_iter().flatten() {
        sources::add(&mut made_of, [input.source()]);
        sources::add(&mut made_of, read.folder.sources());
        sources::add(&mut shown, [input.source()]);
        sources::add(&mut shown, read.folder.shown());
    }
    sources::add(&mut shown, compiled.sources.clone());
    sources::add(&mut made_of, compiled.sources);
    (compiled.sources, compiled.shown) = (made_of, shown);
    compiled.pages.insert(0, look.judge(first));
    compiled.pages.extend(other.map(|other| look.judge(other)));
    if compiled.pages.iter().any(|page| any_error(&page.findings)) {
        compiled.sheets.clear();
        compiled.rows.clear();
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

/// A map's file, what was found there so far, and the map if nothing is an error.
pub struct Read {
    /// Its file and what was found there, at the rules' own levels.
    pub page: Page,
    /// What it says.
    pub map: Option<Map>,
    /// The files beside it.
    pub folder: Folder,
    settings: Settings,
}

/// Reads a map: its file and what is to be said of it, and the map if nothing is an error.
pub fn read(input: &Input, limits: &Limits) -> Result<(Page, Option<Map>)> {
    let folder = Folder::new(input.folder());
    let read = open(input, folder, limits, &Timings::default())?;
    let page = judged(read.page, &read.settings, &Flags::default());
    Ok((page, read.map))
}

fn judged(mut page: Page, settings: &Settings, flags: &Flags) -> Page {
    let verdict = settings.judge(page.findings, flags);
    page.findings = verdict.findings;
    page.silenced = verdict.silenced;
    page
}

/// Reads a map, and from its folder what it names.
pub fn open(input: &Input, folder: Folder, limits: &Limits, timings: &Timings) -> Result<Read> {
    let most = limits.of(Limit::Bytes);
    let bytes = timings.time("read the file", || input.read(most))?;
    let mut read = Read {
        page: Page {
            name: input.name(),
            ..Page::default()
        },
        map: None,
        folder,
        settings: Settings::default(),
    };
    let page = &mut read.page;
    if let Some(finding) = limits.refuse_bytes(bytes.len()) {
        page.findings.push(finding);
        return Ok(read);
    }
    match source::decode(&bytes) {
        Ok(text) => page.text = text.to_owned(),
        Err(finding) => {
            page.text = String::from_utf8_lossy(&bytes).into_owned();
            page.findings.push(*finding);
            return Ok(read);
        }
    }
    let mut steps = timings.steps();
    let reading = jmap::read_in_steps(&page.text, &read.folder, limits, &mut steps);
    page.findings = reading.findings;
    read.map = reading.map;
    read.settings = reading.settings;
    Ok(read)
}

fn draw(
    page: &mut Page,
    map: &Map,
    second: Second,
    folder: &Folder,
    look: &Look,
) -> Result<Compiled> {
    let own = match (&look.theme, &map.theme) {
        (None, Some(name)) => match Dressed::of_map(name, folder, &look.limits) {
            Ok(theme) => Some(theme),
            Err(finding) => {
                page.findings.push(*finding);
                return Ok(Compiled::default());
            }
        },
        (None, None) => Some(Dressed::usual()),
        (Some(_), _) => None,
    };
    let Some(theme) = own.as_ref().or(look.theme.as_ref()) else {
        return Ok(Compiled::default());
    };
    let mut sources = theme.sources.clone();
    let (other, second) = match second {
        Second::Unreadable => return Ok(Compiled::without(own)),
        Second::None => (None, None),
        Second::Read(other, second) => (Some(other), Some(second)),
    };
    let maps: Vec<&Map> = std::iter::once(map).chain(second).collect();
    let texts = |fonts: &Fonts| match look.view == View::default() {
        true => {
            let second = other.as_ref().map_or("", |other| &other.text);
            [&page.text, second].concat()
        }
        // What is cut has no say in which fonts are taken.
        false => words(
            &jmap::draw_on(map, second, &theme.theme, fonts, None)
                .scene
                .nodes,
        ),
    };
    let (fonts, unusable, used) = look.fonts.fonts_for(&maps, &texts, theme, &look.limits);
    sources.extend(used);
    let shaper = Shaper::new(&fonts, &map.lang.tag, map.lang.rtl);
    let is_fitted = look.paper.is_some() || look.tried.is_some();
    let shaper = match is_fitted {
        true => shaper.keeping(),
        false => shaper,
    };
    if is_fitted {
        let parts = jmap::layout::parts(map, second, &theme.theme, &shaper);
        if parts > look.limits.of(Limit::Fitted) {
            let most = look.limits.written(Limit::Fitted);
            let message = format!(
                "the drawing has more than {most} parts, which is too much to fit to paper"
            );
            let advice = "draw it without paper, on sheets (`--tile a3`), or less of it: `--view exec`, `--stage`";
            let finding =
                look.limits
                    .refuse_amount(Limit::Fitted, parts, map.title.span, message, advice);
            page.findings.push(finding.mark("this map"));
            return Ok(Compiled::without(own));
        }
    }
    let on =
        |map: &Map, paper: Option<&Paper>| jmap::draw_in(map, second, &theme.theme, &shaper, paper);
    let draw = |map: &Map, paper: Option<&Paper>| {
        let mut drawing = on(map, paper);
        if let (Some(paper), Some(too_small)) = (paper, &drawing.too_small) {
            let would_do = |paper: &Paper| on(map, Some(paper)).too_small.is_none();
            let larger = paper::smallest(paper, would_do);
            drawing.findings[0].push(too_small.finding(paper, larger));
        }
        (drawing.scene, drawing.findings)
    };
    if let Some(tried) = &look.tried {
        let on_paper = |(name, paper): &(&str, Paper)| {
            let (scene, [found, _]) = draw(map, Some(paper));
            ((tried.row)(name, &scene), found)
        };
        let (rows, found): (_, Vec<_>) = tried.papers.iter().map(on_paper).unzip();
        let mut found: Vec<_> = unusable.into_iter().chain(found).flatten().collect();
        // Each says the same of what it repeats.
        once(&mut found);
        page.findings.extend(found);
        return Ok(Compiled {
            rows,
            sources,
            ..Compiled::without(own)
        });
    }
    let drawn = tile::divided(map, look.division.as_ref(), look.paper, draw);
    let (sheets, found) = drawn.map_err(|refusal| anyhow!("{}: {refusal}", page.name))?;
    let findings = unusable.into_iter().zip(found);
    for (page, (unusable, found)) in [Some(page), other].into_iter().flatten().zip(findings) {
        page.findings.extend(unusable.into_iter().chain(found));
    }
    Ok(Compiled {
        sheets,
        sources,
        ..Compiled::without(own)
    })
}

/// All that is written in a drawing.
fn words(nodes: &[Node]) -> String {
    let of = |node: &Node| match node {
        Node::Group(group) => words(&group.children),
        Node::Text(text) => text.line.text.to_string(),
        Node::Shape(_) | Node::Image(_) => String::new(),
    };
    nodes.iter().map(of).collect()
}
