"""Texts in which everything that makes anchoring hard is frequent, and tools to test with them."""

import regex
from hypothesis import strategies as st

from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.selector import TextQuoteSelector
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.read.files.source_paragraphs import split_paragraphs
from build_scripts.text.graphemes import clusters

PIECES = (
    *"aab.\"' \n",
    "\n\n",
    " \n \n",
    "\u00a0",  # no-break space
    "\u2009",  # thin space
    "\u2000",  # en quad: form C turns it into U+2002
    "\u2028",  # line separator
    "\t",
    "\u2018",
    "\u2019",
    "\u02bc",
    "\u201c",
    "\u201d",
    "\u00ab",  # a guillemet, which is not folded
    "\u00e9",  # é
    "e\u0301",  # é in two
    "e",
    "\u0301",
    "\u0323",  # dot below: form C puts it before U+0301
    "\u0344",  # form C makes two marks of it
    "\u212b",  # the unit ångström: form C makes Å of it
    "\u0958",  # a letter that form C takes apart
    "\u0915",  # its first half
    "\u093c",  # its second half
    "\u094d",  # virama, joins two Indic consonants
    "\u1112",
    "\u1161",
    "\u11ab",  # a Hangul syllable in three
    "\ud55c",  # the same in one
    "\ud558",  # its first two
    "\u0600",  # Arabic number sign: joins with what follows
    "\u05d0",
    "\u05b8",  # Hebrew letter and point
    "\u202e",  # right-to-left override
    "\u200d",  # zero-width joiner
    "\u200b",  # zero-width space
    "\u00ad",  # soft hyphen
    "\U0001f469",
    "\U0001f469\u200d\U0001f467",  # a family
    "\U0001f3fd",  # skin tone
    "\U0001f1e6",
    "\U0001f1e7",  # halves of flags
    "\ufe0f",
    "\u6771",
    "\u4eac",
    "\u3002",
    "\u30ab\u3099",  # ガ in two
    "\u0e01\u0e33",  # Thai with a vowel that follows
    "\r\n",
    "\\",
    "{",
    "]",
    "`",  # typed for a quotation mark
    "\u05f4",  # gershayim
    "\u1fef",  # form C makes a backtick of it
    "\u0374",  # form C makes U+02B9 of it, which is folded
    "-",
    "\u2011",
    "\u05be",  # maqaf
    "-\n",
    "\u2060",  # word joiner
    "\ufeff",  # no-break space without width
    "\u200e",  # a mark of direction
    "\u200c",  # non-joiner, spelling in Persian
    "\u06cc",
    "\u034f",  # keeps marks in their order
    "\U000e0100",  # chooses a shape
    "\u1160",  # the filler of a syllable is not left out
)

NASTY_TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=24).map("".join)

REPETITIVE_TEXTS = st.lists(
    st.sampled_from(("a", "a", "b", " ", "\n", "ab", "e\u0301", "\u00e9", "\u201c", "\u6771")),
    min_size=1,
    max_size=40,
).map("".join)

TEXTS = NASTY_TEXTS | REPETITIVE_TEXTS


_UNSEEN = regex.compile(r"[\p{Default_Ignorable_Code_Point}--[\u115f\u1160\u3164\uffa0]]", regex.V1)


def quotable_spans(text: str) -> list[Span]:
    """All spans of whole graphemes that begin and end with something that a reader sees.

    Marks before which nothing can be left out count as seen.
    """
    starts, ends = [], []
    for start, end in clusters(text):
        seen = _UNSEEN.sub("", text[start:end])
        if not (_UNSEEN.match(text[start]) or text[start].isspace()):
            starts.append(start)
        if seen and not seen[-1].isspace():
            ends.append(end)
    return [Span(start, end) for start in starts for end in ends if start < end]


def source_text(text: str) -> SourceText:
    """A source that is nothing but its text."""
    sha256 = "0123456789abcdef" * 4
    return SourceText("seeds/a.txt", sha256, "", text, split_paragraphs(text))


NOWHERE = Origin(Document("notes.yml", ""), 0)


def quotation(exact: str, prefix: str = "", suffix: str = "") -> TextQuoteSelector:
    """A selector that was written nowhere."""
    return TextQuoteSelector(exact, NOWHERE, prefix, suffix)
