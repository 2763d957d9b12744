"""Hostile contributions, one file a group, and what is to become of each.

A file of a group holds a list of attacks::

    - name: script-element              # also the word by which a browser tells who got through
      tries: to run a script for every reader
      body: <script>alert("script-element")</script>
      refused: B001 1:1                 # in the body, from line 1 and column 1; a list if several

What is contributed is the ``body`` of a note, the ``text`` of a source, or whole ``files`` by
their paths (and symbolic ``links``), which come on top of ``project/``. In files the word
``PAYLOAD`` stands for the ``payload`` in quotation marks. A text of great length is written
``{begin: …, repeat: …, times: …, end: …}``.

Either the contribution is ``refused``, at a place in the body or text, or else in a file that is
named; or it is ``inert``: plain text, which is ``shown`` (usually just as it was written) with the
elements of ``harmless`` words and no others. ``alone`` says what the contribution does in a browser
where nothing stands in its way: it runs a ``script``, makes a ``request``, or both.
"""

import io
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from build_scripts.cli import main

HERE = Path(__file__).parent
PROJECT = HERE / "project"
ELSEWHERE = "https://attack.invalid"
"""The origin that attacks ask."""

_KEYS = {
    *("name", "tries", "body", "text", "files", "links", "payload"),
    *("refused", "inert", "shown", "harmless", "alone"),
}
_PLACEHOLDER = "PAYLOAD"
ID = "the-attack"
"""The id, and the name of the file or folder, of what is contributed."""
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
_LINE_END = "\n"
_NOTE_FILE = f"annotations/readings/letter/{ID}.yml"
_NOTE_BEGINS = f"notes:\n  - id: {ID}\n    target: {{paragraphs: 3}}\n    body: |2\n"
_INDENT = "      "
_TEXT_FILE = f"seeds/{ID}.txt"
_READING_FILE = f"annotations/readings/{ID}/reading.yml"
_READING = f"title: Attack\nsource: {{file: {_TEXT_FILE}}}\nlanguage: en\n"


@dataclass(frozen=True, slots=True)
class Attack:
    """One hostile contribution; see the head of this file for what its parts mean."""

    group: str
    name: str
    tries: str
    body: str | None
    text: str | None
    payload: str | None
    files: dict[str, str]
    links: dict[str, str]
    refused: tuple[str, ...]
    shown: str
    harmless: str
    alone: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_inert(self) -> bool:
        """Whether it is plain text."""
        return not self.refused

    @property
    def words(self) -> str:
        """The hostile words themselves; empty where only files matter."""
        return self.body or self.text or self.payload or ""

    def contribution(self, words: str | None = None, identifier: str = ID) -> dict[str, bytes]:
        """The files that are contributed.

        Args:
            words: to stand in place of the hostile ones.
            identifier: of what is contributed.
        """
        words = self.words if words is None else words
        if self.body is not None:
            written = "".join(f"{_INDENT}{line}\n" if line else "\n" for line in words.split("\n"))
            files = {_NOTE_FILE: _NOTE_BEGINS + written}
        elif self.text is not None:
            files = {_TEXT_FILE: words, _READING_FILE: _READING}
        else:
            quoted = json.dumps(words, ensure_ascii=False)
            files = {
                path: content.replace(_PLACEHOLDER, quoted) for path, content in self.files.items()
            }
        return {
            path.replace(ID, identifier): (
                content if path == _TEXT_FILE and self.text else content.replace(ID, identifier)
            ).encode("utf-8", "surrogateescape")
            for path, content in files.items()
        }

    def expected(self) -> list[str]:
        """What the command is to say: ``CODE path:line:column``."""
        return sorted(self._whole_place(one) for one in self.refused)

    def _whole_place(self, refusal: str) -> str:
        code, place = refusal.split(" ", 1)
        if place.count(":") > 1:
            return refusal
        path = next(iter(self.contribution()))
        if self.body is not None:
            line, column = map(int, place.split(":"))
            place = f"{line + _NOTE_BEGINS.count(_LINE_END)}:{column + len(_INDENT)}"
        return f"{code} {path}:{place}"


class Outcome(NamedTuple):
    """What the command did: exit status, and its errors as ``CODE path:line:column``."""

    status: int
    errors: list[str]


@cache
def attacks() -> tuple[Attack, ...]:
    """All attacks, by group."""
    return tuple(attack for path in sorted(HERE.glob("*.yml")) for attack in _attacks(path))


def _attacks(path: Path) -> Iterator[Attack]:
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
        place = f"{path.name}: {entry['name']}"
        assert entry.keys() <= _KEYS, f"{place}: {entry.keys() - _KEYS}"
        refused = entry.get("refused", ())
        assert bool(refused) != bool(entry.get("inert")), f"{place}: refused or inert?"
        body, text = _long(entry.get("body")), _long(entry.get("text"))
        yield Attack(
            group=path.stem,
            name=entry["name"],
            tries=entry["tries"],
            body=body,
            text=text,
            payload=entry.get("payload"),
            files={name: _long(content) or "" for name, content in entry.get("files", {}).items()},
            links=entry.get("links", {}),
            refused=(refused,) if isinstance(refused, str) else tuple(refused),
            shown=entry.get("shown") or body or text or entry.get("payload") or "",
            harmless=entry.get("harmless") or _harmless(entry["name"], body, text),
            alone=frozenset(entry.get("alone", "").split()),
        )


def _harmless(name: str, body: str | None, text: str | None) -> str:
    if text is not None:
        return "\n\n".join("Harmless words." for _ in _PARAGRAPHS.split(text))
    return "Harmless words." if body is not None else f"A word by {name}"


def _long(value: Any) -> str | None:
    if not isinstance(value, dict):
        return None if value is None else str(value).removesuffix("\n")
    return f"{value.get('begin', '')}{value['repeat'] * value['times']}{value.get('end', '')}"


def put_project(folder: Path) -> Path:
    """A copy of the project that is attacked."""
    shutil.copytree(PROJECT, folder, dirs_exist_ok=True)
    return folder


def contribute(project: Path, files: dict[str, bytes], links: dict[str, str] | None = None) -> None:
    """Add files and symbolic links to a project; its own files of those names are replaced."""
    for path, content in files.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_bytes(content)
    for path, target in (links or {}).items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).symlink_to(target)


def check(project: Path) -> Outcome:
    """Run `readings check`, as whoever reviews a contribution does."""
    output, errors = io.StringIO(), io.StringIO()
    with redirect_stdout(output), redirect_stderr(errors):
        status = main(["check", "--root", str(project), "--format", "json"])
    found = [json.loads(line) for line in output.getvalue().splitlines()]
    return Outcome(
        status,
        sorted(
            f"{one['code']} {one['path']}:{one['line']}:{one['column']}"
            for one in found
            if one["severity"] == "error"
        ),
    )
