"""Questions for discussion: their order, and where they stand."""

from pathlib import Path

import pytest

from build_scripts import pipeline
from build_scripts.model.placed import PlacedQuestion
from tests.read.projects import PINNED_READING, READING_PATH, write_project

FOLDER = READING_PATH.rpartition("/")[0]
OTHER = {
    "seeds/fable.txt": "A fox saw a crow.\n",
    "annotations/readings/fable/reading.yml": (
        "title: A fable\nsource: {file: seeds/fable.txt}\nlanguage: en\n"
    ),
}


def placed(root: Path, files: dict[str, str], *, with_drafts: bool = False) -> list[PlacedQuestion]:
    """The questions on the tale, given files in its folder."""
    written = {f"{FOLDER}/{name}": content for name, content in files.items()}
    write_project(root, {READING_PATH: PINNED_READING, **OTHER, **written})
    checked = pipeline.check(root, with_drafts=with_drafts)
    assert checked.diagnostics == ()
    (tale,) = (
        one for one in checked.merged.collection.readings if FOLDER.endswith(f"/{one.reading.id}")
    )
    return [*tale.questions]


def asked(*names: str, more: str = "") -> str:
    return "questions:\n" + "".join(f"  - {{id: {name}, body: B.{more}}}\n" for name in names)


@pytest.mark.parametrize(
    ("files", "order"),
    [
        ({"questions.yml": asked("z", "a", "m")}, "z a m"),
        # The usual file comes first, so that no number changes when somebody adds a file.
        ({"question-a.yml": asked("a"), "questions.yml": asked("z", "b")}, "z b a"),
        ({"more/questions.yml": asked("a"), "b.yml": asked("c"), "a.yml": asked("d")}, "a d c"),
        ({"a.yml": asked("b"), "ä.yml": asked("a")}, "b a"),
        ({"notes.yml": "notes: []\n"}, ""),
    ],
)
def test_they_stand_in_the_order_of_their_files(
    tmp_path: Path, files: dict[str, str], order: str
) -> None:
    questions = placed(tmp_path, files)

    assert " ".join(one.question.id for one in questions) == order
    assert [one.number for one in questions] == [*range(1, len(questions) + 1)]


def test_a_hundred_are_numbered(tmp_path: Path) -> None:
    names = [f"q{number}" for number in range(100, 0, -1)]
    questions = placed(tmp_path, {"questions.yml": asked(*names)})

    assert [one.question.id for one in questions] == names
    assert questions[-1].number == 100


def test_drafts_are_hidden_and_take_no_number(tmp_path: Path) -> None:
    files = {
        "questions.yml": asked("a", more=", status: draft") + asked("b")[len("questions:\n") :]
    }

    (shown,) = placed(tmp_path / "published", files)

    assert (shown.question.id, shown.number) == ("b", 1)
    assert [one.number for one in placed(tmp_path / "seen", files, with_drafts=True)] == [1, 2]


@pytest.mark.parametrize(
    ("passages", "start"),
    [
        ("", None),
        ("{reading: tale}", None),
        ("{reading: fable}, {reading: fable, exact: fox}", None),
        ("{reading: fable, exact: fox}, {exact: a king}", "a king"),
        ("{reading: tale, exact: a frog}, {exact: a king}", "a frog"),
        ("{reading: tale}, {paragraphs: 2-3}", "The king had"),
        ("{exact: a king, paragraph: 1}", "a king"),
    ],
)
def test_they_stand_where_the_first_passage_begins_that_is_a_part_of_their_reading(
    tmp_path: Path, passages: str, start: str | None
) -> None:
    (question,) = placed(tmp_path, {"q.yml": asked("q", more=f", passages: [{passages}]")})

    text = (tmp_path / "seeds/tale.txt").read_text(encoding="utf-8")
    assert question.start == (None if start is None else text.index(start))
    assert len(question.passages) == passages.count("{")
