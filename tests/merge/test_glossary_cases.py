"""The golden cases in tests/cases/glossary: each file is a glossary and a marked-up text.

In `linked:` every place that is to become a link is written ``[text](term)``. The text that is
searched is the same without these marks.
"""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.merge.anchors.quotable_text import QuotableText
from build_scripts.merge.glossary.index import build_glossary_index
from build_scripts.merge.glossary.linking import link_occurrences
from build_scripts.merge.glossary.match import find_occurrences
from build_scripts.merge.glossary.term_places import ForbiddenMention, ForcedMention, MatchResult
from build_scripts.model.annotation import CaseRule, Linking, Term
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.text.normalise import normalise
from tests.merge.glossary_values import source_text, term

CASES = Path(__file__).parents[1] / "cases" / "glossary"
KEYS = {"language", "terms", "linking", "sections", "mentions", "linked", "contested"}
LINK = re.compile(r"\[((?:[^][]|\[[^][]*\])*)\]\(([a-z-]+)\)")


@pytest.fixture(params=sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def case(request: pytest.FixtureRequest) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(request.param.read_text(encoding="utf-8"))
    assert loaded.keys() <= KEYS
    return loaded


def test_links_are_those_of_the_case(case: dict[str, Any]) -> None:
    source = source_text(LINK.sub(r"\1", case["linked"]))
    found = _found(case, source)
    mode = Linking(case.get("linking", "all"))
    sections = sorted(_span(source.text, words).start for words in case.get("sections", []))

    occurrences = link_occurrences(found.matches, source.paragraphs, sections, lambda _: mode)

    links = [(place.span, place.term) for place in occurrences if place.linked]
    assert _marked_up(source.text, links) == case["linked"]


def test_contested_places_are_those_of_the_case(case: dict[str, Any]) -> None:
    source = source_text(LINK.sub(r"\1", case["linked"]))
    contested = [
        {"text": place.text, "terms": [*place.terms], "settled": place.settled}
        for place in _found(case, source).contested
    ]
    assert contested == case.get("contested", [])


def _found(case: dict[str, Any], source: SourceText) -> MatchResult:
    places = [
        (_span(source.text, mention["exact"]), mention) for mention in case.get("mentions", [])
    ]
    return find_occurrences(
        build_glossary_index(tuple(_term(key, value) for key, value in case["terms"].items())),
        "reading",
        QuotableText(source, normalise(source.text, source.line_ends, case.get("language", "en"))),
        case.get("language", "en"),
        [ForcedMention(entry["term"], span) for span, entry in places if "term" in entry],
        [ForbiddenMention(entry["forbid"], span) for span, entry in places if "forbid" in entry],
    )


def _term(term_id: str, entry: dict[str, Any]) -> Term:
    return term(
        term_id,
        *entry["forms"],
        case=CaseRule(entry.get("case", "initial")),
        except_phrases=tuple(entry.get("except_phrases", ())),
        except_readings=tuple(entry.get("except_readings", ())),
    )


def _span(text: str, words: str) -> Span:
    assert text.count(words) == 1, f"the case is unclear: {words!r} is not there once"
    start = text.index(words)
    return Span(start, start + len(words))


def _marked_up(text: str, links: list[tuple[Span, str]]) -> str:
    for span, term_id in sorted(links, reverse=True):
        piece = f"[{text[span.start : span.end]}]({term_id})"
        text = text[: span.start] + piece + text[span.end :]
    return text
