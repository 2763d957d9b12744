"""Where a code host shows and changes the files of the project."""

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
}
"""What can be filled in, by the name of the setting."""


@dataclass(frozen=True, slots=True)
class RepositoryAddresses:
    """The address of the repository, and how those of files in it are made.

    In templates, ``{repository}``, ``{branch}``, ``{path}``, ``{line}`` and ``{content}`` are
    filled in; all but the first are percent-encoded (RFC 3986). The defaults are GitHub's.

    Attributes:
        repository: its address, without a slash at the end; empty where there is none, and then
            all other addresses are empty as well.
        branch: the branch that contributions start from.
        edit_address: where a file is changed.
        folder_address: where a folder is shown.
        entry_address: where an entry that begins at a line of a file is changed.
        new_file_address: where a file is created with a name and a content.
    """

    repository: str = ""
    branch: str = "main"
    edit_address: str = "{repository}/edit/{branch}/{path}"
    folder_address: str = "{repository}/tree/{branch}/{path}"
    entry_address: str = "{repository}/edit/{branch}/{path}#L{line}"
    new_file_address: str = "{repository}/new/{branch}?filename={path}&value={content}"

    def of_file(self, path: str) -> str:
        """Where a file is changed; its path is relative to the project's root, with ``/``."""
        return self._filled(self.edit_address, path=path)

    def of_folder(self, path: str) -> str:
        """Where a folder is shown."""
        return self._filled(self.folder_address, path=path)

    def of_entry(self, path: str, line: int) -> str:
        """Where an entry is changed that begins at a line, counted from 1."""
        return self._filled(self.entry_address, path=path, line=str(line))

    def new_file_template(self) -> str:
        """Where a file is created; a script fills in ``{path}`` and ``{content}``, encoded."""
        return self._filled(self.new_file_address)

    def _filled(self, template: str, **values: str) -> str:
        if not self.repository:
            return ""
        filled = {"repository": self.repository, "branch": _encoded(self.branch)}
        filled |= {name: _encoded(value) for name, value in values.items()}
        # In one go: what is filled in may hold such braces itself.
        return _PLACE.sub(lambda place: filled.get(place[1], place[0]), template)


NO_REPOSITORY = RepositoryAddresses()
"""Where nothing can be shown or changed."""


def _encoded(value: str) -> str:
    """Percent-encoded for a path and for a query alike: a slash may stand in both."""
    return quote(value, safe="/", errors="surrogateescape")


def repository_of(value: object) -> str:
    """The address of a repository as it was set; empty where it is none, or no web address."""
    address = value.strip().rstrip("/") if isinstance(value, str) else ""
    return address if names_its_host(address) else ""


def unknown_places(setting: str, template: str) -> tuple[str, ...]:
    """What stands in braces in a template and is nothing that can be filled in."""
    found = (place[1] for place in _PLACE.finditer(template))
    return tuple(name for name in found if name not in PLACES[setting])
