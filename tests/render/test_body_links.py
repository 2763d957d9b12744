"""Links between entries in bodies: `[[union-state]]`, `[[note:loan-size|the loan]]`."""

from collections.abc import Callable

import pytest

from build_scripts.model.body_link import BodyLinkKind
from build_scripts.render.bodies.body import render_body, render_markdown
from build_scripts.render.markdown_safe_html import Html
from tests.render.bodies import body

TERM, NOTE, EVENT, READING, QUESTION, COMPARISON = (
    BodyLinkKind.TERM,
    BodyLinkKind.NOTE,
    BodyLinkKind.EVENT,
    BodyLinkKind.READING,
    BodyLinkKind.QUESTION,
    BodyLinkKind.COMPARISON,
)


@pytest.mark.parametrize(
    ("markdown", "kind", "reading", "identifier", "label"),
    [
        ("[[union-state]]", TERM, "", "union-state", ""),
        ("[[term:union-state]]", TERM, "", "union-state", ""),
        ("[[union-state|the Union]]", TERM, "", "union-state", "the Union"),
        ("[[note:loan-size]]", NOTE, "here", "loan-size", ""),
        ("[[note:there/loan-size]]", NOTE, "there", "loan-size", ""),
        ("[[reading:there|the talk]]", READING, "", "there", "the talk"),
        ("[[event:treaty-1999]]", EVENT, "", "treaty-1999", ""),
        ("[[question:why]]", QUESTION, "here", "why", ""),
        ("[[question:there/why|the second]]", QUESTION, "there", "why", "the second"),
        ("[[comparison:two-views]]", COMPARISON, "", "two-views", ""),
        # Words are plain text, on one line of the page.
        ("[[a|over\n  two lines]]", TERM, "", "a", "over two lines"),
        ("[[a| R&D &amp; x_y_z \\* \\] | more ]]", TERM, "", "a", "R&D & x_y_z * ] | more"),
        ("[[a|<1 5>]]", TERM, "", "a", "<1 5>"),
    ],
)
def test_links(
    markdown: str, kind: BodyLinkKind, reading: str, identifier: str, label: str
) -> None:
    rendered = render_body(body(markdown), "here")
    assert rendered.diagnostics == ()
    (link,) = rendered.links
    assert (link.kind, link.reading, link.id, link.label) == (kind, reading, identifier, label)
    assert rendered.pieces == ("<p>", link, "</p>")


def test_links_stand_wherever_words_do() -> None:
    rendered = render_body(body("- *[[a]]*\n- **b [[b]]** c\n\n> [[c]], [[d]]\n\n[[[e]]]"))
    shown = "".join(
        piece if isinstance(piece, str) else f"({piece.id})" for piece in rendered.pieces
    )
    assert shown == (
        "<ul><li><em>(a)</em></li><li><strong>b (b)</strong> c</li></ul>"
        "<blockquote><p>(c), (d)</p></blockquote><p>[(e)]</p>"
    )


@pytest.mark.parametrize(
    "markdown",
    [
        r"\[[a]]",
        r"[\[a]]",
        "`[[a]]`",
        "    [[a]]",
        "```\n[[a]]\n```",
        "[a]] and [ [a]]",
        "[[a](https://b.c)]",
        "[[sic] a remark]",
        "[[sic] [a]]",
        "[a][b]",
    ],
)
def test_other_brackets_are_no_links(markdown: str) -> None:
    rendered = render_markdown(markdown)
    assert (rendered.links, rendered.refusals) == ((), ())


