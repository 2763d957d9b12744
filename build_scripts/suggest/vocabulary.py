"""The words in all texts of one language, with their numbers and capitals."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from build_scripts.suggest.inflection import stem_of_name, stems_of_derived
from build_scripts.suggest.reading_words import Word, is_capital
from build_scripts.suggest.same_name import is_variant


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The words of several readings of one language.

    Attributes:
        counts: of all words, as they are written.
        names: counts of capitalised words inside sentences, which are names in most languages.
        small: counts of words with a small first letter, or in a script without capitals.
    """

    counts: Mapping[str, int]
    names: Mapping[str, int]
    small: Mapping[str, int]

    @cached_property
    def _by_stem(self) -> Mapping[str, Sequence[str]]:
        names: dict[str, list[str]] = {}
        for name in self.names:
            names.setdefault(stem_of_name(name), []).append(name)
        return names

    def is_derived_from_name(self, word: str) -> bool:
        """Whether a word is derived from another name, as `Persian` is from `Persia`."""
        return any(
            name != word and len(name) < len(word) + 1 and not is_variant(word, name)
            for stem in stems_of_derived(word)
            for name in self._by_stem.get(stem, ())
        )

    def is_name(self, word: str) -> bool:
        """Whether a word has a capital inside a sentence, and never stands without one."""
        return word in self.names and word.casefold() not in self.small


def vocabulary_of(readings: Iterable[Sequence[Word]]) -> Vocabulary:
    """Count the words of some readings."""
    counts: Counter[str] = Counter()
    names: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for words in readings:
        counts.update(word.text for word in words)
        for word in words:
            if not is_capital(word.text[0]):
                small[word.folded] += 1
            elif not word.begins:
                names[word.text] += 1
    return Vocabulary(counts, names, small)
