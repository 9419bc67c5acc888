//! A font that can be read in one way only: what is counted by one library is then what another one walks.

use skrifa::raw::TableProvider;
use skrifa::raw::ps::cff::dict::{Operator, Token, tokens};
use skrifa::raw::ps::cff::index::Index;
use skrifa::raw::tables::cmap::CmapSubtable;
use skrifa::{FontRef, Tag};

/// Characters that the tables of characters may name together: each of Unicode's in eight tables.
const MOST_NAMED: u64 = 8 * 0x11_0000;
/// Axes of a variable font; those that people use have at most a tenth.
const MOST_AXES: u16 = 64;

/// What is wrong with a font that libraries would read in different ways, or whose tables claim what no font has.
pub(in crate::text) fn one_reading(font: &FontRef<'_>) -> Result<(), String> {
    let mut tags: Vec<Tag> = font
        .table_directory()
        .table_records()
        .iter()
        .map(|record| record.tag())
        .collect();
    tags.sort_unstable();
    if let Some([tag, _]) = tags.array_windows().find(|[a, b]| a == b) {
        return Err(format!("the font has its table `{tag}` twice"));
    }
    if tags.contains(&Tag::new(b"VARC")) {
        return Err("its glyphs are made of variable components (VARC)".to_owned());
    }
    if named(font) > MOST_NAMED {
        return Err("its tables of characters name more characters than there are".to_owned());
    }
    if let Ok(table) = font.cff() {
        let dicts = table.top_dicts();
        let top = dicts.get(0).unwrap_or_default();
        let fine = dicts.count() == 1 && is_plain(table.offset_data().as_bytes(), top, false);
        fine.then_some(()).ok_or(TWO_WAYS)?;
    }
    if let Ok(table) = font.cff2() {
        let data = table.offset_data().as_bytes();
        let fine = is_plain(data, table.top_dict_data(), true);
        fine.then_some(()).ok_or(TWO_WAYS)?;
    }
    let axes = font.fvar().map_or(0, |fvar| fvar.axis_count());
    if axes > MOST_AXES {
        return Err(format!("it can be varied in more than {MOST_AXES} ways"));
    }
    Ok(())
}

const TWO_WAYS: &str = "its outlines (CFF) can be read in more than one way";

/// How many characters the tables of characters name, each as often as it is named.
fn named(font: &FontRef<'_>) -> u64 {
    let Ok(cmap) = font.cmap() else { return 0 };
    let length = |start: u32, end: u32| 1 + u64::from(end.saturating_sub(start));
    let mut all = 0u64;
    for record in cmap.encoding_records() {
        let count: u64 = match record.subtable(cmap.offset_data()) {
            Ok(CmapSubtable::Format4(table)) => {
                let ends = table.end_code().iter().zip(table.start_code());
                ends.map(|(end, start)| length(start.get().into(), end.get().into()))
                    .sum()
            }
            Ok(CmapSubtable::Format8(table)) => {
                let groups = table.groups().iter();
                groups
                    .map(|g| length(g.start_char_code(), g.end_char_code()))
                    .sum()
            }
            Ok(CmapSubtable::Format12(table)) => {
                let groups = table.groups().iter();
                groups
                    .map(|g| length(g.start_char_code(), g.end_char_code()))
                    .sum()
            }
            Ok(CmapSubtable::Format13(table)) => {
                let groups = table.groups().iter();
                groups
                    .map(|g| length(g.start_char_code(), g.end_char_code()))
                    .sum()
            }
            Ok(CmapSubtable::Format14(table)) => {
                let data = table.offset_data();
                let of = |selector: &skrifa::raw::tables::cmap::VariationSelector| {
                    let usual = selector.default_uvs(data).and_then(Result::ok);
                    let other = selector.non_default_uvs(data).and_then(Result::ok);
                    let usual = usual.map_or(0, |uvs| uvs.ranges().len());
                    let other = other.map_or(0, |uvs| uvs.uvs_mapping().len());
                    1 + (usual + other) as u64
                };
                table.var_selector().iter().map(of).sum()
            }
            _ => 1 << 16,
        };
        all = all.saturating_add(count);
        if all > MOST_NAMED {
            break;
        }
    }
    all
}

/// Whether the dictionaries say each thing once that leads to charstrings and subroutines, in whole numbers, and a font has
/// parts just where it says so.
fn is_plain(data: &[u8], top: &[u8], is_cff2: bool) -> bool {
    let Some(found) = said(top) else { return false };
    let has = |operator| found.iter().any(|(known, _)| *known == operator);
    let first = |operator| {
        let (_, numbers) = found.iter().find(|(known, _)| *known == operator)?;
        usize::try_from(*numbers.first()?).ok()
    };
    if !has(Operator::CharstringsOffset) {
        return false;
    }
    if !is_cff2 && has(Operator::Ros) != has(Operator::FdArrayOffset) {
        return false;
    }
    let Some(at) = first(Operator::FdArrayOffset) else {
        return private(data, &found);
    };
    let parts = data
        .get(at..)
        .and_then(|data| Index::new(data, is_cff2).ok());
    let Some(parts) = parts.filter(|parts| parts.count() <= 256) else {
        return false;
    };
    (0..parts.count() as usize).all(|at| {
        let found = parts.get(at).ok().and_then(said);
        found.is_some_and(|found| private(data, &found))
    })
}

/// Whether the private dictionary that a dictionary names has its subroutines once.
fn private(data: &[u8], found: &[(Operator, Vec<i32>)]) -> bool {
    let mut private = found
        .iter()
        .filter(|(known, _)| *known == Operator::PrivateDictRange);
    let Some((_, numbers)) = private.next() else {
        return true;
    };
    let [length, start] = **numbers else {
        return false;
    };
    let (Ok(length), Ok(start)) = (usize::try_from(length), usize::try_from(start)) else {
        return false;
    };
    let range = start..start.saturating_add(length);
    data.get(range).is_some_and(|dict| said(dict).is_some())
}

/// The operators that lead on, with their numbers; nothing where one stands twice or with anything but whole numbers.
fn said(dict: &[u8]) -> Option<Vec<(Operator, Vec<i32>)>> {
    let mut found: Vec<(Operator, Vec<i32>)> = Vec::new();
    let mut numbers = Vec::new();
    for token in tokens(dict) {
        match token {
            Ok(Token::Operand(number, components)) => {
                let whole = match number {
                    skrifa::raw::ps::cff::stack::Number::I32(whole) if components.is_none() => {
                        Some(whole)
                    }
                    _ => None,
                };
                numbers.push(whole);
            }
            Ok(Token::Operator(operator)) => {
                let numbers = std::mem::take(&mut numbers);
                let wanted = match operator {
                    Operator::CharstringsOffset
                    | Operator::FdArrayOffset
                    | Operator::FdSelectOffset
                    | Operator::SubrsOffset => 1,
                    Operator::PrivateDictRange => 2,
                    Operator::Ros => 3,
                    _ => continue,
                };
                let numbers: Option<Vec<i32>> = numbers.into_iter().collect();
                let numbers = numbers.filter(|numbers| numbers.len() == wanted)?;
                if found.iter().any(|(known, _)| *known == operator) {
                    return None;
                }
                found.push((operator, numbers));
            }
            // What no library knows is passed over by all.
            Err(_) => numbers.clear(),
        }
    }
    Some(found)
}
