"""A server that stands for all others: it notes who asks it, and has nothing."""

import re
import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread


class Elsewhere:
    """Another origin than a site's own.

    Attributes:
        origin: where it answers.
        asked: the first steps of the paths that it was asked for.
        connections: how many it has had, also without a question.
    """

    def __init__(self) -> None:
        self.origin = ""
        self.asked: set[str] = set()
        self.connections = 0

    def answer(self, question: bytes) -> bytes:
        """Note a request; the answer is that there is nothing."""
        if match := re.match(rb"\S+ /([\w-]*)", question):
            self.asked.add(match[1].decode())
        return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@contextmanager
def running() -> Iterator[Elsewhere]:
    """Such a server, on a free port of this machine, until the block ends."""
    elsewhere = Elsewhere()

    class Handler(socketserver.StreamRequestHandler):
        timeout = 5

        def handle(self) -> None:
            elsewhere.connections += 1
            try:
                if question := self.rfile.readline(10_000):
                    self.wfile.write(elsewhere.answer(question))
            except OSError:
                pass  # it was only connected with

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        elsewhere.origin = f"http://localhost:{server.server_address[1]}"
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield elsewhere
        finally:
            server.shutdown()
