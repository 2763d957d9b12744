"""Bodies that are read without the parser of Markdown: the result is the parser's."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token

from build_scripts.render.bodies.body_parser import parse_any_body
from build_scripts.render.bodies.body_refusals import refusals
from build_scripts.render.bodies.ordinary_body import ordinary_tokens
from tests.profiles import cases
from tests.render.bodies import BODIES

ORDINARY = (
    "A word.",
    "One line\nand another.\n\nAnd a *second*, **long** paragraph.\n",
    "“*Quoted*,” he wrote in 1985: £5 & $6, i.e. 7 % (or 8).\n1985 was a year",
    "*“Mind.”* *v. l.* pāpakāri (?); **Do not quote this.**\n*Twice* and *again*",
    "See [[union-state]], [[note:talk/loan-size|the loan]] and [[event:flood]]s.",
    "The [site](https://example.org/a/b_c?d=1#e_f), 12:30, [sic] a – b.",
    "Le mot\u00a0: «\u202foui\u202f», “a [union state]”.",
    "東京は首都。\n日本の",
    "שלום *עולם*.",
    "हिन्दी में **यह** है।",
    "Ein Wort",
)
"""Each is read the short way."""

OTHERS = (
    *(
        "",
        "\n",
        " a",
        "a ",
        "a\n b",
        "a  \nb",
        "- a",
        "* a",
        "1. a",
        "1) a",
        "> a",
        "# a",
        "a\n---",
    ),
    *("a\n===", "\ta", "    a", "`a`", "<b>", "a<b>c", "a\\*b", "&amp;", "&#x202E;", "*a", "a*"),
    *("*a **b** c*", "**a*", "***a***", "_a_", "~~a~~", "![a](https://b.cd)", "![a]", "[a](b)"),
    *("[a](https://b)", "[a](https://b.cd 'e')", "[*a*](https://b.cd)", "[a]: b", "[^1]", "^[a]"),
    *("[TOC]", "[!NOTE]", ":smile:", "{{ a }}", "$$a$$", "==a==", "++a++", "^^a^^", "::: a"),
    *("[[A]]", "[[a", "![[a]]", "[[a]](https://b.cd)", "[[term:a/b]]", "[[source:a]]"),
    *(
        "[[a|*b*]]",
        "[[[a]]]",
        "a\n: b",
        "a | b\n--|--",
        "---\na: b\n---",
        "/// a",
        "!!! note",
        "a\u00a0",
        "a\x85b",
    ),
    *("2. a\n*b*", "a\n2) b", "*[[a]]*", "*a*b*c*", "a\u2028b", "https://user@a.bc/<"),
)
"""Each has something that only the parser can judge."""


@pytest.mark.parametrize("markdown", ORDINARY)
def test_ordinary_bodies_are_read_the_short_way(markdown: str) -> None:
    tokens = ordinary_tokens(markdown)

    assert tokens is not None
    assert told(tokens) == told(parse_any_body(markdown).tokens)


@pytest.mark.parametrize("markdown", OTHERS)
def test_the_parser_judges_what_is_not_ordinary(markdown: str) -> None:
    assert ordinary_tokens(markdown) is None


_PIECES = st.sampled_from(
    (
        *("a", "Word", "word ", "Ünï ", "1985", "3.", "4)", "(", ")", "[", "]", "[[", "]]", "|"),
        *(
            " ",
            "  ",
            "\n",
            "\n\n",
            "*",
            "**",
            "***",
            "_",
            "term:",
            "note:",
            "x/",
            "https://",
            "a.b",
        ),
        *("/p_q", "?a=b", "#c", "[words](https://a.b/c)", "[[term-a]]", "[[event:e]]"),
        *(
            "[[note:x/y|Some words]]",
            "[[reading:r|w]]",
            ".",
            ",",
            ";",
            ":",
            "!",
            "?",
            "&",
            "&amp;",
            "$",
            "+",
        ),
        *("=", "-", "–", "“", "”", "’", "«", "»", '"', "'", "/", "~", "`", "^", "<", ">", "{", "%"),
        *("#", "@", "\u00a0", "\u202f", "\u200b", "\u2028", "\x85", "\t", "\\", "[TOC]", "[sic]"),
        *(
            "[^1]",
            ":smile:",
            "漢字",
            "à",
            "e\u0301",
            "😀",
            "€",
            "*a*",
            "**b c**",
            "*“q”*",
            "- ",
            "> ",
        ),
    )
)


@cases(normal=500, long=50_000)
@given(st.lists(_PIECES, max_size=12).map("".join) | BODIES)
def test_tokens_are_those_of_the_parser(markdown: str) -> None:
    tokens = ordinary_tokens(markdown)
    if tokens is not None:
        parsed = parse_any_body(markdown)
        assert refusals(parsed) == ()
        assert told(tokens) == told(parsed.tokens)


def told(tokens: Iterable[Token]) -> list[Any]:
    """What tokens tell: everything but levels, marks, and positions for what is refused."""
    return [
        (
            (token.type, token.tag, token.nesting, token.content, token.attrs, token.info),
            (token.hidden, token.meta.get("link"), token.map if token.type == "inline" else None),
            told(token.children or ()),
        )
        for token in tokens
        if token.type != "text" or token.content
    ]
