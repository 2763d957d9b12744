"""When two cross-references say the same."""

from pathlib import Path

import pytest

from tests.merge.findings import FABLE, TALE_FOLDER, codes, findings, term

FABLE_FOLDER = "annotations/readings/fable/"
EVENTS = {"annotations/timeline.yml": "events:\n  - {id: war, date: 1812, title: A war}\n"}


def stated(*references: tuple[str, str, str]) -> str:
    """A file of cross-references: id and relation, target, far end."""
    lines = [
        f"  - {{id: {name.split()[0]}, relation: {name.split()[1]}, target: {{{target}}}, "
        f"refers_to: {{{refers_to}}}}}\n"
        for name, target, refers_to in references
    ]
    return "cross_references:\n" + "".join(lines)


FROG = ("a same-subject", "exact: a frog", "reading: fable, exact: A fox")


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        pytest.param(
            FROG, ("b contrasts", "exact: A fox saw", "reading: tale, exact: frog"), ["X005"]
        ),
        pytest.param(FROG, ("b contrasts", "exact: A fox saw", "reading: tale, exact: She"), []),
        pytest.param(FROG, ("b contrasts", "exact: grapes.", "reading: tale, exact: a frog"), []),
        pytest.param(FROG, ("b contrasts", "reading: true", "reading: tale"), ["X005"]),
    ],
)
def test_from_both_ends(
    tmp_path: Path, here: tuple[str, str, str], there: tuple[str, str, str], expected: list[str]
) -> None:
    files = {**FABLE, TALE_FOLDER + "x.yml": stated(here), FABLE_FOLDER + "x.yml": stated(there)}
    assert codes(tmp_path, files) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(FROG, ("b contrasts", *FROG[1:]), ["X005"], id="the same words"),
        pytest.param(
            FROG,
            ("b same-subject", "exact: had a frog", "reading: fable, exact: A fox saw"),
            ["X005"],
            id="the same relation of more words",
        ),
        pytest.param(
            FROG,
            ("b contrasts", "exact: had a frog", "reading: fable, exact: A fox saw"),
            [],
            id="another relation of more words",
        ),
        pytest.param(
            FROG,
            ("b same-subject", "exact: a frog", "reading: fable, exact: said the fox"),
            [],
            id="another far end",
        ),
        pytest.param(
            ("a quotes", "exact: had a frog", "reading: fable, exact: A fox"),
            ("b quotes", "exact: had a frog", "reading: fable, exact: A fox saw some grapes."),
            [],
            id="another citation, which begins with the same words",
        ),
        pytest.param(
            ("a quotes", "exact: had a frog", "reading: fable"),
            ("b quotes", "exact: had a frog", "reading: fable, exact: A fox"),
            [],
            id="a whole reading and words of it",
        ),
        pytest.param(
            ("a explains", "exact: a frog", "term: frog"),
            ("b explains", "exact: had a frog", "term: frog"),
            ["X005"],
            id="a term",
        ),
        pytest.param(
            ("a explains", "exact: a frog", "event: war"),
            ("b explains", "exact: frog", "event: war"),
            ["X005"],
            id="an event",
        ),
        pytest.param(
            ("a explains", "exact: a frog", "term: frog"),
            ("b explains", "exact: a frog", "event: war"),
            [],
            id="a term and an event",
        ),
    ],
)
def test_twice_from_one_end(
    tmp_path: Path, one: tuple[str, str, str], other: tuple[str, str, str], expected: list[str]
) -> None:
    files = {**FABLE, **EVENTS, **term("frog"), TALE_FOLDER + "x.yml": stated(one, other)}
    assert codes(tmp_path, files) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("s", "{ref: s, locator: p. 2}", []),
        ("{ref: s, locator: p. 1}", "{ref: s, locator: p. 2}", []),
        ("{ref: s, locator: p. 1}", "{ref: s, locator: p. 1}", ["X005"]),
        ("", "s", ["X005"]),
    ],
)
def test_two_citations_of_different_places_are_not_one(
    tmp_path: Path, one: str, other: str, expected: list[str]
) -> None:
    references = stated(FROG, ("b same-subject", *FROG[1:]))
    for name, sources in (("a", one), ("b", other)):
        references = references.replace(f"id: {name},", f"id: {name}, sources: [{sources}],")
    references += "references:\n  - {id: s, type: book, title: S, publisher: P, issued: 1900}\n"
    assert codes(tmp_path, {**FABLE, TALE_FOLDER + "x.yml": references}) == expected


