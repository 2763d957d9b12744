"""The small changes that `make mutate` tries, and what it makes of them."""

import ast
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mutation.__main__ import Mutant, Outcome, chosen, mutants_of, summary
from tests.mutation.changed_module import Finder
from tests.mutation.changes import changes


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("a < b", ["a <= b", "a >= b"]),
        ("a < b == c", ["a <= b == c", "a >= b == c", "a < b != c"]),
        ("a is None", ["a is not None"]),
        ("a not in b", ["a in b"]),
        ("x if a else b", ["x if True else b", "x if False else b"]),
        ("[a for a in b if c]", ["[a for a in b if True]", "[a for a in b if False]"]),
        ("a and b", ["a or b"]),
        ("f(not a)", ["f(a)"]),
        ("a[1:]", ["a[2:]"]),
        ("f(1.5, key=True)", ["f(2.5, key=True)", "f(1.5, key=False)"]),
        ("a - b", ["a + b"]),
        ("a + b", ["a - b"]),
        # A text cannot be subtracted: that would be found by any test.
        ("a + 'b' + c", []),
        ("[a] + b", []),
        ("f'{a:02}{b + c}'", ["f'{a:02}{b - c}'"]),
        ("'a'", []),
        ("def f(a: T[1]) -> T[2]: pass", []),
        ("while a:\n    pass", ["while True:\n    pass", "while False:\n    pass"]),
    ],
)
def test_changes(source: str, changed: list[str]) -> None:
    found = []
    for number, _ in enumerate(changes(ast.parse(source))):
        tree = ast.parse(source)
        [*changes(tree)][number].make()
        found.append(ast.unparse(tree))
    assert found == changed


def test_a_guard_is_a_condition() -> None:
    tree = ast.parse("match a:\n    case b if c < d:\n        pass\n")
    assert [str(change) for change in changes(tree)] == [
        *("c < d  ->  True", "c < d  ->  False", "c < d  ->  c <= d", "c < d  ->  c >= d")
    ]


@pytest.fixture
def folder_of_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    (tmp_path / "mutated").mkdir()
    yield tmp_path / "mutated"
    for name in [name for name in sys.modules if name.split(".")[0] == "mutated"]:
        del sys.modules[name]


def test_only_one_module_is_changed_and_no_file(folder_of_modules: Path) -> None:
    source = "def is_old(age):\n    return age > 90\n"
    for name in ("one", "other"):
        (folder_of_modules / f"{name}.py").write_text(source)
    sys.meta_path.insert(0, Finder("mutated/one.py", 1))

    one, other = (importlib.import_module(f"mutated.{name}") for name in ("one", "other"))

    assert [one.is_old(age) for age in (90, 91)] == [True, False]
    assert [other.is_old(age) for age in (90, 91)] == [False, True]
    assert (folder_of_modules / "one.py").read_text() == source


def test_a_seed_chooses_the_same_mutants_again() -> None:
    mutants = [*mutants_of("build_scripts/text/a.py", "a = 1\n" * 50)]
    some = chosen(mutants, 10, seed=3)

    assert some == chosen(mutants, 10, seed=3) == sorted(some)
    assert some != chosen(mutants, 10, seed=4)
    assert len({*some}) == 10
    assert chosen(mutants, 100, seed=3) == mutants
    assert some[0].room == "text"
    assert mutants[6] == ("build_scripts/text/a.py", 7, 6, "1  ->  2")


def test_the_score_counts_what_was_noticed() -> None:
    outcomes = dict(
        zip(
            (Mutant("a", line, 0, "") for line in range(8)),
            (*[Outcome.NOTICED] * 6, Outcome.ENDLESS, Outcome.SURVIVED),
            strict=True,
        )
    )
    assert summary(outcomes) == (
        "7 of 8 changes were noticed (87.5%); 1 survived. Endless and therefore noticed: 1."
    )
    assert summary({}).startswith("0 of 0 changes were noticed (nothing was changed)")
