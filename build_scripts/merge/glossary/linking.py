"""Choose which occurrences of a term become links."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from build_scripts.merge.glossary.term_places import TermMatch
from build_scripts.model.annotation import Linking
from build_scripts.model.placed import Occurrence
from build_scripts.model.source_text import Paragraph


def link_occurrences(
    matches: Sequence[TermMatch],
    paragraphs: Sequence[Paragraph],
    section_starts: Sequence[int],
    mode_for_term: Callable[[str], Linking],
) -> tuple[Occurrence, ...]:
    """Decide for each match whether it is a link.

    Forced places always are links. They also count as the first of their section or paragraph,
    wherever in it they are: the contributor has chosen where the term is best explained.

    Args:
        matches: of a text, by position; they are returned in the same order, linked or not.
        paragraphs: of that text.
        section_starts: offsets at which its sections begin, in order; the text before the first
            is a section as well.
        mode_for_term: by a term's id, which of its places are linked.
    """
    paragraph_starts = [paragraph.span.start for paragraph in paragraphs]

    def stretch(term: str, start: int, mode: Linking) -> tuple[str, int]:
        return term, stretch_with_one_link(start, mode, paragraph_starts, section_starts)

    explained = {
        stretch(term, span.start, mode_for_term(term)) for term, span, forced in matches if forced
    }
    occurrences = []
    for term, span, forced in matches:
        linked = forced
        if not linked:
            mode = mode_for_term(term)
            here = stretch(term, span.start, mode)
            linked = mode is not Linking.NONE and here not in explained
            explained.add(here)
        occurrences.append(Occurrence(term, span, linked))
    return tuple(occurrences)


def stretch_with_one_link(
    start: int, mode: Linking, paragraph_starts: Sequence[int], section_starts: Sequence[int]
) -> int:
    """The number of the stretch of text around an offset in which one link to a term is enough."""
    match mode:
        case Linking.ONCE:
            return 0
        case Linking.FIRST:
            return bisect_right(section_starts, start)
        case Linking.EACH_PARAGRAPH:
            return bisect_right(paragraph_starts, start)
        case Linking.ALL | Linking.NONE:
            return start
