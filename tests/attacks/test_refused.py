"""Hostile contributions are refused, each at its place: see `tests.attacks.suite`."""

import re
from pathlib import Path

import pytest

from build_scripts.cli import main
from tests.attacks.suite import Attack, attacks, check, contribute, put_project

ATTACKS = attacks()
REFUSED = [attack for attack in ATTACKS if not attack.is_inert]
GROUPS = {
    *("raw-html", "attribute-lists", "event-handlers", "link-addresses", "images", "definitions"),
    *("extensions", "templates", "math-and-diagrams", "hidden-characters"),
    *("yaml-features", "names-and-paths", "fields-as-markup", "source-texts"),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project that is attacked."""
    return put_project(tmp_path / "project")


def test_without_an_attack_the_project_has_no_faults(project: Path) -> None:
    assert check(project) == (0, [])


@pytest.mark.parametrize("attack", REFUSED, ids=lambda attack: attack.name)
def test_the_contribution_is_refused_at_its_place(attack: Attack, project: Path) -> None:
    contribute(project, attack.contribution(), attack.links)

    status, errors = check(project)

    assert errors == attack.expected()
    assert status == 1


@pytest.mark.parametrize(
    "attack",
    [attack for attack in REFUSED if attack.contribution() and attack.words],
    ids=lambda attack: attack.name,
)
def test_it_is_refused_for_its_words_and_not_for_what_they_stand_in(
    attack: Attack, project: Path
) -> None:
    contribute(project, attack.contribution(attack.harmless), attack.links)

    assert check(project) == (0, [])


@pytest.mark.parametrize("form", ["text", "github"])
def test_what_is_hostile_commands_neither_a_terminal_nor_a_workflow(
    form: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A control character could write over lines, and a line end begin a command."""
    for attack in REFUSED:
        if attack.group in {"hidden-characters", "names-and-paths", "fields-as-markup"}:
            files = attack.contribution(identifier=attack.name)
            contribute(project, files)

    assert main(["check", "--root", str(project), "--format", form]) == 1

    printed = capsys.readouterr().out
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", printed)
    assert not re.search(r"^::error::", printed, re.MULTILINE)


def test_where_one_is_refused_nothing_is_written(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    contribute(project, REFUSED[0].contribution())

    assert main(["build", "--root", str(project)]) == 1

    assert [path.name for path in (project / "docs").iterdir()] == ["index.md"]


def test_every_attack_has_a_name_of_its_own_and_says_what_it_tries() -> None:
    assert len({attack.name for attack in ATTACKS}) == len(ATTACKS)
    assert all(attack.tries for attack in ATTACKS)
    contributions = [(repr(attack.contribution()), repr(attack.links)) for attack in ATTACKS]
    assert len(set(contributions)) == len(ATTACKS)


def test_there_are_many_of_every_group() -> None:
    assert {attack.group for attack in ATTACKS} == GROUPS
    for group in GROUPS:
        assert sum(attack.group == group for attack in REFUSED) >= 3, group
    assert len(REFUSED) >= 40
