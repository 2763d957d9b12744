"""Make up the annotations of a reading, as entries of YAML files."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from benchmarks import texts, yaml_text
from benchmarks.glossary import GlossaryTerm
from benchmarks.targets import Passages, Target
from benchmarks.words import Vocabulary

NOTE_LENGTH = 45
"""The number of words in the body of a note."""

_RELATIONS = ("agrees", "contrasts", "later-development", "same-subject", "explains")
_CERTAINTIES = ("certain", "likely", "conjecture")

Entry = Mapping[str, str]
"""The keys of an annotation; their values are finished YAML."""


class Annotator:
    """Writes annotations on the passages of one text."""

    def __init__(
        self, random: Random, words: Vocabulary, passages: Passages, references: Sequence[str]
    ) -> None:
        self.passages = passages
        self._random = random
        self._words = words
        self._references = references

    def notes(self, count: int, first: int = 1) -> Iterator[Entry]:
        """Notes on passages of all sorts; every twelfth note is on whole paragraphs."""
        draw = self.passages
        sorts = (
            *(draw.quotation, draw.quotation, draw.long_quotation, draw.word_in_context),
            *(draw.quotation, draw.quotation, draw.long_quotation, draw.word_in_context),
            *(draw.quotation, draw.quotation, draw.across_paragraphs, draw.paragraphs),
        )
        for number in range(first, first + count):
            target = sorts[(number - first) % len(sorts)]()
            yield {
                "id": f"note-{number}",
                "target": yaml_text.flow(target),
                "body": self._body(NOTE_LENGTH),
                "sources": "[" + ", ".join(self._random.sample(self._references, 2)) + "]",
                "creator": "The editors",
            }

    def corrections(self, count: int) -> Iterator[Entry]:
        """Corrections of a few words each, without overlaps, since these would contradict."""
        for number, target in enumerate(self.passages.quotations_apart(count), start=1):
            yield {
                "id": f"correction-{number}",
                "target": yaml_text.flow(target),
                "reading": yaml_text.scalar(" ".join(self._words.draw(self._random, 4))),
                "certainty": self._random.choice(_CERTAINTIES),
                "body": self._body(15),
            }

    def cross_reference(self, name: str, far_end: Mapping[str, str]) -> Entry:
        """A cross-reference to a passage (``reading`` and a target) or to a ``term``."""
        return {
            "id": name,
            "target": yaml_text.flow(self.passages.quotation()),
            "refers_to": yaml_text.flow(far_end),
            "relation": self._random.choice(_RELATIONS),
            "body": self._body(15),
        }

    def _body(self, length: int) -> str:
        return yaml_text.literal(texts.body(self._random, self._words, length), 6)


def far_passage(reading: str, target: Target) -> Mapping[str, str]:
    """The far end of a cross-reference: a passage of another reading."""
    return {"reading": reading, **target}


def mentions(random: Random, glossary: Sequence[GlossaryTerm], length: int) -> list[str]:
    """The terms that a text of so many words mentions, 30 in 1,500, in all their forms.

    A text is about a dozen things, however large the glossary is. So the density of terms, and how
    often each is repeated, depend on the text alone.
    """
    about = random.choices(glossary, k=12)
    return [random.choice(random.choice(about).forms) for _ in range(length // 50)]
