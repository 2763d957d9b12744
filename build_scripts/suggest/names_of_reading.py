"""The names in the reading for which something is proposed."""

from build_scripts.suggest.faults.glued_words import find_glued
from build_scripts.suggest.names import Name, names_in
from build_scripts.suggest.subject import Subject


def names_of_reading(subject: Subject) -> tuple[Name, ...]:
    """All its names, in order; no word that has run together with another is part of one."""
    glued = {found.span for found in find_glued(subject)}
    return names_in(subject.words, subject.vocabulary, subject.language, glued)
