"""Hand the tables of letters and signs to the scripts that search."""

import json

from build_scripts.text.line_ends_in_words import HYPHEN_AT_LINE_END
from build_scripts.text.plain_letters import accent_ranges, plain_letters
from build_scripts.text.scripts_without_spaces import WITHOUT_WORD_BORDERS
from build_scripts.text.searched_words import DOUBLE, JOINING, SINGLE, UNSEEN


def search_letters() -> bytes:
    """A script with `readings.letters`, also for workers, which have no window."""
    letters = {
        "plain": " ".join(f"{letter}{plain}" for letter, plain in plain_letters().items()),
        "accents": accent_ranges(),
        "unspaced": WITHOUT_WORD_BORDERS,
        "unseen": UNSEEN,
        "single": SINGLE,
        "double": DOUBLE,
        "joining": JOINING,
        "hyphen": HYPHEN_AT_LINE_END,
    }
    handed = json.dumps(letters, separators=(",", ":"))
    ground = "(globalThis.window??=globalThis).readings??={};"
    return f"{ground}window.readings.letters={handed};\n".encode()
