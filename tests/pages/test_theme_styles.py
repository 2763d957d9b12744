"""What is left out of the theme's style sheets, and which pages get everything."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.utils import get_theme_dir

from build_scripts.pages.theme_styles import needs_all_styles, shortened

STYLE_SHEETS = Path(get_theme_dir("material"), "assets", "stylesheets")
MAIN = next(STYLE_SHEETS.glob("main.*.css")).read_text(encoding="utf-8")
PALETTE = next(STYLE_SHEETS.glob("palette.*.css")).read_text(encoding="utf-8")
COLOURS = frozenset({"indigo"})


def classes_in(style_sheet: str) -> set[str]:
    """The names of the classes in selectors."""
    selectors = re.findall(r"([^{}]+){", re.sub(r'url\("[^"]*"\)', "", style_sheet))
    return set(re.findall(r"\.([a-zA-Z][\w-]*)", "".join(selectors)))


def pages_with(name: str) -> Iterator[str]:
    """Elements that may have a class."""
    return (f'<{tag} id="a" class="b {name} c">' for tag in ("p", "kbd", "details", "span"))


def test_a_page_with_a_class_whose_rules_are_left_out_gets_them() -> None:
    """Where this fails, the theme has a new rule that begins with what is left out."""
    short = shortened(MAIN, COLOURS)
    code = {name for name in classes_in(MAIN) if re.search(rf"\.highlight \.{name}\b", MAIN)}
    below = {
        "block",
        "code",
        "comment",
        "end",
        "inline",
        "js",
        "result",
        "linenodiv",
    }  # only inside the others
    left_out = classes_in(MAIN) - classes_in(short) - code - below
    assert {"admonition", "tabbed-set", "footnote", "md-post", "key-tab", "danger"} <= left_out
    for name in left_out:
        assert any(map(needs_all_styles, pages_with(name))), name


def test_what_is_kept_is_as_it_was() -> None:
    short = shortened(MAIN, COLOURS)
    assert len(short) < 0.6 * len(MAIN)
    for rule in (
        ".md-typeset h1{",
        ".md-typeset details{",
        ".md-search-result__link{",
        "@media print",
    ):
        assert rule in short
    assert short.count("{") == short.count("}")
    known = set(re.findall(r"(--[\w-]+):", short))
    assert set(re.findall(r"var\((--md-[\w-]*icon[\w-]*)\)", short)) <= known


@pytest.mark.parametrize(
    ("style_sheet", "short"),
    [
        (".a,.admonition p,.b:is(.c,.d){x:y}", ".a,.b:is(.c,.d){x:y}"),
        (".tabbed-set{x:y}@media print{.grid{x:y}}.a{}", ".a{}"),
        ("@media print{.a{x:y}.keys .key-tab{x:y}}", "@media print{.a{x:y}}"),
        ("@keyframes card{0%{x:y}}", "@keyframes card{0%{x:y}}"),
        (
            ':root{--md-a-icon:url("a;b");--md-b-icon--c:url("c")}.d{e:var(--md-b-icon--c)}',
            ':root{--md-b-icon--c:url("c")}.d{e:var(--md-b-icon--c)}',
        ),
        (
            "[data-md-color-primary=teal]{x:y}[data-md-color-accent=indigo]{x:y}",
            "[data-md-color-accent=indigo]{x:y}",
        ),
        ("", ""),
    ],
)
def test_rules_are_left_out_by_what_they_are_for(style_sheet: str, short: str) -> None:
    assert shortened(style_sheet, COLOURS) == short


def test_only_the_colours_of_the_site_are_kept() -> None:
    short = shortened(PALETTE, frozenset({"teal", "deep-purple"}))
    named = re.findall(r"data-md-color-(?:primary|accent)=([a-z-]+)", short)
    assert set(named) == {"teal", "deep-purple"}
    assert "[data-md-color-scheme=slate]" in short


@pytest.mark.parametrize(
    ("page", "needs"),
    [
        ('<p class="reading">an admonition, a footnote, grid, highlight</p>', False),
        ('<details class="hint"><span class="annotated note">', False),
        ('<button type="button" class="annotate">', False),
        ('<kbd>Tab</kbd><p class="key-help">', False),
        ('<div class="admonition note">', True),
        ("<div class=tabbed-set>", True),
        ('<details open class="note">', True),
        ('<ol class="annotate">', True),
        ("<pre><code>x</code></pre>", True),
    ],
)
def test_a_page_gets_all_rules_for_what_it_has(page: str, needs: bool) -> None:
    assert needs_all_styles(page) is needs
