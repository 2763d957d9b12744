"""Bodies: what the safe subset becomes, and what is refused at which line."""

from collections.abc import Iterable

import pytest
import yaml
from hypothesis import given
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborNode

from build_scripts.model.annotation import Body
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.placed import PlacedAnnotation
from build_scripts.model.span import Span
from build_scripts.render.bodies.body import (
    MOST_REFUSALS,
    RenderedBody,
    render_body,
    render_markdown,
)
from build_scripts.render.bodies.sanitise import sanitise
from build_scripts.render.markdown_safe_html import Html, text
from build_scripts.render.reading.reading_pages import render_reading
from build_scripts.text.hidden_characters import looks_blank
from tests.profiles import cases
from tests.render.annotated_readings import (
    BODY,
    annotated,
    note,
    reading,
    site_with,
    source_text,
)
from tests.render.bodies import BODIES, HARMLESS_BODIES, PATH, body
from tests.render.dom import markup, one, parse, skeleton
from tests.render.published import every_markdown, project_markdown, publish

NO_ATTRIBUTES = ("p", "em", "strong", "ul", "li", "blockquote", "code", "pre", "br")
ALLOWED = {"a": {"href", "class"}, "ol": {"start"}} | {name: set[str]() for name in NO_ATTRIBUTES}
DEEP_LIST = "\n".join("  " * level + "- a" for level in range(40))


# What is allowed


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        (
            "One line\nand another.\n\nA paragraph.",
            "<p>One line and another.</p><p>A paragraph.</p>",
        ),
        ("*a* **b** ***c***", "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em></p>"),
        ("[a](https://b.c/?d=1&e=2)", '<p><a href="https://b.c/?d=1&amp;e=2">a</a></p>'),
        ("[a](HTTPS://b)", '<p><a href="HTTPS://b">a</a></p>'),
        ("<https://a.b>", '<p><a href="https://a.b" class="address">https://a.b</a></p>'),
        ("<a@b.cd>", '<p><a href="mailto:a@b.cd" class="address">a@b.cd</a></p>'),
        ("- a\n- b\n  - c", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"),
        ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("0. a", '<ol start="0"><li>a</li></ol>'),
        ("1991. a", '<ol start="1991"><li>a</li></ol>'),
        ("> a\n> > b", "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>"),
        ("a  \nb\\\nc", "<p>a<br>b<br>c</p>"),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
        ("1 < 2 & 3 > 2", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>"),
        (r"\*a\* \_b\_", "<p>*a* _b_</p>"),
        ("a&nbsp;b", "<p>a&nbsp;b</p>"),
        # Nothing is made of bare addresses, dashes, straight quotation marks or brackets.
        ('https://a.b -- "x" [y] *[sic]', '<p>https://a.b -- "x" [y] *[sic]</p>'),
    ],
)
def test_the_safe_subset(markdown: str, html: str) -> None:
    assert render_markdown(markdown) == ((html,), (), ())


def test_code_is_shown_letter_by_letter_on_one_line_of_the_page() -> None:
    rendered = render_markdown("```\n{{ x }}\n\t<b> ~~\n```\n\n`{% y %}`")
    assert markup_without_links(rendered) == (
        "<pre><code>&#123;&#123; x }}&#10;&#9;&lt;b&gt; &#126;&#126;&#10;</code></pre>"
        "<p><code>&#123;% y %}</code></p>"
    )


def test_text_is_given_to_the_linker_but_links_and_code_are_not() -> None:
    rendered = render_markdown(
        "a *a* [a](https://a.a) `a`\n\n- a", lambda words: Html(words.replace("a", "<em>b</em>"))
    )
    assert markup_without_links(rendered) == (
        "<p><em>b</em> <em><em>b</em></em> "
        '<a href="https://a.a">a</a> <code>a</code></p><ul><li><em>b</em></li></ul>'
    )


@cases(normal=500, long=10_000)
@given(HARMLESS_BODIES)
def test_harmless_bodies_are_accepted_and_look_as_commonmark_says(markdown: str) -> None:
    rendered = render_markdown(markdown)
    expected = parse(MarkdownIt("commonmark").render(markdown))
    if markdown.strip() and not rendered.links and looks_blank(expected.text()):
        assert [refusal.message for refusal in rendered.refusals] == ["This text shows nothing"]
        return
    assert rendered.refusals == ()
    # Text has no `>`, so this is the class that the style sheet for paper looks for.
    found = parse(markup_without_links(rendered).replace(' class="address">', ">"))
    assert skeleton(found) == skeleton(expected)
    assert shown_words(one(found, "body")) == shown_words(one(expected, "body"))


