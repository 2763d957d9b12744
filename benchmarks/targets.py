"""Draw passages to annotate: quotations that occur exactly once in their text."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from benchmarks.texts import Block

_STRAIGHT = str.maketrans("“”’", '""\'')

Target = Mapping[str, str]
"""The keys and values of a target, as in YAML."""


class Passages:
    """Draws passages of one text."""

    def __init__(self, random: Random, blocks: Sequence[Block]) -> None:
        self._random = random
        self._words = [block.text.split(" ") for block in blocks]
        # The generator compares texts in this form: straight quotation marks, single spaces.
        self._text = " ".join(" ".join(words) for words in self._words).translate(_STRAIGHT)

    def quotation(self) -> Target:
        """Three to nine words; now and then typed with straight quotation marks."""
        return self._unique(3, 9)

    def quotations_apart(self, count: int) -> Iterator[Target]:
        """So many quotations; no two of them share a word."""
        taken: list[tuple[int, int]] = []
        while len(taken) < count:
            target = self.quotation()
            words = target["exact"].translate(_STRAIGHT)
            start = self._text.index(words)
            end = start + len(words)
            if all(end <= other_start or other_end <= start for other_start, other_end in taken):
                taken.append((start, end))
                yield target

    def long_quotation(self) -> Target:
        """Twelve to twenty-five words: such passages overlap others."""
        return self._unique(12, 25)

    def word_in_context(self) -> Target:
        """One word, which may be common, with the words before and after it."""
        while True:
            words = self._paragraph(7)
            place = self._random.randrange(3, len(words) - 3)
            prefix, exact, suffix = words[place - 3 : place], words[place], words[place + 1 :][:3]
            if self._stands_once(" ".join((*prefix, exact, *suffix))):
                return {"exact": exact, "prefix": " ".join(prefix), "suffix": " ".join(suffix)}

    def across_paragraphs(self) -> Target:
        """The end of one paragraph and the beginning of the next."""
        while True:
            first = self._random.randrange(len(self._words) - 1)
            exact = " ".join((*self._words[first][-4:], *self._words[first + 1][:4]))
            if self._stands_once(exact):
                return {"exact": exact}

    def paragraphs(self) -> Target:
        """One whole paragraph or two."""
        first = self._random.randint(1, len(self._words) - 1)
        return {"paragraphs": self._random.choice((f"{first}", f"{first}-{first + 1}"))}

    def _unique(self, least: int, most: int) -> Target:
        while True:
            length = self._random.randint(least, most)
            words = self._paragraph(length)
            start = self._random.randrange(len(words) - length + 1)
            exact = " ".join(words[start : start + length])
            if self._stands_once(exact):
                as_typed = exact.translate(_STRAIGHT)
                return {"exact": as_typed if self._random.random() < 0.2 else exact}

    def _paragraph(self, least: int) -> Sequence[str]:
        while True:
            words = self._random.choice(self._words)
            if len(words) >= least:
                return words

    def _stands_once(self, words: str) -> bool:
        return self._text.count(words.translate(_STRAIGHT)) == 1
