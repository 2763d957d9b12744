"""Profile a whole `mkdocs build` by stage: ``python -m benchmarks.whole_build ROOT``.

It runs MkDocs in this process and takes the time at its seams and at ours. Generated pages in
``docs/`` and the site are removed before: give a copy of a project.
"""

import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple
from unittest.mock import patch

import jinja2
from mkdocs import utils
from mkdocs.commands import build
from mkdocs.config import load_config
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from benchmarks.clock import Seam, StageClock
from benchmarks.cold_builds import remove_generated
from benchmarks.processes import run_python
from benchmarks.stages import BETWEEN, GENERATOR_SEAMS, INNER_SEAMS, OUTER_SEAMS
from benchmarks.table import table

IMPORTS = "imports and settings"
FILES = "MkDocs: files and navigation"
READING = "MkDocs: reading pages, plugins"
MARKDOWN = "MkDocs: Python-Markdown"
TEMPLATES = "MkDocs: templates"
FINISHING = "MkDocs: completing pages, policy"
SEARCH = "MkDocs: search"
WRITING = "MkDocs: writing and copying"
OTHER = "MkDocs: the rest"

SEAMS: tuple[Seam, ...] = (
    (build, "get_files", FILES),
    (build, "get_navigation", FILES),
    (Page, "read_source", READING),
    (Page, "render", MARKDOWN),
    (Page, "validate_anchor_links", OTHER),
    (jinja2.Template, "render", TEMPLATES),
    (utils, "write_file", WRITING),
    (Files, "copy_static_files", WRITING),
)
EVENTS = {
    "pre_build": BETWEEN,
    "files": FILES,
    "nav": FILES,
    "pre_page": READING,
    "page_read_source": READING,
    "page_markdown": READING,
    "page_content": READING,
    "page_context": SEARCH,
    "env": FINISHING,
    "post_page": FINISHING,
    "post_template": FINISHING,
    "post_build": SEARCH,
}
"""The stages that the events of plugins are part of."""


class WholeBuild(NamedTuple):
    """The CPU seconds of a build by stage, and the number of its pages."""

    seconds: dict[str, float]
    pages: int


def profile(root: Path) -> WholeBuild:
    """Build a project in this process, which has just begun.

    Raises:
        Abort: MkDocs found a fault.
    """
    remove_generated(root)
    clock = StageClock()
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    config = load_config(config_file=str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    imports = process_time()
    seams = (*OUTER_SEAMS, *INNER_SEAMS, *SEAMS)
    with clock.seams(seams, GENERATOR_SEAMS), _events(clock), clock.stage(OTHER):
        build.build(config)
    pages = sum(1 for _ in (root / "site").rglob("*.html"))
    return WholeBuild({IMPORTS: imports, **clock.seconds}, pages)


@contextmanager
def _events(clock: StageClock) -> Iterator[None]:
    """Time the plugins, by the event that they react to."""
    run = PluginCollection.run_event

    def timed(self: PluginCollection, name: str, item: Any = None, **more: Any) -> Any:
        with clock.stage(EVENTS.get(name, OTHER)):
            return run(self, name, item, **more)

    with patch.object(PluginCollection, "run_event", timed):
        yield


def profile_alone(root: Path) -> WholeBuild:
    """The same in a process of its own."""
    printed, _ = run_python("-m", "benchmarks.whole_build", str(root), "--json")
    return WholeBuild(*json.loads(printed))


def whole_build_table(measured: WholeBuild) -> str:
    """The stages in Markdown, the most expensive first."""
    whole = sum(measured.seconds.values())
    by_cost = sorted(measured.seconds.items(), key=lambda stage: -stage[1])
    return table(
        ("stage", "CPU s", "%", "ms a page"),
        (
            (stage, f"{s:.3f}", f"{100 * s / whole:.0f}", f"{1000 * s / measured.pages:.2f}")
            for stage, s in (*by_cost, ("all", whole))
        ),
    )


if __name__ == "__main__":
    built = profile(Path(sys.argv[1]))
    print(json.dumps(built) if "--json" in sys.argv else whole_build_table(built))
