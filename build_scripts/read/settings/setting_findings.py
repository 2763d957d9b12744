"""Find settings in mkdocs.yml with which no site can be built, or that cannot be used.

A setting may come from an environment variable, and then the finding names it.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.repository_addresses import PLACES, repository_of, unknown_places
from build_scripts.model.web_address import is_web_address
from build_scripts.read.settings.settings_file import UNKNOWN, SettingsFile
from build_scripts.text.did_you_mean import did_you_mean
from build_scripts.text.visible_text import visible
from build_scripts.text.wording import shortened

PLUGIN = "readings"
LARGEST_SEARCH_INDEX = 1000
"""In kB, when it is compressed: the index that is fetched whole when a reader searches."""
_OFFLINE = "offline"
_FOLDERS = ("annotations", "seeds")
_IN_QUOTES = "Write text there; put it in quotation marks if it looks like a number or a date."
_EXAMPLE = "Write it like `https://example.org/readings/`."

Step = str | int


def setting_findings(settings: SettingsFile) -> Iterator[Diagnostic]:
    """Everything that is wrong with the settings that the generator needs."""
    data = settings.data
    if not isinstance(data, Mapping):
        yield settings.origin().diagnostic(
            Code.SETTING_WRONG,
            "There are no settings in this file",
            "Begin with `site_name: ` and the name of the site.",
        )
        return
    looked_at = _Settings(settings)
    yield from looked_at.site_name()
    yield from looked_at.site_url()
    yield from looked_at.docs_dir()
    yield from looked_at.theme()
    yield from looked_at.repository()
    yield from looked_at.plugins()
    yield from looked_at.truth("use_directory_urls")


def plugin_entries(plugins: Any, name: str) -> Iterator[tuple[tuple[Step, ...], Any]]:
    """The entries of a plugin: the path of each below `plugins`, and its options.

    `plugins` may be a list or a mapping; the options are None where the name stands alone.
    """
    if isinstance(plugins, Mapping):
        entries: list[tuple[tuple[Step, ...], Any]] = [((), plugins)]
    else:
        entries = [((at,), entry) for at, entry in enumerate(plugins)] if _is_list(plugins) else []
    for path, entry in entries:
        if entry == name:
            yield path, None
        elif isinstance(entry, Mapping) and name in entry:
            yield (*path, name), entry[name]


def template_fault(setting: str, template: str) -> tuple[str, str] | None:
    """What is wrong with a template for addresses, and a hint; None if nothing is."""
    for name in unknown_places(setting, template):
        known = sorted(PLACES[setting])
        named = ", ".join(f"{{{place}}}" for place in known)
        hint = did_you_mean(name, known, f"There are {named}.")
        return f"Nothing can be filled in for {{{shortened(name)}}}", hint
    return None


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


class _Settings:
    """The settings of a file; each method yields what is wrong with one of them."""

    def __init__(self, settings: SettingsFile) -> None:
        self._settings = settings

    def site_name(self) -> Iterator[Diagnostic]:
        if self._value("site_name") is None:
            unset = self._settings.variable("site_name")
            problem = f": the environment variable {unset} is not set" if unset else ""
            hint = "Write `site_name: ` and the name of the site."
            yield self._fault(f"The site has no name{problem}", hint, "site_name")
        yield from self._text("site_name")

    def site_url(self) -> Iterator[Diagnostic]:
        value = self._value("site_url")
        if value in (None, "") or (isinstance(value, str) and is_web_address(value)):
            return
        yield self._wrong("a web address", _EXAMPLE, "site_url")

    def docs_dir(self) -> Iterator[Diagnostic]:
        value = self._value("docs_dir")
        yield from self._text("docs_dir")
        if not isinstance(value, str):
            return
        hint = "Name a folder for the pages, such as `docs`."
        if "\0" in value:
            yield self._wrong("the name of a folder", hint, "docs_dir")
            return
        place = PurePath(os.path.normpath(self._settings.folder / value))
        if self._settings.folder.is_relative_to(place):
            yield self._wrong("a folder inside the project", hint, "docs_dir")
        elif any(place.is_relative_to(self._settings.folder / name) for name in _FOLDERS):
            yield self._wrong("a folder for pages alone", hint, "docs_dir")

    def theme(self) -> Iterator[Diagnostic]:
        theme = self._value("theme")
        if isinstance(theme, Mapping):
            yield from self._text("theme", "language")
        elif theme is not None and not isinstance(theme, str):
            hint = "Write `theme:`, and below it, indented, `name: material`."
            yield self._wrong("the name of a theme, or its settings", hint, "theme")

    def repository(self) -> Iterator[Diagnostic]:
        extra = self._value("extra")
        if extra is not None and not isinstance(extra, Mapping):
            hint = "Write `extra:`, and below it, indented, a key and a value."
            yield self._wrong("made of keys and values", hint, "extra")
        value = self._value("extra", "repository")
        if value in (None, "") or repository_of(value):
            return
        path = ("extra", "repository")
        yield self._settings.origin(*path).diagnostic(
            Code.SETTING_IGNORED,
            f"{self._said(path)}, not a web address, so pages have no links for editing",
            "A web address begins with `https://`.",
        )

    def plugins(self) -> Iterator[Diagnostic]:
        plugins = self._value("plugins")
        if plugins is not None and not isinstance(plugins, Mapping) and not _is_list(plugins):
            hint = "Write `plugins:`, and below it, indented, `- search` and `- readings`."
            yield self._wrong("a list", hint, "plugins")
        for path, options in plugin_entries(plugins, PLUGIN):
            whole = ("plugins", *path)
            if isinstance(options, Mapping):
                yield from self._options(whole)
            elif options is not None:
                hint = f"Write `- {PLUGIN}`, or `- {PLUGIN}:` and options below it, indented."
                yield self._wrong("made of options and values", hint, *whole)
        for path, options in plugin_entries(plugins, _OFFLINE):
            if isinstance(options, Mapping):
                yield from self.truth("plugins", *path, "enabled")

    def truth(self, *path: Step) -> Iterator[Diagnostic]:
        value = self._value(*path)
        if value is not None and not isinstance(value, bool):
            yield self._wrong("`true` or `false`", "Write one of the two.", *path)

    def _options(self, path: tuple[Step, ...]) -> Iterator[Diagnostic]:
        yield from self._size(*path, "largest_search_index")
        for name in ("branch", *PLACES):
            yield from self._text(*path, name)
            value = self._value(*path, name)
            if name in PLACES and isinstance(value, str) and (fault := template_fault(name, value)):
                yield self._fault(*fault, *path, name)

    def _size(self, *path: Step) -> Iterator[Diagnostic]:
        value = self._value(*path)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if value is not None and not (is_number and value >= 0):
            yield self._wrong("a number from 0", "Write a size in kB, such as `1000`.", *path)

    def _text(self, *path: Step) -> Iterator[Diagnostic]:
        """What is wrong with a setting that must be text, unless it is not set."""
        value = self._value(*path)
        if value is None:
            return
        if not isinstance(value, str):
            yield self._wrong("text", _IN_QUOTES, *path)

    def _value(self, *path: Step) -> Any:
        """The value at a path; None if there is none, or one that only MkDocs can read."""
        value = self._settings.data
        for step in path:
            if isinstance(step, int):
                value = value[step] if _is_list(value) else None
            else:
                value = value.get(step) if isinstance(value, Mapping) else None
        return None if value is UNKNOWN else value

    def _said(self, path: tuple[Step, ...]) -> str:
        """A setting and its value, for the beginning of a message."""
        names = [step for step in path if isinstance(step, str)]
        variable = self._settings.variable(*path)
        source = f", from the environment variable {variable}" if variable else ""
        value = self._value(*path)
        shown = f"“{visible(shortened(value))}”"
        if isinstance(value, Mapping):
            shown = "made of keys and values"
        elif _is_list(value):
            shown = "a list"
        return f"`{'.'.join(names)}` is {shown}{source}"

    def _wrong(self, kind: str, hint: str, *path: Step) -> Diagnostic:
        return self._fault(f"{self._said(path)}: it must be {kind}", hint, *path)

    def _fault(self, message: str, hint: str, *path: Step) -> Diagnostic:
        return self._settings.origin(*path).diagnostic(Code.SETTING_WRONG, message, hint)
