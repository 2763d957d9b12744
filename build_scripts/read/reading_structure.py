"""Check the structure that reading.yml gives a text: roles, speakers, headings, parts.

Faulty numbers are 0 in the model, and faulty ids are empty; both are ignored here.
"""

from collections.abc import Iterator
from itertools import chain, count
from typing import NamedTuple

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Origin
from build_scripts.model.reading import EditorialHeading, ParagraphStyle, Part, Role, Speaker
from build_scripts.model.source_text import ParagraphRule, SourceText
from build_scripts.read.schema.readings import ReadingModel
from build_scripts.text.beginning import end_of_beginning
from build_scripts.text.lines_of_text import looks_wrapped
from build_scripts.text.wording import existing_paragraphs, or_lines

_Findings = tuple[Diagnostic, ...]


class Structure(NamedTuple):
    """The structure of one text, as in `Reading`, without what does not fit the text."""

    speakers: tuple[Speaker, ...]
    styles: tuple[ParagraphStyle, ...]
    headings: tuple[EditorialHeading, ...]
    parts: tuple[Part, ...]
    diagnostics: _Findings


def read_structure(model: ReadingModel, origin: Origin, source: SourceText | None) -> Structure:
    """Compare the structure with the text, if that could be read."""
    speakers = tuple(Speaker(s.id, s.name, s.label or "", s.term or "") for s in model.speakers)
    styles, faulty_styles = _styles(model, origin, source)
    headings, faulty_headings = _headings(model, origin, source)
    parts, faulty_parts = _parts(model, origin, source)
    unclear = (*_duplicate_speakers(speakers, origin), *faulty_styles)
    is_clear = not unclear and not {"header", "speakers", "paragraphs"} & origin.faulty
    idle = _idle_labels(speakers, styles, source, origin) if source and is_clear else ()
    diagnostics = (*unclear, *faulty_headings, *faulty_parts, *idle)
    return Structure(speakers, styles, headings, parts, diagnostics)


def _duplicate_speakers(speakers: tuple[Speaker, ...], origin: Origin) -> Iterator[Diagnostic]:
    ids: set[str] = set()
    for index, speaker in enumerate(speakers):
        if speaker.id and speaker.id in ids:
            yield origin.at("speakers", index, "id").diagnostic(
                Code.DUPLICATE_ID,
                f"Another speaker has the id `{speaker.id}`",
                "Choose another id.",
            )
        ids.add(speaker.id)


def _styles(
    model: ReadingModel, origin: Origin, source: SourceText | None
) -> tuple[tuple[ParagraphStyle, ...], _Findings]:
    total = _total(source)
    styles: dict[int, ParagraphStyle] = {}
    faults: list[Diagnostic] = []
    known_speakers = {speaker.id for speaker in model.speakers}
    # An unknown speaker may be one whose id is faulty.
    are_known = "speakers" not in origin.faulty or (known_speakers and "" not in known_speakers)
    for index, run in enumerate(model.paragraphs):
        place = origin.at("paragraphs", index)
        if run.speaker is not None and run.speaker not in known_speakers and are_known:
            faults.append(_unknown_speaker(run.speaker, known_speakers, place.at("speaker")))
        first, last = run.first or run.last or 0, run.last or run.first
        if range_faults := _range_faults(first, last, source, place):
            faults.extend(range_faults)
        elif _exists(first, last, total):
            numbers = range(first, last + 1)
            taken = next((number for number in numbers if number in styles), None)
            if taken is None:
                style = ParagraphStyle(run.role, run.speaker or "", run.level)
                styles.update((number, style) for number in numbers)
            else:
                faults.append(
                    place.at("from").diagnostic(
                        Code.PARAGRAPH_RANGE,
                        f"Paragraph {taken} already has a role",
                        "List each paragraph in only one entry.",
                    )
                )
    of_all = (styles.get(number, ParagraphStyle()) for number in range(1, total + 1))
    return tuple(of_all), tuple(faults)


def _unknown_speaker(speaker: str, known: set[str], place: Origin) -> Diagnostic:
    return place.diagnostic(
        Code.UNKNOWN_SPEAKER,
        f"No speaker has the id `{speaker}`",
        f"Use one of these speakers: {', '.join(sorted(known))}."
        if known
        else "Describe the speaker under `speakers:`.",
    )


def _idle_labels(
    speakers: tuple[Speaker, ...],
    styles: tuple[ParagraphStyle, ...],
    source: SourceText,
    origin: Origin,
) -> Iterator[Diagnostic]:
    """Diagnostics for labels that do not begin any paragraph of their speaker."""
    beginnings: dict[str, list[str]] = {}
    for paragraph, style in zip(source.paragraphs, styles, strict=True):
        beginnings.setdefault(style.speaker, []).append(source.paragraph_text(paragraph.number))
    for index, speaker in enumerate(speakers):
        texts = beginnings.get(speaker.id, ())
        if speaker.label and not any(
            end_of_beginning(text, speaker.label) is not None for text in texts
        ):
            yield origin.at("speakers", index, "label").diagnostic(
                Code.SPEAKER_LABEL_NOT_FOUND,
                f"No paragraph of the speaker `{speaker.id}` begins with `{speaker.label}`",
                "Copy the label exactly from the text, and check which paragraphs this speaker has "
                "under `paragraphs`; or delete the label."
                + (or_lines(source.text) if f"\n{speaker.label}" in source.text else ""),
            )


