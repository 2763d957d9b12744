"""Find where a page's forbidden scripts were written, and say what to do about them."""

import html
import os.path
import re
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.pages.page_scripts import PageScript, ScriptKind, forbidden_scripts

_LONGEST_EXCERPT = 40
_END = r"(?=[\s\"')>]|\Z)"
"""What ends the value of an attribute, or an address in Markdown or YAML."""

_MESSAGES = {
    ScriptKind.INLINE: "The page contains a script of its own, “{excerpt}”",
    ScriptKind.HANDLER: "The attribute “{attribute}” contains a script, “{excerpt}”",
    ScriptKind.ADDRESS: "The address “{excerpt}” is a script",
    ScriptKind.FILE: "The script “{excerpt}” is not one of the site's own files",
}
_HINTS = {
    ScriptKind.INLINE: "Move it to a file in docs/ and list that file under extra_javascript in "
    "mkdocs.yml. If a setting adds it (such as extra.analytics), remove the setting.",
    ScriptKind.HANDLER: "Remove the attribute. A file listed under extra_javascript in mkdocs.yml "
    "can do the same with addEventListener.",
    ScriptKind.ADDRESS: "Link to a page instead. If a setting of the theme adds the link (such as "
    "search.share), turn it off.",
    ScriptKind.FILE: "Put a copy of it in docs/ and use the address of the copy. Pages may load "
    "nothing from other sites.",
}


class WrittenByHand(NamedTuple):
    """Where a project's settings, templates and pages are.

    Attributes:
        settings: mkdocs.yml.
        templates: the folder of the project's own templates, if any.
        documentation: the folder of its pages.
        generated: names of the folders in `documentation` that the generator writes.
    """

    root: Path
    settings: Path
    templates: Path | None
    documentation: Path
    generated: tuple[str, ...]

    def files(self) -> Iterator[Path]:
        """The settings, then the templates, then the pages."""
        yield self.settings
        if self.templates is not None:
            yield from sorted(self.templates.rglob("*.html"))
        for pattern in ("*.md", "*.html"):
            for path in sorted(self.documentation.rglob(pattern)):
                if path.relative_to(self.documentation).parts[0] not in self.generated:
                    yield path


def faults_of_page(
    page: str,
    content: str,
    source: Path | None,
    known: Container[str],
    written: WrittenByHand,
) -> tuple[Diagnostic, ...]:
    """A diagnostic for each forbidden script of a page, at the place where it was written.

    `content` is the part of the page that is made from the file `source`, if there is one. The rest
    may come from any file that is `written` by hand. Inline scripts with a `known` hash may run.
    """
    scripts = forbidden_scripts(page, known)
    if not scripts:
        return ()
    sources = [source] if source is not None else []
    in_content = {*forbidden_scripts(content, known)} if source is not None else set()
    diagnostics = (
        *_located(
            [script for script in scripts if script in in_content],
            sources,
            source or written.settings,
            written.root,
        ),
        # The theme may repeat what a page says of itself, such as its title, outside the content.
        *_located(
            [script for script in scripts if script not in in_content],
            [*sources, *written.files()],
            written.settings,
            written.root,
        ),
    )
    return tuple(dict.fromkeys(diagnostics))


def _located(
    scripts: Iterable[PageScript], paths: Iterable[Path], otherwise: Path, root: Path
) -> Iterator[Diagnostic]:
    """A diagnostic for each script, in the first file that contains it, or else in `otherwise`."""
    remaining = list(scripts)
    for path in paths:
        if not remaining:
            return
        document = read_written(path, root)
        taken: set[int] = set()
        for script in tuple(remaining):
            places = _places(script, document.text)
            if places:
                # The theme may repeat what was written once, so that the places run out.
                offset = next((place for place in places if place not in taken), places[-1])
                taken.add(offset)
                remaining.remove(script)
                yield _diagnostic(script, Origin(document, offset))
    for script in remaining:
        yield _diagnostic(script, Origin(Document(_relative(otherwise, root), ""), 0))


def read_written(path: Path, root: Path) -> Document:
    """A file of a project; empty if it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError):
        text = ""
    return Document(_relative(path, root), text)


def _relative(path: Path, root: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()


def _places(script: PageScript, text: str) -> list[int]:
    """The offsets at which a text may contain a script."""
    # Markdown and browsers decode entities, so the source may be written with or without them.
    value = script.text
    spellings = (value, html.escape(value), html.escape(value, quote=False), html.unescape(value))
    values = "|".join(map(re.escape, spellings))
    match script.kind:
        case ScriptKind.INLINE:
            pattern = rf"(?i:<script\b[^>]*>)(?:{values})(?i:</script)"
        case ScriptKind.HANDLER:
            pattern = (
                rf"(?<![\w-])(?i:{re.escape(script.attribute)})\s*=\s*[\"']?(?:{values}){_END}"
            )
        case ScriptKind.ADDRESS | ScriptKind.FILE:
            pattern = rf"(?:{values}){_END}"
    return [match.start() for match in re.finditer(pattern, text)]


def _diagnostic(script: PageScript, origin: Origin) -> Diagnostic:
    message = _MESSAGES[script.kind].format(
        attribute=script.attribute, excerpt=_excerpt(script.text)
    )
    return origin.diagnostic(Code.INLINE_SCRIPT, message, _HINTS[script.kind])


def _excerpt(text: str) -> str:
    """The beginning of a script, on one line."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST_EXCERPT:
        return line
    return f"{line[: _LONGEST_EXCERPT - 1].rstrip()}…"
