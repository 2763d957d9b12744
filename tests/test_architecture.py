"""The arrows between the rooms of build_scripts/, read off its imports.

Every room imports only what stands below it, and rooms of one floor do not know one another::

    cli, mkdocs_plugin
    commands
    pipeline, contribute, banner, console, forwarding, page_layout, watch
    stats, suggest
    read, merge, render, export, write, verify, report
    atomic
    model

Inside merge, `anchors` stands below `glossary` and `findings`, which do not know each other.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PACKAGE = "build_scripts"
PROJECT = Path(__file__).resolve().parent.parent

FLOORS = (
    {"model"},
    {
        "atomic",
        "built_page",
        "catalogues",
        "collector",
        "commit_files",
        "installed_from",
        "offline_edition",
        "page_assets",
        "page_policy",
        "project_lines",
        "visible_text",
        "wording",
        "yaml_scalars",
        "zip_archive",
    },
    {"owned_folder", "page_scripts", "project_template", "schema_folder"},
    {"script_places", "write_obstacles"},
    {"read", "merge", "render", "export", "write", "verify", "changes", "report"},
    {"stats", "suggest"},
    {"pipeline", "contribute", "banner", "console", "forwarding", "page_layout", "watch"},
    {"commands"},
    {"cli", "mkdocs_plugin"},
    {"__main__"},
)
# The check of a finished site reads the sources again with the same eyes as the build.
ALLOWED_ON_ONE_FLOOR = {("verify", "read")}
# By the name of a room inside a room, those beside it that it may import.
INNER_ROOMS = {
    "merge": {"anchors": set[str](), "glossary": {"anchors"}, "findings": {"anchors"}},
    "render": {
        "language": set[str](),
        "bodies": {"language"},
        "citation": {"language"},
        "uses": {"bodies", "language"},
        "contribution": {"language"},
        "reading": {"contribution", "uses", "citation", "bodies", "language"},
        "lists": {"reading", "uses", "citation", "bodies", "language"},
        "pictures": {"lists", "reading", "uses", "citation", "bodies", "language"},
        "search": {"lists", "reading", "uses", "citation", "bodies", "language"},
    },
    "suggest": {"faults": set[str]()},
}
# Libraries that have one home, so that changing one never changes the rest.
HOMES = {
    "mkdocs": "mkdocs_plugin",
    "material": "mkdocs_plugin",
    "watchdog": "watch",
    "citeproc": "render",
    "rcssmin": "page_assets",
    "rjsmin": "page_assets",
    "pydantic": "read",
    "pydantic_core": "read",
}


def floor(room: str) -> int | None:
    """The floor of a room, counted from the ground; None for a room in no place."""
    return next((number for number, rooms in enumerate(FLOORS) if room in rooms), None)


def imported(tree: ast.Module, package: list[str]) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of each thing that a module imports, wherever in it that stands.

    Args:
        tree: the module.
        package: the names of the package it is in, which relative imports start from.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            for alias in node.names:
                yield node.lineno, ".".join([*start, *filter(None, [node.module]), alias.name])


def faults(root: Path) -> list[str]:
    """Every wrong arrow in the package of a project, as ``path:line: what is wrong``."""
    found = []
    for path in sorted((root / PACKAGE).rglob("*.py")):
        inside = path.relative_to(root / PACKAGE).with_suffix("").parts
        room = inside[0]
        where = path.relative_to(root).as_posix()
        if room == "__init__":
            continue
        if floor(room) is None:
            found.append(f"{where}:1: {room} has no place in FLOORS")
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for line, name in imported(tree, [PACKAGE, *inside[:-1]]):
            if fault := wrong_arrow(room, name) or wrong_arrow_inside(inside, name):
                found.append(f"{where}:{line}: {fault}")
    return found


def wrong_arrow(room: str, name: str) -> str:
    """What is wrong with a room's importing this dotted name, or nothing."""
    top, _, rest = name.partition(".")
    if top != PACKAGE:
        return wrong_library(room, top)
    other = rest.partition(".")[0]
    other_floor = floor(other)
    if other in {room, "__version__"}:
        return ""
    if other_floor is None:
        return f"{name} has no place in FLOORS"
    if (room, other) in ALLOWED_ON_ONE_FLOOR or other_floor < (floor(room) or 0):
        return ""
    return f"{room} must not import {other}"


def wrong_arrow_inside(inside: tuple[str, ...], name: str) -> str:
    """What is wrong with importing something of the same room into one of its inner rooms."""
    room, *rest = inside
    rooms = INNER_ROOMS.get(room, {})
    here = rest[0] if rest else ""
    other = name.removeprefix(f"{PACKAGE}.{room}.").partition(".")[0]
    if here not in rooms or other not in rooms or other in {here, *rooms[here]}:
        return ""
    return f"{room}/{here} must not import {room}/{other}"


