"""Characters that were read in a wrong encoding: `itâ€™s`."""

from collections.abc import Iterator

import regex

from build_scripts.model.annotation import Certainty
from build_scripts.model.span import Span
from build_scripts.suggest.proposal import CorrectionProposal, Kind
from build_scripts.suggest.subject import Subject

_LATER_BYTE = r"[\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
# What begins a Latin, Greek or Cyrillic letter, or a punctuation mark, in UTF-8, read as
# Windows-1252.
_PIECE = regex.compile(rf"\S*(?:[ÂÃÄÅÎÏÐÑ]{_LATER_BYTE}|â€{_LATER_BYTE})\S*")


def wrong_encoding(subject: Subject) -> Iterator[CorrectionProposal]:
    """A correction for each piece between blanks whose bytes are UTF-8 read as Windows-1252."""
    for paragraph, text in subject.paragraphs():
        for match in _PIECE.finditer(text):
            if match.group().isupper():
                continue
            try:
                reading = match.group().encode("cp1252").decode("utf-8")
            except UnicodeError:
                continue
            start = paragraph.span.start
            yield CorrectionProposal(
                Kind.FAULT,
                Span(start + match.start(), start + match.end()),
                reading,
                Certainty.CERTAIN,
                "wrong-encoding",
                "The bytes of these characters were read in a wrong encoding.",
            )