def test_inside_one_reading_both_ends_may_be_stated_in_either_order(tmp_path: Path) -> None:
    references = stated(
        ("a same-person", "exact: a king", "reading: tale, exact: The king"),
        ("b same-person", "exact: The king had", "reading: tale, exact: was a king"),
    )
    (found,) = findings(tmp_path, {TALE_FOLDER + "x.yml": references})
    assert found.code == "X005"
    assert found.line == 3
    assert found.message.endswith(", stated at the other end")


def test_drafts_are_compared_as_well(tmp_path: Path) -> None:
    references = stated(FROG, ("b same-subject", *FROG[1:])).replace(
        "id: b,", "id: b, status: draft,"
    )
    assert codes(tmp_path, {**FABLE, TALE_FOLDER + "x.yml": references}) == ["X005"]


def test_what_leads_nowhere_is_compared_with_nothing(tmp_path: Path) -> None:
    references = stated(
        ("a same-subject", "exact: a frog", "reading: fabel, exact: A fox"),
        ("b same-subject", "exact: a frog", "reading: fable, exact: A fax"),
    )
    assert codes(tmp_path, {**FABLE, TALE_FOLDER + "x.yml": references}) == ["X001", "A001"]


@pytest.mark.parametrize(
    ("target", "refers_to", "expected"),
    [
        ("exact: a king", "reading: tale, exact: there was a king", ["X004"]),
        ("exact: a king", "reading: tale, exact: The king", []),
        ("exact: a king", "reading: tale", ["X004"]),
        ("reading: true", "reading: tale, exact: a king", ["X004"]),
        ("reading: true", "reading: fable", []),
    ],
)
def test_to_itself(tmp_path: Path, target: str, refers_to: str, expected: list[str]) -> None:
    references = stated(("a explains", target, refers_to))
    assert codes(tmp_path, {**FABLE, TALE_FOLDER + "x.yml": references}) == expected


def test_a_body_leads_to_itself_only_where_it_is_that_very_entry(tmp_path: Path) -> None:
    notes = (
        "notes:\n"
        "  - {id: frog, target: {exact: a frog}, body: 'See [[note:king]] and [[frog]].'}\n"
        "  - {id: king, target: {exact: a king}, body: 'See [[note:frog]] and [[note:king]].'}\n"
    )
    (found,) = findings(tmp_path, {**term("frog"), TALE_FOLDER + "notes.yml": notes})
    assert (found.code, found.line) == ("X004", 3)


def test_one_that_is_stated_a_hundred_times_is_one_finding_a_repetition(tmp_path: Path) -> None:
    many = [(f"a{number} same-subject", *FROG[1:]) for number in range(100)]
    files = {**FABLE, TALE_FOLDER + "x.yml": stated(*many)}
    assert codes(tmp_path, files) == ["X005"] * 99


def test_what_repeats_several_is_reported_once(tmp_path: Path) -> None:
    three = stated(
        ("a same-subject", "exact: had a frog", "reading: fable, exact: A fox"),
        ("b same-subject", "exact: a frog", "reading: fable, exact: A fox saw"),
        ("c same-subject", "exact: had a frog", "reading: fable, exact: A fox saw"),
    )
    found = findings(tmp_path, {**FABLE, TALE_FOLDER + "x.yml": three})
    assert [(diagnostic.code, diagnostic.line) for diagnostic in found] == [
        ("X005", 3),
        ("X005", 4),
    ]
