"""Rules that Python and the pages' scripts both have, held together by tables of cases."""

import re
from dataclasses import asdict
from functools import cache
from itertools import accumulate
from typing import Any

import pytest

from build_scripts.merge.anchors.describe_span import describe
from build_scripts.merge.anchors.matches import find_all
from build_scripts.model.span import Span
from build_scripts.render.bodies.body import render_markdown
from build_scripts.render.contribution.body_patterns import body_patterns
from build_scripts.render.contribution.known import MESSAGES, rules_of_the_format
from build_scripts.render.script_data import script_with
from build_scripts.text.hidden_characters import hidden_runs
from build_scripts.text.normalise import normalise, normalise_quotation
from build_scripts.text.normalised_text import NormalisedText
from tests.attacks.suite import attacks
from tests.mkdocs_runs import PROJECT
from tests.page_scripts import call_page_script, shared_cases

TEXTS = shared_cases("normalised-text.json")
QUOTATIONS = shared_cases("quotation.json")
PLACES = shared_cases("quotation-places.json")
BODIES = shared_cases("body-rules.json")

PIECES_IN_SCRIPT = """
({ texts }, source) => {
  const { text, span, offset } = texts.normalise(source);
  const pieces = [];
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (!span(start, end)) end++;
    const found = span(start, end);
    const place = [offset(found.start), offset(found.end)];
    pieces.push([source.slice(found.start, found.end), text.slice(...place)]);
    start = end;
  }
  return { pieces, text, quotation: texts.normaliseQuotation(source) };
}
"""


def cases(table: list[dict[str, Any]]) -> pytest.MarkDecorator:
    """Run a test for each number of a case, under its name."""
    return pytest.mark.parametrize(
        "number", range(len(table)), ids=[case["name"] for case in table]
    )


def pieces_of(case: dict[str, Any]) -> list[list[str]]:
    """Pairs of a piece of the source and what it is in the normalised text."""
    return [
        pair
        for piece in case["pieces"]
        for pair in ([[c, c] for c in piece] if isinstance(piece, str) else [piece])
    ]


def pieces_in_python(normalised: NormalisedText) -> list[list[str]]:
    """The same pairs, found from the smallest spans that begin and end between characters."""
    pieces = []
    start = 0
    while start < len(normalised.text):
        end = start + 1
        while (span := normalised.aligned_source_span(start, end)) is None:
            end += 1
        place = slice(*map(normalised.normalised_offset, span))
        pieces.append([normalised.source[slice(*span)], normalised.text[place]])
        start = end
    return pieces


@cache
def texts_in_script() -> list[Any]:
    sources = ["".join(source for source, _ in pieces_of(case)) for case in TEXTS]
    return call_page_script(PIECES_IN_SCRIPT, [(source,) for source in sources])


@cases(TEXTS)
def test_texts_are_normalised_alike(number: int) -> None:
    case = TEXTS[number]
    pieces = pieces_of(case)
    source = "".join(source for source, _ in pieces)
    text = "".join(normal for _, normal in pieces)
    expected = {"pieces": pieces, "text": text, "quotation": case["quotation"]}
    normalised = normalise(source)
    in_python = {
        "pieces": pieces_in_python(normalised),
        "text": normalised.text,
        "quotation": normalise_quotation(source),
    }

    assert in_python == expected
    assert texts_in_script()[number] == expected


def unmarked(text: str) -> tuple[str, list[Span]]:
    """A text without its square brackets, and the passages that stood between them."""
    pieces = re.split(r"[\[\]]", text)
    ends = [0, *accumulate(map(len, pieces))]
    return "".join(pieces), [Span(*pair) for pair in zip(ends[1::2], ends[2::2], strict=False)]


