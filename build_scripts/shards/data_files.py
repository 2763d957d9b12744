"""Write and read the data that one step of a build hands to another.

A file is JSON: what it is, by which generator and from which input it was made, the digest of its
data, and the data. Nothing in it is ever run, and nothing of it is copied to a page.
"""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from build_scripts.disk.atomic import replace_file
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin

_AGAIN = "Do the steps again from the first one: `readings shard all`, or each by itself."


class Made(NamedTuple):
    """By what, and from what, data was made."""

    generator: str
    input: str


class Read(NamedTuple):
    """The data of a file; or None, and why it cannot be used."""

    data: Any
    diagnostics: tuple[Diagnostic, ...] = ()


def write_data(path: Path, kind: str, made: Made, data: Any) -> None:
    """Write a file. `data` consists of JSON's values; the same values give the same bytes.

    Raises:
        OSError: it cannot be written.
    """
    written = _written(data)
    digest = sha256(written).hexdigest()
    head = _written({"kind": kind, **made._asdict(), "sha256": digest})
    replace_file(path, head + b"\n" + written + b"\n")


def _written(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def read_data(root: Path, path: Path, kind: str, made: Made) -> Read:
    """Read a file, if it is of this kind and was made by this generator from this input."""
    try:
        head, _, written = path.read_bytes().partition(b"\n")
    except FileNotFoundError:
        return _refused(root, path, f"This {_WORDS[kind]} is missing")
    written = written.removesuffix(b"\n")
    try:
        about = json.loads(head)
        if about["kind"] != kind or about["sha256"] != sha256(written).hexdigest():
            raise ValueError
        if about["generator"] != made.generator:
            return _refused(root, path, "Another version of the generator or of a library made it")
        if about["input"] != made.input:
            return _refused(root, path, "It was made from other texts, annotations or settings")
        return Read(json.loads(written))
    except (ValueError, KeyError, TypeError, RecursionError):
        return _refused(root, path, f"This is no {_WORDS[kind]}, or it was damaged")


_WORDS = {
    "found": "list of what was found in texts",
    "joined": "list of what was found in all texts",
    "part": "list of the files of a part",
}


def _refused(root: Path, path: Path, why: str) -> Read:
    return Read(None, (unusable(root, path, why),))


def unusable(root: Path, path: Path, why: str) -> Diagnostic:
    """The finding about a file of a build in parts that cannot be used."""
    shown = path.relative_to(root) if path.is_relative_to(root) else path
    return Origin(Document(shown.as_posix(), ""), 0).diagnostic(Code.PART_UNUSABLE, why, _AGAIN)
