"""Cut a text into pieces of a few lines, at the ends of sentences."""

import regex

from build_scripts.text.line_ends_in_words import HYPHEN_AT_LINE_END

SHORTEST = 100
"""The fewest characters in a piece, except the last one."""

LONGEST = 400
"""The most characters in a piece."""

# A word that is broken at a line end stays whole.
_END = regex.compile(rf"""[.!?…؟۔।׃]["'’”»)\]]*\s+|[。！？][」』”]*|(?<!{HYPHEN_AT_LINE_END})\n+""")


def in_sentences(text: str) -> list[str]:
    """Cut a text after sentences or lines; the joined pieces are the text."""
    if len(text) < SHORTEST:
        return [text] if text else []
    pieces: list[str] = []
    start = 0
    for end in (*(match.end() for match in _END.finditer(text)), len(text)):
        if end - start >= SHORTEST or end == len(text):
            pieces.extend(_cut(text[start:end]))
            start = end
    return pieces


def _cut(piece: str) -> list[str]:
    """Cut a piece after spaces if it is longer than `LONGEST`."""
    pieces: list[str] = []
    while len(piece) > LONGEST:
        end = piece.rfind(" ", SHORTEST, LONGEST) + 1 or LONGEST
        pieces.append(piece[:end])
        piece = piece[end:]
    return [*pieces, piece] if piece else pieces
