"""Describe a passage by the shortest selector that finds it and nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from build_scripts.merge.anchors.matches import end_of_context, find_all, start_of_context
from build_scripts.model.span import Span
from build_scripts.text.normalised_text import NormalisedText
from build_scripts.text.scripts_without_spaces import WITHOUT_SPACES
from build_scripts.text.yaml_scalars import quoted_pairs

# In these scripts, context grows by characters instead of words.
_WITHOUT_SPACES = regex.compile(WITHOUT_SPACES)
_LONGEST_WORD = 30
"""In code points; context cuts through anything longer."""


@dataclass(frozen=True, slots=True)
class QuoteDescription:
    """The quotation of a passage, and enough of the text beside it to make it unique.

    The names are those of the W3C TextQuoteSelector. The characters are the source's own, except
    that each run of white space, line breaks included, is one space, and that what does not count
    is left out, such as soft hyphens and line ends inside words.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""

    def context(self) -> dict[str, str]:
        """The keys that stand beside ``exact`` under ``target``."""
        parts = {"prefix": self.prefix, "suffix": self.suffix}
        return {key: words for key, words in parts.items() if words}

    def parts(self) -> dict[str, str]:
        """The mapping that stands under ``target``."""
        return {"exact": self.exact, **self.context()}


def describe(span: Span, normalised: NormalisedText) -> QuoteDescription:
    """The shortest description of a passage that resolves to it and to nothing else.

    Where the quotation alone is not unique, context is added in whole words, so that a person can
    read it: before the passage, after it, or on both sides, whichever takes the fewest characters.
    Where these are equal, the first of the three is chosen.

    ``resolve(describe(span))`` is `span`.

    Raises:
        ValueError: no quotation can describe the span, because it is empty, begins or ends with
            white space or with something that does not count, or cuts a character in two.
    """
    start, end = map(normalised.normalised_offset, span)
    words = normalised.text[start:end]
    if words.strip(" ") != words or not words or normalised.source_span(start, end) != span:
        raise ValueError(f"empty, or white space or something unseen at an edge: {span}")
    matches = find_all(normalised, normalised.words(span))
    if span not in matches:
        raise ValueError(f"an end of the passage cuts a character in two: {span}")
    return describe_among(span, matches, normalised)


def describe_among(
    span: Span, matches: Sequence[Span], normalised: NormalisedText
) -> QuoteDescription:
    """Do what `describe` does, given all matches of the passage's words."""
    exact = normalised.words(span)
    rivals = [match for match in matches if match != span]
    if not rivals:
        return QuoteDescription(exact)
    prefix_start, suffix_end = _shortest_context(span, rivals, normalised)
    return QuoteDescription(
        exact,
        _context(Span(prefix_start, span.start), normalised),
        _context(Span(span.end, suffix_end), normalised),
    )


def one_line(text: str) -> str:
    """The text with each run of white space as one space, and none at either end."""
    return " ".join(text.split())


def _context(span: Span, normalised: NormalisedText) -> str:
    """The words of a span; white space at either end stays, as one space."""
    words = normalised.words(span)
    start, end = map(normalised.normalised_offset, span)
    text = normalised.text[start:end]
    return " " * (text[:1] == " ") + words + " " * (text[-1:] == " ") if words else ""


def _shortest_context(
    span: Span, rivals: Sequence[Span], normalised: NormalisedText
) -> tuple[int, int]:
    """Where the shortest context that no rival shares begins and ends, as offsets of the source.

    A rival has the same text as the passage for some distance on either side; to exclude it, the
    prefix or the suffix must reach beyond that distance. With the rivals sorted by the prefix that
    excludes them, longest first, each choice lets the suffix exclude the first few and the prefix
    exclude the rest.
    """
    text = normalised.text
    start, end = (normalised.normalised_offset(offset) for offset in span)
    left, right = end_of_context(text, start), start_of_context(text, end)
    # A set, since many rivals share equally few characters with the passage.
    shared: set[tuple[int, int]] = set()
    for rival in rivals:
        rival_start, rival_end = (normalised.normalised_offset(offset) for offset in rival)
        shared.add(
            (
                _shared_left(text, left, end_of_context(text, rival_start)),
                _shared_right(text, right, start_of_context(text, rival_end)),
            )
        )
    needs = [
        (
            _prefix_start(normalised, left - shared_left - 1, start),
            _suffix_end(normalised, right + shared_right, end),
        )
        for shared_left, shared_right in shared
    ]
    needs.sort()
    choices: list[tuple[int, int, int, int]] = []
    suffix_end = right
    for prefix_start, needed_suffix_end in [*needs, (left, right)]:
        if prefix_start != _NOWHERE:
            length = left - prefix_start + suffix_end - right
            sides = (prefix_start < left) + (suffix_end > right)
            # Of equal lengths, one side goes before two, and the prefix before the suffix.
            choices.append((length, sides, prefix_start, suffix_end))
        if needed_suffix_end == _NOWHERE:
            break
        suffix_end = max(suffix_end, needed_suffix_end)
    _, _, prefix_start, suffix_end = min(choices)
    return (
        normalised.source_span(prefix_start, start).start if prefix_start < left else span.start,
        normalised.source_span(end, suffix_end).end if suffix_end > right else span.end,
    )


