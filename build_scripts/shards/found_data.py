"""Put what was found in texts into plain data, and read it back.

The data is numbers, ids and words, and everything in it is looked at before it is used.
"""

from typing import Any

from build_scripts.merge.found_places import FoundPlaces, TextKey
from build_scripts.merge.glossary.term_places import MatchResult, PassedOver, TermMatch
from build_scripts.model.span import Span


def as_data(found: FoundPlaces) -> dict[str, Any]:
    """What was found, as values of JSON.

    Where terms contend for a place, or a prohibition has no effect, the text is left out: it is
    searched again by whoever reads this.
    """
    return {
        "passages": [[*key, *span] for key, span in sorted(found.passages.items())],
        "matches": [
            [
                *key,
                [[match.term, *match.span, match.forced] for match in result.matches],
                [[place.term, *place.span, place.is_excluded] for place in result.passed_over],
                sorted(result.words),
            ]
            for key, result in sorted(found.matches.items(), key=lambda item: item[0])
            if not result.contested and not result.idle_prohibitions
        ],
        "shown": {name: [[*span] for span in spans] for name, spans in sorted(found.shown.items())},
    }


def found_in(data: Any) -> FoundPlaces | None:
    """What stands in such data; None if it is anything else."""
    try:
        passages = {
            (_text(reading), _text(path), _number(offset)): _span(start, end)
            for reading, path, offset, start, end in data["passages"]
        }
        matches = dict(map(_matches, data["matches"]))
        shown = {
            _text(name): tuple(_span(start, end) for start, end in spans)
            for name, spans in data["shown"].items()
        }
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    return FoundPlaces(passages, matches, shown)


def _matches(entry: Any) -> tuple[TextKey, MatchResult]:
    reading, glossary, matches, passed_over, words = entry
    return (_text(reading), _text(glossary)), MatchResult(
        tuple(TermMatch(_text(t), _span(a, b), _truth(forced)) for t, a, b, forced in matches),
        (),
        tuple(PassedOver(_text(t), _span(a, b), _truth(ex)) for t, a, b, ex in passed_over),
        frozenset(map(_text, words)),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise TypeError
    return value


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _span(start: Any, end: Any) -> Span:
    if _number(end) < _number(start):
        raise ValueError
    return Span(start, end)
