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
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
DEVICES = {"desktop": 98, "phone": 0}
"""The devices, and the least score of performance that a page must reach on each. On the phone,
Lighthouse imagines a slow device, so that the score says more of this machine than of the page."""
NO_SHIFT = 0.005
_OPTIONS = (
    "--quiet",
    "--no-enable-error-reporting",
    "--output=json",
    f"--only-categories={','.join(CATEGORIES)}",
    "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
)


def report(site: Path, addresses: Sequence[str], runs: int, device: str) -> Iterator[str]:
    """A line for each page: the median and the range of each score, and what lowers them.

    Args:
        site: the folder of the built site.
        addresses: of pages, relative to the site.
        runs: how often each page is measured.
        device: one of `DEVICES`.
    """
    yield f"### Lighthouse, {device}, median of {runs} (least–most)\n"
    yield f"| page | {' | '.join(CATEGORIES)} | layout shift | |"
    yield "|---|--:|--:|--:|--:|--:|---|"
    with serving(site) as served:
        for address in addresses:
            results = [_measure(f"{served.origin}/{address}", device) for _ in range(runs)]
            yield _line(address or "home", results, DEVICES[device])
            yield from _faults(results[0])
    yield ""


def _line(page: str, results: Sequence[dict[str, Any]], least_performance: int) -> str:
    scores = {
        name: [round(100 * result["categories"][name]["score"]) for result in results]
        for name in CATEGORIES
    }
    shifts = [result["audits"]["cumulative-layout-shift"]["numericValue"] for result in results]
    is_enough = max(shifts) < NO_SHIFT and all(
        median(scores[name]) >= (least_performance if name == "performance" else 100)
        for name in CATEGORIES
    )
    cells = [f"{median(s):g} ({min(s)}–{max(s)})" for s in scores.values()]
    cells += [f"{median(shifts):.2f}", "" if is_enough else "NOT ENOUGH"]
    return f"| {page} | " + " | ".join(cells) + " |"


def _measure(address: str, device: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        outcome = Path(folder, "result.json")
        # The phone is what Lighthouse imagines without a preset.
        preset = ("--preset=desktop",) if device == "desktop" else ()
        subprocess.run(
            [node(), PROGRAM, address, *preset, *_OPTIONS, f"--output-path={outcome}"],
            env=os.environ | {"CHROME_PATH": str(chromium.find())},
            check=True,
        )
        result: dict[str, Any] = json.loads(outcome.read_text("utf-8"))
    return result


def _faults(result: dict[str, Any]) -> Iterator[str]:
    """The audits that lower a score; of performance, also those that say by what."""
    for name in CATEGORIES:
        for part in result["categories"][name]["auditRefs"]:
            audit = result["audits"][part["id"]]
            tells = part["weight"] or any(audit.get("metricSavings", {}).values())
            if tells and audit["score"] is not None and audit["score"] < 1:
                said = ": ".join(
                    text for key in ("title", "displayValue") if (text := audit.get(key))
                )
                yield f"| ↳ {part['id']} | | | | | | {said} |"
