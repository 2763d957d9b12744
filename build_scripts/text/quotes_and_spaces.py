"""Quotation marks and white space that copying and typing exchange for plain ones."""

SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u02bc"
DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f"

WHITE_SPACE = (
    " \t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""Every character for which `str.isspace` is true; the plain space is the first."""
