"""Faults of all sorts, sown into a correct project in any number: each is found, and nothing else.

Every fault says where it belongs and, with a mark (see `tests.marked_faults`), what is expected.
"""

import hashlib
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.marked_faults import findings_of
from tests.profiles import cases

SITE = "drafts: hide\nlinking: first\n"
READING = """\
title: The frog king
language: en
date: 1812-12-20
authors: [Jacob Grimm, Wilhelm Grimm]
url: https://example.org/frog
source: {file: seeds/frog.txt, sha256: SHA256}
speakers:
  - {id: frog, name: The frog, label: "Frog:"}
  - {id: king, name: The king}
paragraphs:
  - {from: 1, role: heading}
  - {from: 3, to: 3, role: speech, speaker: frog}
headings:
  - {before: 2, title: Once upon a time, level: 3}
parts:
  - {id: begin, title: How it begins, from: 1, to: 2}
  - {id: end, title: How it ends, from: 3, to: 4}
line_breaks: reflow
"""
TEXT = """\
The frog king

In old times, when wishing still helped, and kings were many, there was a king with daughters.

Frog: What will you give me for the golden ball? Your ball is deep in the well.

The ball rolled on; the daughter of the king ran home, and the king asked who was there.
"""
NOTES = """\
notes:
  - id: wishing
    target: {exact: when wishing still helped}
    body: Nobody knows when that was.
    sources: [grimm, {ref: bolte, locator: p. 1}]
    creator: An editor
    status: reviewed
  - id: ball
    target: {exact: ball, prefix: "golden "}
    body: |
      It was her *favourite* plaything,
      of pure gold.
    formerly: [golden-ball]
  - id: well
    target: {paragraphs: 3-4}
    body: See the well.
cross_references:
  - id: rolls
    target: {exact: The ball rolled on}
    refers_to: {reading: frog, exact: the golden ball}
    relation: later-development
    body: The same ball.
  - {id: king, target: {exact: a king}, refers_to: {term: king}, relation: explains}
corrections:
  - id: helped
    target: {exact: still helped}
    reading: still did help
    certainty: conjecture
"""
PLACES = """\
mentions:
  - {target: {exact: daughter of the king}, term: princess}
  - {target: {exact: the king asked}, forbid: king}
formatting:
  - {target: {exact: rolled}, as: emphasis}
"""
KING = """\
term: king
kind: person
forms: [king, kings]
except: [frog king]
translations: {de: König, fr: roi}
definition: Who rules a country.
sources: [bolte]
"""
PRINCESS = "term: princess\nforms: [daughters, princess]\ndefinition: The daughter of a king.\n"
TIMELINE = """\
events:
  - id: print
    date: 1812-12
    end_date: 1813
    title: The tale is printed
    body: In Berlin.
    passages: [{reading: frog}, {reading: frog, exact: deep in the well}]
"""
SOURCES = """\
references:
  - {id: grimm, type: book, title: Tales, issued: 1812, publisher: Reimer, author: [Jacob]}
  - id: bolte
    type: book
    title: Notes on the tales
    issued: 1913
    publisher: Dieterich
    URL: https://example.org/notes
"""

SHA256 = hashlib.sha256(TEXT.encode()).hexdigest()
HOME = "annotations/readings/frog"
PROJECT = {
    "seeds/frog.txt": TEXT,
    "annotations/site.yml": SITE,
    f"{HOME}/reading.yml": READING.replace("SHA256", SHA256),
    f"{HOME}/notes.yml": NOTES,
    f"{HOME}/places.yml": PLACES,
    "annotations/glossary/king.yml": KING,
    "annotations/glossary/princess.yml": PRINCESS,
    "annotations/timeline.yml": TIMELINE,
    "annotations/sources.yml": SOURCES,
}


class Fault(NamedTuple):
    """A mistake somebody makes: words of a file, and what is written in their place."""

    path: str
    right: str
    wrong: str

    def span(self) -> tuple[int, int]:
        """Where it is made."""
        start = PROJECT[self.path].index(self.right)
        return start, start + len(self.right)


def faults(path: str, *mistakes: tuple[str, str]) -> list[Fault]:
    return [Fault(path, right, wrong) for right, wrong in mistakes]


