"""The running text of bodies: without markup, and with the places of links and code."""

import pytest

from build_scripts.render.bodies.body import render_body
from build_scripts.render.bodies.body_text import body_blocks
from tests.render.bodies import body


@pytest.mark.parametrize(
    ("markdown", "texts", "links", "fixed"),
    [
        ("one\ntwo", ["one two"], [], ""),
        ("one  \ntwo\\\nthree", ["one two three"], [], ""),
        ("*one* `two` three", ["one two three"], [], "two"),
        ("an [old *link*](https://a.b) there", ["an old link there"], [], "old link"),
        ("see [[frog|a frog]] there", ["see a frog there"], ["a frog"], "a frog"),
        ("[[frog|one]] or [[king|two]]", ["one or two"], ["one", "two"], "onetwo"),
        ("- one\n- two\n\n> three", ["one", "two", "three"], [], ""),
    ],
)
def test_running_text(markdown: str, texts: list[str], links: list[str], fixed: str) -> None:
    written = body(markdown)
    blocks = [*body_blocks(written, render_body(written).links)]

    assert [block.text for block in blocks] == texts
    linked = [(block.text, link.span) for block in blocks for link in block.links]
    assert [text[span.start : span.end] for text, span in linked] == links
    places = [(block.text, span) for block in blocks for span in block.fixed]
    assert "".join(text[span.start : span.end] for text, span in places) == fixed