def markup_without_links(rendered: RenderedBody) -> Html:
    """The markup of a body that has no links to entries."""
    (html,) = rendered.pieces
    assert isinstance(html, str)
    return html


def shown_words(node: LexborNode) -> list[str]:
    """The words of a tree, where white space may differ as HTML allows; code exactly."""
    return [code.text() for code in node.css("pre")] + node.text(separator=" ").split()


# What is refused


@pytest.mark.parametrize(
    ("markdown", "place", "what"),
    [
        ("<b>x</b>", "1:1", "HTML"),
        ("a\nb <i>x</i>", "2:3", "HTML"),
        ("a\n\n<div>\nx\n</div>", "3:1", "HTML"),
        ("a\n\n<script>alert(1)</script>", "3:1", "HTML"),
        ("a <!-- hidden --> b", "1:3", "HTML"),
        ("<!-- hidden -->", "1:1", "HTML"),
        ("<?php x ?>", "1:1", "HTML"),
        ("<![CDATA[x]]>", "1:1", "HTML"),
        ("- a\n- b\n- ![x](https://y.z/p.png)", "3:3", "An image"),
        ("![x][y]\n\n[y]: https://z", "1:1", "An image"),
        ("a\n\n# b", "3:1", "A heading"),
        ("a\nb\n---", "1:1", "A heading"),
        ("a\n===", "1:1", "A heading"),
        ("a\n\n---", "3:1", "A horizontal rule"),
        ("a\n\n| a | b |\n|---|---|\n| c | d |", "3:1", "A table"),
        ("~~a~~", "1:1", "Struck-out text"),
        ("a\nb&zwj;\u200d&zwj;c", "2:2", "A row of 3 invisible characters"),
        ("a\nb[^1]\n\n[^1]: c", "2:2", "A footnote"),
        ("a\n\n[^1]: never referred to", "3:1", "A footnote"),
        ("a^[b]", "1:2", "A footnote"),
        ("a\n\n[x]: https://y", "3:1", "A link definition"),
        ("a\n\n> [x]: https://y 'z'", "3:3", "A link definition"),
        ("a\n\n[x]: https://y\n[x]: https://z", "4:1", "A link definition"),
        ("a\n: b", "1:1", "A definition list"),
        ("!!! note\n    a", "1:1", "A highlighted box (admonition)"),
        ("---\ntitle: a\n---\nb", "1:1", "A block between lines of `---`"),
        ("[a](javascript:alert(1))", "1:1", "The link address `javascript:alert(1)`"),
        ("[a](JaVaScRiPt:alert(1))", "1:1", "The link address `JaVaScRiPt:alert(1)`"),
        ("[a](&#106;avascript:alert(1))", "1:1", "The link address `javascript:alert(1)`"),
        ("[a](data:text/html,x)", "1:1", "The link address `data:text/html,x`"),
        ("a\n[b](vbscript:x)", "2:1", "The link address `vbscript:x`"),
        ("[a](//b.c)", "1:1", "The link address `//b.c`"),
        ("[a](/b)", "1:1", "The link address `/b`"),
        ("[a](../b)", "1:1", "The link address `../b`"),
        ("[a](#b)", "1:1", "The link address `#b`"),
        ("[a]()", "1:1", "The link address ``"),
        ("[a](https:b)", "1:1", "The link address `https:b`"),
        ("[a](<https://b c>)", "1:1", "The link address `https://b%20c`"),
        ("<ftp://a.b>", "1:1", "The link address `ftp://a.b`"),
        ("[a](https:///b)", "1:1", "The link address `https:///b`"),
        ("[a](HTTPS://b@c.de/)", "1:1", "The link address `HTTPS://b@c.de/`"),
        ("<http://b.cd@e.fg>", "1:1", "The link address `http://b.cd@e.fg`"),
        ("a\n[b](https://c 'd')", "2:1", "The title of a link"),
        ("[<https://a.b>](https://c.d)", "1:2", "A link inside a link"),
        ("a\n\n```html\nb\n```", "3:1", "The name of a language (`html`) above code"),
        ("a {{ b }}", "1:3", "A template expression"),
        ("a\nb {% c %}", "2:3", "A template statement"),
        ("a {# b #}", "1:3", "A template comment or a list of attributes"),
        ("a\n{: #b }", "2:1", "A list of attributes in braces"),
        ("a\n\n*[HTML]: b", "3:1", "The definition of an abbreviation"),
        ("{++a++}", "1:1", "The markup of a change"),
        ("a\n--8<-- 'mkdocs.yml'", "2:1", "The inclusion of a file"),
        ("a\n\n" + ">" * 40 + " b", "3:21", "Nesting as deep as this"),
        (
            DEEP_LIST,
            "10:21",
            "Nesting as deep as this",
        ),
    ],
)
def test_everything_else_is_refused_at_its_place(markdown: str, place: str, what: str) -> None:
    pieces, links, diagnostics = render_body(body(markdown))
    assert (pieces, links) == ((), ())
    assert {d.code for d in diagnostics} == {Code.BODY_NOT_ALLOWED.value}
    assert (place, what) in refused(diagnostics)
    assert {d.path for d in diagnostics} == {PATH}
    assert all(d.hint for d in diagnostics)


