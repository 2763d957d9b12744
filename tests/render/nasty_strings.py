"""Strings in which everything that Markdown, HTML, Jinja or YAML would act upon is frequent.

Three pools: characters, pieces of markup that stand inside a line, and lines that have a meaning
as a line. Source texts are made of all three, in every order.
"""

import string

from hypothesis import strategies as st

INVISIBLE = (
    "\u00a0",  # no-break space
    "\u00ad",  # soft hyphen
    "\u034f",  # combining grapheme joiner
    "\u061c",  # Arabic letter mark
    "\u1680",  # Ogham space mark
    "\u180e",  # Mongolian vowel separator
    "\u2002",  # en space
    "\u200b",  # zero-width space
    "\u200c",
    "\u200d",  # zero-width joiner
    "\u200e",
    "\u200f",  # right-to-left mark
    "\u2028",  # line separator
    "\u2029",  # paragraph separator
    "\u202a",
    "\u202e",  # right-to-left override
    "\u202f",  # narrow no-break space
    "\u2060",  # word joiner
    "\u2066",
    "\u2069",  # pop directional isolate
    "\u3000",  # ideographic space
    "\ufe0f",  # variation selector
    "\ufeff",  # byte order mark
    "\U000e0001",  # language tag
)
WORDS = (
    *("a", "word", "Minsk", "650", "e\u0301", "\u00e9", "\u0301", "\u0338", "ß", "ﬁ"),
    *("שלום", "مرحبا", "\u05d0\u05b8", "東京", "日本語。", "한국", "ก็", "क्षि"),
    *("😀", "👩‍👧", "🇧🇾", "𝔘", "€", "“", "”", "’", "—", "…", "°", "↩", "½"),
)
BLANKS = (" ", " ", " ", "  ", "    ", "\t", "\f")
MARKUP = (
    *("**", "__", "~~", "``", "```", "~~~", "==", "^^", "++", "\\", "\\\\", "\\n", "\\`", "\\*"),
    *("](", "][", "![", "[^1]", "[x]", "[x](y)", "![x](y.png)", "<https://x.y>", "http://x.y/"),
    *("&amp;", "&lt;", "&#60;", "&#x3c;", "&nbsp;", "&notit;", "&#0;", "&#128;", "&", "&#", "&a"),
    *("<b>", "</b>", "<p>", "</p>", "<div>", "</div>", "</span>", "<br>", "<br/>", "<a href=x>"),
    *("<script>", "</script>", "<style>", "</style>", "<textarea>", "<title>", "<plaintext>"),
    *("<!--", "-->", "--!>", "<!", "<?", "?>", "<![CDATA[", "]]>", "<!doctype html>", "<svg>"),
    *("<p data-apparatus>", '" onclick="', "' onclick='", "<img src=x onerror=y>", "<math>"),
    *("{{ x }}", "{% raw %}", "{# x #}", "{: #x }", "{ .x }", "{x", "{++x++}", "{--x--}"),
    *("{~~a~>b~~}", "{>>x<<}", ":smile:", "--8<--", '--8<-- "x"', ";--8<--", "$x$", "\\(x\\)"),
    *("(c)", "(tm)", "...", "--", "1/2", "H~2~O", "x^2^", "[[wiki]]", "@user", "#1", "[TOC]"),
    *("klzzwxh:0001", "wzxhzdk:0", "STX", "%%", "!!", "//x//", "|", "||", "'''", '"""', ": "),
)
LINES_BY_FAMILY = (
    # headings, underlines and rules
    ("# heading", "#heading", "###### six #", "===", "---", "- - -", "***", "___", "= =", "--- |"),
    # lists
    ("- item", "* item", "+ item", "1. one", "1) one", "12345. x", "-", "- [ ] task", "a. x"),
    # quotations
    ("> quotation", ">", "> > x", ">- x", "> ```"),
    # tables
    ("| a | b |", "|---|---|", "a | b", "--- | ---", ":-:", "| x"),
    # fences
    ("```", "```", "```python", "```{.x}", "````", '``` {title="x"}', "``` mermaid", "```x y"),
    ("~~~", "~~~", "~~~ html", "~~~~", "~~~{.x}"),
    # code
    ("    code", "\tcode", "  two", "       seven", "    # code", "    ```"),
    # HTML
    ("<!-- comment -->", "<!--", "-->", "<!-- more -->", "--!>", "<!-->", "<!"),
    ("<![CDATA[ x ]]>", "<![CDATA[", "]]>", "<?php x ?>", "<?", "?>", "<!DOCTYPE html>"),
    ("<div>", "</div>", "</div></div>", '<div class="reading">', "</body>", "<p>", "</p>"),
    ("<script>alert(1)</script>", "<script>", "</script>", "<style>", "</style>", "<pre>"),
    ("</section>", "<hr>", "<table>", "<td>", "<p markdown>", "<x-y>", "<h2>x", "<br>"),
    # YAML
    ("---", "---", "title: x", "...", "%YAML 1.2", "? x", "meta: x", "Date: 2021"),
    # definitions: footnotes, abbreviations, references, lists
    ("[^1]: footnote", "[^1]:", "    more of it", "[^1]"),
    ("*[x]: y", "*[a]: b", "[x]: http://y.z", "[x]: <y> 'z'", "[x]:", ": definition", ":   x"),
    # attribute lists and Jinja
    ("{: #x }", "{: .y }", "{#x}", "{% include 'x' %}", "{{ x }}", "{# x #}", "{% raw %}"),
    # other extensions
    ('--8<-- "mkdocs.yml"', "--8<--", "mkdocs.yml", "-8<-", "--8<-- [start:x]"),
    ("!!! note", '!!! note "x"', "??? x", '=== "Tab"', "    content", "/// note", "///", ":::"),
    ("$$", "\\[", "\\]", "\\begin{x}", "[TOC]", "[[_TOC_]]", "^caption", "++ctrl++"),
    ("{++", "++}", "{--", "--}", "{~~", "~>", "~~}", "{>>", "<<}", "{==", "==}"),
    # ends of lines
    ("term\\", "x  ", "x\\", "\\", "\f", " \f ", "\u2028", "x\u00a0", "\u00ad"),
)
LINES = tuple(line for family in LINES_BY_FAMILY for line in family)