FAULTS = [
    *faults(
        "annotations/site.yml",
        ("drafts: hide", "drafts: ⟨F003⟩no"),
        ("linking: first", "⟨F001⟩links: first"),
    ),
    *faults(
        f"{HOME}/reading.yml",
        ("title: The frog king", 'title: ⟨F004⟩""'),
        ("title: The frog king", "⟨F001⟩titel: The frog king"),
        ("language: en", "language: ⟨F003⟩English!"),
        ("date: 1812-12-20", "date: ⟨F003⟩1812-12-32"),
        ("date: 1812-12-20", "⟨F004⟩date:"),
        (SHA256, f"⟨S004⟩{'0' * 64}"),
        (SHA256, "⟨F003⟩0"),
        ("Wilhelm Grimm]", '⟨F004⟩""]'),
        ("https://example.org/frog", "⟨F003⟩example.org/frog"),
        ("name: The frog,", 'name: ⟨F004⟩"",'),
        ("{id: king, name: The king}", "{id: ⟨F006⟩frog, name: The king}"),
        ("{id: king, name: The king}", "⟨F002⟩{id: king}"),
        ("{from: 1, role: heading}", "{from: 1, role: ⟨F003⟩title}"),
        ("{from: 1, role: heading}", "{from: ⟨F003⟩one, role: heading}"),
        ("to: 3, role", "to: ⟨S008⟩30, role"),
        ("speaker: frog", "speaker: ⟨F008⟩toad"),
        ("{before: 2,", "{before: ⟨S008⟩22,"),
        ("title: Once upon a time", "title: ⟨F003⟩[Once]"),
        ("level: 3", "level: ⟨F003⟩9"),
        ("{id: begin,", "{id: ⟨F005⟩Begin,"),
        ("title: How it begins, from: 1", "title: How it begins, from: ⟨F003⟩first"),
        ("title: How it ends, from: 3", "title: How it ends, from: ⟨S009⟩4"),
        ("line_breaks: reflow", "line_breaks: ⟨F003⟩yes"),
    ),
    *faults(
        f"{HOME}/notes.yml",
        ("id: wishing", "id: ⟨F005⟩Wishing"),
        ("  - id: wishing\n    target", "  - ⟨F002⟩target"),
        ("{exact: when wishing still helped}", "{exact: ⟨A001⟩when hoping still helped}"),
        ("{exact: when wishing still helped}", "⟨F003⟩when wishing still helped"),
        ("{exact: when wishing still helped}", "⟨F003⟩{}"),
        ("Nobody knows when that was.", "⟨B001⟩<i>Nobody</i> knows."),
        ("[grimm,", "[⟨R001⟩grim,"),
        ("[grimm,", "[⟨F005⟩Grimm,"),
        ("{ref: bolte, locator: p. 1}", "{ref: ⟨R001⟩boltz, locator: p. 1}"),
        ("{ref: bolte, locator: p. 1}", "⟨F002⟩{locator: p. 1}"),
        ("creator: An editor", "creator: ⟨F003⟩{name: An editor}"),
        ("    status: reviewed\n", "    status: ⟨F003⟩done\n"),
        ("    status: reviewed\n", "    status: reviewed\n    ⟨Y002⟩status: draft\n"),
        ("    status: reviewed\n", "    status: ⟨Y003⟩!word reviewed\n"),
        ("  - id: ball\n", "  - id: ball\n    ⟨F001⟩colour: gold\n"),
        ("- id: well", "- id: ⟨F006⟩ball"),
        ('{exact: ball, prefix: "golden "}', "{exact: ⟨A002⟩ball}"),
        ('{exact: ball, prefix: "golden "}', "{exact: ball, prefix: ⟨A003⟩silver}"),
        ('{exact: ball, prefix: "golden "}', '{exact: ball, prefix: ⟨F004⟩""}'),
        ("It was her", "It was ⟨B001⟩<b>hers</b>, her"),
        ("*favourite* plaything,", "⟨B001⟩[plaything](javascript:x),"),
        ("formerly: [golden-ball]", "formerly: [⟨F005⟩Golden, golden-ball]"),
        ("{paragraphs: 3-4}", "{paragraphs: ⟨F003⟩4-3}"),
        ("{paragraphs: 3-4}", "{paragraphs: ⟨A007⟩3-40}"),
        ("See the well.", "See [[⟨G002⟩wells]]."),
        ("{exact: The ball rolled on}", "{exact: ⟨A001⟩The ball stood still}"),
        ("{reading: frog, exact: the golden ball}", "{reading: ⟨X001⟩toad, exact: the ball}"),
        ("{reading: frog, exact: the golden ball}", "{reading: frog, exact: ⟨A001⟩silver ball}"),
        ("{reading: frog, exact: the golden ball}", "⟨F003⟩{exact: the golden ball}"),
        ("relation: later-development", "relation: ⟨F003⟩later"),
        ("The same ball.", "The ⟨B001⟩<b>same</b> ball."),
        ("{term: king}", "{term: ⟨G002⟩queen}"),
        ("{term: king}", "{event: ⟨X002⟩wedding}"),
        ("{exact: still helped}", "{exact: still helped, ⟨F001⟩page: 3}"),
        ("{exact: still helped}", "{exact: ⟨A001⟩still worked}"),
        ("reading: still did help", 'reading: ⟨F004⟩" "'),
        ("certainty: conjecture", "certainty: ⟨F003⟩perhaps"),
    ),
    *faults(
        f"{HOME}/places.yml",
        ("{exact: daughter of the king}", "{exact: ⟨A001⟩son of the king}"),
        ("term: princess", "term: ⟨G002⟩prince"),
        ("term: princess", "term: ⟨F005⟩The princess"),
        ("{exact: the king asked}, forbid: king", "{exact: the king asked}, forbid: ⟨G002⟩queen"),
        ("{exact: rolled}", "{exact: ⟨A001⟩jumped}"),
        ("as: emphasis", "as: ⟨F003⟩italics"),
    ),
    *faults(
        "annotations/glossary/king.yml",
        ("term: king", 'term: ⟨F004⟩""'),
        ("kind: person", "kind: ⟨F003⟩A person"),
        ("forms: [king, kings]", 'forms: [king, ⟨F004⟩"", kings]'),
        ("[frog king]", "[frog king, {reading: ⟨X001⟩toad}]"),
        ("fr: roi", "⟨F003⟩f_r: roi"),
        ("fr: roi", 'fr: ⟨F004⟩""'),
        ("definition: Who rules a country.", "definition: Who has ⟨B001⟩![a crown](crown.png)"),
        ("definition: Who rules a country.", "⟨F004⟩definition:"),
        ("sources: [bolte]", "sources: [⟨R001⟩bolt]"),
    ),
    *faults("annotations/glossary/princess.yml", ("daughters,", "⟨G001⟩king, daughters,")),
    *faults(
        "annotations/timeline.yml",
        ("id: print", "id: ⟨F005⟩The print"),
        ("date: 1812-12\n", "date: ⟨F003⟩December\n"),
        ("end_date: 1813", "end_date: ⟨F003⟩later"),
        ("title: The tale is printed", "title: ⟨F003⟩[The tale]"),
        ("In Berlin.", "In ⟨B001⟩<u>Berlin</u>."),
        ("[{reading: frog},", "[{reading: ⟨X001⟩toad},"),
        ("[{reading: frog},", "[⟨F003⟩frog,"),
        ("exact: deep in the well", "exact: ⟨A001⟩deep in the sea"),
    ),
    *faults(
        "annotations/sources.yml",
        ("type: book, title: Tales", 'type: ⟨F004⟩"", title: Tales'),
        ("issued: 1812", "issued: ⟨F003⟩last year"),
        ("author: [Jacob]", "author: [⟨F003⟩{given: Jacob}]"),
        ("https://example.org/notes", "⟨F003⟩example.org"),
        ("title: Notes on the tales", 'title: ⟨F004⟩""'),
    ),
]


