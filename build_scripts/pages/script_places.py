"""Where scripts that no page may have were written, and what to do about them."""

import html
import os.path
import re
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.file_position import Document, Origin
from build_scripts.pages.allowed_scripts import PageScript, ScriptKind, forbidden_scripts

_SHOWN = 40
_END = r"(?=[\s\"')>]|\Z)"
"""What ends the value of an attribute, or an address in Markdown or YAML."""


class WrittenByHand(NamedTuple):
    """Where a project's settings, templates and pages are.

    Attributes:
        root: the project's folder.
        settings: mkdocs.yml.
        templates: the folder of the project's own templates, if any.
        documentation: the folder of its pages.
        generated: folders in that one which are not written by hand.
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
    """The scripts that a page must not have, at the places where they were written.

    Args:
        page: a whole HTML page.
        content: what of it is made from its source.
        source: the file that the page is made from, if any.
        known: hashes of the inline scripts that may run.
        written: where else they may come from.
    """
    scripts = forbidden_scripts(page, known)
    if not scripts:
        return ()
    sources = [source] if source is not None else []
    of_content = {*forbidden_scripts(content, known)} if source is not None else set()
    at_source = _whole(written.root, source or written.settings)
    at_settings = _whole(written.root, written.settings)
    return (
        *_findings(
            [script for script in scripts if script in of_content],
            _documents(written.root, sources),
            at_source,
        ),
        # The theme may show elsewhere what one page says of itself, such as its title.
        *_findings(
            [script for script in scripts if script not in of_content],
            _documents(written.root, [*sources, *written.files()]),
            at_settings,
        ),
    )


def _findings(
    scripts: Iterable[PageScript], documents: Iterable[Document], otherwise: Origin
) -> tuple[Diagnostic, ...]:
    """A finding for each script, in the first document that holds it, or else at a given place."""
    remaining = list(scripts)
    found: set[Diagnostic] = set()
    for document in documents:
        if not remaining:
            break
        taken: set[int] = set()
        elsewhere = []
        for script in remaining:
            offset = _place(script, document.text, taken)
            if offset is None:
                elsewhere.append(script)
            else:
                found.add(_finding(script, Origin(document, offset)))
        remaining = elsewhere
    found.update(_finding(script, otherwise) for script in remaining)
    return tuple(found)


def _documents(root: Path, paths: Iterable[Path]) -> Iterator[Document]:
    """Files of a project, each read when it is asked for; those that cannot be are left out."""
    for path in paths:
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeError):
            continue
        yield Document(_shown_path(root, path), text)


def _shown_path(root: Path, path: Path) -> str:
    """A path as findings name it: relative to the project's root, with ``/``."""
    return Path(os.path.relpath(path, root)).as_posix()


def _whole(root: Path, path: Path) -> Origin:
    """The place of what was written somewhere in a file."""
    return Origin(Document(_shown_path(root, path), ""), 0)


def _place(script: PageScript, text: str, taken: set[int]) -> int | None:
    """Where a script stands in a text: the first such place that is not taken, else the last.

    The theme may repeat what was written once, such as a title, so that places can run out.
    """
    places = list(_places(script, text))
    if not places:
        return None
    place = next((place for place in places if place not in taken), places[-1])
    taken.add(place)
    return place


def _places(script: PageScript, text: str) -> Iterator[int]:
    values = "|".join(map(re.escape, _spellings(script.text)))
    match script.kind:
        case ScriptKind.INLINE:
            pattern = rf"(?i:<script\b[^>]*>)(?:{values})(?i:</script)"
        case ScriptKind.HANDLER:
            pattern = (
                rf"(?<![\w-])(?i:{re.escape(script.attribute)})\s*=\s*[\"']?(?:{values}){_END}"
            )
        case ScriptKind.ADDRESS | ScriptKind.FILE:
            pattern = rf"(?:{values}){_END}"
    yield from (match.start() for match in re.finditer(pattern, text))


def _spellings(value: str) -> tuple[str, ...]:
    """How a script or an address may have been written: Markdown and browsers read entities."""
    return value, html.escape(value), html.escape(value, quote=False), html.unescape(value)


def _finding(script: PageScript, origin: Origin) -> Diagnostic:
    match script.kind:
        case ScriptKind.INLINE:
            message = f"The page holds a script of its own, “{_shown(script.text)}”"
            hint = (
                "Put it into a file below docs/ and list that under extra_javascript in "
                "mkdocs.yml; if a setting brings it (such as extra.analytics), take that out."
            )
        case ScriptKind.HANDLER:
            message = f"The attribute “{script.attribute}” holds a script, “{_shown(script.text)}”"
            hint = (
                "Take the attribute out; a file listed under extra_javascript in mkdocs.yml can "
                "do the same with addEventListener."
            )
        case ScriptKind.ADDRESS:
            message = f"The address “{_shown(script.text)}” is a script"
            hint = (
                "Link to a page instead; if a setting of the theme brings the link (such as "
                "search.share), turn it off."
            )
        case ScriptKind.FILE:
            message = f"The script “{_shown(script.text)}” is not one of the site's own files"
            hint = (
                "Put a copy of it below docs/ and use its address there; no page may load "
                "anything from elsewhere."
            )
    return origin.diagnostic(Code.INLINE_SCRIPT, message, hint)


def _shown(text: str) -> str:
    """The beginning of a script, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
