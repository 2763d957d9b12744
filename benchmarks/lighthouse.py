"""Run Lighthouse several times on pages of a built site, served compressed."""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.compressing_server import serving
from tests.browser import chromium
from tests.node_tools import node

PROGRAM = Path(__file__).resolve().parent / "node/node_modules/lighthouse/cli/index.js"
LEAST = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
"""The scores that a reading must reach."""
_OPTIONS = (
    "--preset=desktop",
    "--quiet",
    "--no-enable-error-reporting",
    "--output=json",
    f"--only-categories={','.join(LEAST)}",
    "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
)


def report(site: Path, addresses: Sequence[str], runs: int) -> Iterator[str]:
    """A line for each page: the median and the range of each score.

    Args:
        site: the folder of the built site.
        addresses: of pages, relative to the site.
        runs: how often each page is measured.
    """
    yield f"### Lighthouse, desktop, median of {runs} (least–most)\n"
    yield "| page | " + " | ".join(LEAST) + " | layout shift | |\n|---|--:|--:|--:|--:|--:|---|"
    with serving(site) as served:
        for address in addresses:
            results = [_measure(f"{served.origin}/{address}") for _ in range(runs)]
            scores = {
                name: [round(100 * result["categories"][name]["score"]) for result in results]
                for name in LEAST
            }
            shifts = [
                result["audits"]["cumulative-layout-shift"]["numericValue"] for result in results
            ]
            is_enough = max(shifts) < 0.005 and all(
                median(scores[name]) >= least for name, least in LEAST.items()
            )
            cells = [f"{median(s):g} ({min(s)}–{max(s)})" for s in scores.values()]
            cells += [f"{median(shifts):.2f}", "" if is_enough else "NOT ENOUGH"]
            yield f"| {address} | " + " | ".join(cells) + " |"
            yield from _faults(results[0])


def _measure(address: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        outcome = Path(folder, "result.json")
        subprocess.run(
            [node(), PROGRAM, address, *_OPTIONS, f"--output-path={outcome}"],
            env=os.environ | {"CHROME_PATH": str(chromium.find())},
            check=True,
        )
        result: dict[str, Any] = json.loads(outcome.read_text("utf-8"))
    return result


def _faults(result: dict[str, Any]) -> Iterator[str]:
    """The audits that lower a score, except that of performance."""
    for name in LEAST:
        if name == "performance":
            continue
        for part in result["categories"][name]["auditRefs"]:
            audit = result["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"| ↳ {part['id']} | | | | | | {audit['title']} |"
