"""Addresses at which a code host shows and changes the files of the project."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from build_scripts.model.web_address import names_its_host

_PLACE = re.compile(r"\{([^{}]*)\}")

PLACES: Mapping[str, frozenset[str]] = {
    "edit_address": frozenset({"repository", "branch", "path"}),
    "folder_address": frozenset({"repository", "branch", "path"}),
    "entry_address": frozenset({"repository", "branch", "path", "line"}),
    "new_file_address": frozenset({"repository", "branch", "path", "content"}),
    "issues_address": frozenset({"repository"}),
}
"""The placeholders of each template, by the name of the setting."""


@dataclass(frozen=True, slots=True)
class RepositoryAddresses:
    """The address of the repository, and templates for addresses of files in it.

    In templates, ``{repository}``, ``{branch}``, ``{path}``, ``{line}`` and ``{content}`` are
    filled in; all but the first are percent-encoded (RFC 3986). The defaults are GitHub's.

    Attributes:
        repository: its address, without a slash at the end. If empty, all addresses are empty.
        branch: the branch that contributions start from.
    """

    repository: str = ""
    branch: str = "main"
    edit_address: str = "{repository}/edit/{branch}/{path}"
    folder_address: str = "{repository}/tree/{branch}/{path}"
    entry_address: str = "{repository}/edit/{branch}/{path}#L{line}"
    new_file_address: str = "{repository}/new/{branch}?filename={path}&value={content}"
    issues_address: str = "{repository}/issues"

    def of_file(self, path: str) -> str:
        """The page to edit a file; its path is relative to the project's root, with ``/``."""
        return self._filled(self.edit_address, path=path)

    def of_folder(self, path: str) -> str:
        """The page that shows a folder."""
        return self._filled(self.folder_address, path=path)

    def of_entry(self, path: str, line: int) -> str:
        """The page to edit an entry that begins at a line, counted from 1."""
        return self._filled(self.entry_address, path=path, line=str(line))

    def of_issues(self) -> str:
        """The page on which errors are reported."""
        return self._filled(self.issues_address)

    def new_file_template(self) -> str:
        """The page to create a file, with ``{path}`` and ``{content}`` for a script to fill in."""
        return self._filled(self.new_file_address)

    def _filled(self, template: str, **values: str) -> str:
        if not self.repository:
            return ""
        filled = {"repository": self.repository, "branch": _encoded(self.branch)}
        filled |= {name: _encoded(value) for name, value in values.items()}
        # In one pass, because the values may contain braces themselves.
        return _PLACE.sub(lambda place: filled.get(place[1], place[0]), template)


NO_REPOSITORY = RepositoryAddresses()
"""The addresses for a project without a repository: all are empty."""


def _encoded(value: str) -> str:
    """Percent-encode for a path or a query; a slash is allowed in both."""
    return quote(value, safe="/", errors="surrogateescape")


def repository_of(value: object) -> str:
    """The address of a repository from its setting; empty if it is not a web address."""
    address = value.strip().rstrip("/") if isinstance(value, str) else ""
    return address if names_its_host(address) else ""


def unknown_places(setting: str, template: str) -> tuple[str, ...]:
    """The names in braces in a template that are not placeholders."""
    names = (place[1] for place in _PLACE.finditer(template))
    return tuple(name for name in names if name not in PLACES[setting])
