"""Write the marks that link the text to the entries of its annotations."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from build_scripts.model.annotation import Correction, CrossReference, Note, Term
from build_scripts.model.placed import PlacedAnnotation
from build_scripts.model.source_text import LEFT_OUT
from build_scripts.render.citation.citations import UNSETTLED
from build_scripts.render.language.interface_words import Words
from build_scripts.render.language.languages import language_attributes
from build_scripts.render.markdown_safe_html import (
    Html,
    attribute,
    attributes_html,
    element,
    join,
    text,
)
from build_scripts.render.page import one_line
from build_scripts.render.uses.entry_names import kind_of, level_class
from build_scripts.text.numbers_as_letters import letters
from build_scripts.text.writing_direction import IN_NUMBER, LTR, RTL, Place


class Mark(NamedTuple):
    """A link from the text to an entry of the apparatus.

    Attributes:
        placed: the annotation.
        id: of the mark, to which the entry links back.
        label: its number or letter; for a correction the probable reading; empty for a term.
    """

    placed: PlacedAnnotation
    id: str
    label: str


def number_marks(annotations: Iterable[PlacedAnnotation]) -> tuple[Mark, ...]:
    """A mark for each annotation of a page: notes have numbers, cross-references letters.

    The annotations, and so the marks, are in the order of the text.
    """
    labels: dict[str, str] = {}
    counts = {"note": 0, "cross-reference": 0}
    places: dict[str, int] = {}
    marks: list[Mark] = []
    for placed in annotations:
        entry = placed.entry
        if entry not in labels:
            kind = kind_of(placed)
            if kind in counts:
                counts[kind] += 1
            labels[entry] = _label(placed, counts)
        places[entry] = place = places.get(entry, 0) + 1
        # An annotation's id has no dot, so no other mark can have this id.
        mark_id = f"at-{entry}" if place == 1 else f"at-{entry}.{place}"
        marks.append(Mark(placed, mark_id, labels[entry]))
    return tuple(marks)


def changed_words(printed: str, reading: str) -> str:
    """The words of a probable reading that differ from the printed ones, and a word either side.

    A correction often quotes half a sentence for the sake of one letter; beside the text the
    rest of it would only be noise.
    """
    old, new = printed.split(), reading.split()
    shared = min(len(old), len(new))
    before = next((i for i in range(shared) if old[i] != new[i]), shared)
    after = next((i for i in range(shared - before) if old[-1 - i] != new[-1 - i]), shared - before)
    first, last = max(before - 1, 0), min(len(new) - after + 1, len(new))
    before_it, after_it = "… " if first else "", " …" if last < len(new) else ""
    return f"{before_it}{' '.join(new[first:last])}{after_it}"


def _label(placed: PlacedAnnotation, counts: Mapping[str, int]) -> str:
    match placed.annotation:
        case Note():
            return str(counts["note"])
        case CrossReference():
            return letters(counts["cross-reference"])
        case Correction(reading=reading):
            return one_line(reading)
        case Term():
            return ""


def _left_out(words: Words, *, stays: bool) -> Html:
    """That words are to be left out, and the trace that stands in their place if they are."""
    shown = text(f"[{words.text('words-left-out')}]")
    if stays:
        return shown
    trace = text(f"[{words.text('words-left-out-trace')}]")
    whole = element("span", {"class": "whole", "hidden": ""}, trace)
    return join((element("span", {"class": "changed"}, shown), whole))


def _correction(changed: str, reading: str, *, stays: bool) -> Html:
    """The changed words of a probable reading, and the whole if it can replace the text."""
    shown = text(f"[{changed}]")
    if stays or changed.split() == reading.split():
        return shown
    whole = element("span", {"class": "whole", "hidden": ""}, text(f"[{reading}]"))
    return join((element("span", {"class": "changed"}, shown), whole))


def _direction(mark: Mark, place: Place | None) -> str | None:
    """The direction of a mark that is isolated from the words around it.

    The number of a note inside a number of the text is not isolated: browsers keep their digits
    together, and the parts of the number stay in order.
    """
    if place != IN_NUMBER:
        return place
    return None if mark.label.isdigit() else RTL


def mark_html(
    mark: Mark, words: Words, language: str, place: Place | None = None, *, stays: bool = False
) -> Html:
    """The mark that stands after a passage; it is not part of the text.

    Args:
        mark: what is written.
        words: of the interface.
        language: of the text around the mark.
        place: how the text runs at the mark, which is isolated there; None where all the text
            runs from left to right.
        stays: whether the mark is that of a correction that never replaces the printed words.
    """
    label = mark.label
    speaks = language_attributes(words.language, language).get("lang")
    attributes = {"lang": speaks, "dir": _direction(mark, place)}
    match mark.placed.annotation:
        case Note():
            shown, spoken = text(label), words.text("note-mark", number=label)
        case CrossReference():
            # The arrow points onwards in the text, whatever the direction of the interface.
            arrow = "→" if place in (None, LTR) else "←"
            shown = text(f"{arrow}{label}")
            spoken = words.text("cross-reference-mark", letter=label)
        case Correction(reading=correction) if correction == LEFT_OUT:
            spoken = words.text("correction-not-shown-mark")
            shown = text(f"[{spoken}]")
        case Correction(target=target, reading=""):
            shown = _left_out(words, stays=stays)
            spoken = words.text("words-left-out-mark", words=one_line(target.exact))
        case Correction(target=target):
            shown = _correction(changed_words(target.exact, label), label, stays=stays)
            spoken = words.text("correction-mark", words=label)
            if speaks:  # words of the text, inside words of the interface
                shown = element("span", {"lang": language}, shown)
        case Term(label=name):
            shown, spoken = text("°"), words.text("term-mark", term=one_line(name))
    kind = kind_of(mark.placed)
    name = "span" if kind == "correction" else "sup"
    more = (*(["stays"] if stays else []), *filter(None, (level_class(mark.placed),)))
    classes = " ".join(("mark", f"mark-{kind}", *more))
    role = ' role="doc-noteref"' if kind == "note" else ""
    status = mark.placed.annotation.provenance.status
    unsettled = ""
    if status in UNSETTLED:
        spoken = words.text(f"{status}-mark", mark=spoken)
        unsettled = f' data-status="{status}"'
    return Html(
        f'<{name} class="{classes}" data-apparatus{unsettled}{attributes_html(attributes)}>'
        f'<a id="{mark.id}" href="#{mark.placed.entry}"{role} aria-label="{attribute(spoken)}">'
        f"{shown}</a></{name}>"
    )
