"""The text of finished markup, as the search finds it."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.render.language.text_of_markup import blocks_of
from build_scripts.render.markdown_safe_html import Html, element, join, text


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("", []),
        ("a &amp; b", ["a & b"]),
        ("<p>a</p><p> b<em>c</em> </p>", ["a", "bc"]),
        ("<p>a<br>b</p>", ["a b"]),
        ("<ul><li><p>a</p></li><li>b <code>&lt;p&gt;</code></li></ul>", ["a", "b <p>"]),
        ('<p>a <a href="x?y=1&amp;z=%3C">b</a></p>', ["a b"]),
        ("<h2>&#96;&#9;a</h2>&#x200B;", ["` a", "\u200b"]),
        ("<blockquote>a&amp;lt;</blockquote>", ["a&lt;"]),
    ],
)
def test_each_paragraph_is_one_line(markup: str, blocks: list[str]) -> None:
    assert blocks_of(Html(markup)) == blocks


class _Data(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.data = ""

    def handle_data(self, data: str) -> None:
        self.data += data


_NAMES = st.sampled_from(["p", "em", "a", "span", "li", "h2", "code"])
_MARKUP = st.recursive(
    st.text().map(text),
    lambda inner: st.builds(
        lambda name, title, children: element(name, {"title": title}, *children),
        _NAMES,
        st.text(),
        st.lists(inner, max_size=3),
    ),
)


@given(_MARKUP)
def test_the_characters_are_those_that_a_parser_of_html_finds(markup: Html) -> None:
    parser = _Data()
    parser.feed(join((markup, Html("<br>"))))
    parser.close()
    assert "".join("".join(blocks_of(markup)).split()) == "".join(parser.data.split())
