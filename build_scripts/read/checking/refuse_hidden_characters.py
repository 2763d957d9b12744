"""Hidden characters in an annotation file: F011, wherever they stand, comments included.

Only quotations may hold them: the text that they quote may, and they must match it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.file_position import Document, Origin
from build_scripts.model.scalar_place import place_in_scalar
from build_scripts.read.yaml.tree_with_positions import Data, YamlTree
from build_scripts.text.hidden_characters import HiddenRun, hidden_runs, without_hidden

QUOTATIONS = frozenset({"exact", "prefix", "suffix", "header", "label"})
"""Keys whose texts must match a source, character for character."""

_SHOWN = 20


class _Scalar(NamedTuple):
    """A text of the file, and where it begins and ends there."""

    start: int
    end: int
    value: str


class _Found(NamedTuple):
    """A run of hidden characters.

    Attributes:
        offset: its own in the file, or that of the text in which it is written as an escape.
        run: its place there.
        scalar: that text, if any.
    """

    offset: int
    run: HiddenRun
    scalar: _Scalar | None = None


def refuse_hidden_characters(tree: YamlTree) -> tuple[YamlTree, tuple[Diagnostic, ...]]:
    """Find what is hidden in a file.

    Args:
        tree: its content.

    Returns:
        The content without what was found, so that an id with such a character in it is not an
        unknown one besides; and a diagnostic for each run of such characters.
    """
    document = tree.origin.document
    in_text = hidden_runs(document.text)
    may_be_escaped = any(sign in document.text for sign in ("\\u", "\\U", "\\x"))
    if not in_text and not may_be_escaped:
        return tree, ()
    quotations = frozenset(_quotations(tree.data, tree.origin))
    found: list[_Found] = []
    passed_over: list[_Scalar] = []
    for scalar in _scalars(document.text):
        if scalar.start in quotations:
            passed_over.append(scalar)
        elif "\\" in document.text[scalar.start : scalar.end]:
            # Perhaps written as an escape, and part of an emoji: only the value tells.
            passed_over.append(scalar)
            found.extend(_Found(scalar.start, run, scalar) for run in hidden_runs(scalar.value))
    found.extend(_Found(run.start, run) for run in in_text if not _is_in(run.start, passed_over))
    if not found:
        return tree, ()
    data, place = _cleaned(tree.data, tree.origin)
    origin = tree.origin if isinstance(place, int) else place
    return YamlTree(data, origin), _findings(document, sorted(found, key=_order))


def _is_in(offset: int, scalars: list[_Scalar]) -> bool:
    """Whether a character belongs to one of these texts, which are in order."""
    before = bisect_right(scalars, offset, key=lambda scalar: scalar.start) - 1
    return before >= 0 and offset < scalars[before].end


def _order(found: _Found) -> tuple[int, int]:
    return found.offset, found.run.start


def _findings(document: Document, found: list[_Found]) -> tuple[Diagnostic, ...]:
    more = f"\nThere are {len(found) - _SHOWN} more in this file." if len(found) > _SHOWN else ""
    return tuple(
        _place(document, one).diagnostic(
            Code.HIDDEN_CHARACTER,
            one.run.message,
            one.run.hint + (more if number == _SHOWN else ""),
        )
        for number, one in enumerate(found[:_SHOWN], start=1)
    )


def _place(document: Document, found: _Found) -> Origin:
    origin = Origin(document, found.offset)
    if found.scalar is None:
        return origin
    return place_in_scalar(origin, found.scalar.value, found.run.start)


def _quotations(data: Data, origin: Origin) -> Iterator[int]:
    """Where the texts begin that quote a source."""
    if isinstance(data, dict):
        for key, item in data.items():
            place = origin.at(key)
            if key in QUOTATIONS and isinstance(item, str):
                yield place.offset
            else:
                yield from _quotations(item, place)
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from _quotations(item, origin.at(index))


def _scalars(text: str) -> Iterator[_Scalar]:
    """All keys and texts of a file that was read already, so that it is known to be YAML.

    That is, its first document is; of a second one only the beginning was seen, and refused.
    """
    parser: Any = yaml.CSafeLoader(text)
    while (kind := (event := parser.get_event()).__class__) is not yaml.DocumentEndEvent:
        if kind is yaml.ScalarEvent:
            yield _Scalar(event.start_mark.index, event.end_mark.index, event.value)


def _cleaned(value: Data, place: Origin | int) -> tuple[Data, Origin | int]:
    """A copy without hidden characters in keys and texts; quotations stay as they are."""
    if isinstance(value, str):
        return without_hidden(value), place
    if value is None or isinstance(place, int):
        return value, place
    parts = place.parts.values() if isinstance(place.parts, Mapping) else place.parts
    if isinstance(value, list):
        items = [_cleaned(item, part) for item, part in zip(value, parts, strict=True)]
        return [item for item, _ in items], place._replace(parts=tuple(part for _, part in items))
    data: dict[str, Data] = {}
    places: dict[str, Origin | int] = {}
    for (key, item), part in zip(value.items(), parts, strict=True):
        new_key = without_hidden(key)
        if new_key in value or new_key in data:
            new_key = key
        is_quotation = new_key in QUOTATIONS and isinstance(item, str)
        data[new_key], places[new_key] = (item, part) if is_quotation else _cleaned(item, part)
    return data, place._replace(parts=places)
