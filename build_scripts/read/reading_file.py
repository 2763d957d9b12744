"""reading.yml and the source it names, to a reading that carries no annotations yet."""

from dataclasses import dataclass
from pathlib import Path

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.origin import Origin
from build_scripts.model.reading import (
    EditorialHeading,
    Metadata,
    ParagraphStyle,
    Part,
    Reading,
    Speaker,
)
from build_scripts.model.source_text import SourceText
from build_scripts.read.files import files_below
from build_scripts.read.schema import ReadingModel
from build_scripts.read.source_text import read_source_text
from build_scripts.read.validate import validate
from build_scripts.read.yaml_tree import YamlTree
from build_scripts.wording import did_you_mean, nearest


@dataclass(frozen=True, slots=True)
class _Ranges:
    """Collects ranges of paragraphs, and complains about those that do not fit the text."""

    total: int
    diagnostics: list[Diagnostic]

    def fits(self, first: int, last: int, origin: Origin) -> bool:
        """Whether paragraphs `first` to `last` exist and stand in this order."""
        if last < first:
            self.complain(
                origin.at("to"),
                f"The range ends ({last}) before it begins ({first})",
                "Write the smaller number as `from`.",
            )
            return False
        if last > self.total:
            place = origin.at("to") if first <= self.total else origin.at("from")
            self.complain_of_number(place, last)
            return False
        return True

    def complain_of_number(self, origin: Origin, number: int) -> None:
        self.complain(
            origin,
            f"There is no paragraph {number}; the text has {self.total}",
            "Paragraphs are counted from 1; lines with nothing on them separate them.",
        )

    def complain(self, origin: Origin, message: str, hint: str) -> None:
        self.diagnostics.append(origin.diagnostic(Code.PARAGRAPH_RANGE, message, hint))


def _styles(model: ReadingModel, origin: Origin, ranges: _Ranges) -> tuple[ParagraphStyle, ...]:
    styles: dict[int, ParagraphStyle] = {}
    speakers = {speaker.id for speaker in model.speakers}
    for index, run in enumerate(model.paragraphs):
        place = origin.at("paragraphs", index)
        last = run.last or run.first
        if not ranges.fits(run.first, last, place):
            continue
        if run.speaker is not None and run.speaker not in speakers:
            ranges.diagnostics.append(
                place.at("speaker").diagnostic(
                    Code.UNKNOWN_SPEAKER,
                    f"No speaker has the id `{run.speaker}`",
                    f"Known speakers: {', '.join(sorted(speakers)) or 'none'}.",
                )
            )
        taken = next((n for n in range(run.first, last + 1) if n in styles), None)
        if taken is not None:
            ranges.complain(
                place.at("from"),
                f"Paragraph {taken} has a role already",
                "Each paragraph stands in one entry only.",
            )
            continue
        style = ParagraphStyle(run.role, run.speaker or "", run.level)
        styles.update((number, style) for number in range(run.first, last + 1))
    return tuple(styles.get(number, ParagraphStyle()) for number in range(1, ranges.total + 1))


def _parts(model: ReadingModel, origin: Origin, ranges: _Ranges) -> tuple[Part, ...]:
    parts: list[Part] = []
    next_paragraph = 1
    ids: set[str] = set()
    for index, part in enumerate(model.parts):
        place = origin.at("parts", index)
        if part.id in ids or part.id == "index":
            ranges.diagnostics.append(
                place.at("id").diagnostic(
                    Code.DUPLICATE_ID,
                    f"The id `{part.id}` is taken",
                    "Each part needs an id of its own, which is its address.",
                )
            )
        ids.add(part.id)
        if not ranges.fits(part.first, part.last, place):
            return ()
        if part.first != next_paragraph:
            ranges.diagnostics.append(
                place.at("from").diagnostic(
                    Code.PARTS_INCOMPLETE,
                    f"This part begins with paragraph {part.first}, but {next_paragraph} is next",
                    "Together the parts hold every paragraph once, in order.",
                )
            )
            return ()
        next_paragraph = part.last + 1
        parts.append(Part(part.id, part.title, part.first, part.last))
    if parts and next_paragraph <= ranges.total:
        rest = f"Paragraphs {next_paragraph} to {ranges.total} are"
        if next_paragraph == ranges.total:
            rest = f"Paragraph {next_paragraph} is"
        ranges.diagnostics.append(
            origin.at("parts", len(parts) - 1, "to").diagnostic(
                Code.PARTS_INCOMPLETE,
                f"{rest} in no part",
                "Together the parts hold every paragraph once, in order.",
            )
        )
    return tuple(parts)


def _headings(model: ReadingModel, origin: Origin, ranges: _Ranges) -> tuple[EditorialHeading, ...]:
    headings: list[EditorialHeading] = []
    for index, heading in enumerate(model.headings):
        if heading.before > ranges.total:
            ranges.complain_of_number(origin.at("headings", index, "before"), heading.before)
        else:
            headings.append(EditorialHeading(heading.before, heading.title, heading.level))
    return tuple(sorted(headings, key=lambda heading: heading.before))


def _duplicate_speakers(model: ReadingModel, origin: Origin) -> tuple[Diagnostic, ...]:
    ids = [speaker.id for speaker in model.speakers]
    return tuple(
        origin.at("speakers", index, "id").diagnostic(
            Code.DUPLICATE_ID, f"Another speaker has the id `{speaker_id}`", "Choose another id."
        )
        for index, speaker_id in enumerate(ids)
        if speaker_id in ids[:index]
    )


