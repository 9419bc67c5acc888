#!/usr/bin/env python3
"""Makes the built-in faces from the npm package inter-ui. The same input gives the same bytes.

    python3 -m venv fonts/.venv && fonts/.venv/bin/pip install fonttools==4.68.0 brotli==1.2.1
    fonts/.venv/bin/python fonts/make.py            # needs npm for the download
"""

import os
import subprocess
import tarfile
import tempfile
import unicodedata
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

PACKAGE = "inter-ui@4.1.1"
FACES = {"Regular": 400, "Italic": 400, "SemiBold": 600, "Bold": 700}
# The date of Inter 4.1, so that no clock gets into the files.
os.environ["SOURCE_DATE_EPOCH"] = "1731715200"

CHARACTERS = [
    (0x0020, 0x007E), (0x00A0, 0x024F),  # Latin with its extensions A and B
    (0x0259, 0x0259), (0x02B9, 0x02DD),  # schwa, modifier letters and spacing accents
    (0x0300, 0x0344), (0x0346, 0x036F),  # combining marks
    (0x0370, 0x03FF), (0x1F00, 0x1FFF),  # Greek, also polytonic
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin with further marks, Vietnamese
    (0x2000, 0x2064), (0x2070, 0x209C),  # punctuation, raised and lowered digits
    (0x20A0, 0x20C0), (0x2100, 0x214F), (0x2150, 0x218F),  # currencies, letter-like signs, fractions
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2460, 0x2473), (0x25A0, 0x25FF), (0x2600, 0x26FF), (0x2700, 0x27BF),  # figures and signs
    (0xFB00, 0xFB04), (0xFFFD, 0xFFFD),  # ligatures, the replacement character
]
# What nearly every map in a language of Western or Central Europe is written in.
LATIN = [
    (0x0020, 0x007E), (0x00A0, 0x017F),  # Latin with its extension A
    (0x2010, 0x2027), (0x202F, 0x203A),  # punctuation
    (0x20AC, 0x20AC), (0x2122, 0x2122),  # euro, trade mark
    (0x2190, 0x2199), (0x2212, 0x2212), (0x2248, 0x2248), (0x2264, 0x2265),  # arrows, minus, about, at most, at least
    (0x25CF, 0x25CF), (0x2605, 0x2606), (0x2713, 0x2713), (0xFFFD, 0xFFFD),  # dot, stars, tick, the replacement character
]
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "calt", "liga", "tnum", "case"]


def words_stand_alone(font):
    """Drops the contextual substitutions that look across spaces (raised brackets and hyphens in phrases of capitals) and
    kerning with the space.

    A word then looks the same in every line, which lets jmap shape it once; and those contexts are most of GSUB.
    """
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        kept = [i for i in record.Feature.LookupListIndex if not sees_space(table.LookupList.Lookup[i])]
        record.Feature.LookupListIndex, record.Feature.LookupCount = kept, len(kept)
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for pairs in (getattr(entry, "ExtSubTable", entry) for entry in lookup.SubTable):
            for second in getattr(pairs, "PairSet", []):
                second.PairValueRecord = [pair for pair in second.PairValueRecord if pair.SecondGlyph != "space"]
                second.PairValueCount = len(second.PairValueRecord)


def sees_space(lookup):
    for entry in lookup.SubTable:
        context = getattr(entry, "ExtSubTable", entry)
        around = getattr(context, "BacktrackCoverage", []) + getattr(context, "LookAheadCoverage", [])
        if any("space" in coverage.glyphs for coverage in around):
            return True
    return False


def letters_come_composed(font):
    """Drops the ligatures of letters and accents that Unicode has as one character: shaping composes those first, and the
    table is asked for every letter of a text.
    """
    glyphs = font.getBestCmap()
    characters = {glyph: chr(c) for c, glyph in sorted(glyphs.items(), reverse=True)}

    def is_composed(first, ligature):
        parts = [characters.get(glyph, "") for glyph in [first, *ligature.Component]]
        whole = unicodedata.normalize("NFC", "".join(parts))
        return all(parts) and len(whole) == 1 and glyphs.get(ord(whole)) == ligature.LigGlyph

    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in (getattr(entry, "ExtSubTable", entry) for entry in lookup.SubTable):
            for first, ligatures in list(getattr(table, "ligatures", {}).items()):
                kept = [ligature for ligature in ligatures if not is_composed(first, ligature)]
                table.ligatures[first] = kept
                if not kept:
                    del table.ligatures[first]


def make(source, style, weight, out):
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    words_stand_alone(font)
    letters_come_composed(font)
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.drop_tables += ["DSIG", "gasp", "STAT"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in CHARACTERS for c in range(first, last + 1)])
    subsetter.subset(font)
    assert font["OS/2"].usWeightClass == weight
    font.save(out)


def make_latin(source, out):
    """Keeps of a face what LATIN needs and says all else as the face does: cut down to some of those characters, both give
    the same file. From the small one jmap does that in three quarters of the time.
    """
    font = TTFont(source, recalcTimestamp=False, recalcBBoxes=False)
    options = subset.Options()
    options.layout_features = ["*"]
    options.hinting = options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.prune_unicode_ranges = options.prune_codepage_ranges = options.recalc_average_width = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in LATIN for c in range(first, last + 1)])
    subsetter.subset(font)
    out.parent.mkdir(exist_ok=True)
    font.save(out)


def main():
    here = Path(__file__).resolve().parent
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            archive.extractall(folder, filter="data")
        package = Path(folder) / "package"
        for style, weight in FACES.items():
            face = here / f"Inter-{style}.ttf"
            make(package / "web" / f"Inter-{style}.woff2", style, weight, face)
            make_latin(face, here / "latin" / face.name)
        (here / "OFL.txt").write_bytes((package / "LICENSE.txt").read_bytes())


main()
