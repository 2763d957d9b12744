"""Selectors of a whole collection to spans, each text normalised once."""

from collections.abc import Iterable

from build_scripts.merge.anchor import resolve_selector
from build_scripts.merge.normalise import NormalisedText, normalise
from build_scripts.model.annotation import PassageReference
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.placed import Passage
from build_scripts.model.reading import Reading
from build_scripts.model.selector import Selector
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
        self.diagnostics.extend(diagnostics)
        return span

    def passage(self, reference: PassageReference) -> Passage | None:
        """The passage that is referred to; None where its reading is unknown (said elsewhere)."""
        reading = self._readings.get(reference.reading)
        if reading is None:
            return None
        span = self.resolve(reading, reference.selector)
        return None if span is None else Passage(reading.id, span)
