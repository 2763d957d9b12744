"""Let other programs judge the built pages: ``make judge``.

They look for broken links (hyperlink), run Lighthouse on one page of each kind, and compare the
first load of readings with that of the same words in plain Material. What the tests ask of every
page is not repeated here.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import first_load, lighthouse
from benchmarks.kinds_of_page import one_of_each_kind
from benchmarks.plain_site import write_plain_project
from benchmarks.processes import PROJECT
from build_scripts.read.project import read_project
from tests.mkdocs_runs import mkdocs_build
from tests.node_tools import node

HYPERLINK = PROJECT / "benchmarks/node/node_modules/hyperlink/lib/cli.js"
RUNS = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the site in several ways, judge it, and print the findings as Markdown."""
    parser = argparse.ArgumentParser(description="Judge the pages of the built site.")
    parser.add_argument(
        "--project", type=Path, default=PROJECT, help="folder of the project; default: this one"
    )
    parser.add_argument(
        "--pages",
        nargs="*",
        metavar="ADDRESS",
        help="pages for Lighthouse, such as readings/ferry/, or '' for the home page;"
        " default: one of each kind",
    )
    parser.add_argument(
        "--devices", nargs="*", choices=lighthouse.DEVICES, default=[*lighthouse.DEVICES]
    )
    parser.add_argument(
        "--runs", type=int, default=RUNS, help="runs of Lighthouse on each page; default: 5"
    )
    parser.add_argument("--without", nargs="*", choices=("links", "lighthouse", "load"), default=())
    options = parser.parse_args(arguments)
    broken = 0
    with tempfile.TemporaryDirectory(prefix="readings-judge-") as folder:
        root: Path = options.project.resolve()
        site = _built(root, Path(folder, "site"))
        if "links" not in options.without:
            edition = _built(root, Path(folder, "edition"), OFFLINE="true")
            broken = max(_broken_links(site), _broken_links(edition))
        if "load" not in options.without:
            project, _ = read_project(root)
            texts = {
                f"readings/{reading.id}/": root / reading.source.path
                for reading in project.collection.readings
                if not reading.parts
            }
            plain = write_plain_project(root, site, Path(folder, "plain"))
            plain_site = _built(plain, Path(folder, "plain-site"))
            print("\n".join(first_load.report(site, plain_site, texts)), flush=True)
        if "lighthouse" not in options.without:
            pages = one_of_each_kind(site) if options.pages is None else options.pages
            for device in options.devices:
                for line in lighthouse.report(site, pages, options.runs, device):
                    print(line, flush=True)
    return broken


def _built(project: Path, site: Path, **variables: str) -> Path:
    outcome = mkdocs_build(project, "--site-dir", str(site), **variables)
    if outcome.returncode:
        sys.exit(outcome.stderr)
    return site


def _broken_links(site: Path) -> int:
    """Print the links and fragments inside a site that lead nowhere; not zero if there are any."""
    outcome = subprocess.run(
        [node(), HYPERLINK, "--recursive", "--internal", site / "index.html"],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = outcome.stdout.splitlines()
    failures = [line for line in lines if line.startswith("not ok")]
    checked = sum(line.startswith("ok") for line in lines)
    print(f"hyperlink, {site.name}: {checked} checks, {len(failures)} broken", *failures, sep="\n")
    return outcome.returncode


if __name__ == "__main__":
    sys.exit(main())
