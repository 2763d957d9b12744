"""Serve a built site compressed, as hosts of static sites do.

Each file is compressed at its first request and then kept, so that measurements are of the pages
and not of this server.
"""

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

_ALREADY_COMPRESSED = ("image/png", "image/jpeg", "application/gzip", "application/zip", "font/")
_FINGERPRINTED = "assets/"
"""Files that browsers may keep long: those of the theme have a hash in their names."""


def _type_of(path: Path) -> str:
    guessed = guess_type(path.name)[0] or "application/octet-stream"
    is_text = guessed.startswith("text/") or guessed.endswith(("javascript", "json", "xml"))
    return f"{guessed}; charset=utf-8" if is_text else guessed


@cache
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), mtime=0)


class Served(NamedTuple):
    """A folder that is being served.

    Attributes:
        origin: the address of the server.
        sent: the number of bytes in the body of the last answer, by address below the origin.
    """

    origin: str
    sent: dict[str, int]


def _handler(folder: Path, sent: dict[str, int]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            name = unquote(urlsplit(self.path).path).lstrip("/")
            path = (folder / name).resolve()
            if path.is_dir():
                path /= "index.html"
            status = HTTPStatus.OK
            if not path.is_relative_to(folder.resolve()) or not path.is_file():
                path, status = folder / "404.html", HTTPStatus.NOT_FOUND
            self._send(path, status, name)

        def _send(self, path: Path, status: HTTPStatus, name: str) -> None:
            kind = _type_of(path)
            accepts = "gzip" in self.headers.get("Accept-Encoding", "")
            compress = accepts and not kind.startswith(_ALREADY_COMPRESSED)
            body = _compressed(path) if compress else path.read_bytes()
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            if compress:
                self.send_header("Content-Encoding", "gzip")
            age = 31_536_000 if name.startswith(_FINGERPRINTED) else 600
            self.send_header("Cache-Control", f"max-age={age}")
            self.end_headers()
            self.wfile.write(body)
            sent[name] = len(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Write no log."""

    return Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that is done closes its connections at any moment; that is no fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Serve a folder on a free port of this machine."""
    sent: dict[str, int] = {}
    with _Server(("127.0.0.1", 0), _handler(folder, sent)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Served(f"http://127.0.0.1:{server.server_port}", sent)
        finally:
            server.shutdown()