def refused(diagnostics: Iterable[Diagnostic]) -> list[tuple[str, str]]:
    """Line and column in the body, and what stands there."""
    return [
        (f"{d.line - 1}:{d.column - 2}", d.message.removesuffix(" is not allowed in annotations"))
        for d in diagnostics
    ]


def test_every_fault_is_said_at_once_and_in_order() -> None:
    found = render_body(body("# a\n\n<b>\n\n[x]: https://y\n\n![a](b) {{ c }} [[D]]"))
    assert refused(found.diagnostics) == [
        ("1:1", "A heading"),
        ("3:1", "HTML"),
        ("5:1", "A link definition"),
        ("7:1", "An image"),
        ("7:9", "A template expression"),
        ("7:17", "`[[D]]` is not a link, because a link needs the id of an entry"),
    ]


def test_of_a_hopeless_body_as_much_is_told_as_anybody_would_read() -> None:
    _, _, found = render_body(body("{{ a }}\n\n" * 1_000))

    assert len(found) == MOST_REFUSALS
    assert found[-1].hint.endswith("This text has 980 more such places.")


@pytest.mark.parametrize(
    "markdown",
    [
        "<b>bold</b>",
        "| a |\n|---|\n| <b> {{ x }} |",
        DEEP_LIST,
        "{% if x %}",
        "{~~one~>other~~}",
        "![[king]](https://a.b)",
    ],
)
def test_one_mistake_is_one_finding(markdown: str) -> None:
    assert len(render_body(body(markdown)).diagnostics) == 1


@pytest.mark.parametrize(
    "written",
    [
        "body: 'it''s {{ x }}'",
        'body: "\\u201cx\\u201d\\n\\\n  {{ y }}"',
        "body: it's\n  here {{ x }}",
        "body: >-\n  it's\n\n  {{ x }}",
        "body: |+2\n\n    code\n\n  {{ x }}",
    ],
)
def test_places_are_exact_however_the_yaml_is_written(written: str) -> None:
    document = Document(PATH, written)
    of_file = Body(yaml.safe_load(written)["body"], Origin(document, len("body: ")))
    (diagnostic,) = render_body(of_file).diagnostics
    expected = document.line_and_column(written.index("{{"))
    assert (diagnostic.line, diagnostic.column) == expected


# What reaches the reader


@cases(normal=400, long=10_000)
@given(BODIES.filter(str.strip))
def test_a_body_is_refused_or_stands_in_the_page_as_the_sanitiser_left_it(markdown: str) -> None:
    rendered = render_markdown(markdown)
    if rendered.refusals:
        assert rendered.pieces == ()
        return
    html = with_any_address(rendered)
    assert "\n" not in html
    sanitised = one(parse(sanitise(html)), "body")
    for of_site in (project_markdown(), every_markdown()):
        found = one(parse(publish(page_with(html), of_site).html), "#note-n .body")
        assert markup(found) == markup(sanitised)
        for node in found.css("*")[1:]:  # the first is the element itself
            assert set(node.attributes) <= ALLOWED[node.tag or ""]
            address = node.attributes.get("href") or "https://"
            assert node.attributes.get("class", "address") == "address"
            assert address.lower().startswith(("https://", "http://", "mailto:"))


def with_any_address(rendered: RenderedBody) -> Html:
    """The markup of a body, whose links to entries all lead to one address."""
    pieces = (
        piece if isinstance(piece, str) else f'<a href="https://a.b/">{text(piece.label)}</a>'
        for piece in rendered.pieces
    )
    return Html("".join(pieces))


def page_with(html: Html) -> bytes:
    """The page of a reading with one note, whose body is this."""
    placed = PlacedAnnotation("note-n", Span(0, 3), note("n"))
    of = annotated(reading(source_text("One word.")), [placed])
    (page,) = render_reading(site_with(of, {BODY: (html,)}), of)
    return page.file.content
