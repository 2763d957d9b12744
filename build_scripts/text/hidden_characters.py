"""Find hidden characters: invisible ones that no script or emoji needs where they are.

A reviewer reads words, not code points. So contributions must not contain characters that change
the order of other characters, or that can carry unseen content. Joiners, variation selectors and
the like are accepted where spelling needs them. So are the direction marks (U+200E, U+200F,
U+061C), which writers of Hebrew and Arabic type and which do not reorder letters, but no more than
two of them together: more could spell out a message. Unassigned and
private characters hide nothing, since they show as boxes; and which characters are unassigned
changes with every version of Unicode.
"""

import re
from typing import NamedTuple

import regex

from build_scripts.text.scripts_without_spaces import BROKEN_AT_WORDS
from build_scripts.text.visible_text import code_point_name

_NEVER_NEEDED_IN_PLANE_0 = (
    "\u00ad\u17b4\u17b5\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffc"
)
NEVER_NEEDED = _NEVER_NEEDED_IN_PLANE_0 + (
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e001f\U000e0080-\U000e00ff"
    "\U000e01f0-\U000e0fff"
)
"""Ranges of a character class: characters that are hidden wherever they stand."""
_NEEDED_SOMEWHERE_IN_PLANE_0 = "\u034f\u115f\u1160\u180b-\u180f\u200b-\u200d\ufe00-\ufe0f"
_NEEDED_SOMEWHERE = _NEEDED_SOMEWHERE_IN_PLANE_0 + "\U000e0020-\U000e007f\U000e0100-\U000e01ef"
_DIRECTION_MARKS = "\u061c\u200e\u200f"
# Default_Ignorable_Code_Point without the direction marks; interlinear annotation.
_CANDIDATE = re.compile(f"[{NEVER_NEEDED}{_NEEDED_SOMEWHERE}]|[{_DIRECTION_MARKS}]{{3,}}")

# A class without characters above U+FFFF is searched for six times as fast.
_CANDIDATE_IN_PLANE_0 = re.compile(
    f"[{_NEVER_NEEDED_IN_PLANE_0}{_NEEDED_SOMEWHERE_IN_PLANE_0}{_DIRECTION_MARKS}]"
)
_ABOVE_PLANE_0 = re.compile("[\U00010000-\U0010ffff]")

_JOINING_SCRIPTS = "Adlm Arab Mand Mani Mong Nkoo Phag Rohg Sogd Syrc"
_SCRIPTS_WITH_CLUSTERS = (
    "Bali Beng Brah Cakm Cham Deva Gran Gujr Guru Java Khar Khmr Knda Lana Lepc Mlym Mtei Mymr "
    "Newa Orya Shrd Sinh Sund Taml Telu Tibt Tirh"
)
_WITH_JOINERS = f"{_JOINING_SCRIPTS} {_SCRIPTS_WITH_CLUSTERS}".split()
_JOINING = "[" + "".join(rf"\p{{scx={script}}}" for script in _WITH_JOINERS) + "]"
_WITH_VARIANTS = (
    r"[[\p{S}\p{Han}\p{Phags_Pa}\p{Myanmar}\p{Manichaean}\p{Egyptian_Hieroglyphs}"
    r"\u3001\u3002\uff01\uff0c\uff0e\uff1a\uff1b\uff1f]--[\x00-\x7f]]"
)
_TAG = "[\U000e0030-\U000e0039\U000e0061-\U000e007a]"
_PICTURE = r"\p{Extended_Pictographic}"
_NEEDED = regex.compile(
    "|".join(
        (
            # Joiners beside a letter of such a script, with or without marks in between.
            rf"(?<={_JOINING}\p{{M}}*)[\u200c\u200d]",
            rf"[\u200c\u200d](?={_JOINING})",
            # Emoji made of several; flags such as England's, which are letters after a flag.
            rf"(?<={_PICTURE}[\ufe0f\U0001f3fb-\U0001f3ff]{{0,2}})\u200d(?={_PICTURE})",
            rf"(?<=\U0001f3f4{_TAG}{{0,5}}){_TAG}(?={_TAG}{{0,5}}\U000e007f)",
            rf"(?<=\U0001f3f4{_TAG}{{2,6}})\U000e007f",
            # One variation selector after a character that has variants.
            r"(?<=[\p{Emoji}--[0-9#*]])[\ufe0e\ufe0f]",
            r"(?<=[0-9#*])\ufe0f(?=\u20e3)",
            rf"(?<={_WITH_VARIANTS})[\ufe00-\ufe0f]",
            r"(?<=0)\ufe00",
            r"(?<=\p{Han})[\U000e0100-\U000e01ef]",
            r"(?<=\p{Mongolian})[\u180b-\u180d\u180f]",
            r"(?<=\p{Mongolian})\u180e(?=[\u1820\u1821])",
            # A place for line breaks between words; keyboards for Khmer type it for a blank.
            rf"(?<={BROKEN_AT_WORDS})\u200b(?={BROKEN_AT_WORDS})",
            # Old Korean syllables that lack a letter; the order of points in a Hebrew Bible.
            r"\u115f(?=[\u1160-\u11a7\ud7b0-\ud7c6])",
            r"(?<=[\u1100-\u115f\ua960-\ua97c])\u1160",
            r"(?<=\p{Mn})\u034f(?=\p{Mn})",
        )
    ),
    regex.V1,
)
_BIDIRECTIONAL = re.compile("[\u202a-\u202e\u2066-\u2069]")


class HiddenRun(NamedTuple):
    """Adjacent hidden characters, from offset `start` to before `end`."""

    start: int
    end: int
    first: str

    @property
    def message(self) -> str:
        """What is wrong."""
        count = self.end - self.start
        if count == 1:
            return f"There is an invisible character here, {code_point_name(self.first)}"
        return (
            f"There are {count} invisible characters here; the first is "
            f"{code_point_name(self.first)}"
        )

    @property
    def hint(self) -> str:
        """What to do."""
        if _BIDIRECTIONAL.match(self.first):
            return "Delete the word and type it again: the character changes the order of letters."
        if self.first == "\u00ad":
            return "Delete the word and type it again. Browsers hyphenate words by themselves."
        return "Delete the word and type it again; the character was probably copied along with it."


def hidden_runs(text: str) -> tuple[HiddenRun, ...]:
    """All runs of hidden characters, in order."""
    if text.isascii() or not (_CANDIDATE_IN_PLANE_0.search(text) or _ABOVE_PLANE_0.search(text)):
        return ()
    runs: list[HiddenRun] = []
    for match in _CANDIDATE.finditer(text):
        start, end = match.span()
        if _NEEDED.match(text, start):
            continue
        if runs and runs[-1].end == start:
            runs[-1] = runs[-1]._replace(end=end)
        else:
            runs.append(HiddenRun(start, end, text[start]))
    return tuple(runs)


_SHOWS_SOMETHING = regex.compile(
    r"[^\p{Z}\p{M}\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\U0001d159]"
)


def looks_blank(text: str) -> bool:
    """Whether a text shows nothing by itself: blanks, invisible characters, marks of no letter."""
    if text[:1].isalnum() and text[0] < "\u0300":  # nearly always: a Latin letter or a digit
        return False
    return _SHOWS_SOMETHING.search(text) is None


def without_hidden(text: str) -> str:
    """The text without its hidden characters, or unchanged if nothing would be left."""
    pieces: list[str] = []
    end = 0
    for run in hidden_runs(text):
        pieces.append(text[end : run.start])
        end = run.end
    cleaned = "".join((*pieces, text[end:]))
    return cleaned if cleaned.strip() else text
