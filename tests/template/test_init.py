"""`readings init` turns an empty folder into a project that works."""

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from email.message import Message
from importlib.metadata import Distribution, PackageNotFoundError, PathDistribution
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from build_scripts import pipeline
from build_scripts.cli import main
from build_scripts.template import installed_from
from build_scripts.template.installed_from import requirement_for, requirement_of
from build_scripts.template.project_files import files_of_new_project
from tests.mkdocs_runs import serving
from tests.new_projects import files_of

PROJECT = Path(__file__).resolve().parents[2]
Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that the command writes into a new folder; tests only read them."""
    folder = tmp_path_factory.mktemp("there") / "new" / "old-town_talk"
    assert main(["init", str(folder)]) == 0
    return folder


def environment_of_these_tests(folder: Path) -> Path:
    """What stands in for the project's own `.venv/`: the packages that these tests run with.

    So what is left out here is the one step that needs a network, the installing of
    requirements.txt. The stamp tells the Makefile that it was done.
    """
    folder.mkdir()
    for entry in Path(sys.prefix).iterdir():
        (folder / entry.name).symlink_to(entry)
    (folder / ".installed").touch()
    return folder


def commands_of_readme(project: Path) -> list[str]:
    readme = (project / "README.md").read_text(encoding="utf-8")
    return readme.partition("```sh\n")[2].partition("```")[0].splitlines()


def test_its_readme_has_two_commands(project: Path) -> None:
    assert commands_of_readme(project) == ["make serve", "make build"]


def test_its_two_commands_work(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "project"
    subprocess.run(["cp", "-r", project, copy], check=True)
    venv = environment_of_these_tests(tmp_path / "venv")
    serve, build = commands_of_readme(copy)
    for told_by_make in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS"):
        monkeypatch.delenv(told_by_make, raising=False)  # that runs the tests

    outcome = subprocess.run(
        [*shlex.split(build), f"VENV={venv}"], cwd=copy, capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 0, outcome.stderr
    assert "1 reading, 4 paragraphs, all as in the source" in outcome.stdout
    assert main(["check", "--strict", "--root", str(copy)]) == 0
    assert main(["verify", "--strict", "--root", str(copy)]) == 0

    # What `make serve` would run is run on a free port.
    told = subprocess.run(
        [*shlex.split(serve), f"VENV={venv}", "--just-print"],
        cwd=copy,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    module = "build_scripts.mkdocs_plugin.run_mkdocs"
    assert told == f"{venv}/bin/python -m {module} serve --dev-addr 127.0.0.1:8000\n"
    with serving(copy) as server:
        status, page = server.get("readings/town-clock/")
    assert status == 200
    assert "It <span" in page


def test_its_ignored_folders_are_those_that_are_written(project: Path) -> None:
    """Nothing generated is proposed for a commit, and `make clean` removes all of it."""

    def generated(path: Path) -> set[str]:
        return set(re.findall(r"^/(docs/\S+?)/?$", path.read_text("utf-8"), re.MULTILINE))

    makefile = (project / "Makefile").read_text(encoding="utf-8")
    assert generated(project / ".gitignore") == generated(PROJECT / ".gitignore")
    for folder in generated(project / ".gitignore"):
        assert folder in makefile.split()


def test_its_settings_are_those_of_this_project(project: Path) -> None:
    """Compared are the settings on what pages may load and what a text could trigger."""
    text = (project / "mkdocs.yml").read_text(encoding="utf-8")
    settings = yaml.safe_load(text.replace("!ENV ", ""))

    assert settings["site_name"] == "Old town talk"
    assert settings["theme"]["font"] is False
    assert {next(iter(one)) for one in settings["markdown_extensions"]} == {"tables", "toc"}
    assert "nav" not in settings


def test_its_sample_shows_the_usual_kinds(project: Path) -> None:
    checked = pipeline.check(project)
    (annotated,) = checked.merged.collection.readings

    assert checked.diagnostics == ()
    assert annotated.reading.notes
    assert annotated.reading.corrections
    assert annotated.reading.sha256_recorded
    assert checked.merged.collection.terms
    assert checked.merged.collection.references


def test_a_quoted_name_stays_one_text() -> None:
    name = 'The "old": town # $talk'
    (frame,) = (f for f in files_of_new_project(name, "x") if f.path == "mkdocs.yml")

    assert yaml.safe_load(frame.content.decode().replace("!ENV ", ""))["site_name"] == name


def test_the_clone_of_an_empty_repository_is_empty_enough(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)

    assert main(["init", str(tmp_path)]) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("full",), "full is not empty (it holds a.txt), and nothing is ever overwritten"),
        (("full/a.txt",), "is not a folder"),
        (("new", "--name", " "), "the name of a site is one line"),
        (("new", "--generator", "a\nb"), "--generator is one line"),
    ],
)
def test_a_mistake_is_said_and_nothing_is_written(
    tmp_path: Path,
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("full").mkdir()
    Path("full/a.txt").write_text("mine", encoding="utf-8")

    assert main(["init", *arguments]) == 2

    assert said in capsys.readouterr().err
    assert files_of(tmp_path) == {"full/a.txt": b"mine"}


# Where the generator is installed from


def distribution(folder: Path, direct_url: object = None) -> Distribution:
    """An installed package, as `direct_url.json` says where it came from (PEP 610)."""
    place = folder / "annotated_readings-1.2.dist-info"
    place.mkdir()
    metadata = Message()
    metadata["Metadata-Version"], metadata["Name"], metadata["Version"] = "2.4", "x", "1.2"
    (place / "METADATA").write_text(metadata.as_string(), encoding="utf-8")
    if direct_url is not None:
        (place / "direct_url.json").write_text(json.dumps(direct_url), encoding="utf-8")
    return PathDistribution(place)


@pytest.mark.parametrize(
    ("direct_url", "expected"),
    [
        (None, "annotated-readings==1.2"),
        (
            {"url": "file:///home/ada/a%20b", "dir_info": {"editable": True}},
            "annotated-readings @ file:///home/ada/a%20b",
        ),
        (
            {
                "url": "https://example.org/r.git",
                "vcs_info": {"vcs": "git", "requested_revision": "main", "commit_id": "4b0d"},
            },
            "annotated-readings @ git+https://example.org/r.git@4b0d",
        ),
        (
            {
                "url": "https://example.org/r.git",
                "vcs_info": {"vcs": "git", "commit_id": "4b0d"},
                "subdirectory": "generator",
            },
            "annotated-readings @ git+https://example.org/r.git@4b0d#subdirectory=generator",
        ),
        (
            {"url": "https://example.org/r.whl", "archive_info": {"hashes": {"sha256": "0a"}}},
            "annotated-readings @ https://example.org/r.whl#sha256=0a",
        ),
        (
            {"url": "https://example.org/r.zip", "archive_info": {}},
            "annotated-readings @ https://example.org/r.zip",
        ),
    ],
)
def test_the_generator_is_installed_from_where_this_one_was(
    tmp_path: Path, direct_url: object, expected: str
) -> None:
    found = requirement_of(distribution(tmp_path, direct_url))

    assert found == expected
    assert Requirement(found).name == "annotated-readings"


def test_a_copy_that_was_never_installed_is_its_own_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def not_installed(_name: str) -> Distribution:
        raise PackageNotFoundError

    monkeypatch.setattr(installed_from, "distribution", not_installed)

    assert installed_from.requirement_of_this() == f"annotated-readings @ {PROJECT.as_uri()}"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("annotated-readings==1.2", "annotated-readings==1.2"),
        ("git+https://example.org/r@v1", "annotated-readings @ git+https://example.org/r@v1"),
        ("annotated-readings @ https://a.b/r.whl", "annotated-readings @ https://a.b/r.whl"),
        ("git+file:///home/ada/r@v1", "git+file:///home/ada/r@v1"),
        (str(PROJECT), f"annotated-readings @ {PROJECT.as_uri()}"),
    ],
)
def test_the_place_of_the_generator_may_be_said(typed: str, expected: str) -> None:
    assert requirement_for(typed) == expected


def test_a_place_that_only_this_machine_has_is_told(tmp_path: Path, capsys: Capture) -> None:
    assert main(["init", str(tmp_path / "a"), "--generator", str(PROJECT)]) == 0
    assert "before others use the project" in capsys.readouterr().err
    assert main(["init", str(tmp_path / "b"), "--generator", "annotated-readings==1"]) == 0
    assert "before others" not in capsys.readouterr().err

    for folder in ("a", "b"):
        lines = (tmp_path / folder / "requirements.txt").read_text(encoding="utf-8").splitlines()
        (line,) = (line for line in lines if not line.startswith("#"))
        assert Requirement(line).name == "annotated-readings"


def test_the_name_is_that_of_the_package() -> None:
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))

    assert settings["project"]["name"] == installed_from.NAME


def test_no_project_is_needed_around(tmp_path: Path) -> None:
    outcome = subprocess.run(
        [sys.executable, "-m", "build_scripts", "init", "here"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (outcome.returncode, outcome.stdout) == (0, "here\n"), outcome.stderr