_words = st.sampled_from(WORDS)
_blanks = st.sampled_from(BLANKS)
_characters = st.sampled_from((*string.punctuation, *INVISIBLE, "\u0300", "x"))
_markup = st.sampled_from(MARKUP)
# What the reader of sources lets through; \r is a line end there and never arrives.
_any_character = st.characters(exclude_categories=("Cs", "Cc", "Cn"), include_characters="\t\f")

_runs = st.lists(_words | _blanks | _characters | _markup | _any_character, max_size=8).map("".join)


def _marked(lines: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Lines of markup, which must stand alone to have a meaning, but not always do."""
    before = st.sampled_from(("", "", "", "", " ", "  ", "   ", "\u00a0", "> ", "- ", "x "))
    after = st.sampled_from(("", "", "", "", " ", "  ", "\t", " x"))
    plain = st.sampled_from(lines)
    return plain | plain | st.tuples(before, plain, after).map("".join)


_GAPS = ("\n\n", "\n\n", "\n\n\n\n", "\n \t\n", "\n    \n")
ANY_LINES = _marked(LINES) | _runs


@st.composite
def _texts(draw: st.DrawFn) -> str:
    # Most markup comes in pairs, so the lines of one text are mostly of one or two families.
    families = draw(st.lists(st.sampled_from(LINES_BY_FAMILY), min_size=1, max_size=2))
    favourites = _marked(tuple(line for family in families for line in family))
    lines = st.lists(
        favourites | favourites | ANY_LINES, min_size=draw(st.integers(1, 6)), max_size=9
    )
    paragraphs = draw(st.lists(lines.map("\n".join), min_size=1, max_size=6))
    gap = draw(st.sampled_from(_GAPS))
    edges = st.sampled_from(("", "", "\n", " \n\n", "\t"))
    return draw(edges) + gap.join(paragraphs) + draw(edges)


SOURCE_TEXTS = _texts().filter(lambda text: text.strip(" \t\n") != "")
"""Texts of one to some twenty paragraphs: a gap may also stand inside one that was drawn."""

NAMES = (
    st.lists(_words | _blanks | _characters | _markup | st.just("\n"), min_size=1, max_size=6)
    .map("".join)
    .filter(lambda name: name.strip() != "")
) | st.sampled_from(LINES).filter(lambda line: line.strip() != "")
"""Titles, labels, names: what contributors give a string for. They may hold line ends."""
