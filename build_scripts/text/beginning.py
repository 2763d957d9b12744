"""Find words at the beginning of a text, such as the label of a speaker."""

from build_scripts.text.normalise import normalise, normalise_quotation


def end_of_beginning(text: str, words: str, start: int = 0) -> int | None:
    """Where the words end with which a text begins at an offset; None if it does not.

    They may differ in what does not count (see `normalise`). White space at either end of the words
    does not matter.
    """
    sought = normalise_quotation(words)
    # Room for white space and for what is left out.
    beginning = normalise(text[start : start + 2 * len(words) + 200])
    first = 1 if beginning.text.startswith(" ") else 0
    if not sought or not beginning.text.startswith(sought, first):
        return None
    span = beginning.aligned_source_span(first, first + len(sought))
    return None if span is None else start + span.end
