"""Bodies for tests: as they stand in a YAML file, and random ones, harmless and nasty."""

from hypothesis import strategies as st

from build_scripts.model.annotation import Body
from build_scripts.model.line_and_column import Document, Origin
from tests.render.nasty_strings import ANY_LINES, LINES_BY_FAMILY

PATH = "annotations/readings/text/notes.yml"


def body(markdown: str) -> Body:
    """A body as it is written with a vertical bar, from line 2 of its file on, indented by two."""
    written = "".join(f"  {line}\n" if line else "\n" for line in markdown.split("\n"))
    document = Document(PATH, f"body: |\n{written}")
    return Body(markdown, Origin(document, len("body: ")))


_HARMLESS = (
    *("A word.", "*one star*", "**two**", "***three***", "a * b", "snake_case_word", "5 * 3 * 2"),
    *("[link](https://example.org)", "<https://example.org/?a=1&b=2>", "<mailto:a@b.cd>"),
    *("[a [b](https://c.d)] e", "[*x* `y`](http://z)", "[x](<https://y/(z)>)"),
    *("- item", "* item", "+ item", "  - inner", "    - more", "1. one", "2) two", "7. seven"),
    *("> quotation", "> > twice", "> - a", "- > b", "`code`", "`` a ` b ``", "`<b>{{ x }}`"),
    *("```", "```", "~~~", "    code", "\tcode", "a  ", "a\\", "\\*", "&amp;", "&lt;b&gt;"),
    *(
        "&nbsp;",
        "a\u00a0b",
        "“…”",
        "שלום",
        "東京",
        "AT&T",
        "1 < 2 > 0",
        "a~b",
        "100 %",
        "[x]",
        "x^2",
    ),
    *("", "", "", "", " ", "\u200b"),
)
HARMLESS_BODIES = st.lists(st.sampled_from(_HARMLESS), min_size=1, max_size=8).map("\n".join)


@st.composite
def _nasty(draw: st.DrawFn) -> str:
    family = draw(st.sampled_from(LINES_BY_FAMILY))
    some = st.sampled_from(_HARMLESS) | st.sampled_from(family) | ANY_LINES
    return "\n".join(draw(st.lists(some, min_size=1, max_size=6)))


BODIES = HARMLESS_BODIES | _nasty()
