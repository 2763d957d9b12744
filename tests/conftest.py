"""What all tests share: the profile of the property tests, and this project's own built site."""

import os
import re
import shutil
import signal
from pathlib import Path

import pytest
from hypothesis import settings

from tests import profiles
from tests.example_projects import EXAMPLES, fresh_copy
from tests.made_once import MadeOnce
from tests.mkdocs_runs import build_edition, mkdocs_build, small_project

PROJECT = Path(__file__).resolve().parent.parent

settings.load_profile(profiles.NAME)

for _variable in ("FORCE_COLOR", "CLICOLOR_FORCE"):
    os.environ.pop(_variable, None)  # output is compared without colours, in CI as well

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Whoever runs the tests in the background has Ctrl-C ignored, and every process inherits that.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _generated_in_docs() -> list[Path]:
    """The folders of docs/ that a clone does not have: those that .gitignore names."""
    lines = (PROJECT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return [PROJECT / line.strip("/") for line in lines if line.startswith("/docs/")]


@pytest.fixture(scope="session")
def made_once(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> MadeOnce:
    """What makes a site once for all processes of this run."""
    own = tmp_path_factory.getbasetemp()
    is_one_of_several = hasattr(request.config, "workerinput")
    return MadeOnce(own.parent if is_one_of_several else own)


@pytest.fixture(scope="session")
def project_copy(made_once: MadeOnce) -> Path:
    """This project's texts, annotations and pages written by hand, as a fresh clone has them.

    For reading; a test that changes or builds something makes a copy of its own of it.
    """
    return made_once("project", _copy_project)


def _copy_project(copy: Path) -> None:
    generated = _generated_in_docs()

    def left_out(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if Path(folder, name) in generated]

    for folder in ("seeds", "annotations", "docs"):
        shutil.copytree(PROJECT / folder, copy / folder, ignore=left_out)
    shutil.copy(PROJECT / "mkdocs.yml", copy)


@pytest.fixture(scope="session")
def built_site(project_copy: Path, made_once: MadeOnce) -> Path:
    """The folder of this project's site, built by MkDocs alone, as its users build it."""

    def build(folder: Path) -> None:
        shutil.copytree(project_copy, folder, dirs_exist_ok=True)
        outcome = mkdocs_build(folder, SOURCE_DATE_EPOCH="1700000000")
        assert outcome.returncode == 0, outcome.stderr
        # What is not as it could be in annotations may be so: no test depends on what they are.
        warnings = [line for line in outcome.stderr.splitlines() if line.startswith("WARNING")]
        assert [line for line in warnings if not re.match(r"WARNING +- +readings: ", line)] == []

    return made_once("built-project", build) / "site"


@pytest.fixture(scope="session")
def small_site(made_once: MadeOnce) -> Path:
    """The folder of the small project's site, with an address and a repository."""

    def build(folder: Path) -> None:
        outcome = mkdocs_build(
            small_project(folder),
            "--strict",
            SITE_URL="https://example.org/collection/",
            REPOSITORY="https://example.org/repository/",
        )
        assert outcome.returncode == 0, outcome.stderr

    return made_once("small-project", build) / "site"


@pytest.fixture(scope="session")
def example_sites(made_once: MadeOnce) -> list[Path]:
    """The folders of the sites of all projects in examples/, each in a copy of its project."""

    def build(folder: Path) -> None:
        for project in EXAMPLES:
            outcome = mkdocs_build(fresh_copy(project, folder), "--strict")
            assert outcome.returncode == 0, outcome.stderr

    folder = made_once("examples", build)
    return [folder / project.name / "site" for project in EXAMPLES]


@pytest.fixture(scope="session")
def offline_edition(project_copy: Path, made_once: MadeOnce) -> Path:
    """The folder of this project's offline edition, which lies beside its zip file."""

    def build(folder: Path) -> None:
        shutil.copytree(project_copy, folder, dirs_exist_ok=True)
        build_edition(folder)

    (zip_file,) = (made_once("offline-edition", build) / "dist").glob("*.zip")
    return zip_file.with_suffix("")
