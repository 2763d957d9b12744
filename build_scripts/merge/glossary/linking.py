"""Which of the places where a term occurs become links."""

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
    """Decides for each match whether it is a link.

    Forced places always are. They also count as the first of their section or paragraph, wherever
    in it they stand: who forces a link has chosen where the term is best explained.

    Args:
        matches: what was found in a text, by position.
        paragraphs: of that text.
        section_starts: offsets at which its sections (a question with its answers, or what stands
            below a heading) begin, in order; what comes before the first is a section as well.
        mode_for_term: by a term's id, which of its places are linked.

    Returns:
        The matches, in the same order, linked or not.
    """
    paragraph_starts = [paragraph.span.start for paragraph in paragraphs]

    def place(found: TermMatch, mode: Linking) -> tuple[str, int]:
        """The term and the piece of text in which one link to it is enough."""
        match mode:
            case Linking.ONCE:
                return found.term, 0
            case Linking.FIRST:
                return found.term, bisect_right(section_starts, found.span.start)
            case Linking.EACH_PARAGRAPH:
                return found.term, bisect_right(paragraph_starts, found.span.start)
            case Linking.ALL | Linking.NONE:
                return found.term, found.span.start

    explained = {place(found, mode_for_term(found.term)) for found in matches if found.forced}
    occurrences = []
    for found in matches:
        linked = found.forced
        if not linked:
            mode = mode_for_term(found.term)
            here = place(found, mode)
            linked = mode is not Linking.NONE and here not in explained
            explained.add(here)
        occurrences.append(Occurrence(found.term, found.span, linked))
    return tuple(occurrences)
