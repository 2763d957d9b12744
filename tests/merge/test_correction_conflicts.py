"""Which corrections of overlapping words can stand beside one another."""

from pathlib import Path

import pytest

from tests.merge.findings import TALE_FOLDER, codes, findings

TEXT = "She livd in the oldhouse of Prigozhinexplaining, and kept form there.\n"


def corrections(*readings: tuple[str, str]) -> dict[str, str]:
    """A file of corrections, each of these words to those."""
    lines = "".join(
        f'  - {{id: c{number}, target: {{exact: "{exact}"}}, reading: "{reading}", '
        "certainty: likely}\n"
        for number, (exact, reading) in enumerate(readings)
    )
    return {"seeds/tale.txt": TEXT, TALE_FOLDER + "corrections.yml": f"corrections:\n{lines}"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(("livd", "lived"), ("livd", "loved"), ["C001"], id="the same words"),
        pytest.param(("livd", "lived"), ("livd", "lived"), ["C002"], id="the same twice"),
        pytest.param(
            ("livd", "lived"), ("She livd", "She lived"), ["C002"], id="the same, more quoted"
        ),
        pytest.param(
            ("form", "from"), ("kept form", "kept forms"), ["C001"], id="one word, other letters"
        ),
        pytest.param(
            ("Prigozhinexplaining", "Prigozhin, explaining"),
            ("of Prigozhinexplaining", "of Prigozhin explaining"),
            ["C001"],
            id="something else put in at one place",
        ),
        pytest.param(
            ("livd in the oldhouse", "lived in the oldhouse"),
            ("oldhouse", "old house"),
            [],
            id="other words of a common passage",
        ),
        pytest.param(
            ("livd in the oldhouse", "lived in the old house"),
            ("oldhouse", "old house"),
            [],
            id="one makes the change of the other along with its own",
        ),
        pytest.param(
            ("livd in the oldhouse", "lived in the old mouse"),
            ("oldhouse", "old house"),
            ["C001"],
            id="one changes the words of the other differently",
        ),
        pytest.param(("livd", "lived"), ("form", "from"), [], id="elsewhere"),
        pytest.param(("livd", ""), ("livd", "lived"), ["C001"], id="words left out, or others"),
        pytest.param(("livd", ""), ("livd", ""), ["C002"], id="the same words left out twice"),
        pytest.param(("She livd in", "She in"), ("livd", ""), ["C002"], id="left out, more quoted"),
        pytest.param(
            ("She livd in the", "She in a"), ("livd", ""), ["C001"], id="left out, and more changed"
        ),
        pytest.param(("in the", ""), ("kept", ""), [], id="left out elsewhere"),
    ],
)
def test_two_corrections(
    tmp_path: Path, one: tuple[str, str], other: tuple[str, str], expected: list[str]
) -> None:
    assert codes(tmp_path / "a", corrections(one, other)) == expected
    assert codes(tmp_path / "b", corrections(other, one)) == expected


def test_the_hint_shows_how_the_other_reading_becomes_a_rival(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, corrections(("livd", "lived"), ("livd", "")))
    assert '`rivals: [{reading: ""}]`' in found.hint


@pytest.mark.parametrize(
    ("rivals", "expected"),
    [
        ("{reading: loved}, {reading: ''}, {reading: livd}", []),
        ("{reading: lived}", ["C002"]),
        ("{reading: loved}, {reading: ' loved', proposed_by: Ada}", ["C002"]),
        ("{reading: ''}, {reading: ''}", ["C002"]),
        ("{reading: loved, sources: [nowhere]}", ["R001"]),
        ("{reading: loved, body: 'See [[nobody]].'}", ["G002"]),
        ("{reading: loved, body: '<script>'}", ["B001"]),
        ("{proposed_by: Ada}", ["F002"]),
        ("{reading: loved, certainty: maybe}", ["F003"]),
        ("{reading: ' '}", ["F004"]),
    ],
)
def test_rivals_are_checked_like_any_reading(
    tmp_path: Path, rivals: str, expected: list[str]
) -> None:
    files = corrections(("livd", "lived"))
    path = TALE_FOLDER + "corrections.yml"
    files[path] = files[path].replace("certainty", f"rivals: [{rivals}], certainty")
    assert codes(tmp_path, files) == expected


@pytest.mark.parametrize(
    ("reading", "expected"),
    [("", ["F002"]), ("    reading:\n", ["F004"]), ("    reading: ' '\n", ["F004"]),
     ("    reading: ''\n", [])],
)  # fmt: skip
def test_words_are_left_out_only_if_an_empty_text_is_written(
    tmp_path: Path, reading: str, expected: list[str]
) -> None:
    text = "corrections:\n  - id: c\n    target: {exact: livd}\n    certainty: likely\n"
    files = {"seeds/tale.txt": TEXT, TALE_FOLDER + "c.yml": text + reading}
    assert codes(tmp_path, files) == expected


@pytest.mark.parametrize("reading", ["old", " old ", "the old"])
def test_a_correction_that_changes_nothing_is_said_once(tmp_path: Path, reading: str) -> None:
    text = {"seeds/tale.txt": "She lived in the\nold house.\n"}
    exact = reading.strip()
    files = corrections((exact, reading), (exact, "odd"))
    assert codes(tmp_path, files | text) == ["C003"]


def test_each_pair_is_said_at_the_later_one(tmp_path: Path) -> None:
    found = findings(tmp_path, corrections(("livd", "a"), ("livd", "b"), ("livd", "c")))
    assert [(d.line, d.message.split("`")[1::2]) for d in found] == [
        (3, ["c0", "c1"]),
        (4, ["c0", "c2"]),
        (4, ["c1", "c2"]),
    ]