def wrapped_lines(source: SourceText, model: ReadingModel, place: Origin) -> Iterator[Diagnostic]:
    """A diagnostic if each line is said to be a paragraph, but lines seem to be wrapped."""
    if source.rule is not ParagraphRule.LINES:
        return
    verse = {
        number
        for run in model.paragraphs
        if run.role is Role.VERSE
        for number in range(run.first, (run.last or run.first) + 1)
    }
    numbers = count(1)
    lines = source.text.split("\n")
    if looks_wrapped(
        [line if line.strip(" \t") and next(numbers) not in verse else "" for line in lines]
    ):
        yield place.diagnostic(
            Code.LINES_ARE_WRAPPED,
            "Each line is said to be a paragraph, but most lines end inside a sentence",
            "If the lines are only wrapped, delete `paragraphs: lines`; blank lines then separate "
            "the paragraphs. If they are verse, give them the role `verse` under `paragraphs`.",
        )


def _headings(
    model: ReadingModel, origin: Origin, source: SourceText | None
) -> tuple[tuple[EditorialHeading, ...], _Findings]:
    total = _total(source)
    headings = (
        EditorialHeading(heading.before, heading.title, heading.level)
        for heading in model.headings
        if 0 < heading.before <= total
    )
    faults = (
        _no_such_paragraph(heading.before, source, origin.at("headings", index, "before"))
        for index, heading in enumerate(model.headings)
        if heading.before > total
    )
    return (
        tuple(sorted(headings, key=lambda heading: heading.before)),
        tuple(chain.from_iterable(faults)),
    )


def _parts(
    model: ReadingModel, origin: Origin, source: SourceText | None
) -> tuple[tuple[Part, ...], _Findings]:
    total = _total(source)
    parts: list[Part] = []
    faults: list[Diagnostic] = []
    ids = {"index"}
    next_paragraph = 1  # 0 if unknown
    for index, part in enumerate(model.parts):
        place = origin.at("parts", index)
        if part.id and part.id in ids:
            faults.append(
                place.at("id").diagnostic(
                    Code.DUPLICATE_ID,
                    f"Another part has the id `{part.id}`",
                    "Choose another id; it becomes the address of the part.",
                )
            )
        ids.add(part.id)
        first, last = part.first or part.last, part.last or part.first
        faults.extend(_range_faults(first, last, source, place))
        fits = _exists(first, last, total)
        if fits and part.first and next_paragraph not in (0, part.first):
            faults.append(
                _incomplete(
                    f"This part begins with paragraph {part.first} instead of {next_paragraph}",
                    place.at("from"),
                )
            )
        next_paragraph = part.last + 1 if fits and part.last else 0
        if fits:
            parts.append(Part(part.id, part.title, first, last))
    if parts and 0 < next_paragraph <= total:
        rest = f"Paragraphs {next_paragraph} to {total} are"
        if next_paragraph == total:
            rest = f"Paragraph {next_paragraph} is"
        end = origin.at("parts", len(model.parts) - 1, "to")
        faults.append(_incomplete(f"{rest} not in any part", end))
    return tuple(parts), tuple(faults)


def _incomplete(message: str, place: Origin) -> Diagnostic:
    return place.diagnostic(
        Code.PARTS_INCOMPLETE,
        message,
        "Correct the numbers: together, the parts must contain every paragraph once, in order.",
    )


def _total(source: SourceText | None) -> int:
    """The number of paragraphs; 0 if the text could not be read."""
    return 0 if source is None else len(source.paragraphs)


def _exists(first: int, last: int, total: int) -> bool:
    return 0 < first <= last <= total


def _range_faults(first: int, last: int, source: SourceText | None, origin: Origin) -> _Findings:
    """Diagnostics for a range of paragraphs that is reversed or not in the text."""
    if not first or not last:
        return ()
    if last < first:
        return (
            origin.at("to").diagnostic(
                Code.PARAGRAPH_RANGE,
                f"The range ends ({last}) before it begins ({first})",
                "Write the smaller number as `from`.",
            ),
        )
    total = _total(source)
    if last > total:
        is_beginning_right = first <= total or "from" not in origin.parts
        is_at_end = is_beginning_right and "to" in origin.parts
        return _no_such_paragraph(last, source, origin.at("to" if is_at_end else "from"))
    return ()


def _no_such_paragraph(number: int, source: SourceText | None, place: Origin) -> _Findings:
    """The diagnostic for a number that is too large; none if the text could not be read."""
    if source is None:
        return ()
    return (
        place.diagnostic(
            Code.PARAGRAPH_RANGE,
            f"There is no paragraph {number}",
            existing_paragraphs(source),
        ),
    )
