"""Write the changes of a proposal as Markdown, for its reviewers."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from build_scripts.model.change import (
    Change,
    Changes,
    ChangeState,
    Entry,
    EntryKind,
    QuotedPassage,
    Value,
    WholeText,
)
from build_scripts.model.diagnostic import Diagnostic, Severity
from build_scripts.report.changed_text import text_difference
from build_scripts.report.markdown import code, code_block, marked_lines
from build_scripts.report.word_difference import shortened_difference, word_difference
from build_scripts.text.wording import counted

_NOUNS = {
    EntryKind.READING: ("reading", "readings"),
    EntryKind.NOTE: ("note", "notes"),
    EntryKind.CROSS_REFERENCE: ("cross-reference", "cross-references"),
    EntryKind.CORRECTION: ("correction", "corrections"),
    EntryKind.QUESTION: ("question", "questions"),
    EntryKind.MENTION: ("mention", "mentions"),
    EntryKind.FORMATTING: ("piece of formatting", "pieces of formatting"),
    EntryKind.TERM: ("term", "terms"),
    EntryKind.EVENT: ("event", "events"),
    EntryKind.SOURCE: ("source", "sources"),
    EntryKind.COLLECTION: ("collection", "collections"),
    EntryKind.COMPARISON: ("comparison", "comparisons"),
    EntryKind.SETTINGS: ("settings", "settings"),
}
_SECTIONS = {
    EntryKind.TERM: "Glossary",
    EntryKind.EVENT: "Timeline",
    EntryKind.SOURCE: "Sources",
    EntryKind.COLLECTION: "Collections",
    EntryKind.COMPARISON: "Comparisons",
    EntryKind.SETTINGS: "Settings",
}
_WITHOUT_ID = (EntryKind.MENTION, EntryKind.FORMATTING, EntryKind.SETTINGS)
_WITH_AN_ADDRESS = tuple(kind for kind in EntryKind if kind not in (*_WITHOUT_ID, EntryKind.SOURCE))
_MOST_CHARACTERS = 4000
"""The length at which a value is cut; the rest is counted."""
_MOST_FAULTS = 30
_MOST_FILES = 50
_WORD_BY_WORD = 100
"""Values of this many characters, taken together, are compared word by word."""


class Proposal(NamedTuple):
    """The changes of a proposal and the findings of the check.

    Attributes:
        base: the name of the state that the proposal is compared with.
        faults: findings in the proposed state.
        faults_of_base: findings in the earlier state.
        other_files: paths of changed files without texts or annotations.
        moved: positions that were kept and may mean other words now.
    """

    base: str
    changes: Changes
    faults: tuple[Diagnostic, ...] = ()
    faults_of_base: tuple[Diagnostic, ...] = ()
    other_files: tuple[str, ...] = ()
    moved: tuple[Diagnostic, ...] = ()


def as_markdown(proposal: Proposal, most_bytes: int | None = None) -> str:
    """A proposal as a page of Markdown.

    `most_bytes` is the limit of the host, in bytes of UTF-8; changes without room are counted.
    """
    beginning = "\n\n".join(_beginning(proposal))
    room = None if most_bytes is None else most_bytes - _size(beginning) - _size(_left_out(10**9))
    sections = list(_sections(proposal.changes))
    shown: list[str] = []
    for section in sections:
        if room is not None:
            room -= _size(section)
            if room < 0:
                break
        shown.append(section)
    left_out = sum(section.startswith("#### ") for section in sections[len(shown) :])
    end = [_left_out(left_out)] if left_out else []
    return "\n\n".join([beginning, *shown, *end]) + "\n"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "backslashreplace")) + len("\n\n")


def _left_out(count: int) -> str:
    return (
        f"**Left out here: {counted(count, 'change')}.** There is no room for more. "
        "`make changes` in a clone shows them all."
    )


def _beginning(proposal: Proposal) -> Iterator[str]:
    yield "## What changes in texts and annotations"
    changes = proposal.changes.changes
    counts = "; ".join(_counts(changes)) if changes else "nothing"
    yield f"Compared with {code(proposal.base)}: {counts}."
    errors = _errors(proposal.faults)
    if errors:
        yield (
            f"**The check finds {counted(len(errors), 'error')} in the proposal.** "
            "Entries that could not be read are not compared."
        )
        yield _faults(errors)
    before = _errors(proposal.faults_of_base)
    if before:
        yield (
            f"**The earlier state has {counted(len(before), 'error')} itself.** "
            "Entries that seem to be added may only have been unreadable."
        )
        yield _faults(before)
    if proposal.moved:
        yield (
            f"**{counted(len(proposal.moved), 'position')} may mean other words than before**, "
            "because a text was changed:"
        )
        yield _faults(proposal.moved, with_hints=True)
    if proposal.other_files:
        files = proposal.other_files
        yield (
            f"{counted(len(files), 'file')} without texts or annotations changed as well; "
            "see the list of changed files:"
        )
        more = [f"- and {len(files) - _MOST_FILES} more"] if len(files) > _MOST_FILES else []
        yield "\n".join([*(f"- {code(path)}" for path in files[:_MOST_FILES]), *more])


def _errors(faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [fault for fault in faults if fault.severity is Severity.ERROR]


def _faults(found: Sequence[Diagnostic], *, with_hints: bool = False) -> str:
    lines = [
        line
        for fault in found[:_MOST_FAULTS]
        for line in (
            *marked_lines(
                "!", f"{fault.path}:{fault.line}:{fault.column}: {fault.code} {fault.message}"
            ),
            *(marked_lines(" ", fault.hint) if with_hints else ()),
        )
    ]
    more = len(found) - _MOST_FAULTS
    return code_block([*lines, *([f"! … and {more} more"] if more > 0 else [])], "text")


def _counts(changes: tuple[Change, ...]) -> Iterator[str]:
    """For each kind, how many entries are added, changed and removed."""
    for kind, nouns in _NOUNS.items():
        of_kind = [change.state for change in changes if change.entry.kind is kind]
        if kind is EntryKind.SETTINGS and of_kind:
            yield "settings changed"
            continue
        counts = [(of_kind.count(state), state) for state in ChangeState if state in of_kind]
        if counts:
            (count, state), *others = counts
            first = f"{count} {nouns[count != 1]} {state}"
            yield ", ".join([first, *(f"{count} {state}" for count, state in others)])


def _sections(changes: Changes) -> Iterator[str]:
    """Headings and changes, each as a section."""
    for heading, group in groupby(changes.changes, lambda change: _heading(change, changes)):
        yield f"### {heading}"
        for change in group:
            yield _change(change)


def _heading(change: Change, changes: Changes) -> str:
    entry = change.entry
    if entry.kind in _SECTIONS:
        return _SECTIONS[entry.kind]
    title = changes.titles.get(entry.reading) or entry.reading
    return f"Reading {code(entry.reading)}: {code(title)}"


def _change(change: Change) -> str:
    entry = change.entry
    noun = _NOUNS[entry.kind][0].capitalize()
    named = noun if entry.kind in _WITHOUT_ID else f"{noun} {code(entry.id)}"
    parts = [
        f"#### {named}: {change.state.value}",
        f"{code(entry.path)}, line {entry.line}",
    ]
    if change.state is ChangeState.UNREADABLE:
        parts.append("Its file has errors, so it could not be compared.")
        return "\n\n".join(parts)
    parts.append(code_block(_difference(change), "diff"))
    if change.state is ChangeState.REMOVED and entry.kind in _WITH_AN_ADDRESS:
        parts.append(
            "Links to it no longer work. If it has a new id, list the old one there under "
            "`formerly`."
        )
    return "\n\n".join(parts)


def _difference(change: Change) -> list[str]:
    before, after = change.before, change.after
    if before is None or after is None:
        mark = "+" if before is None else "-"
        return [line for name, value in change.entry.fields for line in _lines(mark, name, value)]
    was, is_now = dict(before.fields), dict(after.fields)
    lines = []
    if before.id != after.id and change.entry.kind not in _WITHOUT_ID:
        lines += [*_lines("-", "id", before.id), *_lines("+", "id", after.id)]
    for name in dict.fromkeys((*_passage_first(after), *was, *is_now)):
        lines += _field(name, was.get(name), is_now.get(name))
    return lines


def _passage_first(entry: Entry) -> Iterator[str]:
    return (name for name, value in entry.fields if isinstance(value, QuotedPassage))


def _field(name: str, was: Value | None, is_now: Value | None) -> list[str]:
    """The lines of a changed field, or of a passage, which shows the place even if unchanged."""
    if was == is_now:
        return _lines(" ", name, is_now) if isinstance(is_now, QuotedPassage) else []
    if isinstance(was, WholeText) and isinstance(is_now, WholeText):
        return text_difference(was, is_now)
    if isinstance(was, str) and isinstance(is_now, str) and len(was + is_now) >= _WORD_BY_WORD:
        pieces = word_difference(was, is_now)
        if pieces:
            return marked_lines("!", _named(name, shortened_difference(pieces)))
    lines = [] if was is None else _lines("-", name, was)
    return lines if is_now is None else [*lines, *_lines("+", name, is_now)]


def _lines(mark: str, name: str, value: Value) -> list[str]:
    match value:
        case WholeText(paragraphs=paragraphs):
            words = sum(len(paragraph.split()) for paragraph in paragraphs)
            size = f"{counted(len(paragraphs), 'paragraph')}, {counted(words, 'word')}"
            return marked_lines(mark, f"{name}: {size}")
        case QuotedPassage(paragraph=0):
            return marked_lines(mark, _named(name, value.written))
        case QuotedPassage():
            passage = f"{value.before}⟦{value.words}⟧{value.after}"
            return marked_lines(mark, _named(f"{name} (paragraph {value.paragraph})", passage))
        case str():
            return marked_lines(mark, _named(name, value))


def _named(name: str, value: str) -> str:
    shown = value.strip("\n")
    if len(shown) > _MOST_CHARACTERS:
        left_out = len(shown) - _MOST_CHARACTERS
        shown = f"{shown[:_MOST_CHARACTERS]}… ({counted(left_out, 'more character')})"
    if "\n" not in shown:
        return f"{name}: {shown}"
    return "\n".join((f"{name}:", *(f"  {line}" for line in shown.split("\n"))))
