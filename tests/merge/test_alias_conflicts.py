"""Aliases that clash with names of other terms, or that say nothing new."""

from pathlib import Path

import pytest

from build_scripts.pipeline import check
from tests.read.projects import write_project

ONE = "annotations/glossary/one.yml"
TWO = "annotations/glossary/two.yml"
TERM = "term: {}\nlinking: none\ndefinition: D.\n"


def found(root: Path, one: str, two: str) -> list[tuple[str, int, str]]:
    """Path, line and code of each finding on two terms, called Town and River."""
    files: dict[str, str | bytes] = {
        ONE: TERM.format("Town") + one,
        TWO: TERM.format("River") + two,
    }
    findings = check(write_project(root, files)).diagnostics
    return [(one.path, one.line, one.code) for one in findings if one.code.startswith("G")]


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("aliases: River", "", (ONE, 4, "G009")),
        ("aliases: [A, the  Ríver]", "", None),
        ("aliases: [A, RIVER]", "", (ONE, 4, "G009")),
        ("", "forms: [the Don]\naliases: town", (TWO, 5, "G009")),
        ("forms: [Don]", "aliases: [don]", (TWO, 4, "G009")),
        ("translations: {de: Don}", "aliases: [Don]", (TWO, 4, "G009")),
        ("aliases: [Don]", "aliases: [Don]", (TWO, 4, "G009")),
        ("aliases: [Don]", "translations: {de: Don}", (ONE, 4, "G009")),
        ("aliases: [A, town]", "", (ONE, 4, "G010")),
        ("aliases: [A, B, a]", "", (ONE, 4, "G010")),
        ("forms: [Burg]\naliases: [Burg]", "", (ONE, 5, "G010")),
        ("translations: {de: Stadt}\naliases: [Stadt]", "aliases: [Fluss]", (ONE, 5, "G010")),
        ("aliases: [Old Town]", "aliases: [Old River]", None),
        ("aliases: [日本, Москва]", "aliases: [москва]", (TWO, 4, "G009")),
        ("aliases: ['…']", "", (ONE, 4, "G008")),
    ],
)
def test_a_clash_is_reported_once_at_the_alias(
    tmp_path: Path, one: str, two: str, expected: tuple[str, int, str] | None
) -> None:
    assert found(tmp_path, one, two) == ([expected] if expected else [])


def test_three_terms_with_one_alias_are_two_findings_that_name_the_first(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"annotations/glossary/{name}.yml": TERM.format(name) + "aliases: [Same]\n"
        for name in ("a", "b", "c")
    }

    findings = check(write_project(tmp_path, files)).diagnostics

    messages = [one.message for one in findings if one.code == "G009"]
    assert len(messages) == 2
    assert all("`a` (annotations/glossary/a.yml, line 4)" in message for message in messages)
