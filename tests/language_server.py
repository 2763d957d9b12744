"""The real yaml-language-server, driven over its protocol as an editor drives it."""

import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from tests import node_tools

PATIENCE_SECONDS = 20.0


class Finding(NamedTuple):
    """What an editor underlines, and says of it; lines and columns from 1."""

    line: int
    column: int
    message: str


class LanguageServer:
    """An editor with one folder open.

    Args:
        folder: the project; its `.vscode/settings.json` is followed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        settings = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
        assert set(settings) == {"yaml.schemas"}, "the tests hand on no other setting"
        # No catalogue of others' schemas: it would be fetched from the network.
        self._settings = {
            "yaml": {
                "schemas": settings["yaml.schemas"],
                "schemaStore": {"enable": False},
                "validate": True,
                "completion": True,
                "hover": True,
            }
        }
        self._process = subprocess.Popen(
            node_tools.command("yaml-language-server", "--stdio"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._news = threading.Condition()
        self._answers: dict[int, Any] = {}
        self._findings: dict[str, list[Finding]] = {}
        self._next = 0
        self._version = 0
        self._opened: set[str] = set()
        self._listener = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> "LanguageServer":
        self._listener.start()
        uri = self._folder.as_uri()
        can = {
            "workspace": {
                "configuration": True,
                "workspaceFolders": True,
                "didChangeWatchedFiles": {"dynamicRegistration": True},
            },
            "textDocument": {
                "completion": {"completionItem": {"snippetSupport": True}},
                "hover": {"contentFormat": ["markdown"]},
            },
        }
        self._ask(
            "initialize",
            processId=None,
            rootUri=uri,
            workspaceFolders=[{"uri": uri, "name": "project"}],
            capabilities=can,
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=self._settings)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()

    def findings(self, path: str, text: str) -> list[Finding]:
        """What is underlined in a file with this text, once the server has looked at it."""
        self._open(path, text)
        return sorted(self._findings_on(path))

    def offers(self, path: str, text: str) -> list[str]:
        """What completion offers, sorted, where ``|`` stands in a text that was looked at."""
        self._open(path, text.replace("|", "", 1))
        self._findings_on(path)
        answer = self._at_mark("textDocument/completion", path, text)
        items = answer["items"] if isinstance(answer, dict) else answer
        return sorted(item["label"] for item in items)

    def hover(self, path: str, text: str) -> str:
        """What is shown under the pointer where ``|`` stands in a text."""
        self._open(path, text.replace("|", "", 1))
        answer = self._at_mark("textDocument/hover", path, text)
        return str(answer["contents"]["value"]) if answer else ""

    def notice(self, path: str) -> None:
        """Tell that a file of the project was written, as editors do that watch the folder."""
        self._tell("workspace/didChangeWatchedFiles", changes=[{"uri": self._uri(path), "type": 2}])

    def _at_mark(self, method: str, path: str, text: str) -> Any:
        before = text.partition("|")[0]
        line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
        return self._ask(
            method,
            textDocument={"uri": self._uri(path)},
            position={"line": line, "character": column},
        )

    def _uri(self, path: str) -> str:
        return (self._folder / path).as_uri()

    def _open(self, path: str, text: str) -> None:
        uri = self._uri(path)
        if uri in self._opened:
            self._forget_findings(uri)
            self._tell("textDocument/didClose", textDocument={"uri": uri})
            self._findings_on(path)  # that nothing is underlined any more
        self._forget_findings(uri)
        self._opened.add(uri)
        self._version += 1
        document = {"uri": uri, "languageId": "yaml", "version": self._version, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)

    def _forget_findings(self, uri: str) -> None:
        with self._news:
            self._findings.pop(uri, None)

    def _findings_on(self, path: str) -> list[Finding]:
        uri = self._uri(path)
        with self._news:
            came = self._news.wait_for(lambda: uri in self._findings, PATIENCE_SECONDS)
            assert came, f"no findings on {path}, not even none"
            return self._findings[uri]

    # The protocol

    def _ask(self, method: str, **parameters: Any) -> Any:
        self._next += 1
        number = self._next
        self._send(id=number, method=method, params=parameters)
        with self._news:
            answered = self._news.wait_for(lambda: number in self._answers, PATIENCE_SECONDS)
            assert answered, f"no answer to {method}"
            return self._answers.pop(number)

    def _tell(self, method: str, **parameters: Any) -> None:
        self._send(method=method, params=parameters)

    def _send(self, **message: Any) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self._process.stdin.flush()

    def _listen(self) -> None:
        for message in self._messages():
            match message:
                case {"method": method, "id": number}:
                    self._send(id=number, result=self._reply(method, message["params"]))
                case {"method": "textDocument/publishDiagnostics", "params": parameters}:
                    with self._news:
                        found = [_finding(one) for one in parameters["diagnostics"]]
                        self._findings[parameters["uri"]] = found
                        self._news.notify_all()
                case {"id": number}:
                    with self._news:
                        self._answers[number] = message.get("result")
                        self._news.notify_all()
                case _:
                    pass  # its log

    def _reply(self, method: str, parameters: Any) -> Any:
        """An answer to what the server asks the editor."""
        if method != "workspace/configuration":
            return None
        return [self._settings.get(item.get("section")) for item in parameters["items"]]

    def _messages(self) -> Iterator[dict[str, Any]]:
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while line := stream.readline():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
            elif not line.strip():
                yield json.loads(stream.read(length))


def _finding(diagnostic: dict[str, Any]) -> Finding:
    start = diagnostic["range"]["start"]
    return Finding(start["line"] + 1, start["character"] + 1, diagnostic["message"])


@contextmanager
def opened(folder: Path) -> Iterator[LanguageServer]:
    """An editor with a folder open, for as long as it is needed."""
    with LanguageServer(folder) as server:
        yield server
