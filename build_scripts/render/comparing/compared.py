"""What every part of a comparison needs to know: its page and its texts."""

from dataclasses import dataclass

from build_scripts.model.comparison import Comparison
from build_scripts.model.reading import Reading
from build_scripts.render.comparison_titles import text_labels
from build_scripts.render.language.languages import language_attributes
from build_scripts.render.markdown_safe_html import Html, element, text
from build_scripts.render.page_context import PageContext

_COLOURS = 4


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison on a page.

    Attributes:
        context: of the page.
        comparison: the readings that are compared.
        readings: their texts.
        labels: a short name for each.
    """

    context: PageContext
    comparison: Comparison
    readings: tuple[Reading, ...]
    labels: tuple[str, ...]

    def place(self, reading: str) -> int:
        """The place of a reading among the compared ones, from 0."""
        return self.comparison.readings.index(reading)

    def css_class(self, reading: str) -> str:
        """The class of what belongs to a reading, which gives it a colour."""
        return f"text-{self.place(reading) % _COLOURS + 1}"

    def label(self, reading: str) -> Html:
        """The short name of a reading, which may run in another direction than the page."""
        return element("bdi", None, text(self.labels[self.place(reading)]))

    def speaks(self, reading: Reading) -> dict[str, str | None]:
        """`lang` and `dir` of words of the interface inside words of a reading."""
        words = self.context.words
        return {**language_attributes(words.language, reading.metadata.language, words.direction)}


def compared(context: PageContext, comparison: Comparison) -> Compared:
    """A comparison, for its page."""
    readings = tuple(context.site.texts[name] for name in comparison.readings)
    return Compared(context, comparison, readings, text_labels(readings, context.words))
