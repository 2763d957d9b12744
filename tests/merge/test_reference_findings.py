"""Sources, events and demanded keys: what is said, and what is not."""

from pathlib import Path

import pytest

from tests.merge.findings import TALE_FOLDER, codes, findings, term

NOTE = "notes:\n  - {id: king, target: {exact: a king}, body: A king., sources: [a]}\n"


def source(**keys: str) -> dict[str, str]:
    """A source that a note rests on."""
    written = "".join(f", {key.replace('_', '-')}: {value}" for key, value in keys.items())
    references = f"references:\n  - {{id: a{written}}}\n"
    return {"annotations/sources.yml": references, TALE_FOLDER + "notes.yml": NOTE}


@pytest.mark.parametrize(
    ("files", "missing"),
    [
        (source(type="book", publisher="B", issued="1812"), ""),
        (source(type="book", publisher="B", issued="n.d."), ""),
        (source(type="article-journal", container_title="B", issued="1812"), ""),
        (source(type="treaty", issued="1812"), ""),
        (source(type="book", publisher="B"), "date"),
        (source(type="book", issued="1812"), "publisher"),
        (source(type="book"), "date and no publisher"),
        (source(type="treaty"), "date"),
    ],
)
def test_a_complete_source_has_a_date_and_a_publisher(
    tmp_path: Path, files: dict[str, str], missing: str
) -> None:
    expected = [f"The source `a` has no {missing}"] if missing else []
    assert [found.message for found in findings(tmp_path, files)] == expected


def test_a_faulty_date_is_no_missing_one(tmp_path: Path) -> None:
    assert codes(tmp_path, source(type="book", publisher="B", issued="long ago")) == ["F003"]


@pytest.mark.parametrize(
    "keys", ["sources: [a]", "sources: [{ref: a, locator: p. 3}]", "sources: [a], status: draft"]
)
def test_a_source_is_used_by_whatever_names_it(tmp_path: Path, keys: str) -> None:
    files = source(type="book", publisher="B", issued="1812")
    events = f"events:\n  - {{id: war, date: 1812, title: A war, {keys}}}\n"
    files = {**files, TALE_FOLDER + "notes.yml": NOTE.replace(", sources: [a]", "")}
    assert codes(tmp_path / "without", files) == ["R002"]
    assert codes(tmp_path / "with", {**files, "annotations/timeline.yml": events}) == []


@pytest.mark.parametrize(
    ("timeline", "date", "end_date", "at"),
    [
        ("{from: 1800, to: 1899}", "1800", "1899-12-31", ""),
        ("{from: 1800}", "2812", "2813", ""),
        ("{from: 1800}", "1799-12-31", "2813", "date"),
        ("{to: 1899}", "-0043-03-15", "1812", ""),
        ("{to: 1899}", "-0043-03-15", "1900", "end_date"),
        ("{from: -0050, to: -0040}", "-0043-03-15", "-0042", ""),
        ("{from: -0050, to: -0040}", "-0051", "-0042", "date"),
        ("{from: 1800, to: 1899}", "1799", "1900", "date"),
        ("{from: 1800, to: 1899}", "18XX", "1899~", ""),
        ("{from: 1885, to: 1899}", "188X?", "1899-24", ""),
        ("{from: 1885, to: 1899}", "187X", "1890", "date"),
        ("{from: 1885, to: 1899}", "1885", "190X", "end_date"),
        ("{from: 1885}", "Y-12000", "1890", "date"),
        ("{from: 1885, to: 1899}", "1884-12/1890", "", "date"),
        ("{from: 1885, to: 1899}", "1890/1900", "", "date"),
        ("{from: 1885, to: 1899}", "1890/..", "", ""),
        ("{from: 1885, to: 1899}", "../1884", "", "date"),
        ("{from: 1885, to: 1899}", "/1890", "", ""),
    ],
)
def test_events_lie_in_the_years_of_the_timeline(
    tmp_path: Path, timeline: str, date: str, end_date: str, at: str
) -> None:
    event = f"    title: A war\n    date: {date}\n"
    if end_date:
        event += f"    end_date: {end_date}\n"
    files = {
        "annotations/site.yml": f"timeline: {timeline}\n",
        "annotations/timeline.yml": f"events:\n  - id: war\n{event}",
    }
    lines = {"date": 4, "end_date": 5}
    expected = [("E001", lines[at])] if at else []
    assert [(found.code, found.line) for found in findings(tmp_path, files)] == expected