def wrong_library(room: str, top: str) -> str:
    """What is wrong with a room's importing this library, or nothing."""
    if top in sys.stdlib_module_names:
        return ""
    if room == "model":
        return f"model is the standard library only, not {top}"
    if HOMES.get(top, room) != room:
        return f"only {HOMES[top]} imports {top}"
    return ""


def test_every_room_imports_only_what_stands_below_it() -> None:
    assert faults(PROJECT) == []


def test_the_whole_package_is_read() -> None:
    assert (PROJECT / PACKAGE / "model" / "span.py").is_file(), "the package is somewhere else now"


@pytest.mark.parametrize(
    ("module", "text", "fault"),
    [
        (
            "merge/anchor.py",
            "from build_scripts.read import yaml_tree",
            "merge must not import read",
        ),
        ("merge/anchor.py", "import build_scripts.render.page", "merge must not import render"),
        ("merge/anchor.py", "from build_scripts import render", "merge must not import render"),
        ("merge/anchor.py", "from ..read import files", "merge must not import read"),
        ("merge/anchor.py", "from .. import read", "merge must not import read"),
        ("merge/deep/er.py", "from ...read import files", "merge must not import read"),
        (
            "read/schema/terms.py",
            "from build_scripts.write import write",
            "read must not import write",
        ),
        (
            "read/schema/terms.py",
            "from build_scripts.verify import f",
            "read must not import verify",
        ),
        ("model/span.py", "from build_scripts.read import files", "model must not import read"),
        ("model/span.py", "import regex", "model is the standard library only, not regex"),
        ("write.py", "from build_scripts import pipeline", "write must not import pipeline"),
        ("pipeline.py", "from build_scripts import cli", "pipeline must not import cli"),
        ("cli.py", "import build_scripts.mkdocs_plugin", "cli must not import mkdocs_plugin"),
        ("cli.py", "from mkdocs.config import load_config", "only mkdocs_plugin imports mkdocs"),
        ("render/page.py", "from pydantic import BaseModel", "only read imports pydantic"),
        ("write.py", "def late():\n    import mkdocs", "only mkdocs_plugin imports mkdocs"),
        (
            "merge/anchor.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import build_scripts.read",
            "merge must not import read",
        ),
        (
            "merge/findings/known_ids.py",
            "from build_scripts.merge.glossary import match",
            "merge/findings must not import merge/glossary",
        ),
        (
            "merge/anchors/anchor.py",
            "from ..findings.known_ids import unknown_ids",
            "merge/anchors must not import merge/findings",
        ),
        ("helpers/text.py", "", "helpers has no place in FLOORS"),
        (
            "cli.py",
            "from build_scripts import helpers",
            "build_scripts.helpers has no place in FLOORS",
        ),
    ],
)
def test_a_wrong_arrow_is_found(tmp_path: Path, module: str, text: str, fault: str) -> None:
    path = tmp_path / PACKAGE / module
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")

    last_line = text.count("\n") + 1
    assert faults(tmp_path) == [f"{PACKAGE}/{module}:{last_line}: {fault}"]


@pytest.mark.parametrize(
    ("module", "text"),
    [
        (
            "merge/anchor.py",
            "import regex\nfrom build_scripts.model.span import Span\nfrom . import x",
        ),
        ("merge/collect.py", "from build_scripts.merge.glossary import match"),
        ("merge/glossary/match.py", "from build_scripts.merge.anchors.normalise import normalise"),
        ("merge/glossary/match.py", "from build_scripts.merge.glossary import index"),
        ("merge/findings/known_ids.py", "from build_scripts.merge.order import in_order"),
        ("read/schema/terms.py", "import pydantic"),
        ("verify.py", "from build_scripts.read import files"),
        ("pipeline.py", "from build_scripts import merge, read, render, report, write"),
        ("cli.py", "from build_scripts import __version__, pipeline"),
        ("mkdocs_plugin/plugin.py", "from mkdocs.plugins import BasePlugin"),
        ("__main__.py", "from build_scripts.cli import main"),
        ("__init__.py", '__version__ = "1"'),
    ],
)
def test_a_right_arrow_is_left_alone(tmp_path: Path, module: str, text: str) -> None:
    path = tmp_path / PACKAGE / module
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")

    assert faults(tmp_path) == []


def test_every_library_that_is_imported_is_a_declared_dependency() -> None:
    """What only the tests need, or only comes along with something else, is not there for users."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {canonicalize_name(Requirement(line).name) for line in project["dependencies"]}
    distributions = packages_distributions()
    undeclared = set()
    for path in (PROJECT / PACKAGE).rglob("*.py"):
        for _, name in imported(ast.parse(path.read_text(encoding="utf-8")), [PACKAGE]):
            top = name.partition(".")[0]
            if top in sys.stdlib_module_names or top == PACKAGE:
                continue
            homes = {canonicalize_name(home) for home in distributions.get(top, [top])}
            if not homes & declared:
                undeclared.add(f"{path.relative_to(PROJECT).as_posix()}: {top}")

    assert undeclared == set()
