"""Which typefaces the site has, and into which files each is cut.

A browser fetches a file only when a page has one of its characters (`unicode-range`, CSS Fonts 4),
so readers of English fetch no Cyrillic.
"""

from collections.abc import Collection, Iterator
from itertools import product
from typing import NamedTuple


class Typeface(NamedTuple):
    """One style of a family.

    Attributes:
        family: the name that style sheets use. It is not the designer's, who reserves that for
            unchanged files.
        style: as in CSS.
        package: where the font file is.
        file: its path in that package.
        axes: the range of each axis of a variable font that stays; None keeps the default alone.
    """

    family: str
    style: str
    package: str
    file: str
    axes: tuple[tuple[str, tuple[int, int] | None], ...]


class Characters(NamedTuple):
    """The characters of one file.

    Attributes:
        name: of the file.
        script: the one whose texts cannot be set without it (ISO 15924); empty if there is none.
        ranges: inclusive ranges of code points.
    """

    name: str
    script: str
    ranges: tuple[tuple[int, int], ...]

    def codes(self) -> Iterator[int]:
        """The code points."""
        return (code for first, last in self.ranges for code in range(first, last + 1))


WEIGHTS = (400, 700)
"""From regular to bold."""

SERIF = "Readings Serif"
SANS = "Readings Sans"

TYPEFACES = (
    Typeface(
        SERIF,
        "normal",
        "fontpkg_source_serif_4",
        "files/SourceSerif4[opsz,wght].ttf",
        (("wght", WEIGHTS), ("opsz", None)),
    ),
    Typeface(
        SERIF,
        "italic",
        "fontpkg_source_serif_4",
        "files/SourceSerif4-Italic[opsz,wght].ttf",
        (("wght", WEIGHTS), ("opsz", None)),
    ),
    Typeface(
        SANS,
        "normal",
        "fontpkg_source_sans_3",
        "files/SourceSans3[wght].ttf",
        (("wght", WEIGHTS),),
    ),
    Typeface(
        SANS,
        "italic",
        "fontpkg_source_sans_3",
        "files/SourceSans3-Italic[wght].ttf",
        (("wght", WEIGHTS),),
    ),
)

# A mark is set by the font of its letter, so every file has the marks.
_MARKS = (0x0300, 0x036F)

CHARACTERS = (
    Characters(
        "latin",
        "Latn",
        (
            (0x0020, 0x007E),
            (0x00A0, 0x00FF),
            (0x0131, 0x0131),
            (0x0152, 0x0153),
            (0x0237, 0x0237),
            (0x02B9, 0x02BC),
            (0x02BE, 0x02BF),
            (0x02C6, 0x02C6),
            (0x02DA, 0x02DA),
            (0x02DC, 0x02DC),
            _MARKS,
            (0x2010, 0x2027),
            (0x2030, 0x205E),
            (0x20AC, 0x20AC),
            (0x2116, 0x2116),
            (0x2122, 0x2122),
            (0x2190, 0x2193),
            (0x2212, 0x2212),
            (0x2215, 0x2215),
        ),
    ),
    # Central and Eastern Europe, the Baltic, Turkish.
    Characters(
        "latin-extended",
        "",
        (
            (0x0100, 0x0130),
            (0x0132, 0x0151),
            (0x0154, 0x017F),
            (0x0192, 0x0192),
            (0x0218, 0x021B),
            _MARKS,
        ),
    ),
    Characters(
        "vietnamese",
        "",
        (
            (0x01A0, 0x01A1),
            (0x01AF, 0x01B0),
            _MARKS,
            (0x1EA0, 0x1EFF),
            (0x20AB, 0x20AB),
        ),
    ),
    # The International Phonetic Alphabet.
    Characters(
        "phonetic",
        "",
        (
            (0x0250, 0x02B8),
            (0x02BD, 0x02BD),
            (0x02C0, 0x02C5),
            (0x02C7, 0x02D9),
            (0x02DB, 0x02DB),
            (0x02DD, 0x02FF),
            _MARKS,
        ),
    ),
    # Transliterations, older alphabets, currencies.
    Characters(
        "latin-further",
        "",
        (
            (0x0180, 0x0191),
            (0x0193, 0x019F),
            (0x01A2, 0x01AE),
            (0x01B1, 0x0217),
            (0x021C, 0x0236),
            (0x0238, 0x024F),
            _MARKS,
            (0x1D00, 0x1DBF),
            (0x1E00, 0x1E9F),
            (0x20A0, 0x20AA),
            (0x20AD, 0x20B3),
            (0x20B5, 0x20C0),
            (0x2C60, 0x2C7F),
            (0xA720, 0xA7FF),
        ),
    ),
    # The Slavic languages of today.
    Characters(
        "cyrillic",
        "Cyrl",
        (
            _MARKS,
            (0x0400, 0x045F),
            (0x0490, 0x0491),
            (0x20B4, 0x20B4),
        ),
    ),
    # Church Slavonic, and the other languages of Russia and Central Asia.
    Characters(
        "cyrillic-further",
        "",
        (
            _MARKS,
            (0x0460, 0x048F),
            (0x0492, 0x052F),
            (0x1C80, 0x1C8A),
            (0x2DE0, 0x2DFF),
            (0xA640, 0xA69F),
        ),
    ),
    Characters("greek", "Grek", (_MARKS, (0x0370, 0x03FF), (0x1F00, 0x1FFF))),
)


class Cut(NamedTuple):
    """One font file of the site."""

    typeface: Typeface
    characters: Characters

    @property
    def name(self) -> str:
        """Of the file."""
        family = self.typeface.family.rpartition(" ")[2].lower()
        slope = "-italic" if self.typeface.style == "italic" else ""
        return f"{family}{slope}-{self.characters.name}.woff2"


def cuts() -> Iterator[Cut]:
    """All font files of the site."""
    return (Cut(face, characters) for face, characters in product(TYPEFACES, CHARACTERS))


def files_at_once(scripts: Collection[str], slopes: Collection[str]) -> Iterator[str]:
    """The names of the files that a page needs as soon as it opens.

    Slanted letters in a text itself are rare, so only those of the sans are among them.

    Args:
        scripts: of the page (ISO 15924).
        slopes: the values of `font-style` on it.
    """
    return (
        cut.name
        for cut in cuts()
        if cut.characters.script in scripts
        and cut.typeface.style in slopes
        and (cut.typeface.family == SANS or cut.typeface.style == "normal")
    )


def font_faces(folder: str) -> str:
    """The rules by which browsers find the font files.

    Args:
        folder: the relative address of the files, from the style sheet.
    """
    return "\n".join(_font_face(cut, folder) for cut in cuts())


def _font_face(cut: Cut, folder: str) -> str:
    face = cut.typeface
    lightest, boldest = WEIGHTS
    ranges = ",".join(_range(*ends) for ends in cut.characters.ranges)
    return (
        f'@font-face{{font-family:"{face.family}";font-style:{face.style};'
        f"font-weight:{lightest} {boldest};font-display:swap;"
        f'src:url("{folder}/{cut.name}") format("woff2");unicode-range:{ranges}}}'
    )


def _range(first: int, last: int) -> str:
    return f"U+{first:04X}" if first == last else f"U+{first:04X}-{last:04X}"
