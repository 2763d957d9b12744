"""Let Pagefind write an index in pieces, from which a page fetches what a search needs.

https://pagefind.app. The program takes messages as its own Python wrapper sends them, but that
wrapper waits .1 s for each answer. It could read a folder instead, but in the order of the disk,
and then the same input would not give the same bytes.
"""

import base64
import gzip
import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from build_scripts.model.search_piece import SearchPiece

_LANGUAGE = "unknown"
"""The language of all words for Pagefind, which then changes none of them by rules of its own."""
_PLACES_IN_CHUNK = 8000
"""So many places of words are fetched together at least. Pagefind's own 20,000 are 30 kB."""
_SIGNATURE = b"pagefind_dcd"
"""What each of Pagefind's files begins with, before it is compressed."""
_NEEDED = ("*.pf_*", "pagefind.js", "pagefind-entry.json", f"wasm.{_LANGUAGE}-*.pagefind")
"""Pagefind makes an interface of its own as well."""
_AT_ONCE = 1 << 20


class PagefindError(Exception):
    """Pagefind cannot be run; the message says why."""


def write_bundle(folder: Path, pieces: Iterable[SearchPiece], name: str) -> int:
    """Write an index into a folder, in place of what was there before, and count its pieces.

    Several bundles may be searched together if each has another `name`: some letters or digits.

    Raises:
        PagefindError: there is no Pagefind for this system, or it failed; nothing is written.
        OSError: the folder cannot be written to.
    """
    language = f"{_LANGUAGE}-{name}"  # which is a part of the names of pieces
    fragments: list[bytes] = []
    with _service() as service:
        service.ask("NewIndex", config={"force_language": language})
        for number, piece in enumerate(pieces):
            record = {"url": str(number), "content": piece.words, "language": language}
            service.ask("AddRecord", index_id=0, **record)
            fragments.append(_fragment(number, piece))
        # It answers a request to write them before they are on the disk.
        written = service.ask("GetFiles", index_id=0)["files"]
    shutil.rmtree(folder, ignore_errors=True)
    for kind in ("fragment", "index"):
        (folder / kind).mkdir(parents=True)
    for file in written:
        path, content = PurePosixPath(file["path"]), base64.b64decode(file["content"])
        if path.parts[0] == "fragment":
            content = fragments[_number_in(content)]
        if any(path.match(pattern) for pattern in _NEEDED):
            (folder / path).write_bytes(content)
    return len(fragments)


class _Service:
    """Pagefind, which answers each message before it takes the next one."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin is not None  # noqa: S101 - they are pipes
        assert process.stdout is not None  # noqa: S101
        self._to = process.stdin
        self._from = process.stdout.fileno()

    def ask(self, kind: str, **payload: Any) -> dict[str, Any]:
        """Send a message, and wait for its answer."""
        message = {"message_id": 0, "payload": {"type": kind, **payload}}
        try:
            self._to.write(base64.b64encode(json.dumps(message).encode()) + b",")
            self._to.flush()
            said: dict[str, Any] = json.loads(base64.b64decode(self._answer()))["payload"]
        except (OSError, ValueError):
            raise PagefindError("Pagefind ended before its work was done") from None
        if said["type"] == "Error":
            raise PagefindError(f"Pagefind failed: {said['message']}")
        return said

    def _answer(self) -> bytes:
        """What the program writes up to a comma, or up to its end."""
        parts = [os.read(self._from, _AT_ONCE)]
        while parts[-1] and not parts[-1].endswith(b","):
            parts.append(os.read(self._from, _AT_ONCE))
        return b"".join(parts).rstrip(b",")


@contextmanager
def _service() -> Iterator[_Service]:
    """Pagefind as it runs. What a project sets for another Pagefind does not concern it."""
    try:
        from pagefind.service import get_executable  # noqa: PLC0415 - not on every system
    except ImportError:
        raise PagefindError("Pagefind is not installed") from None
    program = get_executable()
    if program is None:
        raise PagefindError("there is no Pagefind for this system")
    settings = {name: value for name, value in os.environ.items() if "PAGEFIND" not in name}
    settings["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] = str(_PLACES_IN_CHUNK)
    with TemporaryDirectory() as elsewhere:  # where no settings of Pagefind are
        try:
            process = subprocess.Popen(
                [program, "--service"],
                cwd=elsewhere,
                env=settings,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise PagefindError(f"Pagefind does not start: {error.strerror}") from None
        with process:
            try:
                yield _Service(process)
            finally:
                process.kill()
                with suppress(BrokenPipeError):  # what was to be written when the program ended
                    process.communicate()


def _fragment(number: int, piece: SearchPiece) -> bytes:
    """What is fetched of a record, in place of its words."""
    order = [piece.page, number]
    start = json.dumps({"url": "", "content": "", "anchors": [], "order": order})[:-1]
    written = _SIGNATURE + f'{start}, "meta": {piece.content}}}'.encode()
    return gzip.compress(written, compresslevel=6, mtime=0)


def _number_in(fragment: bytes) -> int:
    """The number of the record that a fragment belongs to, as Pagefind wrote it."""
    return int(json.loads(gzip.decompress(fragment).removeprefix(_SIGNATURE))["url"])
