"""Texts that stand side by side on a built site are those of the sources, or there are findings."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.model.alignment import Aligned
from build_scripts.model.codes import Code
from build_scripts.verify.whole_site import verify_whole_site
from tests.verify.test_fidelity import OF_FRAMES, correct_paragraphs, page_html, put, reading_of

TALK, TRANSLATION = ("One & only.", "And two."), ("Eins.", "Und zwei.")
PAGE = "comparisons/talk.rede/index.html"


def side(text: str, paragraphs: Sequence[str]) -> str:
    shown = "".join(
        f'<p data-paragraph="{number}"><a data-apparatus>{number}</a>{words}</p>'
        for number, words in enumerate(paragraphs, start=1)
    )
    return f'<div data-beside="rede" data-text="{text}">{shown}</div>'


CORRECT = side("talk", ("One &amp; only.", "And two.")) + side("rede", TRANSLATION)


def codes(root: Path, pages: dict[str, str]) -> list[str]:
    """What is found on a site whose readings are right."""
    talk, rede = reading_of(TALK), replace(reading_of(TRANSLATION), id="rede")
    metadata = replace(rede.metadata, translation_of="talk")
    aligned = (Aligned(1, 2, 1, 2, rede.origin),)
    readings = (talk, replace(rede, metadata=metadata, alignment=aligned))
    for name, texts in (("talk", TALK), ("rede", TRANSLATION)):
        inside = "".join(correct_paragraphs(texts))
        put(root, f"readings/{name}/index.html", page_html(inside, f'data-reading="{name}"'))
    for path, content in pages.items():
        put(root, path, page_html(content, ""))
    found = verify_whole_site(root, root / "site", readings)
    return [finding.code for finding in found if finding.code not in OF_FRAMES]


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ({PAGE: CORRECT}, []),
        # On several pages of a long one, after one another.
        (
            {
                "comparisons/both/beside.9/index.html": side("talk", ("One &amp; only.",)),
                "comparisons/both/beside.10/index.html": side("rede", TRANSLATION)
                + '<div data-beside="rede" data-text="talk">'
                + '<p data-paragraph="2">And two.</p></div>',
            },
            [],
        ),
        ({PAGE: CORRECT.replace("zwei", "drei")}, [Code.PARAGRAPH_DIFFERS]),
        ({PAGE: CORRECT.replace("And two.", "And two. ")}, [Code.PARAGRAPH_DIFFERS]),
        ({PAGE: CORRECT + side("rede", ("Eins.",))}, [Code.PARAGRAPH_REPEATED]),
        (
            {PAGE: CORRECT.replace('"2"', '"3"', 1)},
            [Code.PARAGRAPH_MISSING, Code.PARAGRAPH_REPEATED],
        ),
        ({PAGE: side("rede", TRANSLATION)}, [Code.READING_NOT_BUILT]),
        (
            {PAGE: CORRECT + '<div data-beside="rede" data-text="rede">x</div>'},
            [Code.PARAGRAPH_DIFFERS],
        ),
        ({}, [Code.READING_NOT_BUILT, Code.READING_NOT_BUILT]),
    ],
)
def test_side_by_side(tmp_path: Path, pages: dict[str, str], expected: list[Code]) -> None:
    assert codes(tmp_path, pages) == [code.value for code in expected]
