"""Resolve the selectors of a whole collection, normalising each text once."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

from build_scripts.merge.anchors.explaining.allowance import Allowance, RunAllowance
from build_scripts.merge.anchors.explaining.elsewhere import places_elsewhere
from build_scripts.merge.anchors.matches import find_all
from build_scripts.merge.anchors.passage_keys import PassageKey, passage_key
from build_scripts.merge.anchors.quotable_text import QuotableText, quotable_reading
from build_scripts.merge.anchors.resolve_selector import resolve_selector
from build_scripts.model.annotation import Correction, Formatting, Mention, Note, PassageReference
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Origin
from build_scripts.model.memory import Memory, NoMemory
from build_scripts.model.placed import Passage
from build_scripts.model.reading import Reading
from build_scripts.model.selector import Selector, TextQuoteSelector
from build_scripts.model.source_text import SourceText
from build_scripts.model.span import Span

T = TypeVar("T", Note, Correction, Mention, Formatting)

_MANY = 100
_LONG = 200_000
"""To list the words of a text takes as long as some 100 searches in it; in shorter texts (code
points) neither takes any time."""


class Placed(NamedTuple, Generic[T]):
    """An entry and the passage it is about."""

    entry: T
    span: Span

    @property
    def origin(self) -> Origin:
        """Where the entry stands."""
        return self.entry.origin


class _Found(NamedTuple):
    """The passage that a selector means in a text."""

    source: SourceText
    span: Span


class Resolver:
    """Finds passages and keeps the diagnostics of those that it cannot find.

    Attributes:
        diagnostics: what is wrong with selectors.
        found: the passages of selectors with which nothing is wrong; None where selectors at one
            place in a file found different ones.
    """

    def __init__(
        self,
        readings: Iterable[Reading],
        memory: Memory | None = None,
        known: Mapping[PassageKey, Span] = MappingProxyType({}),
    ) -> None:
        """A passage that was found is not sought again.

        `memory` is that of a series of builds; `known` are passages that another process found.
        """
        self._memory = memory or NoMemory()
        self._known = known
        self.found: dict[PassageKey, Span | None] = {}
        self.diagnostics: list[Diagnostic] = []
        self._readings = {reading.id: reading for reading in readings}
        self._texts: dict[str, QuotableText] = {}
        self._sought: Counter[str] = Counter()
        self._found_ahead: dict[int, Span | None] = {}
        self._allowance = RunAllowance()

    def text(self, reading: Reading) -> QuotableText:
        """The text of a reading, normalised when it is first asked for."""
        text = self._texts.get(reading.id)
        if text is None:
            text = self._texts[reading.id] = quotable_reading(reading)
        return text

    def release(self, reading: Reading) -> None:
        """Forget the normalised text of a reading that is not needed any more."""
        self._texts.pop(reading.id, None)
        self._sought.pop(reading.id, None)

    def _text_for_search(self, reading: Reading) -> QuotableText:
        """The text of a reading, with the places of its words once many quotations are sought."""
        text = self.text(reading)
        self._sought[reading.id] += 1
        if self._sought[reading.id] == _MANY and len(text.normalised.text) >= _LONG:
            text = self._texts[reading.id] = text.with_word_places()
        return text

    def resolve(self, reading: Reading, selector: Selector) -> Span | None:
        """The passage that a selector means in a reading; None where there is not exactly one.

        In a reading whose text could not be read, nothing is resolved and nothing reported.
        """
        if not reading.source.paragraphs:
            return None
        if id(selector) in self._found_ahead:
            return self._found_ahead[id(selector)]
        key = "passage", reading.id, selector
        known: _Found | None = self._memory.last(key)
        if known is not None and known.source is reading.source:
            self._memory.keep(key, known)
            return known.span
        place = passage_key(reading.id, selector)
        span = self._known.get(place)
        found_before = len(self.diagnostics)
        if span is None or span.end > len(reading.source.text):
            span = self._seek(reading, selector)
        if span is not None and len(self.diagnostics) == found_before:
            self._memory.keep(key, _Found(reading.source, span))
            self.found[place] = span if self.found.get(place, span) == span else None
        return span

    def _seek(self, reading: Reading, selector: Selector) -> Span | None:
        allowance = Allowance(self._allowance)
        span, diagnostics = resolve_selector(
            selector, self._text_for_search(reading), reading.sha256_recorded, allowance
        )
        if isinstance(selector, TextQuoteSelector) and diagnostics:
            diagnostics = self._with_other_readings(diagnostics, reading, selector)
        self.diagnostics.extend(diagnostics)
        return span

    def resolve_ahead(self, reading: Reading, selectors: Iterable[Selector]) -> None:
        """Resolve selectors of a reading before they are asked for, while its text is at hand.

        The selectors must live as long as the resolver.
        """
        for selector in selectors:
            self._found_ahead[id(selector)] = self.resolve(reading, selector)

    def placed(self, reading: Reading, entries: Iterable[T]) -> list[Placed[T]]:
        """The entries whose targets are found in a reading, with their passages."""
        spans = ((entry, self.resolve(reading, entry.target)) for entry in entries)
        return [Placed(entry, span) for entry, span in spans if span is not None]

    def _with_other_readings(
        self, diagnostics: tuple[Diagnostic, ...], reading: Reading, selector: TextQuoteSelector
    ) -> tuple[Diagnostic, ...]:
        """If the words are missing from this reading, say which other readings have them."""
        if find_all(self.text(reading).normalised, selector.exact):
            return diagnostics
        others = (other for other in self._readings.values() if other.id != reading.id)
        hint = places_elsewhere(selector, others, self._allowance)
        return tuple(
            replace(diagnostic, hint=hint)
            if hint and diagnostic.code == Code.QUOTATION_NOT_FOUND.value
            else diagnostic
            for diagnostic in diagnostics
        )

    def passage(self, reference: PassageReference) -> Passage | None:
        """The passage that a reference leads to.

        None where it is not found, or where its reading is unknown, which is reported elsewhere.
        """
        reading = self._readings.get(reference.reading)
        if reading is None:  # another process may have read it
            span = self._known.get(passage_key(reference.reading, reference.selector))
        else:
            span = self.resolve(reading, reference.selector)
        return None if span is None else Passage(reference.reading, span)