def in_units(text: str, span: Span) -> list[int]:
    """A span of a text in UTF-16 code units, as scripts count."""
    return [len(text[:offset].encode("utf-16-le")) // 2 for offset in span]


DESCRIBE = """
({ texts }, text, start, end) => texts.describe(texts.normalise(text), { start, end })
"""
FIND = """
({ texts }, text, quotation) =>
  texts.findAll(texts.normalise(text), quotation).map(({ start, end }) => [start, end])
"""


@cache
def quotations_in_script() -> list[Any]:
    marked = [unmarked(case["text"]) for case in QUOTATIONS]
    calls = [(text, *in_units(text, spans[0])) for text, spans in marked]
    return call_page_script(DESCRIBE, calls, script_with("readings.known", rules_of_the_format()))


@cases(QUOTATIONS)
def test_passages_are_quoted_alike(number: int) -> None:
    case = QUOTATIONS[number]
    text, (span,) = unmarked(case["text"])
    if case["quotation"] is None:
        with pytest.raises(ValueError, match=r"white space|in two"):
            describe(span, normalise(text))
    else:
        described = asdict(describe(span, normalise(text)))
        assert {key: value for key, value in described.items() if value} == case["quotation"]
    assert quotations_in_script()[number] == case["quotation"]


@cache
def places_in_script() -> list[Any]:
    return call_page_script(FIND, [(unmarked(case["text"])[0], case) for case in PLACES])


@cases(PLACES)
def test_quotations_are_found_alike(number: int) -> None:
    case = PLACES[number]
    text, spans = unmarked(case["text"])
    spans = [Span(*place) for place in case.get("places", spans)]  # they may overlap
    quotation = {key: case[key] for key in ("exact", "prefix", "suffix") if key in case}

    assert list(find_all(normalise(text), **quotation)) == spans
    assert places_in_script()[number] == [in_units(text, span) for span in spans]


LINKED = ["town", "term:town", "note:mill", "reading:letter", "event:flood"]
"""What links in the bodies may lead to, as they are written."""

REFUSE = """
(readings, body, linked, rules) => readings.refusals(body, name => linked.includes(name), rules)
"""


@cache
def refused_in_script() -> list[Any]:
    calls = [(case["body"], LINKED, body_patterns()) for case in BODIES]
    return call_page_script(REFUSE, calls)


@cases(BODIES)
def test_bodies_are_refused_alike(number: int) -> None:
    case = BODIES[number]
    rendered = render_markdown(case["body"])
    leads_nowhere = any(f"{link.kind}:{link.id}" not in LINKED for link in rendered.links)
    is_refused = bool(rendered.refusals or hidden_runs(case["body"]) or leads_nowhere)

    assert is_refused == bool(case["refused"] or case.get("only_check_refuses"))
    assert refused_in_script()[number] == case["refused"]


def test_each_refusal_has_a_case() -> None:
    in_cases = {name for case in BODIES for name, _ in case["refused"]}
    in_form = {name.removeprefix("refused-") for name in MESSAGES if name.startswith("refused-")}

    assert in_cases == in_form


def test_the_form_refuses_no_body_that_is_allowed() -> None:
    """Bodies that it lets pass are refused later: it knows frequent cases, and is no parser."""
    bodies = {attack.name: attack for attack in attacks() if attack.body is not None}
    function = """
    (readings, body, rules) => {
      const knows = name => /^((note|event|reading):)?[a-z][a-z0-9/-]*$/.test(name);
      return readings.refusals(body, knows, rules).length > 0;
    }
    """
    guide = (PROJECT / "docs/guide/writing-bodies.md").read_text(encoding="utf-8")
    (allowed,) = re.findall(r"    body: \|\n(      A blank line.*?)```", guide, re.DOTALL)
    calls = [(text, body_patterns()) for text in (a.body for a in bodies.values())]
    *refused, guide_refused = call_page_script(
        function, [*calls, (re.sub("(?m)^ {6}", "", allowed), body_patterns())]
    )
    by_name = dict(zip(bodies, refused, strict=True))

    assert not guide_refused
    assert [name for name, attack in bodies.items() if attack.is_inert and by_name[name]] == []
    hostile = [by_name[name] for name, attack in bodies.items() if not attack.is_inert]
    assert sum(hostile) >= 0.95 * len(hostile)
