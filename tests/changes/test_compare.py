"""Which entries count as added, changed, removed or unreadable."""

from dataclasses import replace

import pytest

from build_scripts.changes.compare import compare_entries
from build_scripts.model.change import ChangeState, Entry, EntryKind, QuotedPassage

FILE = "annotations/readings/fable/notes.yml"


def note(entry_id: str, body: str = "A remark.", **further: object) -> Entry:
    entry = Entry(EntryKind.NOTE, "fable", entry_id, FILE, 2, (("body", body),))
    return replace(entry, **further)  # type: ignore[arg-type]


def reading(reading_id: str, *formerly: str) -> Entry:
    path = f"annotations/readings/{reading_id}/reading.yml"
    return Entry(EntryKind.READING, reading_id, reading_id, path, 1, (), formerly)


def states(before: list[Entry], after: list[Entry], *faulty: str) -> dict[str, ChangeState]:
    return {change.entry.id: change.state for change in compare_entries(before, after, faulty)}


def test_what_stays_as_it_is_is_no_change() -> None:
    assert states([note("fox")], [note("fox")]) == {}


def test_added_changed_and_removed() -> None:
    before = [note("fox"), note("grapes")]
    after = [note("fox", "Another remark."), note("vine")]

    assert states(before, after) == {
        "fox": ChangeState.CHANGED,
        "grapes": ChangeState.REMOVED,
        "vine": ChangeState.ADDED,
    }


def test_an_entry_that_moves_to_another_file_or_line_is_the_same() -> None:
    assert states([note("fox")], [note("fox", path="elsewhere.yml", line=40)]) == {}


def test_a_passage_that_moves_because_its_text_grew_is_the_same() -> None:
    before = QuotedPassage("a fox", "a fox", "There was ", ".", 1)
    after = QuotedPassage("a fox", "a fox", "Then there was ", ".", 2)

    assert (
        states(
            [note("fox", fields=(("target", before),))], [note("fox", fields=(("target", after),))]
        )
        == {}
    )


def test_an_entry_that_names_its_old_id_is_changed_and_not_another() -> None:
    (change,) = compare_entries([note("jackal")], [note("fox", formerly=("jackal",))])

    assert change.state is ChangeState.CHANGED
    assert change.before is not None and change.before.id == "jackal"
    assert change.after is not None and change.after.id == "fox"


def test_a_reading_that_has_another_id_brings_its_notes_along() -> None:
    before = [reading("old"), note("fox", reading="old")]
    after = [reading("fable", "old"), note("fox", "Another remark.")]

    assert states(before, after) == {
        "fable": ChangeState.CHANGED,
        "fox": ChangeState.CHANGED,
    }


@pytest.mark.parametrize("faulty", [FILE, "annotations/readings/fable/reading.yml"])
def test_what_cannot_be_read_any_more_was_not_removed(faulty: str) -> None:
    assert states([note("fox")], [], faulty) == {"fox": ChangeState.UNREADABLE}
    assert states([note("fox")], [], "annotations/readings/other/notes.yml") == {
        "fox": ChangeState.REMOVED
    }


def test_changes_of_a_reading_stand_together_and_those_of_the_site_last() -> None:
    term = Entry(EntryKind.TERM, "", "able", "annotations/glossary/able.yml", 1, ())
    after = [term, note("z"), note("a"), reading("fable"), reading("able")]

    changes = compare_entries([], after)

    told = [(change.entry.kind.value, change.entry.id) for change in changes]
    assert told == [
        ("reading", "able"),
        ("reading", "fable"),
        ("note", "a"),
        ("note", "z"),
        ("term", "able"),
    ]
