"""Measure the work that any build has to do, as baselines for the cost of a build.

``python -m benchmarks.baselines ROOT COPY`` is baseline (a): it reads the inputs of a project that
was built, and writes as many files of the same sizes as its pages into the folder COPY. Baseline
(b), MkDocs building the pages, is `mkdocs_alone`.
"""

import shutil
import sys
from pathlib import Path
from time import process_time

from benchmarks.processes import Cost, run_python
from build_scripts.render.addresses import FOLDERS

_INPUT_FOLDERS = ("seeds", "annotations")


def copy_bytes(root: Path, copy: Path) -> float:
    """CPU seconds of baseline (a) in this process; `copy` is a folder that does not exist yet."""
    docs = root / "docs"
    pages = [
        (path.relative_to(docs), path.read_bytes())
        for folder in FOLDERS
        for path in sorted((docs / folder).rglob("*"))
        if path.is_file()
    ]
    begun = process_time()
    for folder in _INPUT_FOLDERS:
        for path in (root / folder).rglob("*"):
            if path.is_file():
                path.read_bytes()
    for relative, content in pages:
        target = copy / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return process_time() - begun


def copy_seconds(root: Path, copy: Path) -> float:
    """CPU seconds of baseline (a) in a process of its own; the copy is removed again."""
    printed, _ = run_python("-m", "benchmarks.baselines", str(root), str(copy))
    shutil.rmtree(copy)
    return float(printed)


def mkdocs_alone(root: Path) -> Cost:
    """Baseline (b): MkDocs builds the pages that are there, without the plugin `readings`.

    The configuration is otherwise this project's own. So the figure is that of MkDocs with
    Material, `navigation.prune` and search, without anything of the merge.
    """
    configuration = (root / "mkdocs.yml").read_text(encoding="utf-8")
    without_plugin = root / "mkdocs-alone.yml"
    without_plugin.write_text(configuration.replace("  - readings\n", ""), encoding="utf-8")
    site = root / "site"
    _, cost = run_python(
        *("-m", "mkdocs", "build", "--quiet"),
        *("--config-file", str(without_plugin), "--site-dir", str(site)),
    )
    shutil.rmtree(site)
    return cost


if __name__ == "__main__":
    print(copy_bytes(Path(sys.argv[1]), Path(sys.argv[2])))
