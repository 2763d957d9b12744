"""How much there may be, and what lies just on the other side."""

from pathlib import Path

import pytest

from build_scripts import pipeline
from build_scripts.model import limits
from build_scripts.model.line_and_column import Document
from build_scripts.read.yaml.tree_with_positions import read_yaml
from tests.read.projects import READING, READING_PATH, write_project

NOTES = "annotations/readings/tale/notes.yml"


def yaml_codes(text: str) -> list[str]:
    return [found.code for found in read_yaml(Document(NOTES, text))[1]]


def findings(root: Path, path: str, text: str) -> list[str]:
    found = pipeline.check(write_project(root, {path: text})).diagnostics
    return [f"{one.line}:{one.column}: {one.code}" for one in found]


# Depth: the parser itself calls itself for each level, and would end the process.


@pytest.mark.parametrize(
    "text",
    [
        *["[" * 100_000, "{" * 100_000, "[{" * 100_000, "- " * 100_000, "? " * 100_000],
        *["a: " + "[" * 100_000, "? [" * 100_000, "{a: " * 100_000],
        "\n".join(" " * depth + "a:" for depth in range(1_000)),
        "\n".join(" " * depth + "-" for depth in range(1_000)),
        "[" * 100_000 + "]" * 100_000,
    ],
)
def test_depth_without_end_is_one_fault(text: str) -> None:
    assert yaml_codes(text) == ["Y004"]


@pytest.mark.parametrize("text", ["&a " * 100_000, "! " * 100_000, "*a " * 100_000, "%" * 100_000])
def test_signs_without_end_are_a_few_faults(text: str) -> None:
    assert 1 <= len(yaml_codes(text)) <= 2


@pytest.mark.parametrize(
    ("depth", "codes"), [(limits.DEEPEST_VALUE, []), (limits.DEEPEST_VALUE + 1, ["Y004"])]
)
def test_the_greatest_depth(depth: int, codes: list[str]) -> None:
    assert yaml_codes("[" * depth + "]" * depth) == codes


# Number


@pytest.mark.parametrize(("count", "codes"), [(30, []), (31, ["Y008"])])
def test_the_greatest_number_of_items(
    monkeypatch: pytest.MonkeyPatch, count: int, codes: list[str]
) -> None:
    monkeypatch.setattr(limits, "MOST_VALUES", 30)
    assert yaml_codes("- a\n" * count) == codes


@pytest.mark.parametrize(("count", "codes"), [(15, []), (16, ["Y008"])])
def test_a_key_and_its_value_are_two(
    monkeypatch: pytest.MonkeyPatch, count: int, codes: list[str]
) -> None:
    monkeypatch.setattr(limits, "MOST_VALUES", 30)
    assert yaml_codes("".join(f"a{number}: b\n" for number in range(count))) == codes


@pytest.mark.parametrize(
    ("count", "codes"), [(limits.MOST_KEYS, []), (limits.MOST_KEYS + 1, ["Y008"])]
)
def test_the_greatest_number_of_keys(count: int, codes: list[str]) -> None:
    assert yaml_codes("".join(f"a{number}: b\n" for number in range(count))) == codes


@pytest.mark.parametrize("line", ["-\n", "- &a b\n", "a: b\n", "- a #b\n", '- "\\0"\n', "- *a\n"])
def test_of_very_many_faults_the_first_are_reported(line: str) -> None:
    _, diagnostics = read_yaml(Document(NOTES, line * 10_000))
    assert len(diagnostics) == limits.MOST_FINDINGS
    assert diagnostics[-1].hint.endswith("\nThe rest of this file was not read.")


# Length


@pytest.mark.parametrize(
    ("start", "longest", "end"),
    [
        ("notes: [{id: ", limits.LONGEST_NAME, ", target: {exact: a king}, body: B.}]"),
        ("notes: [{id: a, target: {exact: a king}, body: ", limits.LONGEST_TEXT, "}]"),
        ("events: [{id: a, date: 1812, title: ", limits.LONGEST_LINE, "}]"),
        ("references: [{id: a, type: book, title: ", limits.LONGEST_LINE, "}]"),
        ("references: [{id: a, type: book, note: ", limits.LONGEST_TEXT, "}]"),
    ],
)
def test_the_greatest_length(tmp_path: Path, start: str, longest: int, end: str) -> None:
    place = f"1:{len(start) + 1}: F012"
    assert place not in findings(tmp_path, NOTES, start + "b" * longest + end)
    errors = findings(tmp_path, NOTES, start + "b" * (longest + 1) + end)
    assert [error for error in errors if error == place] == [place]


@pytest.mark.parametrize("key", ["exact", "prefix", "suffix"])
def test_a_quotation_of_any_length_is_one_fault(tmp_path: Path, key: str) -> None:
    long = f"{key}: {'a king ' * 2_000}"
    target = long if key == "exact" else f"exact: a king, {long}"
    text = f"notes: [{{id: a, target: {{{target}}}, body: B.}}]"
    assert findings(tmp_path, NOTES, text) == [f"1:{text.index(long) + len(key) + 3}: F012"]


@pytest.mark.parametrize("number", ["1000000000", "9" * 1_000, "9" * 10_000])
def test_a_number_without_end_is_one_fault(tmp_path: Path, number: str) -> None:
    text = f"{READING}paragraphs: [{{from: {number}}}]\n"
    assert findings(tmp_path, READING_PATH, text) == ["4:21: F003"]


def test_a_text_is_measured_in_characters(tmp_path: Path) -> None:
    """As people count them, not in bytes."""
    text = f"notes: [{{id: a, target: {{exact: a king}}, body: {'王' * limits.LONGEST_TEXT}}}]"
    assert findings(tmp_path, NOTES, text) == []
