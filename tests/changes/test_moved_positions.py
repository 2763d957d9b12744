"""Positions without words, when the text is changed and its fingerprint renewed."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.changes.aligned_paragraphs import aligned_paragraphs
from build_scripts.changes.moved_positions import moved_positions
from build_scripts.cli import main
from build_scripts.pipeline import check
from tests.changes.test_changes_command import git, write
from tests.profiles import cases

TEXT = [
    "The boats went out, and the boats came in.",
    "Amen.",
    "Nobody counted the boats of the other harbour.",
    "Amen.",
    "The keeper lit the lamp.",
]
NOTES = """notes:
  - {id: note, target: TARGET, body: About forty.}
"""


def project(root: Path, paragraphs: list[str], target: str, more: str = "") -> Path:
    """A project with one reading, whose fingerprint is right, and one note."""
    text = "\n\n".join(paragraphs) + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    write(
        root,
        {
            "seeds/harbour.txt": text,
            "annotations/readings/harbour/reading.yml": (
                f"title: The harbour\nlanguage: en\n"
                f"source: {{file: seeds/harbour.txt, sha256: {digest}}}\n{more}"
            ),
            "annotations/readings/harbour/notes.yml": NOTES.replace("TARGET", target),
        },
    )
    return root


def moved(
    root: Path, after: list[str], target: str, new_target: str = "", more: str = ""
) -> list[str]:
    """What is found when the text changes; the target stays unless a new one is given."""
    before = check(project(root / "before", TEXT, target, more), with_drafts=True)
    later = check(project(root / "after", after, new_target or target, more), with_drafts=True)
    found = moved_positions(before.merged.collection, later.merged.collection)
    return [f"{fault.line}:{fault.column} {fault.code}" for fault in found]


NEW = "A new paragraph about the boats."


@pytest.mark.parametrize(
    ("target", "after", "found"),
    [
        # A paragraph is put in before it, and the number stays.
        ("{exact: boats, occurrence: 3}", [NEW, *TEXT], ["2:24 A008"]),
        ("{exact: Amen, paragraph: 4}", ["First.", "Second.", *TEXT], ["2:24 A008"]),
        ("{exact: boats, paragraph: 3}", [NEW, TEXT[0], NEW, *TEXT[1:]], ["2:24 A008"]),
        ("{paragraphs: 5}", [NEW, *TEXT], ["2:24 A008"]),
        ("{paragraphs: 1-2}", TEXT[1:], ["2:24 A009"]),
        # One of several equal places is taken out; what stands around them is alike.
        ("{exact: Amen, occurrence: 2}", [*TEXT[:1], *TEXT[2:], "Amen."], ["2:24 A008"]),
        # The words themselves were changed.
        ("{paragraphs: 5}", [*TEXT[:4], "The keeper lit two lamps."], ["2:24 A009"]),
        (
            "{exact: the boats, occurrence: 1}",
            ["The boats went out; then the boats and the boats came in.", *TEXT[1:]],
            ["2:24 A009"],
        ),
        # Nothing that concerns it was changed.
        ("{exact: boats, occurrence: 3}", [*TEXT, NEW], []),
        ("{paragraphs: 1}", [*TEXT[:4], "The keeper lit two lamps."], []),
        ("{exact: boats, occurrence: 1}", [TEXT[0] + " " + "They were many." * 9, *TEXT[1:]], []),
        # Words that are found without a number move with the text.
        ("{exact: the lamp}", [NEW, *TEXT], []),
        ("{exact: 'boats', prefix: 'the ', suffix: ' of'}", [NEW, *TEXT], []),
    ],
)
def test_a_position_that_may_mean_other_words_is_reported(
    tmp_path: Path, target: str, after: list[str], found: list[str]
) -> None:
    assert moved(tmp_path, after, target) == found


def test_a_position_that_was_corrected_is_not(tmp_path: Path) -> None:
    assert moved(tmp_path, [NEW, *TEXT], "{paragraphs: 5}", "{paragraphs: 6}") == []


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ("parts: [{id: a, title: A, from: 1, to: 2}, {id: b, title: B, from: 3, to: 5}]\n", "4:8"),
        ("headings: [{before: 5, title: The lamp}]\n", "4:11"),
        ("paragraphs: [{from: 5, role: verse}]\n", "4:13"),
        ('version_of: old\nalignment: "5"\n', "5:12"),
    ],
)
def test_numbers_in_the_description_of_a_reading_are_positions_too(
    tmp_path: Path, more: str, place: str
) -> None:
    after = [NEW, *TEXT[:4], TEXT[4]]
    assert moved(tmp_path, after, "{exact: the lamp}", more=more)[:1] == [f"{place} A008"]


def test_far_ends_and_passages_of_events_are_positions_too(tmp_path: Path) -> None:
    more = {
        "annotations/timeline.yml": (
            "events:\n  - {id: e, date: 1900, title: E, "
            "passages: [{reading: harbour, paragraphs: 5}]}\n"
        ),
        "annotations/readings/harbour/more.yml": (
            "cross_references:\n  - id: x\n    target: {exact: the lamp}\n"
            "    refers_to: {reading: harbour, exact: boats, occurrence: 3}\n    relation: see\n"
            "mentions:\n  - {target: {exact: Amen, paragraph: 2}, forbid: amen}\n"
        ),
    }
    states = []
    for name, text in (("before", TEXT), ("after", ["Amen.", "Amen. Twice.", NEW, *TEXT])):
        root = project(tmp_path / name, text, "{exact: the lamp}")
        write(root, more)
        states.append(check(root, with_drafts=True).merged.collection)
    found = [(fault.path.rpartition("/")[2], fault.line) for fault in moved_positions(*states)]
    assert found == [("more.yml", 4), ("more.yml", 7), ("timeline.yml", 2)]


def test_check_and_changes_say_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path, TEXT, "{paragraphs: 5}")
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=base")
    git(root, "switch", "--quiet", "--create=proposal")
    project(tmp_path, [NEW, *TEXT], "{paragraphs: 5}")

    assert main(["check", "--root", str(root), "--strict"]) == 0
    assert main(["check", "--root", str(root), "--strict", "--base", "main"]) == 1
    assert capsys.readouterr().out == (
        "annotations/readings/harbour/notes.yml:2:24: warning A008 "
        "The text was changed, and this position means another place than before\n"
        "    2 |   - {id: note, target: {paragraphs: 5}, body: About forty.}\n"
        "      |                        ^\n"
        "    Before: paragraph 5: … of the other harbour. Amen. [The keeper lit the lamp.] \n"
        "    Now: paragraph 5: … boats of the other harbour. [Amen.] The keeper lit the lamp.\n"
        "    Where it was: paragraph 6: … of the other harbour. Amen. [The keeper lit the lamp.] \n"
        "    Correct the number, or quote words that occur once.\n"
    )
    assert main(["changes", "--root", str(root)]) == 0
    shown = capsys.readouterr().out
    assert "**1 position may mean other words than before**" in shown
    assert "notes.yml:2:24: A008 The text was changed" in shown


@cases(normal=200, long=5_000)
@given(
    st.lists(st.sampled_from("abcde"), max_size=12), st.lists(st.sampled_from("abcde"), max_size=12)
)
def test_aligned_paragraphs_are_equal_and_in_order(before: list[str], after: list[str]) -> None:
    places = aligned_paragraphs(before, after)
    assert all(before[old - 1] == after[new - 1] for old, new in places.items())
    assert [places[old] for old in sorted(places)] == sorted({*places.values()})
    assert aligned_paragraphs(before, before) == {n: n for n in range(1, len(before) + 1)}


def test_a_long_text_is_aligned_in_linear_time() -> None:
    before = [f"line {number % 500}" for number in range(100_000)]
    assert len(aligned_paragraphs(before, [*before[:500], "new", *before[500:]])) == 100_000


def test_passages_of_questions_are_looked_at(tmp_path: Path) -> None:
    question = "questions: [{id: why, body: B., passages: [{exact: Amen, occurrence: 2}]}]\n"
    later = [*TEXT[:1], *TEXT[2:], "Amen."]
    states = []
    for name, paragraphs in (("before", TEXT), ("after", later)):
        root = project(tmp_path / name, paragraphs, "{reading: true}")
        write(root, {"annotations/readings/harbour/questions.yml": question})
        states.append(check(root, with_drafts=True).merged.collection)

    (fault,) = moved_positions(*states)

    assert (fault.path, fault.code) == ("annotations/readings/harbour/questions.yml", "A008")
