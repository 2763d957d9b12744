"""Names without a glossary entry that recur or have several words."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

import regex

from build_scripts.model.span import Span
from build_scripts.suggest.name_groups import groups_of_names
from build_scripts.suggest.proper_names import names_of_reading
from build_scripts.suggest.proposal import TermProposal
from build_scripts.suggest.reading_words import plain
from build_scripts.suggest.subject import Subject
from build_scripts.suggest.taken_places import Places
from build_scripts.text.ids import proposed_id

_LEAST_PLACES = 2
_NOUNS_HAVE_CAPITALS = frozenset({"de", "gsw", "lb", "nds"})


def new_terms(subject: Subject, proposed: Collection[Span] = ()) -> Iterator[TermProposal]:
    """A glossary entry for each name of the text that has none.

    A name of one word must recur, in this reading or another; it is not proposed if the language
    writes all nouns with capitals, or if it is derived from another name (`Roman`). Places that are
    `proposed` already do not count.
    """
    places = _places(subject, proposed)
    groups = _groups(subject, places)
    taken = {known.term.id for known in subject.terms}
    for forms in sorted(groups, key=lambda forms: min(places[form][0] for form in forms)):
        spans = tuple(sorted(span for form in forms for span in places[form]))
        label = max(forms, key=lambda form: (form.count(" "), len(places[form]), form))
        term_id = proposed_id(label, "term", taken)
        taken.add(term_id)
        others = _readings_with(forms, subject.others)
        yield TermProposal(term_id, label, forms, spans, others)


def _places(subject: Subject, proposed: Collection[Span]) -> Mapping[str, Sequence[Span]]:
    """By name, its places that belong to no term and no longer name."""
    names = (name for term in subject.terms for name in (*term.names, *term.translations))
    known = {part for name in names for part in _parts(plain(name).split())}
    occupied = Places((*proposed, *(one.span for one in subject.annotated.occurrences)))
    places: dict[str, list[Span]] = defaultdict(list)
    for name in names_of_reading(subject):
        if not occupied.overlap(name.span) and plain(name.text) not in known:
            places[name.text].append(name.span)
    return places


def _parts(words: Sequence[str]) -> Iterator[str]:
    """All sequences of words in a name."""
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            yield " ".join(words[start:end])


def _readings_with(forms: Sequence[str], texts: Sequence[str]) -> int:
    """How many texts have at least one of some names."""
    words = "|".join(regex.escape(form).replace(r"\ ", r"\s+") for form in forms)
    pattern = regex.compile(rf"(?<!\w)(?:{words})(?!\w)")
    return sum(pattern.search(text) is not None for text in texts)


def _elsewhere(name: str, subject: Subject) -> int:
    """How many times a word occurs in other readings."""
    return subject.vocabulary.counts.get(name, 0) - subject.counts[name]


def _groups(subject: Subject, places: Mapping[str, Sequence[Span]]) -> Sequence[tuple[str, ...]]:
    vocabulary = subject.vocabulary
    last_words = Counter(name.rpartition(" ")[2] for name in places if " " in name)
    singles = [
        name
        for name in places
        if " " not in name
        and len(places[name]) + last_words[name] + _elsewhere(name, subject) >= _LEAST_PLACES
        and vocabulary.is_name(name)
        and not vocabulary.is_derived_from_name(name)
        and subject.language not in _NOUNS_HAVE_CAPITALS
    ]
    in_full = [name for name in places if " " in name]
    return groups_of_names(singles, in_full, subject.language)
