"""Check a project's own catalogue of words, `annotations/words/<language>.ftl`.

A catalogue may use only a part of Fluent: the messages of the English catalogue with their
variables, and terms to use in them. So every message can be shown, and none is ignored.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import PurePosixPath

from fluent.syntax import FluentParser, ast

from build_scripts.model import limits
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.value_patterns import LANGUAGE_PATTERN
from build_scripts.read.files.forbidden_characters import forbidden_characters
from build_scripts.read.settings.english_words import NO_VARIABLES, english_messages
from build_scripts.read.settings.fluent_faults import (
    fluent_faults,
    literal_faults,
    places_in,
    shows_always,
    start_of,
)
from build_scripts.text.did_you_mean import did_you_mean
from build_scripts.text.hidden_characters import hidden_runs
from build_scripts.text.wording import shortened
from build_scripts.words.catalogues import (
    ENDING,
    OPEN_FAMILIES,
    shipped_catalogues,
    wider,
)
from build_scripts.words.filled_by_scripts import is_filled_by_scripts

FOLDER = "annotations/words/"

_NAMED = 5
_OTHER_ENDING = re.compile(r"\.(?:ya?ml|json|txt|po|properties|fluent)$")
_BRACKETS = re.compile(r"[{}()]|^[A-Za-z-]", re.MULTILINE)
_Entry = ast.Message | ast.Term


def is_words_file(path: str) -> bool:
    """Whether a file of the project is a catalogue."""
    return path.startswith(FOLDER) and path.endswith(ENDING)


def is_stray_words_file(path: str) -> bool:
    """Whether a file seems to be meant as a catalogue, but is not read.

    Its name has another ending, such as `be.FTL` or `be.ftl.txt`, or it is in another folder.
    """
    name = PurePosixPath(path).name.lower()
    meant = f"{ENDING}." in f"{name}." or (path.startswith(FOLDER) and _OTHER_ENDING.search(name))
    return bool(meant) and not path.endswith(".yml") and not is_words_file(path)


def stray_words_file(path: str) -> Diagnostic:
    """The diagnostic for a file that is meant as a catalogue, but is not read."""
    language = PurePosixPath(path).name.partition(".")[0]
    return _fault(
        Document(path, ""),
        0,
        "Catalogues are read only from `annotations/words/`, and their names end in `.ftl`",
        f"Rename the file to `{FOLDER}{language}{ENDING}`.",
    )


def language_of(path: str) -> str:
    """The language that the name of a catalogue states."""
    return PurePosixPath(path).name.removesuffix(ENDING)


def too_much(document: Document) -> tuple[Diagnostic, ...]:
    """A diagnostic for a file that is too long, or nested so deeply that the parser could fail."""
    if len(document.text) > limits.LONGEST_CATALOGUE:
        message = f"The file has more than {limits.LONGEST_CATALOGUE:,} characters"
        hint = "Delete what is not a message of the English catalogue, and long comments."
        return (_fault(document, 0, message, hint),)
    depth = 0
    for match in _BRACKETS.finditer(document.text):
        bracket = match.group()
        if bracket in "{(":
            depth += 1
        elif bracket in "})":
            depth = max(depth - 1, 0)
        else:  # the next entry begins
            depth = 0
        if depth > limits.DEEPEST_VALUE:
            message = f"Brackets are nested more than {limits.DEEPEST_VALUE} levels deep"
            hint = "Write the words without so many braces around them."
            return (_fault(document, match.start(), message, hint),)
    return ()


def check_words(document: Document) -> tuple[Diagnostic, ...]:
    """Everything wrong in a catalogue that can be parsed, except for missing messages."""
    body = FluentParser().parse(document.text).body
    faults = tuple(islice(_faults(document, body), limits.MOST_FINDINGS))
    if len(faults) < limits.MOST_FINDINGS:
        return faults
    last = faults[-1]
    hint = f"{last.hint}\nThe rest of this file was not checked."
    return (*faults[:-1], replace(last, hint=hint))


def _faults(document: Document, body: Iterable[ast.EntryType]) -> Iterator[Diagnostic]:
    yield from _misnamed(document)
    yield from _hidden(document)
    yield from forbidden_characters(document, Code.CATALOGUE_FAULTY)
    names: set[str] = set()
    terms = {entry.id.name: _size(entry) for entry in body if isinstance(entry, ast.Term)}
    for entry in body:
        if isinstance(entry, ast.Junk):
            yield _not_fluent(document, entry)
        elif isinstance(entry, ast.Message | ast.Term):
            yield from _entry_faults(document, entry, names, terms)


def missing_messages(document: Document, of_project: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """A hint that lists missing messages; none if the catalogue only changes another one.

    `of_project` has the language tags of all catalogues of the project, this one included.
    """
    language, *wider_tags = wider(language_of(document.path))
    shipped = shipped_catalogues()
    if (
        any(_misnamed(document))
        or language in shipped
        or any(tag in shipped or tag in of_project for tag in wider_tags)
    ):
        return ()
    body = FluentParser().parse(document.text).body
    present = {entry.id.name for entry in body if isinstance(entry, ast.Message)}
    missing = [name for name in english_messages() if name not in present]
    if not missing:
        return ()
    names = ", ".join(f"`{name}`" for name in missing[:_NAMED])
    more = " and more" if len(missing) > _NAMED else ""
    return (
        Origin(document, 0).diagnostic(
            Code.MESSAGES_MISSING,
            "Some messages are not translated, so they are shown in English",
            f"Translate {names}{more}.",
        ),
    )


def _entry_faults(
    document: Document, entry: _Entry, names: set[str], terms: Mapping[str, int]
) -> Iterator[Diagnostic]:
    is_term = isinstance(entry, ast.Term)
    name = f"-{entry.id.name}" if is_term else entry.id.name
    if name in names:
        hint = "Keep only one of the two."
        yield _fault(document, start_of(entry), f"`{name}` is defined twice", hint)
    names.add(name)
    if entry.attributes:
        first = entry.attributes[0]
        message = f"`{name}` has the attribute `.{first.id.name}`, which nothing uses"
        yield _fault(document, start_of(first), message, "Delete it.")
    english = english_messages()
    if not is_term and name not in english and not name.startswith(OPEN_FAMILIES):
        hint = did_you_mean(name, english, "Delete it: nothing shows it any more.")
        place = Origin(document, start_of(entry))
        message = f"There is no message `{name}`, so nothing uses it"
        yield place.diagnostic(Code.MESSAGE_UNKNOWN, message, hint)
        # It is read, though never shown, and what it holds must be readable.
        yield from (_fault(document, *fault) for fault in literal_faults(entry))
        return
    if _length(entry, terms) > limits.LONGEST_MESSAGE:
        message = f"`{name}` has more than {limits.LONGEST_MESSAGE:,} characters"
        hint = "Shorten it; what its terms say counts as often as they are used."
        yield _fault(document, start_of(entry), message, hint)
        return
    known = NO_VARIABLES if is_term else english.get(name, NO_VARIABLES)
    faults = [*fluent_faults(entry, known, terms)]
    yield from (_fault(document, *fault) for fault in faults)
    if not faults and not is_term and is_filled_by_scripts(name) and entry.value:
        for variable in sorted(known.variables - shows_always(entry.value)):
            message = f"`{name}` leaves out `${variable}`, which a script of the page fills in"
            hint = f"Write `{{ ${variable} }}` where it belongs, in each choice of words."
            yield _fault(document, start_of(entry), message, hint)


def _length(entry: _Entry, terms: Mapping[str, int]) -> int:
    """The length of an entry in the file, and of each of its terms as often as it is used."""
    used = (node.id.name for node in places_in(entry) if isinstance(node, ast.TermReference))
    return _size(entry) + sum(terms.get(name, 0) for name in used)


def _size(entry: _Entry) -> int:
    return int(entry.span.end - entry.span.start) if entry.span else 0


def _misnamed(document: Document) -> Iterator[Diagnostic]:
    language = language_of(document.path)
    is_beside = document.path == f"{FOLDER}{language}{ENDING}"
    if not is_beside or not re.fullmatch(LANGUAGE_PATTERN, language):
        yield _fault(
            document,
            0,
            f"`{shortened(document.path.removeprefix(FOLDER))}` does not name a language",
            "Rename the file to the tag of its language, such as `be.ftl` or `pt-BR.ftl`.",
        )


def _hidden(document: Document) -> Iterator[Diagnostic]:
    for run in hidden_runs(document.text)[:_NAMED]:
        place = Origin(document, run.start)
        yield place.diagnostic(Code.HIDDEN_CHARACTER, run.message, run.hint)


def _not_fluent(document: Document, junk: ast.Junk) -> Diagnostic:
    annotation = junk.annotations[0]
    problem = str(annotation.message).rstrip(".")
    hint = "Write a message as `name = words`, and indent its further lines."
    return _fault(
        document,
        start_of(annotation),
        f"This is not valid Fluent, the format of this file: {problem}",
        hint,
    )


def _fault(document: Document, offset: int, message: str, hint: str) -> Diagnostic:
    return Origin(document, offset).diagnostic(Code.CATALOGUE_FAULTY, message, hint)
