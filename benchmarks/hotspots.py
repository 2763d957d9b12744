"""Profile a build, function by function: ``python -m benchmarks.hotspots [ROOT]``.

Without ROOT, a collection of 1,000 readings and 1,000 terms is made and built. The profiler makes
small functions look more expensive than they are: compare its lines with one another, and take
seconds from the benchmark.
"""

import argparse
import cProfile
import pstats
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import ParamSpec, TypeVar
from unittest.mock import patch

from benchmarks.corpus import write_corpus
from benchmarks.stages import OUTER_SEAMS
from build_scripts import pipeline
from build_scripts.model.site_configuration import SiteConfiguration

P = ParamSpec("P")
R = TypeVar("R")


def main(arguments: Sequence[str] | None = None) -> None:
    """Build a project under the profiler, and print the slowest functions of each stage."""
    parser = argparse.ArgumentParser(description="Show where the time of a build goes.")
    parser.add_argument("root", type=Path, nargs="?", metavar="ROOT", help="a project's folder")
    parser.add_argument("--readings", type=int, default=1000, metavar="N")
    parser.add_argument("--terms", type=int, default=1000, metavar="T")
    parser.add_argument("--lines", type=int, default=25, help="functions per stage; default: 25")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="readings-benchmark-") as folder:
        root = options.root
        if root is None:
            root = Path(folder) / "corpus"
            write_corpus(root, options.readings, options.terms)
        for stage, profile in profiles(root).items():
            print(f"== {stage}")
            pstats.Stats(profile).sort_stats("tottime").print_stats(options.lines)


def profiles(root: Path) -> dict[str, cProfile.Profile]:
    """Build a project, with a profile for each stage of the pipeline."""
    by_stage: dict[str, cProfile.Profile] = {}

    def profiled(stage: str, function: Callable[P, R]) -> Callable[P, R]:
        profile = by_stage.setdefault(stage, cProfile.Profile())
        return lambda *args, **kwargs: profile.runcall(function, *args, **kwargs)

    with ExitStack() as patches:
        for module, name, stage in OUTER_SEAMS:
            wrapped = profiled(stage, getattr(module, name))
            patches.enter_context(patch.object(module, name, wrapped))
        pipeline.build(root, SiteConfiguration())
    return by_stage


if __name__ == "__main__":
    main()
