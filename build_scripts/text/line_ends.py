"""The ends of lines, as Windows, old Macs, Unix, word processors and Unicode write them."""


def with_unix_line_ends(text: str) -> str:
    """The text with LF for CRLF and CR; lines and columns stay what they are."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def with_line_feeds(text: str) -> str:
    """The text of a source with LF for every end of a line, and an empty line between paragraphs.

    The ends are those of Unicode Standard Annex 14 (BK, CR, LF, NL), except the form feed, which
    ends pages: CRLF, CR, the line tabulation that word processors write for a line break, U+2028,
    and U+2029 between paragraphs. U+0085 ends lines only where nothing else does, since elsewhere
    it is a mark of omission that was decoded wrongly.
    """
    text = with_unix_line_ends(text).replace("\v", "\n")
    if not text.isascii():
        text = text.replace("\u2028", "\n").replace("\u2029", "\n\n")
        if "\n" not in text:
            text = text.replace("\x85", "\n")
    return text
