"""The ends of lines, as Windows, old Macs and Unix write them."""


def with_unix_line_ends(text: str) -> str:
    """The text with LF for CRLF and CR; lines and columns stay what they are."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
