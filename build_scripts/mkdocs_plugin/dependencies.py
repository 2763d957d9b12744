"""Find out whether a page may depend on others in a way that the generator cannot know."""

import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import markdown.extensions
from mkdocs.config.defaults import MkDocsConfig

_KNOWN_PLUGINS = (
    "build_scripts.mkdocs_plugin.",
    "material.plugins.offline.",  # where it is not enabled; see `Saves`
    "material.plugins.search.",
    "mkdocs.contrib.search",
)
"""Modules of plugins that look at one page at a time, and of others only at the navigation."""
_KNOWN_THEMES = ("material", "mkdocs", "readthedocs")
_KNOWN_EXTENSIONS = {module.name for module in pkgutil.iter_modules(markdown.extensions.__path__)}
_READING_FILES = ("pymdownx.b64", "pymdownx.snippets")
_OTHER_PAGES = re.compile(
    r"\b(?:ancestors|children|files|nav|next_page|pages|parent|previous_page)\b"
)
"""Names by which a template may come to other pages than the one that it shows."""


def unknown_dependencies(config: MkDocsConfig) -> str:
    """What in the settings may let a page depend on any other, or on any file; empty if nothing."""
    return next(_unknown(config), "")


def _unknown(config: MkDocsConfig) -> Iterator[str]:
    for handlers in config.plugins.events.values():
        for handler in handlers:
            owner = getattr(handler, "__self__", None)
            module: str = (handler if owner is None else type(owner)).__module__
            if not module.startswith(_KNOWN_PLUGINS):
                yield f"the plugin or hook {module or handler} may look at all pages"
    extensions: list[object] = [*config.markdown_extensions]
    for extension in extensions:
        # Those of plugins are no names; they are known with their plugin.
        if isinstance(extension, str) and not _reads_no_file(extension):
            yield f"the Markdown extension {extension} may read any file"
    if config.theme.name not in _KNOWN_THEMES:
        yield "the templates of the theme may look at all pages"
    custom = config.theme.custom_dir
    for template in sorted(Path(custom).rglob("*.html")) if custom else ():
        if _OTHER_PAGES.search(template.read_text(encoding="utf-8", errors="replace")):
            yield f"the template {template.name} may look at all pages"


def _reads_no_file(extension: str) -> bool:
    name = extension.removeprefix("markdown.extensions.")
    is_known = name in _KNOWN_EXTENSIONS or name.startswith("pymdownx.")
    return is_known and name not in _READING_FILES
