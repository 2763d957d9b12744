"""Hand the tables of letters and signs to the scripts that search."""

import json

from build_scripts.text.line_ends_in_words import HYPHEN_AT_LINE_END
from build_scripts.text.plain_letters import accent_ranges, plain_letters
from build_scripts.text.quotes_and_spaces import DOUBLE_QUOTES, HYPHENS, SINGLE_QUOTES
from build_scripts.text.scripts_without_spaces import WITHOUT_WORD_BORDERS
from build_scripts.text.unseen_characters import ATTACHED, STANDING

_DOTS_IN_WORDS = ".&\uff0e\uff06\u00b7\u2027\u30fb\uff65"
"""U.S.A., AT&T, the dots inside words of Catalan and between names in Japanese."""
_TATWEEL = "\u0640"
"""It only makes a word of Arabic longer."""


def search_letters() -> bytes:
    """A script with `readings.letters`, also for workers, which have no window."""
    letters = {
        "plain": " ".join(f"{letter}{plain}" for letter, plain in plain_letters().items()),
        "accents": accent_ranges(),
        "unspaced": WITHOUT_WORD_BORDERS,
        "unseen": STANDING + ATTACHED + _TATWEEL,
        "single": "'" + SINGLE_QUOTES,
        "double": '"' + DOUBLE_QUOTES,
        "joining": "-" + HYPHENS + _DOTS_IN_WORDS,
        "hyphen": HYPHEN_AT_LINE_END,
    }
    handed = json.dumps(letters, separators=(",", ":"))
    ground = "(globalThis.window??=globalThis).readings??={};"
    return f"{ground}window.readings.letters={handed};\n".encode()