@pytest.mark.parametrize(
    ("timeline", "which"),
    [
        ("{from: 1885}", "begins with 1885"),
        ("{to: 1799}", "ends with 1799"),
        ("{from: 1700, to: 1799}", "begins with 1700 and ends with 1799"),
    ],
)
def test_the_years_of_the_timeline_are_named(tmp_path: Path, timeline: str, which: str) -> None:
    files = {
        "annotations/site.yml": f"timeline: {timeline}\n",
        "annotations/timeline.yml": "events:\n  - {id: war, date: 1812, title: A war}\n",
    }
    (found,) = findings(tmp_path, files)
    assert found.message == f"The event `war` lies outside the timeline, which {which}"


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("reading:none", "There is no reading `none`"),
        ("term:none", "There is no term `none`"),
        ("event:none", "There is no event `none`"),
        ("note:none", "There is no note `none` in the reading `tale`"),
        ("note:none/king", "There is no reading `none`"),
    ],
)
def test_a_link_in_a_body_leads_to_something_that_exists(
    tmp_path: Path, link: str, message: str
) -> None:
    note = f"notes:\n  - {{id: king, target: {{exact: a king}}, body: 'See [[{link}]].'}}\n"
    (found,) = findings(tmp_path, {TALE_FOLDER + "notes.yml": note})
    assert found.message == message


def test_a_link_may_lead_to_what_could_not_be_read(tmp_path: Path) -> None:
    files = {
        "annotations/glossary/frog.yml": "term: [\n",
        TALE_FOLDER + "notes.yml": NOTE.replace("A king.", "'See [[term:frog]], [[note:two]].'"),
        TALE_FOLDER + "more.yml": "notes:\n  - {id: two, target: {exact: a king}, body: [\n",
    }
    found = findings(tmp_path, files | source(type="book", publisher="B", issued="1812") | files)
    assert [fault.code for fault in found] == ["Y001", "Y001"]


REQUIRED = {
    "readings": ("publisher", TALE_FOLDER + "reading.yml"),
    "terms": ("sources", "annotations/glossary/frog.yml"),
    "notes": ("creator", TALE_FOLDER + "all.yml"),
    "cross_references": ("body", TALE_FOLDER + "all.yml"),
    "corrections": ("reviewed_by", TALE_FOLDER + "all.yml"),
    "events": ("passages", TALE_FOLDER + "all.yml"),
    "references": ("URL", TALE_FOLDER + "all.yml"),
}
ALL = (
    "notes:\n  - {id: a, target: {exact: a king}, body: A., sources: [a]}\n"
    "cross_references:\n"
    "  - {id: a, target: {exact: a king}, refers_to: {term: frog}, relation: contrasts}\n"
    "corrections:\n  - {id: a, target: {exact: a king}, reading: a queen, certainty: likely}\n"
    "events:\n  - {id: a, date: 1812, title: A war}\n"
    "references:\n  - {id: a, type: book, publisher: B, issued: 1812}\n"
)


@pytest.mark.parametrize("kind", REQUIRED)
def test_what_is_demanded_of_one_kind_is_missed_in_that_kind_only(
    tmp_path: Path, kind: str
) -> None:
    key, path = REQUIRED[kind]
    settings = {"annotations/site.yml": f"require: {{{kind}: {key}}}\n"}
    files = {**term("frog"), TALE_FOLDER + "all.yml": ALL}
    assert codes(tmp_path / "nothing demanded", files) == []
    (found,) = findings(tmp_path / "demanded", files | settings)
    assert (found.code, found.path) == ("F010", path)
    assert found.message.endswith(f"has no `{key}`")


@pytest.mark.parametrize(
    ("sources", "is_missing"),
    [("[a]", False), ("[{ref: a}]", False), ("[]", True)],
)
def test_an_empty_list_is_missing(tmp_path: Path, sources: str, is_missing: bool) -> None:
    files = source(type="book", publisher="B", issued="1812") | {
        "annotations/site.yml": "require: {notes: [body, sources]}\n",
        TALE_FOLDER + "notes.yml": NOTE.replace("[a]", sources),
    }
    assert ("F010" in codes(tmp_path, files)) == is_missing


def test_a_faulty_value_is_not_missing(tmp_path: Path) -> None:
    files = {
        "annotations/site.yml": "require: {notes: sources}\n",
        TALE_FOLDER + "notes.yml": NOTE.replace("[a]", "{a: b}"),
    }
    assert codes(tmp_path, files) == ["F003"]