_NOWHERE = -1
"""The text ends on that side before it differs from the rival's."""


def _shared_left(text: str, end: int, other_end: int) -> int:
    """How many characters at the end of ``text[:end]`` and of ``text[:other_end]`` are the same."""
    return _greatest_length(
        min(end, other_end), lambda n: text.endswith(text[end - n : end], 0, other_end)
    )


def _shared_right(text: str, start: int, other_start: int) -> int:
    """How many characters at the start of ``text[start:]`` and ``text[other_start:]`` are equal."""
    return _greatest_length(
        len(text) - max(start, other_start),
        lambda n: text.startswith(text[start : start + n], other_start),
    )


def _prefix_start(normalised: NormalisedText, offset: int, start: int) -> int:
    """The nearest start of a readable prefix that reaches back to `offset` or further."""
    text = normalised.text
    while True:
        if offset >= 0 and text[offset] == " ":
            offset -= 1  # a prefix cannot begin with white space
        if offset < 0:
            return _NOWHERE
        word = text.rfind(" ", 0, offset) + 1
        anywhere = offset - word >= _LONGEST_WORD
        for cut in range(offset, word - 1, -1):
            if (cut == word or anywhere or _may_cut(text, cut)) and (
                normalised.aligned_source_span(cut, start) is not None
            ):
                return cut
        if word <= 1:
            return word  # the whole of the text before the passage
        offset = word - 1


def _suffix_end(normalised: NormalisedText, offset: int, end: int) -> int:
    """The nearest end of a readable suffix that reaches beyond `offset`."""
    text = normalised.text
    while True:
        if offset < len(text) and text[offset] == " ":
            offset += 1  # a suffix cannot end with white space
        if offset >= len(text):
            return _NOWHERE
        word_end = text.find(" ", offset)
        word_end = len(text) if word_end < 0 else word_end
        anywhere = word_end - offset > _LONGEST_WORD
        for cut in range(offset + 1, word_end + 1):
            if (cut == word_end or anywhere or _may_cut(text, cut)) and (
                normalised.aligned_source_span(end, cut) is not None
            ):
                return cut
        if word_end >= len(text) - 1:
            return word_end  # the whole of the text after the passage
        offset = word_end


def _may_cut(text: str, offset: int) -> bool:
    """Whether context may be cut here although there is no space."""
    return _is_without_spaces(text[offset - 1]) or _is_without_spaces(text[offset])


@lru_cache(maxsize=65_536)
def _is_without_spaces(character: str) -> bool:
    return _WITHOUT_SPACES.match(character) is not None


def to_yaml(description: QuoteDescription) -> str:
    """The description as a YAML flow mapping on one line, ready to stand after ``target:``."""
    return f"{{{quoted_pairs(description.parts())}}}"


def _greatest_length(limit: int, agrees: Callable[[int], bool]) -> int:
    """The greatest length up to `limit` that agrees, if every smaller length agrees as well.

    The search doubles and halves its steps instead of going one by one.
    """
    length, step = 0, 16
    while length < limit and agrees(min(length + step, limit)):
        length = min(length + step, limit)
        step *= 2
    beyond = min(length + step, limit + 1)
    while beyond - length > 1:
        middle = (length + beyond) // 2
        if agrees(middle):
            length = middle
        else:
            beyond = middle
    return length
