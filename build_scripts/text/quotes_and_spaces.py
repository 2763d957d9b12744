"""Characters that count as one when words are compared, and white space.

Keyboards and programs exchange these for one another, and readers take them for one another: the
straight quotation mark or hyphen stands for each of a set. The sets are drawn from the Unicode
properties Quotation_Mark and Hyphen, from the lists "lenient-scope-general" (’) and
"lenient-scope-number" (-) of the Unicode CLDR, and from the look-alikes of Unicode Technical
Standard 39. Letters, tones and en and em dashes are not among them.
"""

SINGLE_QUOTES = (
    "\u2018\u2019\u201a\u201b\u275b\u275c\uff07"  # quotation marks
    "`\u00b4\u1fef\u1ffd\uff40"  # what typewriters and ASCII have for them
    "\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u0374"  # letters that stand for an apostrophe
    "\u1fbd\u1fbf\u1ffe\u055a\u05f3\u07f4\u07f5"  # Greek, Armenian, Hebrew, N’Ko
    "\ua78b\ua78c"  # saltillo
    "\u2032\u2035"  # primes
)
DOUBLE_QUOTES = (
    "\u201c\u201d\u201e\u201f\u2e42\u275d\u275e\uff02"
    "\u02ba\u02ee\u05f4\u2033\u2036\u301d\u301e\u301f"
)
HYPHENS = (
    "\u2010\u2011\ufe63\uff0d"  # hyphens
    "\u058a\u05be\u1806"  # Armenian, Hebrew (maqaf), Mongolian
    "\u2212\u02d7"  # the minus, for which keyboards have the hyphen
)

WHITE_SPACE = (
    " \t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""Every character for which `str.isspace` is true; the plain space is the first."""
