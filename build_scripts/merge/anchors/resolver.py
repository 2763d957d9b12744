"""Selectors of a whole collection to spans, each text normalised once."""

from collections.abc import Iterable
from dataclasses import replace

from build_scripts.merge.anchors.explaining.elsewhere import places_elsewhere
from build_scripts.merge.anchors.matches import find_all
from build_scripts.merge.anchors.normalise import NormalisedText, normalise
from build_scripts.merge.anchors.resolve_selector import resolve_selector
from build_scripts.model.annotation import PassageReference
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.placed import Passage
from build_scripts.model.reading import Reading
from build_scripts.model.selector import Selector, TextQuoteSelector
from build_scripts.model.span import Span


class Resolver:
    """Finds passages and keeps what is wrong with those that cannot be found.

    Attributes:
        diagnostics: of all selectors that were resolved so far.
    """

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._readings = {reading.id: reading for reading in readings}
        self._normalised: dict[str, NormalisedText] = {}

    def normalised(self, reading: Reading) -> NormalisedText:
        """The normalised text of a reading."""
        found = self._normalised.get(reading.id)
        if found is None:
            found = self._normalised[reading.id] = normalise(reading.source.text)
        return found

    def release(self, reading: Reading) -> None:
        """Forget the normalised text of a reading in which nothing is looked for any more."""
        self._normalised.pop(reading.id, None)

    def resolve(self, reading: Reading, selector: Selector) -> Span | None:
        """The passage that a selector means in a reading; None where there is not exactly one.

        Nothing is sought, and nothing reported, in a reading whose text could not be read.
        """
        if not reading.source.paragraphs:
            return None
        span, diagnostics = resolve_selector(
            selector, reading.source, self.normalised(reading), reading.sha256_recorded
        )
        if isinstance(selector, TextQuoteSelector) and diagnostics:
            diagnostics = self._with_other_readings(diagnostics, reading, selector)
        self.diagnostics.extend(diagnostics)
        return span

    def _with_other_readings(
        self, diagnostics: tuple[Diagnostic, ...], reading: Reading, selector: TextQuoteSelector
    ) -> tuple[Diagnostic, ...]:
        """Of words that are not in this reading, say in which others they are."""
        if find_all(self.normalised(reading), selector.exact):
            return diagnostics
        others = (other for other in self._readings.values() if other.id != reading.id)
        elsewhere = places_elsewhere(
            selector.exact, others, lambda other: normalise(other.source.text)
        )
        return tuple(
            replace(diagnostic, hint=elsewhere)
            if elsewhere and diagnostic.code == Code.QUOTATION_NOT_FOUND.value
            else diagnostic
            for diagnostic in diagnostics
        )

    def passage(self, reference: PassageReference) -> Passage | None:
        """The passage that is referred to; None where its reading is unknown (said elsewhere)."""
        reading = self._readings.get(reference.reading)
        if reading is None:
            return None
        span = self.resolve(reading, reference.selector)
        return None if span is None else Passage(reading.id, span)
