"""A text in pieces of a few lines, each a sentence or some."""

import regex

SHORTEST = 100
"""Characters of a piece, unless the text is over."""

LONGEST = 400

_END = regex.compile(r"""[.!?…؟۔।׃]["'’”»)\]]*\s+|[。！？][」』”]*|\n+""")


def in_sentences(text: str) -> list[str]:
    """Cut a text behind sentences or lines; the pieces joined are the text."""
    pieces: list[str] = []
    start = 0
    for end in (*(match.end() for match in _END.finditer(text)), len(text)):
        if end - start >= SHORTEST or end == len(text):
            pieces.extend(_cut(text[start:end]))
            start = end
    return pieces


def _cut(piece: str) -> list[str]:
    """Cut behind blanks what is too long without one end of a sentence."""
    pieces: list[str] = []
    while len(piece) > LONGEST:
        end = piece.rfind(" ", SHORTEST, LONGEST) + 1 or LONGEST
        pieces.append(piece[:end])
        piece = piece[end:]
    return [*pieces, piece] if piece else pieces
