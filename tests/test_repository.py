"""What the files around the generator promise to somebody who clones it."""

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parent.parent
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def read(path: str) -> str:
    return (PROJECT / path).read_text(encoding="utf-8")


def locked(path: str) -> dict[str, list[tuple[Requirement, list[str]]]]:
    """By name of the package, each requirement of a lock file with its hashes."""
    packages: dict[str, list[tuple[Requirement, list[str]]]] = {}
    lines = re.sub(r"^#.*\n", "", read(path), flags=re.MULTILINE).replace("\\\n", " ").splitlines()
    for line in lines:
        requirement, *hashes = line.split(" --hash=")
        parsed = Requirement(requirement)
        packages.setdefault(canonicalize_name(parsed.name), []).append(
            (parsed, [one.strip() for one in hashes])
        )
    return packages


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_pins_each_package_with_hashes(lock: str) -> None:
    for versions in locked(lock).values():
        for requirement, hashes in versions:
            assert re.fullmatch(r"==[^=,*]+", str(requirement.specifier)), requirement
            assert hashes, requirement
            assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", one) for one in hashes), requirement


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_address_and_no_option(lock: str) -> None:
    """It works with any mirror, and says nothing of the machine it was made on."""
    for line in read(lock).splitlines():
        assert re.match(r"#|[a-z0-9]|    --hash=sha256:", line), line
        assert "/" not in line and "@" not in line, line


def test_the_lock_file_for_developing_holds_that_for_running_unchanged() -> None:
    """So that what is tested is what runs."""
    for_developing = locked("requirements-dev.lock")
    for name, versions in locked("requirements.lock").items():
        assert for_developing[name] == versions


def declared() -> list[tuple[str, str]]:
    project = tomllib.loads(read("pyproject.toml"))
    groups = project["dependency-groups"]
    return [
        *((LOCKS[0], line) for line in project["project"]["dependencies"] + groups["build"]),
        *((LOCKS[1], line) for line in groups["dev"]),
    ]


@pytest.mark.parametrize(("lock", "line"), declared())
def test_a_lock_file_agrees_with_pyproject(lock: str, line: str) -> None:
    """Where this fails: make lock."""
    wanted = Requirement(line)
    here: Any = default_environment()
    versions = [
        str(requirement.specifier).removeprefix("==")
        for requirement, _ in locked(lock)[canonicalize_name(wanted.name)]
        if requirement.marker is None or requirement.marker.evaluate(here)
    ]

    assert len(versions) == 1
    assert wanted.specifier.contains(versions[0])


def test_versions_that_break_the_site_stay_out() -> None:
    """With click 8.3 `mkdocs serve` does not watch; MkDocs 2 has no plugins."""
    ranges = {Requirement(line).name: Requirement(line).specifier for _, line in declared()}

    assert not ranges["click"].contains("8.3.0")
    assert not ranges["mkdocs"].contains("2.0.0")
    assert not ranges["mkdocs-material"].contains("9.9.0")


def test_make_alone_lists_its_targets() -> None:
    listed = subprocess.run(
        ["make"], cwd=PROJECT, capture_output=True, text=True, check=True
    ).stdout

    targets = {"serve", "build", "check", "test", "test-long", "lint", "bench", "lock", "clean"}
    assert targets <= set(re.findall(r"^make (\S+) ", listed, flags=re.MULTILINE))


def test_make_clean_removes_every_folder_of_pages_that_git_ignores() -> None:
    recipe = read("Makefile").partition("\nclean:")[2].partition("\n\n")[0]
    generated = [
        line.strip("/") for line in read(".gitignore").splitlines() if line.startswith("/docs/")
    ]

    assert generated
    for folder in generated:
        assert folder in recipe.split()


class _PlainLoader(yaml.SafeLoader):
    """mkdocs.yml with `!ENV` left as its list."""


_PlainLoader.add_constructor("!ENV", lambda loader, node: [item.value for item in node.value])


def mkdocs_settings() -> dict[str, Any]:
    settings: dict[str, Any] = yaml.load(read("mkdocs.yml"), Loader=_PlainLoader)
    return settings


def test_pages_fetch_nothing_from_others() -> None:
    settings = mkdocs_settings()

    assert settings["theme"]["font"] is False
    assert "repo_url" not in settings
    assert "google" not in str(settings["extra"])


def test_no_extension_is_on_that_the_words_of_a_source_could_set_off() -> None:
    names = {
        extension if isinstance(extension, str) else next(iter(extension))
        for extension in mkdocs_settings()["markdown_extensions"]
    }

    assert names == {"admonition", "pymdownx.highlight", "pymdownx.superfences", "tables", "toc"}


def test_the_frame_of_the_site_names_no_reading() -> None:
    """Adding one is a matter of annotations/ alone."""
    settings = read("mkdocs.yml")

    assert "nav" not in mkdocs_settings()
    for reading in (PROJECT / "annotations" / "readings").glob("*/reading.yml"):
        assert reading.parent.name not in settings
