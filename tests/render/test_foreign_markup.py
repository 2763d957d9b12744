"""Markup of extensions in bodies: what is refused, and what is text because sentences look so."""

import pytest

from build_scripts.model.limits import LONGEST_TEXT
from build_scripts.render.bodies.body import render_markdown
from build_scripts.render.markdown_safe_html import text
from tests.read.case_limits import limited

BLOCK = "A block of an extension"
CRITIC = "The markup of a change"


@pytest.mark.parametrize(
    ("markdown", "what"),
    [
        # Templates, attributes, inclusions: other programs would run them.
        ("{{ config.site_name }}", "A template expression"),
        ("{% include 'x' %}", "A template statement"),
        ("{# hidden #}", "A template comment or a list of attributes"),
        ("{#id}", "A template comment or a list of attributes"),
        ("word{.class}", "A list of attributes in braces"),
        ("word{: onclick=x }", "A list of attributes in braces"),
        ("word{ .class #id }", "A list of attributes in braces"),
        ('word{ onclick="x" }', "A list of attributes in braces"),
        ("{!mkdocs.yml!}", "The inclusion of a file"),
        ('--8<-- "mkdocs.yml"', "The inclusion of a file"),
        ("*[HTML]: Hypertext", "The definition of an abbreviation"),
        # Marks of editing and of type.
        ("{++in++}", CRITIC),
        ("{--out--}", CRITIC),
        ("{~~one~>other~~}", CRITIC),
        ("{==this==}", CRITIC),
        ("{>>why<<}", CRITIC),
        ("==this==", "Highlighted text"),
        ("a ==b and c== d", "Highlighted text"),
        ("^^this^^", "Underlined text"),
        ("++ctrl+alt+del++", "A key"),
        (":smile:", "The name of an emoji"),
        ("a :material-check: b", "The name of an emoji"),
        ("$$x^2$$", "A formula"),
        ("$$\nx^2\n$$", "A formula"),
        # Blocks and notes.
        ("[^1]", "A footnote"),
        ("word[^note].", "A footnote"),
        ("[TOC]", "A table of contents"),
        ("> [!NOTE]\n> x", "A highlighted box (admonition)"),
        ("??? details\n    x", "A highlighted box (admonition)"),
        ('???+ note "x"\n    y', "A highlighted box (admonition)"),
        ('=== "Tab"\n\n    x', "A tab"),
        ("::: mkdocs.plugins", BLOCK),
        (":::{note}\nx\n:::", BLOCK),
        ("/// note | title\n\nx", BLOCK),
        # References to what cannot be seen.
        ("a&#x202E;b", "The invisible character `&#x202E;`"),
        ("a&#8238;b", "The invisible character `&#8238;`"),
        ("a&ZeroWidthSpace;b", "The invisible character `&ZeroWidthSpace;`"),
        ("a&#xE0041;b", "The invisible character `&#xE0041;`"),
    ],
)
def test_what_elsewhere_is_a_command_is_refused(markdown: str, what: str) -> None:
    refusals = render_markdown(markdown).refusals
    assert f"{what} is not allowed in annotations" in [refusal.message for refusal in refusals]


@pytest.mark.parametrize(
    ("markdown", "positions"),
    [
        ("$$a b$$ c $$d$$", [0, 10]),
        ("$$a$$ and one $$ more", [0]),
        ("{{a}}{{b}} {%c%}", [0, 5, 11]),
        ("{==a==}==b==", [0, 7]),
        ("{{ a", [0]),
        ("a {#x} b [^1]", [2, 9]),
    ],
)
def test_each_piece_of_markup_is_refused_once_where_it_begins(
    markdown: str, positions: list[int]
) -> None:
    assert [found.position for found in render_markdown(markdown).refusals] == positions


