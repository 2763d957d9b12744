"""Call functions of the pages' scripts in Node, without a browser."""

import json
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from build_scripts.pages.joined_assets import assets
from tests import node_tools

SHARED_CASES = Path(__file__).resolve().parent / "shared_cases"
"""Tables of cases that Python and the scripts both pass."""


def shared_cases(name: str) -> list[dict[str, Any]]:
    """The cases of a table."""
    cases: list[dict[str, Any]] = json.loads((SHARED_CASES / name).read_text(encoding="utf-8"))
    return cases


def call_page_script(
    function: str, calls: Iterable[Sequence[object]], *data: bytes, script: str = "annotate.js"
) -> list[Any]:
    """Call a JavaScript function for each of several lists of arguments.

    Args:
        function: its text; it takes `readings`, which all scripts share, and the arguments.
        calls: the lists of arguments.
        data: scripts that hand data over, as the site publishes them.
        script: the published script that is loaded.

    Returns:
        What the function returned for each list.
    """
    published = {file.path: file.content for file in assets("")}
    scripts = [published[f"/{script}"], *data]
    given = {
        "scripts": [one.decode() for one in scripts],
        "function": function,
        "calls": [list(arguments) for arguments in calls],
    }
    done = subprocess.run(
        [str(node_tools.node()), str(node_tools.FOLDER / "call-page-script.mjs")],
        input=json.dumps(given),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    answers: list[Any] = json.loads(done.stdout)
    return answers
