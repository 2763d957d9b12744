"""Run the page's scripts in Node, without a browser, for those that need no page."""

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.node_tools import node

_SCRIPTS = Path(__file__).resolve().parent.parent / "build_scripts/pages/assets/scripts"

_PROGRAM = """
const { readFileSync } = require("node:fs");
const { runInThisContext } = require("node:vm");
globalThis.window = { readings: {} };
const [expression, ...scripts] = process.argv.slice(1);
for (const script of scripts) runInThisContext(readFileSync(script, "utf8"), script);
const apply = runInThisContext(expression);
console.log(JSON.stringify(apply(JSON.parse(readFileSync(0, "utf8")))));
"""


def evaluate(expression: str, argument: object, *scripts: str) -> Any:
    """Call a JavaScript function after the scripts have run.

    Args:
        expression: the function, which may use ``window.readings``.
        argument: what it is called with, as JSON.
        scripts: names of the page's scripts, in order.

    Returns:
        What it returns, as JSON.
    """
    finished = subprocess.run(
        [str(node()), "-e", _PROGRAM, expression, *(str(_SCRIPTS / name) for name in scripts)],
        input=json.dumps(argument),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(finished.stdout)