def _idle_labels(reading: Reading) -> tuple[Diagnostic, ...]:
    """Labels with which no paragraph of their speaker begins, so that they mark nothing."""
    beginnings: dict[str, list[str]] = {}
    for paragraph, style in zip(reading.source.paragraphs, reading.styles, strict=True):
        text = reading.source.paragraph_text(paragraph.number)
        beginnings.setdefault(style.speaker, []).append(text)
    return tuple(
        reading.origin.at("speakers", index, "label").diagnostic(
            Code.SPEAKER_LABEL_NOT_FOUND,
            f"No paragraph that `{speaker.id}` speaks begins with `{speaker.label}`",
            "Copy the label exactly, and name the speaker under `paragraphs`; or remove the label.",
        )
        for index, speaker in enumerate(reading.speakers)
        if speaker.label
        and not any(text.startswith(speaker.label) for text in beginnings.get(speaker.id, ()))
    )


def _metadata(model: ReadingModel) -> Metadata:
    return Metadata(
        title=model.title,
        language=model.language,
        title_by=model.title_by,
        authors=tuple(model.authors),
        publisher=model.publisher or "",
        date=model.date or "",
        original_language=model.original_language or "",
        translator=model.translator or "",
        rights=model.rights or "",
        url=model.url or "",
        description=model.description or "",
        version_of=model.version_of or "",
        translation_of=model.translation_of or "",
    )


def _source(
    root: Path, model: ReadingModel, origin: Origin
) -> tuple[SourceText | None, tuple[Diagnostic, ...]]:
    file = model.source.file
    content = _content(root, file)
    if content is None:
        otherwise = "Check the name, capitals included; the file lies in `seeds/`."
        hint = did_you_mean(file, files_below(root, "seeds"), otherwise)
        place = origin.at("source", "file")
        message = f"There is no source `{file}` that can be read"
        return None, (place.diagnostic(Code.SOURCE_MISSING, message, hint),)
    source, diagnostics = read_source_text(file, content, model.header or "", origin.at("header"))
    recorded = model.source.sha256
    if source is not None and recorded is not None and recorded != source.sha256:
        changed = origin.at("source", "sha256").diagnostic(
            Code.SOURCE_CHANGED,
            f"`{file}` is not the file that was recorded: its sha256 is {source.sha256}",
            "If the change is wanted, check every annotation of this reading and record the new "
            "sha256; otherwise restore the file.",
        )
        return source, (*diagnostics, changed)
    return source, diagnostics


def _content(root: Path, file: str) -> bytes | None:
    """The bytes of a source; None where it is not there, or a link leads out of ``seeds/``."""
    try:
        path = (root / file).resolve()
        if path.is_file() and path.is_relative_to((root / "seeds").resolve()):
            return path.read_bytes()
    except OSError:
        pass
    return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that is longer than the system allows
        return False


def read_reading(
    root: Path, reading_id: str, tree: YamlTree
) -> tuple[Reading | None, frozenset[str], tuple[Diagnostic, ...]]:
    """Read reading.yml and its source.

    Args:
        root: the project's folder.
        reading_id: the name of the reading's folder.
        tree: the content of reading.yml.

    Returns:
        The reading without annotations (None where it cannot be used), the source files it names
        or means (as far as can be told), and what is wrong.
    """
    model, diagnostics = validate(ReadingModel, tree.data, tree.origin)
    if model is None:
        return None, _named_sources(root, tree), diagnostics
    named = _named_sources(root, tree)
    source, found = _source(root, model, tree.origin)
    if source is None:
        return None, named, (*diagnostics, *found)
    ranges = _Ranges(len(source.paragraphs), [*diagnostics, *found])
    origin = tree.origin
    reading = Reading(
        id=reading_id,
        source=source,
        metadata=_metadata(model),
        speakers=tuple(Speaker(s.id, s.name, s.label or "") for s in model.speakers),
        styles=_styles(model, origin, ranges),
        headings=_headings(model, origin, ranges),
        parts=_parts(model, origin, ranges),
        line_breaks=model.line_breaks,
        linking=model.linking,
        formerly=tuple(model.formerly),
        sha256_recorded=model.source.sha256 is not None,
        notes=(),
        cross_references=(),
        corrections=(),
        mentions=(),
        formatting=(),
        origin=origin,
    )
    ranges.diagnostics.extend(_duplicate_speakers(model, origin))
    if not ranges.diagnostics:  # what is wrong with paragraphs or speakers is said already
        ranges.diagnostics.extend(_idle_labels(reading))
    return reading, named, tuple(ranges.diagnostics)


def _named_sources(root: Path, tree: YamlTree) -> frozenset[str]:
    """The source that reading.yml names, and the one that it means, if it is misspelt.

    Neither is to be called unused besides.
    """
    source = tree.data.get("source") if isinstance(tree.data, dict) else None
    file = source.get("file") if isinstance(source, dict) else source
    if not isinstance(file, str):
        return frozenset()
    if _is_file(root / file):
        return frozenset({file})
    return frozenset({file, nearest(file, files_below(root, "seeds"))})
