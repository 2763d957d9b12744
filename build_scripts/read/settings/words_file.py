"""Check a project's own catalogue of words, `annotations/words/<language>.ftl`.

A catalogue may use only a part of Fluent: the messages of the English catalogue with their
variables, and terms to use in them. So every message can be shown, and none is ignored.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import PurePosixPath

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from build_scripts.model import limits
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.value_patterns import LANGUAGE_PATTERN
from build_scripts.text.did_you_mean import did_you_mean
from build_scripts.text.hidden_characters import hidden_runs
from build_scripts.text.wording import shortened
from build_scripts.words.catalogues import (
    ENDING,
    FALLBACK,
    OPEN_FAMILIES,
    shipped_catalogues,
    wider,
)

FOLDER = "annotations/words/"

_NAMED = 5
_FUNCTIONS = {"NUMBER"}
_BRACKETS = re.compile(r"[{}()]|^[A-Za-z-]", re.MULTILINE)
_Entry = ast.Message | ast.Term


def is_words_file(path: str) -> bool:
    """Whether a file of the project is a catalogue."""
    return path.startswith(FOLDER) and path.endswith(ENDING)


def language_of(path: str) -> str:
    """The language that the name of a catalogue states."""
    return PurePosixPath(path).name.removesuffix(ENDING)


def too_deep(document: Document) -> tuple[Diagnostic, ...]:
    """A diagnostic for brackets that are nested so deeply that the parser could fail."""
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
    faults = [*_misnamed(document), *_hidden(document)]
    body = FluentParser().parse(document.text).body
    names: set[str] = set()
    terms = {entry.id.name for entry in body if isinstance(entry, ast.Term)}
    for entry in body:
        if isinstance(entry, ast.Junk):
            faults.append(_not_fluent(document, entry))
        elif isinstance(entry, ast.Message | ast.Term):
            faults.extend(_entry_faults(document, entry, names, terms))
    return tuple(faults)


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
    missing = [name for name in _english() if name not in present]
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


@cache
def _english() -> Mapping[str, frozenset[str]]:
    """The messages of English with the names of their variables."""
    body = FluentParser(with_spans=False).parse(shipped_catalogues()[FALLBACK]).body
    messages = {}
    for entry in body:
        if isinstance(entry, ast.Message):
            variables = _Placeables()
            variables.visit(entry)
            names = (v.id.name for v in variables.found if isinstance(v, ast.VariableReference))
            messages[entry.id.name] = frozenset(names)
    return messages


class _Placeables(Visitor):
    """Collects the references and literal texts of an entry."""

    def __init__(self) -> None:
        self.found: list[ast.SyntaxNode] = []

    def _collect(self, node: ast.SyntaxNode) -> None:
        self.found.append(node)
        self.generic_visit(node)

    visit_VariableReference = _collect  # noqa: N815 - names that Fluent's visitor looks for
    visit_MessageReference = _collect  # noqa: N815
    visit_TermReference = _collect  # noqa: N815
    visit_FunctionReference = _collect  # noqa: N815
    visit_StringLiteral = _collect  # noqa: N815


def _entry_faults(
    document: Document, entry: _Entry, names: set[str], terms: set[str]
) -> Iterator[Diagnostic]:
    is_term = isinstance(entry, ast.Term)
    name = f"-{entry.id.name}" if is_term else entry.id.name
    if name in names:
        hint = "Keep only one of the two."
        yield _fault(document, _start(entry), f"`{name}` is defined twice", hint)
    names.add(name)
    if entry.attributes:
        first = entry.attributes[0]
        message = f"`{name}` has the attribute `.{first.id.name}`, which nothing uses"
        yield _fault(document, _start(first), message, "Delete it.")
    english = _english()
    known = english.get(entry.id.name, frozenset())
    if not is_term and name not in english and not name.startswith(OPEN_FAMILIES):
        hint = did_you_mean(name, english, "Delete it: nothing shows it any more.")
        place = Origin(document, _start(entry))
        message = f"There is no message `{name}`, so nothing uses it"
        yield place.diagnostic(Code.MESSAGE_UNKNOWN, message, hint)
        return
    placeables = _Placeables()
    placeables.visit(entry)
    for node in placeables.found:
        if fault := _reference_fault(node, frozenset() if is_term else known, terms, is_term):
            yield _fault(document, _start(node), *fault)


def _reference_fault(
    node: ast.SyntaxNode, known: frozenset[str], terms: set[str], in_term: bool
) -> tuple[str, str] | None:
    match node:
        case ast.VariableReference(id=ast.Identifier(name=name)) if name not in known:
            names = ", ".join(f"`${variable}`" for variable in sorted(known))
            hint = f"Use {names}." if known else "Delete it: this message has no variables."
            return f"There is no variable `${name}` here", hint
        case ast.MessageReference(id=ast.Identifier(name=name)):
            hint = f"Make it a term, `-{name} = …`, and write `{{ -{name} }}`."
            return f"A message cannot refer to another message, `{name}`", hint
        case ast.TermReference(id=ast.Identifier(name=name)) if in_term:
            return f"A term cannot refer to another term, `-{name}`", "Write out what it says."
        case ast.TermReference(id=ast.Identifier(name=name)) if name not in terms:
            hint = f"Add it: `-{name} = …`."
            return f"There is no term `-{name}` in this file", hint
        case ast.TermReference(id=ast.Identifier(name=name), attribute=attribute, arguments=given):
            if attribute or given:
                message = f"The term `-{name}` is used with an attribute or arguments"
                return message, f"Write `{{ -{name} }}`; for another form of the word, add a term."
        case ast.FunctionReference(id=ast.Identifier(name=name)) if name not in _FUNCTIONS:
            return f"There is no function `{name}`", "Delete it: only `NUMBER` can be used."
        case ast.StringLiteral() if runs := hidden_runs(node.parse()["value"]):
            return runs[0].message, runs[0].hint
    return None


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
        _start(annotation),
        f"This is not valid Fluent, the format of this file: {problem}",
        hint,
    )


def _fault(document: Document, offset: int, message: str, hint: str) -> Diagnostic:
    return Origin(document, offset).diagnostic(Code.CATALOGUE_FAULTY, message, hint)


def _start(node: ast.SyntaxNode) -> int:
    return int(node.span.start) if node.span else 0
