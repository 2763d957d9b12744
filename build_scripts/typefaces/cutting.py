"""Cut a font file to some characters and some of its axes, and write it as WOFF2."""

from collections.abc import Collection
from io import BytesIO

import uharfbuzz
from fontTools.ttLib import TTFont

from build_scripts.typefaces.faces import Cut

_FEATURES = ("kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "pnum", "tnum", "lnum")
"""What running text needs (OpenType layout features)."""
_COMPOSITION = "ccmp"
"""It makes one shape of a letter and a mark. There are hundreds of these, and `mark` does nearly as
well without them, so that a file has only those that are also characters of it."""
_VARIATION_SEQUENCES = 14
"""The format of the one table of characters that has another form."""
_FULL_NAMES = (1, 4, 16)
_POSTSCRIPT_NAME = 6
_LICENCE = (0, 7, 13, 14)
"""Copyright, trademark, licence, its address: the SIL Open Font License wants them in a copy."""


def cut_font(font: bytes, cut: Cut) -> bytes:
    """A font with the characters of a cut alone, as WOFF2.

    The same font always gives the same bytes. The result has the name of the family on this site,
    because the licence reserves the original name for unchanged files.

    Args:
        font: a variable font, OpenType.
        cut: its characters, and the axes that stay.
    """
    face = uharfbuzz.Face(font)
    simple, further = (
        {*uharfbuzz.SubsetPlan(face, _wanted(face, cut, features)).old_to_new_glyph_mapping}
        for features in ((), [tag for tag in _FEATURES if tag != _COMPOSITION])
    )
    wanted = _wanted(face, cut, _FEATURES)
    wanted.glyph_set.update(further - simple)
    wanted.flags |= uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    subset = uharfbuzz.subset(face, wanted)
    with TTFont(BytesIO(subset.blob.data), recalcTimestamp=False, lazy=True) as opened:
        # Other characters may have the shapes of ligatures, or of letters in some languages.
        codes = set(cut.characters.codes())
        for table in opened["cmap"].tables:
            if table.format != _VARIATION_SEQUENCES:
                table.cmap = {code: name for code, name in table.cmap.items() if code in codes}
        family = cut.typeface.family
        for record in opened["name"].names:
            if record.nameID in _FULL_NAMES:
                record.string = family
            elif record.nameID == _POSTSCRIPT_NAME:
                record.string = family.replace(" ", "")
        opened.flavor = "woff2"
        file = BytesIO()
        opened.save(file)
    return file.getvalue()


def _wanted(face: uharfbuzz.Face, cut: Cut, features: Collection[str]) -> uharfbuzz.SubsetInput:
    wanted = uharfbuzz.SubsetInput()
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    wanted.unicode_set.update(cut.characters.codes())
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.update(int.from_bytes(tag.encode()) for tag in features)
    wanted.name_id_set.clear()
    wanted.name_id_set.update((*_FULL_NAMES, _POSTSCRIPT_NAME, *_LICENCE))
    for tag, limits in cut.typeface.axes:
        if limits is None:
            wanted.pin_axis_to_default(face, tag)
        else:
            wanted.set_axis_range(face, tag, *map(float, limits))
    return wanted
