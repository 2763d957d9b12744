"""What all tests share: the profile of the property tests, and this project's own built site."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from tests import profiles
from tests.example_projects import EXAMPLES, fresh_copy
from tests.mkdocs_runs import mkdocs_build, small_project

PROJECT = Path(__file__).resolve().parent.parent

settings.load_profile(profiles.NAME)

for _variable in ("FORCE_COLOR", "CLICOLOR_FORCE"):
    os.environ.pop(_variable, None)  # output is compared without colours, in CI as well


def _generated_in_docs() -> list[Path]:
    """The folders of docs/ that a clone does not have: those that .gitignore names."""
    lines = (PROJECT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return [PROJECT / line.strip("/") for line in lines if line.startswith("/docs/")]


@pytest.fixture(scope="session")
def project_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project's texts, annotations and pages written by hand, as a fresh clone has them.

    For reading; a test that changes something makes a copy of its own of it.
    """
    copy = tmp_path_factory.mktemp("project")
    generated = _generated_in_docs()

    def left_out(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if Path(folder, name) in generated]

    for folder in ("seeds", "annotations", "docs"):
        shutil.copytree(PROJECT / folder, copy / folder, ignore=left_out)
    shutil.copy(PROJECT / "mkdocs.yml", copy)
    return copy


@pytest.fixture(scope="session")
def built_site(project_copy: Path) -> Path:
    """The folder of this project's site, built once by MkDocs alone, as its users build it."""
    outcome = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=project_copy,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1700000000", "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, f"mkdocs build failed:\n{outcome.stdout}{outcome.stderr}"
    # What is not as it could be in annotations may be so: no test depends on what they are.
    warnings = [line for line in outcome.stderr.splitlines() if line.startswith("WARNING")]
    assert [line for line in warnings if not re.match(r"WARNING +- +readings: ", line)] == []
    return project_copy / "site"


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small project's site, with an address and a repository."""
    project = small_project(tmp_path_factory.mktemp("small-project"))
    outcome = mkdocs_build(
        project,
        "--strict",
        SITE_URL="https://example.org/collection/",
        REPOSITORY="https://example.org/repository/",
    )
    assert outcome.returncode == 0, outcome.stderr
    return project / "site"


@pytest.fixture(scope="session")
def example_sites(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The folders of the sites of all projects in examples/, each in a copy of its project."""
    folder = tmp_path_factory.mktemp("examples")
    copies = [fresh_copy(project, folder) for project in EXAMPLES]
    for copy in copies:
        outcome = mkdocs_build(copy, "--strict")
        assert outcome.returncode == 0, outcome.stderr
    return [copy / "site" for copy in copies]


@pytest.fixture(scope="session")
def offline_edition(project_copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of this project's offline edition."""
    project = shutil.copytree(
        project_copy,
        tmp_path_factory.mktemp("offline-edition") / "project",
        ignore=shutil.ignore_patterns("site"),
    )
    outcome = mkdocs_build(project, OFFLINE="true")
    assert outcome.returncode == 0, outcome.stderr
    (edition,) = (project / "dist").iterdir()
    return edition
