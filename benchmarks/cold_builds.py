"""Measure cold builds beside plain MkDocs: ``python -m benchmarks.cold_builds ROOT [PLAIN]``.

Each is built by `mkdocs build` in a process of its own, in turns, so that other work of the machine
affects both alike. Then the finished site is verified and the project checked.

Generated pages in ``docs/`` and the site are removed before each build: give a copy of a project.
"""

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmarks.beside_plain import arguments_beside_plain, plain_project
from benchmarks.processes import Cost, run_python
from benchmarks.table import table
from build_scripts.render.addresses import FOLDERS

OURS, PLAIN = "`mkdocs build`", "plain MkDocs"
CHECK, VERIFY = "`readings check`", "`readings verify`"

Costs = Mapping[str, Cost]
"""The medians of what each step cost, by its name."""


def measure_builds(root: Path, plain: Path, repeats: int = 3) -> Costs:
    """Build, verify and check a project, and build plain pages, in turns.

    The site of the last build stays.

    Raises:
        RuntimeError: a step failed; the message holds what it printed.
    """
    steps: Mapping[str, Callable[[], Cost]] = {
        OURS: lambda: cold_build(root),
        PLAIN: lambda: cold_build(plain),
        VERIFY: lambda: _readings("verify", root),
        CHECK: lambda: _readings("check", root),
    }
    costs = [{name: step() for name, step in steps.items()} for _ in range(repeats)]
    return {
        name: Cost(
            median(each[name].cpu for each in costs), median(each[name].peak for each in costs)
        )
        for name in steps
    }


def remove_generated(project: Path) -> None:
    """Remove what earlier builds wrote, so that the next one is cold."""
    for folder in (project / "site", *(project / "docs" / name for name in FOLDERS)):
        shutil.rmtree(folder, ignore_errors=True)


def cold_build(project: Path) -> Cost:
    """Build a project as if it had never been built."""
    remove_generated(project)
    _, cost = run_python(
        *("-m", "mkdocs", "build", "--quiet", "--config-file", str(project / "mkdocs.yml"))
    )
    return cost


def _readings(command: str, root: Path) -> Cost:
    return run_python("-m", "build_scripts", command, "--root", str(root))[1]


def builds_table(costs: Costs) -> str:
    """The figures in Markdown, as multiples of plain MkDocs and of our build."""
    plain, ours = costs[PLAIN], costs[OURS]
    return table(
        ("step", "CPU s", "÷ plain", "÷ build", "peak MiB", "÷ plain"),
        (
            (
                name,
                f"{cost.cpu:.2f}",
                f"{cost.cpu / plain.cpu:.2f}",
                f"{cost.cpu / ours.cpu:.2f}",
                f"{cost.peak:.0f}",
                f"{cost.peak / plain.peak:.2f}",
            )
            for name, cost in costs.items()
        ),
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure the cold build of a project, and print it as Markdown."""
    description = "Measure cold builds beside plain MkDocs."
    options = arguments_beside_plain(description, "builds of each").parse_args(arguments)
    with plain_project(options.root, options.plain) as plain:
        print(builds_table(measure_builds(options.root, plain, options.repeats)))


if __name__ == "__main__":
    main()
