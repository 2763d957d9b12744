"""Name comparisons, and the texts in them."""

from collections.abc import Sequence

from build_scripts.model.comparison import Comparison
from build_scripts.model.reading import Reading
from build_scripts.render.language.interface_words import Words
from build_scripts.render.page import one_line, shorten
from build_scripts.render.site import Site

_LONGEST_LABEL = 48


def comparison_title(site: Site, comparison: Comparison, words: Words) -> str:
    """The title of a comparison on one line; without one, the titles of its two texts."""
    if comparison.title:
        return one_line(comparison.title)
    first, second = (one_line(site.texts[name].metadata.title) for name in comparison.readings)
    return words.text("comparison-of", first=first, second=second)


def text_labels(readings: Sequence[Reading], words: Words) -> tuple[str, ...]:
    """A short name for each text: who speaks and when, or the title where that is not enough."""
    labels = tuple(_speakers(reading, words) for reading in readings)
    if all(labels) and len(set(labels)) == len(labels):
        return labels
    return tuple(shorten(reading.metadata.title, _LONGEST_LABEL) for reading in readings)


def _speakers(reading: Reading, words: Words) -> str:
    metadata = reading.metadata
    names = words.joined(one_line(name.full) for name in metadata.creators)
    if not names or not metadata.date:
        return names
    return words.text("text-label", names=names, year=words.cited_year(metadata.date))
