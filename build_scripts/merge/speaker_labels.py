"""Find the labels with which a text marks its speakers."""

from collections.abc import Iterator

from build_scripts.model.placed import PlacedStyle
from build_scripts.model.reading import Reading
from build_scripts.model.span import Span
from build_scripts.text.beginning import end_of_beginning

SPEAKER_LABEL = "speaker-label"


def speaker_labels(reading: Reading) -> tuple[PlacedStyle, ...]:
    """The labels, such as ``Transitions:``, at the start of the paragraphs of their speakers."""
    return tuple(_labels(reading))


def _labels(reading: Reading) -> Iterator[PlacedStyle]:
    labels = {speaker.id: speaker.label for speaker in reading.speakers if speaker.label}
    text = reading.source.text
    for paragraph, style in zip(reading.source.paragraphs, reading.styles, strict=True):
        label = labels.get(style.speaker)
        start = paragraph.span.start
        end = end_of_beginning(text, label, start) if label else None
        if end is not None:
            yield PlacedStyle(Span(start, end), SPEAKER_LABEL)
