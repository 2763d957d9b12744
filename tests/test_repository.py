"""What the files around the generator promise to somebody who clones it."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.structure.files import Files
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from build_scripts.mkdocs_plugin.navigation import CompletedNav, completed_nav
from tests import node_tools
from tests.node_tools import NodeToolMissingError

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


NPM_FOLDERS = ("tests/node", "benchmarks/node")


def npm_file(folder: str, name: str) -> Any:
    return json.loads(read(f"{folder}/{name}"))


def npm_packages(folder: str) -> dict[str, dict[str, Any]]:
    packages: dict[str, dict[str, Any]] = npm_file(folder, "package-lock.json")["packages"]
    return {path: package for path, package in packages.items() if path}


@pytest.mark.parametrize("folder", NPM_FOLDERS)
def test_the_lock_file_for_npm_pins_each_package_with_a_hash(folder: str) -> None:
    packages = npm_packages(folder)

    assert packages
    for path, package in packages.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+(-[\w.]+)?", package["version"]), path
        assert re.fullmatch(r"sha512-[A-Za-z0-9+/]{86}==", package["integrity"]), path


@pytest.mark.parametrize("folder", NPM_FOLDERS)
def test_the_lock_file_for_npm_names_no_address_to_fetch_from(folder: str) -> None:
    """No address at all, so `funding`, which npm writes at each renewal, is taken out again.

    And no package runs programs while it is installed, though some have one.
    """
    for path, package in npm_packages(folder).items():
        assert "://" not in json.dumps(package), path
    assert "ignore-scripts=true" in read(f"{folder}/.npmrc").splitlines()


@pytest.mark.parametrize("folder", NPM_FOLDERS)
def test_what_comes_from_npm_is_named_with_exact_versions_that_are_locked(folder: str) -> None:
    """Where this fails: npm install --package-lock-only in the folder."""
    wanted = npm_file(folder, "package.json")["dependencies"]
    packages = npm_packages(folder)

    assert wanted == npm_file(folder, "package-lock.json")["packages"][""]["dependencies"]
    assert wanted == {name: packages[f"node_modules/{name}"]["version"] for name in wanted}


def test_a_missing_npm_program_is_said_with_the_way_out() -> None:
    with pytest.raises(
        NodeToolMissingError, match=r"no-such-program is not installed.*`make test`"
    ):
        node_tools.command("no-such-program")


def test_node_is_the_one_of_the_environment_whatever_the_machine_has() -> None:
    version = subprocess.run(
        [node_tools.node(), "--version"], capture_output=True, text=True, check=True
    ).stdout

    assert version.startswith("v24.")
    assert node_tools.node().is_relative_to(sys.prefix)


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

    nav = mkdocs_settings()["nav"]
    assert isinstance(completed_nav(nav, Files([])), CompletedNav)
    for reading in (PROJECT / "annotations" / "readings").glob("*/reading.yml"):
        assert reading.parent.name not in settings
