"""Name a part of a reading where no title of the reading stands above it."""

from build_scripts.render.language.interface_words import Words
from build_scripts.render.page import one_line
from build_scripts.text.word_boundary import WordRules, is_whole_word


def title_in_tab(words: Words, part: str, reading: str) -> str:
    """The title of a part with that of its reading, which is not repeated.

    A part such as “Genesis 12” names its reading itself.
    """
    title, whole = one_line(part), one_line(reading)
    if _names(title.casefold(), whole.casefold()):
        return title
    return words.text("part-title", part=title, reading=whole)


def _names(title: str, whole: str) -> bool:
    start = title.find(whole)
    while start >= 0:
        if is_whole_word(title, start, start + len(whole), WordRules()):
            return True
        start = title.find(whole, start + 1)
    return False
