"""Corrections that change nothing, repeat another one or contradict it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from build_scripts.merge.anchors.describe_span import one_line
from build_scripts.merge.anchors.explaining.passage_in_context import place
from build_scripts.merge.anchors.resolver import Placed
from build_scripts.merge.order import in_order
from build_scripts.merge.overlaps import overlapping_pairs
from build_scripts.model.annotation import Correction
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span
from build_scripts.text.wording import shortened
from build_scripts.text.yaml_scalars import quoted_pairs


class _Change(NamedTuple):
    """The whole words that a correction changes, and what it reads instead."""

    span: Span
    reading: str


def correction_conflicts(
    corrections: Sequence[Placed[Correction]], source: SourceText
) -> Iterator[Diagnostic]:
    """A diagnostic for each correction of a reading that changes nothing, repeats or contradicts.

    Two corrections may overlap as long as both can be made: if the words that they change are not
    the same, or if one of them includes the other's change.
    """
    changing: list[Placed[Correction]] = []
    for placed in corrections:
        if not placed.entry.reading and not _leaves_out(placed.entry):
            continue  # a stand-in for a faulty one
        yield from _repeated_rivals(placed.entry)
        if _plain(_words(placed.span, source)) == _plain(placed.entry.reading):
            yield _changes_nothing(placed)
        else:
            changing.append(placed)
    for overlapping in overlapping_pairs(changing, lambda placed: placed.span):
        pair = in_order(*overlapping)
        earlier, later = (placed.entry for placed in pair)
        if _reading_of_both(pair[0], pair, source) == _reading_of_both(pair[1], pair, source):
            yield later.origin.diagnostic(
                Code.CORRECTION_REPEATED,
                f"The correction `{later.id}` says the same as `{earlier.id}` "
                f"({earlier.origin.in_words})",
                f"Delete one of the two:\n{_quoted_places(pair, source)}",
            )
        elif _contradict(*pair, source):
            yield later.origin.at("reading").diagnostic(
                Code.CORRECTIONS_DISAGREE,
                f"The corrections `{earlier.id}` ({earlier.origin.in_words}) and `{later.id}` "
                "give different readings of the same words",
                "Keep one of the two: the reading that the text as corrected shows. If others have "
                f"been proposed, list them there, as `rivals: [{_rival(later)}]`:\n"
                f"{_quoted_places(pair, source)}",
            )


def _repeated_rivals(correction: Correction) -> Iterator[Diagnostic]:
    """A diagnostic for each rival with the reading of the correction or of an earlier rival."""
    seen = {one_line(correction.reading)}
    for index, rival in enumerate(correction.rivals):
        place = correction.origin.at("rivals", index)
        reading = one_line(rival.reading)
        if reading in seen and "reading" in place.parts:
            yield place.at("reading").diagnostic(
                Code.CORRECTION_REPEATED,
                f"The correction `{correction.id}` has this reading already",
                "Delete this one. If several people proposed it, list them under `proposed_by`.",
            )
        seen.add(reading)


def _leaves_out(correction: Correction) -> bool:
    """Whether an empty reading was written, so that it is not a stand-in for a faulty one."""
    origin = correction.origin
    return "reading" in origin.parts and "reading" not in origin.faulty


def _rival(correction: Correction) -> str:
    return f"{{{quoted_pairs({'reading': correction.reading})}}}"


def _changes_nothing(placed: Placed[Correction]) -> Diagnostic:
    return placed.entry.origin.at("reading").diagnostic(
        Code.CORRECTION_CHANGES_NOTHING,
        f"The correction `{placed.entry.id}` changes nothing: its `reading` is exactly what the "
        "text has",
        "In `reading`, write what the text should have said, or delete the correction.",
    )


def _words(span: Span, source: SourceText) -> str:
    return source.text[span.start : span.end]


def _plain(words: str) -> str:
    """The words with any white space as one space: leaving words out may leave two."""
    return " ".join(words.split())


def _reading_of_both(
    placed: Placed[Correction], pair: Sequence[Placed[Correction]], source: SourceText
) -> str:
    """The text of both passages together, as one of the corrections reads it."""
    start = min(correction.span.start for correction in pair)
    end = max(correction.span.end for correction in pair)
    before, after = Span(start, placed.span.start), Span(placed.span.end, end)
    return _plain(_words(before, source) + placed.entry.reading + _words(after, source))


def _contradict(one: Placed[Correction], other: Placed[Correction], source: SourceText) -> bool:
    if one.span == other.span:
        return True
    first, second = _change(one, source), _change(other, source)
    if not first.span.overlaps(second.span):
        return False
    if first.span.covers(second.span) and _holds(first.reading, second.reading):
        return False
    return not (second.span.covers(first.span) and _holds(second.reading, first.reading))


def _holds(reading: str, part: str) -> bool:
    """Whether one reading contains the words of another."""
    return f" {one_line(part)} " in f" {one_line(reading)} "


def _change(placed: Placed[Correction], source: SourceText) -> _Change:
    """The correction without the words at both ends that it leaves alone."""
    text, (start, end) = source.text, placed.span
    words, reading = text[start:end], placed.entry.reading
    shortest = min(len(words), len(reading))
    head = 0
    while head < shortest and words[head] == reading[head]:
        head += 1
    tail = 0
    while tail < shortest - head and words[-tail - 1] == reading[-tail - 1]:
        tail += 1
    # Widen to whole words: a letter added at the end of a word changes that word.
    while head and not words[head - 1].isspace():
        head -= 1
    while tail and not words[-tail].isspace():
        tail -= 1
    return _Change(Span(start + head, end - tail), reading[head : len(reading) - tail])


def _shown(correction: Correction) -> str:
    return shortened(correction.reading) if correction.reading else '""'


def _quoted_places(pair: Sequence[Placed[Correction]], source: SourceText) -> str:
    return "\n".join(
        f"  `{placed.entry.id}`, {place(placed.span, source)}  → {_shown(placed.entry)}"
        for placed in pair
    )
