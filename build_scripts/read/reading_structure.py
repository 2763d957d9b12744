"""Check the structure that reading.yml gives a text: roles, speakers, headings, parts."""

from collections.abc import Iterator

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.file_position import Origin
from build_scripts.model.reading import (
    EditorialHeading,
    ParagraphStyle,
    Part,
    Reading,
    Speaker,
)
from build_scripts.read.schema import ReadingModel


class Structure:
    """The structure of one text, and what is wrong with it.

    Faulty numbers are 0, and faulty ids are empty; both are ignored.

    Attributes:
        speakers, styles, headings, parts: as in `Reading`, without those that do not fit the text.
        diagnostics: what is wrong.
    """

    def __init__(self, model: ReadingModel, origin: Origin, total: int) -> None:
        """Check the structure.

        Args:
            model: the content of reading.yml.
            origin: the positions of its values.
            total: the number of paragraphs in the text; 0 if it could not be read.
        """
        self._model = model
        self._origin = origin
        self._total = total
        self.diagnostics: list[Diagnostic] = []
        self.speakers = self._speakers()
        self.styles = self._styles()
        self._are_speakers_certain = (
            not self.diagnostics and not {"header", "speakers", "paragraphs"} & origin.faulty
        )
        self.headings = self._headings()
        self.parts = self._parts()

    def idle_labels(self, reading: Reading) -> Iterator[Diagnostic]:
        """Diagnostics for labels that do not begin any paragraph of their speaker.

        None if speakers or paragraphs have faults, because the labels cannot be judged then.
        """
        if not self._are_speakers_certain:
            return
        beginnings: dict[str, list[str]] = {}
        for paragraph, style in zip(reading.source.paragraphs, self.styles, strict=True):
            text = reading.source.paragraph_text(paragraph.number)
            beginnings.setdefault(style.speaker, []).append(text)
        for index, speaker in enumerate(self.speakers):
            texts = beginnings.get(speaker.id, ())
            if speaker.label and not any(text.startswith(speaker.label) for text in texts):
                yield self._origin.at("speakers", index, "label").diagnostic(
                    Code.SPEAKER_LABEL_NOT_FOUND,
                    f"No paragraph of the speaker `{speaker.id}` begins with `{speaker.label}`",
                    "Copy the label exactly, and name the speaker under `paragraphs`; or remove "
                    "the label.",
                )

    def _speakers(self) -> tuple[Speaker, ...]:
        ids: set[str] = set()
        for index, speaker in enumerate(self._model.speakers):
            if speaker.id in ids:
                self._report(
                    self._origin.at("speakers", index, "id"),
                    Code.DUPLICATE_ID,
                    f"Another speaker has the id `{speaker.id}`",
                    "Choose another id.",
                )
            if speaker.id:
                ids.add(speaker.id)
        return tuple(Speaker(s.id, s.name, s.label or "") for s in self._model.speakers)

    def _styles(self) -> tuple[ParagraphStyle, ...]:
        styles: dict[int, ParagraphStyle] = {}
        known_speakers = {speaker.id for speaker in self.speakers}
        for index, run in enumerate(self._model.paragraphs):
            place = self._origin.at("paragraphs", index)
            if run.speaker is not None and run.speaker not in known_speakers:
                self._report_speaker(run.speaker, known_speakers, place.at("speaker"))
            first, last = run.first or run.last or 0, run.last or run.first
            if not self._fits(first, last, place):
                continue
            taken = next((number for number in range(first, last + 1) if number in styles), None)
            if taken is not None:
                self._report(
                    place.at("from"),
                    Code.PARAGRAPH_RANGE,
                    f"Paragraph {taken} already has a role",
                    "Each paragraph may be in only one entry.",
                )
                continue
            style = ParagraphStyle(run.role, run.speaker or "", run.level)
            styles.update((number, style) for number in range(first, last + 1))
        numbers = range(1, self._total + 1)
        return tuple(styles.get(number, ParagraphStyle()) for number in numbers)

    def _report_speaker(self, speaker: str, known: set[str], place: Origin) -> None:
        """Report an unknown speaker, unless it may be a speaker with a faulty id."""
        if "speakers" not in self._origin.faulty or (known and "" not in known):
            self._report(
                place,
                Code.UNKNOWN_SPEAKER,
                f"No speaker has the id `{speaker}`",
                f"Known speakers: {', '.join(sorted(known)) or 'none'}.",
            )

    def _headings(self) -> tuple[EditorialHeading, ...]:
        headings: list[EditorialHeading] = []
        for index, heading in enumerate(self._model.headings):
            if heading.before > self._total:
                self._report_number(self._origin.at("headings", index, "before"), heading.before)
            elif heading.before:
                headings.append(EditorialHeading(heading.before, heading.title, heading.level))
        return tuple(sorted(headings, key=lambda heading: heading.before))

    def _parts(self) -> tuple[Part, ...]:
        parts: list[Part] = []
        ids: set[str] = set()
        next_paragraph = 1  # 0 if unknown
        for index, part in enumerate(self._model.parts):
            place = self._origin.at("parts", index)
            if part.id in ids or part.id == "index":
                self._report(
                    place.at("id"),
                    Code.DUPLICATE_ID,
                    f"The id `{part.id}` is taken",
                    "Each part needs its own id, which becomes its address.",
                )
            if part.id:
                ids.add(part.id)
            first, last = part.first or part.last, part.last or part.first
            fits = self._fits(first, last, place)
            if fits and part.first and next_paragraph not in (0, part.first):
                self._report(
                    place.at("from"),
                    Code.PARTS_INCOMPLETE,
                    f"This part begins with paragraph {part.first}, but {next_paragraph} is next",
                    "Together, the parts contain every paragraph once, in order.",
                )
            next_paragraph = part.last + 1 if fits and part.last else 0
            if fits:
                parts.append(Part(part.id, part.title, first, last))
        if parts and 0 < next_paragraph <= self._total:
            rest = f"Paragraphs {next_paragraph} to {self._total} are"
            if next_paragraph == self._total:
                rest = f"Paragraph {next_paragraph} is"
            self._report(
                self._origin.at("parts", len(self._model.parts) - 1, "to"),
                Code.PARTS_INCOMPLETE,
                f"{rest} not in any part",
                "Together, the parts contain every paragraph once, in order.",
            )
        return tuple(parts)

    def _fits(self, first: int, last: int, origin: Origin) -> bool:
        """Whether paragraphs `first` to `last` exist and are in this order."""
        if not first or not last:
            return False
        if last < first:
            self._report(
                origin.at("to"),
                Code.PARAGRAPH_RANGE,
                f"The range ends ({last}) before it begins ({first})",
                "Write the smaller number as `from`.",
            )
            return False
        if last > self._total:
            is_beginning_right = first <= self._total or "from" not in origin.parts
            is_at_end = is_beginning_right and "to" in origin.parts
            self._report_number(origin.at("to" if is_at_end else "from"), last)
            return False
        return True

    def _report_number(self, origin: Origin, number: int) -> None:
        if self._total:
            self._report(
                origin,
                Code.PARAGRAPH_RANGE,
                f"There is no paragraph {number}; the text has {self._total}",
                "Paragraphs are counted from 1 and separated by empty lines.",
            )

    def _report(self, origin: Origin, code: Code, message: str, hint: str) -> None:
        self.diagnostics.append(origin.diagnostic(code, message, hint))
