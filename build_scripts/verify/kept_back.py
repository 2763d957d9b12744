"""Check that words which a project keeps back are nowhere in its built site.

It looks for runs of words, in all files but pictures, fonts and what is compressed: in the text of
a page, in its attributes, and in data. Runs that the project says elsewhere itself, such as a
quotation in a note or the same words in another text, are no fault.
"""

import html
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.reading import Publish, Reading
from build_scripts.model.source_text import LEFT_OUT, SourceText
from build_scripts.text.words_in_order import WORD
from build_scripts.verify.shown_path import shown_path

RUN = 6
"""How many words in a row are told from words that stand together by chance."""

_WITHOUT_WORDS = (
    *(".woff", ".woff2", ".ttf", ".otf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"),
    *(".ico", ".gz", ".zip", ".pdf", ".wasm", ".pf_meta", ".pf_index", ".pf_fragment"),
)
_IN_DATA = re.compile(r"\\u([0-9a-fA-F]{4})|\\[nrtbf]")


@dataclass(frozen=True)
class KeptBack:
    """Runs of words that no file of a site may have, and the reading that each of them is from."""

    runs: Mapping[tuple[str, ...], str]

    @cached_property
    def begins(self) -> frozenset[str]:
        """The first words of all runs."""
        return frozenset(run[0] for run in self.runs)

    @cached_property
    def lengths(self) -> frozenset[int]:
        """How many words the runs have: `RUN`, or all of a text that has no more."""
        return frozenset(map(len, self.runs))


def kept_back(
    readings: Iterable[tuple[Reading, Reading]], said: object, bodies: Iterable[str]
) -> KeptBack:
    """What may not be on a site.

    Args:
        readings: each reading whole, and as it is published.
        said: what pages are made of; every text in it may be on the site.
        bodies: the texts of the bodies of annotations, which may be there as well.
    """
    withheld = [(r, p) for r, p in readings if r.publish is not Publish.FULL]
    if not withheld:
        return KeptBack({})
    runs: dict[tuple[str, ...], str] = {}
    for reading, published in withheld:
        runs |= dict.fromkeys(_unpublished(reading.source, published.source), reading.id)
    for text in chain(_texts(said), bodies):
        for run in _runs(_words(text)):
            runs.pop(run, None)
    return KeptBack(runs)


def _unpublished(source: SourceText, published: SourceText) -> Iterator[tuple[str, ...]]:
    """The runs of a text with a word that is left out; the whole text if it has no more words."""
    words = [(m[0].casefold(), m.span()) for m in WORD.finditer(source.text)]
    for start in range(max(1, len(words) - RUN + 1)):
        run = words[start : start + RUN]
        if any(LEFT_OUT in published.text[begin:end] for _, (begin, end) in run):
            yield tuple(word for word, _ in run)


def _words(text: str) -> list[str]:
    # A gap parts words, as does the end of a text.
    return [word.casefold() for word in WORD.findall(text.replace(LEFT_OUT, "\n"))]


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    for start in range(max(1, len(words) - RUN + 1)):
        yield tuple(words[start : start + RUN])


def _texts(value: Any) -> Iterator[str]:
    """All texts in a value; not the files from which it was read."""
    remaining = [value]
    while remaining:
        one = remaining.pop()
        match one:
            case str():
                yield from one.split(LEFT_OUT)
            case Origin() | Document():
                pass
            case Mapping():
                remaining += [*one.keys(), *one.values()]
            case tuple() | list():
                remaining += one
            case _ if is_dataclass(one):
                remaining += [getattr(one, field.name) for field in fields(one)]
            case _:
                pass


def verify_nothing_given_away(root: Path, site: Path, kept: KeptBack) -> Iterator[Diagnostic]:
    """The files of a site that give words away, each once for each reading.

    Only the first run of words in a file is named.
    """
    if not kept.runs:
        return
    for path in _files(site):
        content = path.read_bytes().decode("utf-8", "replace")
        found: dict[str, tuple[str, ...]] = {}
        for form in _forms(path, content):
            for run, reading in _found(form, kept):
                found.setdefault(reading, run)
        for reading, run in sorted(found.items()):
            yield Origin(Document(shown_path(path, root), content), 0).diagnostic(
                Code.GIVEN_AWAY,
                f"The file has the words “{' '.join(run)}” of the reading `{reading}`, which its "
                "`publish` keeps back",
                "Build the site again. If they stand in a page written by hand, delete them there.",
            )


def _files(site: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(site):
        folders.sort()
        for name in sorted(names):
            if not name.lower().endswith(_WITHOUT_WORDS):
                yield Path(folder, name)


def _forms(path: Path, content: str) -> Iterator[str]:
    """The text of a file without escapes: as it is written, and as a page shows it."""
    yield html.unescape(_IN_DATA.sub(_unescaped, content))
    if path.suffix.lower() in {".html", ".htm"}:
        body = LexborHTMLParser(content).body
        yield body.text() if body is not None else ""
    else:  # markup in data
        plain = html.unescape(_IN_DATA.sub(_unescaped, content))
        yield re.sub(r"<[^<>]*>", "", plain)


def _unescaped(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else " "


def _found(text: str, kept: KeptBack) -> Iterator[tuple[tuple[str, ...], str]]:
    words = _words(text)
    for start, word in enumerate(words):
        if word in kept.begins:
            for length in kept.lengths:
                run = tuple(words[start : start + length])
                if run in kept.runs:
                    yield run, kept.runs[run]