@pytest.mark.parametrize(
    ("markdown", "place", "message", "hint"),
    [
        ("a [[ ]]", "1:3", "`[[ ]]` is not a link", "For a link, write"),
        ("a [[]]", "1:3", "`[[]]` is not a link", "For a link, write"),
        ("a\nb [[1]]", "2:3", "`[[1]]` is not a link", "backslash"),
        ("[[a b]]", "1:1", "because a link needs the id of an entry", "[[a-b|a b]]"),
        ("[[Union State]]", "1:1", "needs the id of an entry", "[[union-state|Union State]]"),
        ("[[Union|them]]", "1:1", "needs the id of an entry", "[[union|them]]"),
        ("[[ a ]]", "1:1", "needs the id of an entry", "[[a]]"),
        ("[[notes:a]]", "1:1", "`notes` is not a kind of entry", "`note`"),
        ("[[xyz:a]]", "1:1", "`xyz` is not a kind of entry", "[[event:id]]"),
        ("[[source:a]]", "1:1", "sources have no page", "`sources:`"),
        ("[[event:a/b]]", "1:1", "can have a reading before it", "For a link, write"),
        ("[[note:a/b/c]]", "1:1", "`[[note:a/b/c]]` is not a link", "For a link, write"),
        ("[[https://a.b]]", "1:1", "`[[https://a.b]]` is not a link", "[words](https://…)"),
        ("[[a|]]", "1:1", "no words after the bar", "to show the name"),
        ("[[a| &#32;]]", "1:1", "no words after the bar", "to show the name"),
        ("[[a|*b*]]", "1:1", "`[[a|*b*]]` has formatting in its words", "plain text"),
        ("[[a|<b>c</b>]]", "1:1", "has formatting in its words", "plain text"),
        ("[[a|{{ b }}]]", "1:1", "has formatting in its words", "plain text"),
        ("a [[b", "1:3", "`[[b` is not closed by `]]`", "For a link, write"),
        ("a [[b] c", "1:3", "`[[b]` is not closed by `]]`", "For a link, write"),
        ("[[a [b] c]]", "1:1", "`[[a [` is not closed by `]]`", "\\[[…]]"),
        ("[[a]](https://b.c)", "1:1", "could be two kinds of links", "[\\[a\\]](https://…)"),
        ("![[a]]", "1:2", "`![[a]]` is not allowed", "without the `!`"),
        ("[a [[b]] c](https://d.e)", "1:4", "A link inside a link", "Keep only one"),
        ("[a [b](https://c.d)](https://e.f)", "1:4", "A link inside a link", "Keep only one"),
    ],
)
def test_what_is_no_link_and_no_text_is_refused(
    markdown: str, place: str, message: str, hint: str
) -> None:
    rendered = render_body(body(markdown))
    assert rendered.pieces == ()
    (diagnostic,) = rendered.diagnostics
    assert f"{diagnostic.line - 1}:{diagnostic.column - 2}" == place
    assert message in diagnostic.message
    assert hint in diagnostic.hint


@pytest.mark.parametrize("kind", ["note", "question"])
def test_outside_of_readings_an_entry_is_named_with_its_reading(kind: str) -> None:
    rendered = render_body(body(f"A [[{kind}:loan]]."))
    (diagnostic,) = rendered.diagnostics
    assert (diagnostic.line, diagnostic.column) == (2, 5 + len(f"[[{kind}:"))
    assert f"[[{kind}:reading-id/loan]]" in diagnostic.hint


def test_the_place_of_a_link_is_that_of_its_id() -> None:
    rendered = render_body(body("- a\n- > b *[[note:c/d]]*, [[e]]\n  > [[term:f|g]]"), "here")
    places = [link.origin.document.line_and_column(link.origin.offset) for link in rendered.links]
    assert places == [(3, 3 + 14), (3, 3 + 24), (4, 3 + 11)]


def test_links_are_known_although_something_else_is_refused() -> None:
    rendered = render_body(body("<b>x</b> [[a]]"))
    assert rendered.pieces == ()
    assert [link.id for link in rendered.links] == ["a"]


def test_a_link_without_words_is_called_by_its_name() -> None:
    def naming(kind: BodyLinkKind, identifier: str, reading: str) -> str:
        return f"{kind} {identifier} {reading}"

    rendered = render_body(body("[[a]] [[note:b]] [[c|d]]"), "here", naming)
    assert [link.label for link in rendered.links] == ["term a ", "note b here", "d"]


def test_words_of_links_are_not_given_to_the_linker() -> None:
    def mark(words: str) -> Html:
        return Html(f"({words})")

    linker: Callable[[str], Html] = mark
    rendered = render_markdown("a [[b|c]] d", linker)
    assert [piece for piece in rendered.pieces if isinstance(piece, str)] == ["<p>(a )", "( d)</p>"]