def found_and_expected(faults: Sequence[Fault]) -> tuple[list[str], list[str]]:
    files = dict(PROJECT)
    for fault in sorted(faults, key=Fault.span, reverse=True):
        start, end = fault.span()
        files[fault.path] = files[fault.path][:start] + fault.wrong + files[fault.path][end:]
    with tempfile.TemporaryDirectory() as folder:
        return findings_of(Path(folder), files)


def test_the_project_is_correct_without_them() -> None:
    assert found_and_expected([]) == ([], [])


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.wrong.strip())
def test_one_fault_is_one_finding(fault: Fault) -> None:
    found, expected = found_and_expected([fault])
    assert len(expected) == 1
    assert found == expected


@st.composite
def several(draw: st.DrawFn) -> list[Fault]:
    """Faults that do not overlap in the same words."""
    chosen: list[Fault] = []
    for fault in draw(st.lists(st.sampled_from(FAULTS), min_size=2, max_size=25, unique=True)):
        start, end = fault.span()
        others = [other.span() for other in chosen if other.path == fault.path]
        if all(end <= other_start or other_end <= start for other_start, other_end in others):
            chosen.append(fault)
    return chosen


@cases(normal=150, long=3_000)
@given(several())
def test_any_number_of_faults_gives_that_number_of_findings(faults: list[Fault]) -> None:
    found, expected = found_and_expected(faults)
    assert found == expected