@pytest.mark.parametrize(
    "sentence",
    [
        "It cost $650 million and $900 million, or $$ in short.",
        "a == b, b == c and x==y; a === b",
        "Between 10:30:45 and 11:00:00, see 1:2: it says so.",
        "C++ and C++, i++ and ++i",
        "2^10 and 2^^3, x ^ y",
        "~5 and ~6, H~2~O",
        "It is 1/2 or // or /// in a line",
        "Note: this: that; https://a.b/:c:/d",
        "Ten {or eleven}, a set {x} and {1, 2}",
        "What??? note! Really!!! note",
        "*[sic]* [x] [!] [?] [1] [a, b]",
        "#1, a # b",
        "5 -- 6 --- 7, 3<--8",
        "50% of {it}, 100 %",
        "@user, a@b and R&D, AT&T;",
        "|a| + |b|",
        "see :: and ::: there",
        "(c) (tm) 1st 1/2 ... ->",
        "x_1, snake_case_word and y^2^",
    ],
)
def test_what_merely_looks_odd_is_text(sentence: str) -> None:
    emphasised = sentence.replace("*[sic]*", "<em>[sic]</em>")
    expected = text(sentence) if emphasised == sentence else text(sentence[7:])
    rendered = render_markdown(sentence)
    assert rendered.refusals == ()
    (html,) = rendered.pieces
    assert str(html).endswith(f"{expected}</p>")


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        # A backslash, or backticks, say that it is meant as text.
        (r"\{{ x }}", "<p>&#123;&#123; x }}</p>"),
        (r"\==x== and \:smile:", "<p>==x== and :smile:</p>"),
        (r"\$$x$$ and \[^1]", "<p>$$x$$ and [^1]</p>"),
        ("`{{ x }}` `[^1]` `$$x$$`", None),
        ("```\n--8<-- 'x'\n::: y\n```", None),
        # Nothing is made of these; what stands there is shown.
        ("- [ ] task\n- [x] done", "<ul><li>[ ] task</li><li>[x] done</li></ul>"),
        (r"\(x\) \[y\]", "<p>(x) [y]</p>"),
        ("$x$ ~y~ ^z^", "<p>$x$ &#126;y&#126; ^z^</p>"),
        ("https://a.b www.c.d", "<p>https://a.b www.c.d</p>"),
        ("%% comment %%", "<p>%% comment %%</p>"),
        ("<< include >> @import", "<p>&lt;&lt; include &gt;&gt; @import</p>"),
        # References to characters are the characters, as text.
        ("&lt;script&gt;&#60;b&#62;", "<p>&lt;script&gt;&lt;b&gt;</p>"),
        ("&lbrace;&lbrace; x }}", "<p>&#123;&#123; x }}</p>"),
        ("a&nbsp;b&thinsp;c&shy;d", "<p>a&nbsp;b&#x2009;c&#xAD;d</p>"),
        ("a&zwj;b&zwnj;c&lrm;d&rlm;e", "<p>a&#x200D;b&#x200C;c&#x200E;d&#x200F;e</p>"),
    ],
)
def test_what_is_inert_is_shown(markdown: str, html: str | None) -> None:
    rendered = render_markdown(markdown)
    assert rendered.refusals == ()
    if html is not None:
        assert rendered.pieces == (html,)


def test_references_to_no_character_hide_nothing() -> None:
    rendered = render_markdown("a&#0;&#x110000;&nosuch;b")
    assert rendered.pieces == ("<p>a\ufffd\ufffd&amp;nosuch;b</p>",)


@pytest.mark.parametrize(
    "piece",
    [
        "{{ ",
        "{==",
        "$$ ",
        "==a ",
        "^^a",
        ":a",
        "++a ",
        "[^a ",
        "[[a ",
        "[[a|",
        "&#1;",
        ":",
        "/",
        "[",
    ],
)
def test_no_repetition_takes_long(piece: str) -> None:
    with limited(0.7):
        render_markdown((piece * LONGEST_TEXT)[:LONGEST_TEXT])
