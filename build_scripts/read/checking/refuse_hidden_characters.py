"""Refuse hidden characters (F011) anywhere in an annotation file, including comments.

Only quotations may contain them, because they must match the source, which may contain them.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import yaml

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.scalar_place import place_in_scalar
from build_scripts.read.yaml.tree_with_positions import Data, YamlTree
from build_scripts.text.hidden_characters import HiddenRun, hidden_runs, without_hidden

QUOTATIONS = frozenset({"exact", "prefix", "suffix", "header", "label"})
"""Keys of texts that must match a source exactly."""

_SHOWN = 20


class _Scalar(NamedTuple):
    """A text, and where it begins and ends in the file."""

    start: int
    end: int
    value: str


class _Hidden(NamedTuple):
    """A run of hidden characters in the file.

    Attributes:
        offset: of the run in the file; if it is written as an escape, of the text around it.
        run: the characters, counted from the beginning of the file or the text.
        scalar: the text around it, if the run is written as an escape.
    """

    offset: int
    run: HiddenRun
    scalar: _Scalar | None = None


def refuse_hidden_characters(tree: YamlTree) -> tuple[YamlTree, tuple[Diagnostic, ...]]:
    """A diagnostic for each run of hidden characters in a file, and its content without them.

    So an id with a hidden character in it is not reported as unknown as well.
    """
    document = tree.origin.document
    in_text = hidden_runs(document.text)
    may_be_escaped = any(sign in document.text for sign in ("\\u", "\\U", "\\x"))
    if not in_text and not may_be_escaped:
        return tree, ()
    quotations = frozenset(_quotations(tree.data, tree.origin))
    found: list[_Hidden] = []
    passed_over: list[_Scalar] = []
    for scalar in _scalars(document.text):
        if scalar.start in quotations:
            passed_over.append(scalar)
        elif "\\" in document.text[scalar.start : scalar.end]:
            # An escape may be part of an emoji; only the decoded value shows that.
            passed_over.append(scalar)
            found.extend(_Hidden(scalar.start, run, scalar) for run in hidden_runs(scalar.value))
    found.extend(_Hidden(run.start, run) for run in in_text if not _is_in(run.start, passed_over))
    if not found:
        return tree, ()
    data, place = _cleaned(tree.data, tree.origin)
    origin = tree.origin if isinstance(place, int) else place
    return YamlTree(data, origin), _findings(document, sorted(found, key=_order))


def _is_in(offset: int, scalars: list[_Scalar]) -> bool:
    """Whether an offset lies in one of these texts, which are in order."""
    before = bisect_right(scalars, offset, key=lambda scalar: scalar.start) - 1
    return before >= 0 and offset < scalars[before].end


def _order(place: _Hidden) -> tuple[int, int]:
    return place.offset, place.run.start


def _findings(document: Document, found: list[_Hidden]) -> tuple[Diagnostic, ...]:
    more = f"\nThere are {len(found) - _SHOWN} more in this file." if len(found) > _SHOWN else ""
    return tuple(
        _origin(document, place).diagnostic(
            Code.HIDDEN_CHARACTER,
            place.run.message,
            place.run.hint + (more if number == _SHOWN else ""),
        )
        for number, place in enumerate(found[:_SHOWN], start=1)
    )


def _origin(document: Document, place: _Hidden) -> Origin:
    origin = Origin(document, place.offset)
    if place.scalar is None:
        return origin
    return place_in_scalar(origin, place.scalar.value, place.run.start)


def _quotations(data: Data, origin: Origin) -> Iterator[int]:
    """The offsets of the texts that quote a source."""
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
    """All keys and texts of the first document of a file, which is known to be valid YAML."""
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
