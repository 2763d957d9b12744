"""Names without a glossary entry that recur."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from build_scripts.model.span import Span
from build_scripts.suggest.name_groups import Group, grouped, joined
from build_scripts.suggest.proper_names import names_of_reading
from build_scripts.suggest.proposal import TermProposal
from build_scripts.suggest.reading_words import plain
from build_scripts.suggest.subject import Subject
from build_scripts.suggest.taken_places import Places
from build_scripts.text.ids import proposed_id

_LEAST_IN_FULL, _LEAST_ALONE = 2, 3
_WORDS_FOR_ONE_MORE, _MOST_MORE = 20_000, 3
"""A long text has more names that are mentioned by the way, and more accidents."""

_LEAST_SHARE_INSIDE = 0.3
"""Of the places of a name, those where its capital is not that of a beginning."""

NOUNS_HAVE_CAPITALS = frozenset({"de", "gsw", "lb", "nds"})


def new_terms(subject: Subject, proposed: Collection[Span] = ()) -> Iterator[TermProposal]:
    """A glossary entry for each name of the text that has none.

    A name must recur, the more often the longer the text is. There are none in languages that write
    all nouns with capitals, nor names derived from another (`Roman`). Places that are `proposed`
    already do not count.
    """
    if subject.language in NOUNS_HAVE_CAPITALS:
        return
    places = _places(subject, proposed)
    groups = _groups(subject, places)
    taken = {known.term.id for known in subject.terms}
    for forms in sorted(groups, key=lambda forms: min(places[form][0] for form in forms)):
        spans = tuple(sorted(span for form in forms for span in places[form]))
        label = max(forms, key=lambda form: (form.count(" "), len(places[form]), form))
        term_id = proposed_id(label, "term", taken)
        taken.add(term_id)
        yield TermProposal(term_id, label, forms, spans)


def _places(subject: Subject, proposed: Collection[Span]) -> Mapping[str, Sequence[Span]]:
    """By name, its places that belong to no term and no longer name."""
    names = (
        name
        for known in subject.terms
        for name in (*known.names, *known.translations, *known.term.aliases)
    )
    taken = {part for name in names for part in _parts(plain(name).split())}
    occupied = Places((*proposed, *(one.span for one in subject.annotated.occurrences)))
    places: dict[str, list[Span]] = defaultdict(list)
    for name in names_of_reading(subject):
        if not occupied.overlap(name.span) and plain(name.text) not in taken:
            places[name.text].append(name.span)
    return places


def _parts(words: Sequence[str]) -> Iterator[str]:
    """All sequences of words in a name."""
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            yield " ".join(words[start:end])


def _groups(subject: Subject, places: Mapping[str, Sequence[Span]]) -> Sequence[Group]:
    more = min(len(subject.words) // _WORDS_FOR_ONE_MORE, _MOST_MORE)

    def recurs(group: Group, least: int) -> bool:
        here = sum(len(places[name]) for name in group)
        return here + sum(_elsewhere(name, subject) for name in group) >= least + more

    families = [
        family
        for family in grouped(_in_full(subject, places), subject.language)
        if recurs(family, _LEAST_IN_FULL)
        and max(len(places[name]) for name in family) > min(more, 1)
    ]
    singles = grouped(_singles(subject, places), subject.language)
    return [
        group
        for group in joined(singles, families, places)
        if " " in group[0] or recurs(group, _LEAST_ALONE)
    ]


def _in_full(subject: Subject, places: Mapping[str, Sequence[Span]]) -> Iterator[str]:
    """The names of several words, of which one is nothing but a name: not `Lord Mayor`."""
    for name in places:
        words = name.split()
        if len(words) > 1 and any(map(subject.vocabulary.is_name, words)):
            yield name


def _elsewhere(name: str, subject: Subject) -> int:
    """How many times a name of one word occurs in other readings."""
    return subject.vocabulary.counts.get(name, 0) - subject.counts[name]


def _singles(subject: Subject, places: Mapping[str, Sequence[Span]]) -> Iterator[str]:
    """The names of one word, without those that are nouns with a capital: `a Captain`."""
    vocabulary = subject.vocabulary
    determiners = frozenset(_DETERMINERS.get(subject.language, "").split())
    after = Counter(
        word.text
        for before, word in pairwise(subject.words)
        if word.is_joined and before.folded in determiners
    )
    for name in places:
        if (
            " " not in name
            and vocabulary.is_name(name)
            and vocabulary.names[name] >= _LEAST_SHARE_INSIDE * vocabulary.counts[name]
            and after[name] <= _MOST_AFTER_DETERMINERS * subject.counts[name]
            and not vocabulary.is_derived_from_name(name)
        ):
            yield name


_DETERMINERS = {
    "ca": "un una el meu la meva el seu la seva aquest aquesta cada",
    "da": "en et min din sin hans hendes hver",
    "en": "a an my your his her our their every each",
    "es": "un una mi tu su nuestro nuestra este esta ese esa cada",
    "fr": "un une mon ma mes ton ta tes son sa ses notre votre leur ce cet cette chaque quel",
    "it": "un una uno mio mia suo sua nostro nostra questo questa quel quella ogni",
    "nb": "en et ei min din sin hans hennes hver",
    "nl": "een mijn uw zijn haar ons onze hun deze elke ieder",
    "pt": "um uma meu minha seu sua nosso nossa este esta esse essa cada",
    "sv": "en ett min din sin hans hennes varje",
}
"""Before them stands a common noun, whatever its capital: articles of one of several, and whose."""

_MOST_AFTER_DETERMINERS = 0.1
