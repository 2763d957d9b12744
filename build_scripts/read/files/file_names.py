"""Check that names of files and folders work on every operating system.

Files written on one system are checked out on others. Windows reserves some names for devices,
with any ending. Windows and macOS treat names that differ only in capitals as the same name, and
macOS does so with the two ways of encoding an accented letter.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from build_scripts.model import limits
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.read.files.forbidden_characters import FORBIDDEN, described
from build_scripts.text.device_names import DEVICE_NAMES
from build_scripts.text.hidden_characters import hidden_runs
from build_scripts.text.visible_text import code_point_name

_PLAIN = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*")
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\]')
_RENAME = "Rename it. A short name of letters a–z, digits, hyphens and dots works everywhere."


class NameFindings(NamedTuple):
    """Faults of the names in a project.

    Attributes:
        faulty: the paths with a fault.
        unread: faulty paths that are not read: names equal to another one, whose files would seem
            to be duplicates, and names that no report could show.
    """

    faulty: frozenset[str]
    unread: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]

    def forbid_reading(self, path: str) -> bool:
        """Whether the name of a file, or of a folder above it, keeps it from being read."""
        steps = path.split("/")
        return bool(self.unread) and any(
            "/".join(steps[:count]) in self.unread for count in range(1, len(steps) + 1)
        )


def check_names(paths: Iterable[str]) -> NameFindings:
    """Check the last step of each path; folders have paths of their own."""
    diagnostics: dict[str, Diagnostic] = {}
    unread: set[str] = set()
    taken: dict[tuple[str, str], str] = {}
    # Of several equal names, the plainest comes first and is kept.
    for path in sorted(paths, key=lambda path: (path != _folded(path), path)):
        folder, _, name = path.rpartition("/")
        fault = _fault(name)
        if fault is not None:
            diagnostics[path] = _about(path, Code.NAME_NOT_PORTABLE, fault, _RENAME)
            if not name.isprintable():
                unread.add(path)
            continue
        other = taken.setdefault((folder, _folded(name)), name)
        if other != name:
            unread.add(path)
            diagnostics[path] = _twin(path, name, other)
    return NameFindings(frozenset(diagnostics), frozenset(unread), tuple(diagnostics.values()))


def reserved(identifier: str, origin: Origin) -> tuple[Diagnostic, ...]:
    """A diagnostic for an id that a page cannot be named after, because Windows reserves it."""
    if identifier not in DEVICE_NAMES:
        return ()
    return (
        origin.diagnostic(
            Code.NAME_NOT_PORTABLE,
            f"Windows reserves the name `{identifier}`, so no page can have it",
            f"Choose another id, such as `{identifier}-1`.",
        ),
    )


def _folded(name: str) -> str:
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def _fault(name: str) -> str | None:
    """The fault of a name, if any."""
    if len(name) > limits.LONGEST_NAME:
        return f"The name is longer than {limits.LONGEST_NAME} characters"
    stem = name.partition(".")[0].rstrip(" ").lower()
    if stem in DEVICE_NAMES:
        return f"Windows reserves the name `{stem}`, whatever ending it has"
    if _PLAIN.fullmatch(name):
        return None
    if any("\ud800" <= character <= "\udfff" for character in name):
        return "The name is not UTF-8"
    found = FORBIDDEN.search(name)
    if found or "\t" in name or "\n" in name or "\f" in name:
        character = found.group() if found else next(c for c in name if c in "\t\n\f")
        return f"The name contains {described(character)}"
    if hidden := hidden_runs(name):
        return f"The name contains an invisible character, {code_point_name(hidden[0].first)}"
    if not_on_windows := _NOT_ON_WINDOWS.search(name):
        return f"The name contains `{not_on_windows.group()}`, which Windows does not allow"
    if name[-1] in ". ":
        what = "a dot" if name[-1] == "." else "a space"
        return f"The name ends with {what}, which Windows cuts off"
    return None


def _twin(path: str, name: str, other: str) -> Diagnostic:
    hint = "Rename one of the two: on those systems, one would overwrite the other."
    if unicodedata.normalize("NFC", name) == unicodedata.normalize("NFC", other):
        hint += " They look alike, but encode an accent differently."
    message = f"On many systems this name is the same as `{other}` in the same folder"
    return _about(path, Code.NAMES_DIFFER_BY_CASE, message, hint)


def _about(path: str, code: Code, message: str, hint: str) -> Diagnostic:
    return Origin(Document(path, ""), 0).diagnostic(code, message, hint)
