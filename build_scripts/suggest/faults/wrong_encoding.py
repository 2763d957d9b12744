"""Characters that were read in a wrong encoding: `itâ€™s`."""

from collections.abc import Iterator

import regex

from build_scripts.model.annotation import Certainty
from build_scripts.suggest.proposal import CorrectionProposal
from build_scripts.suggest.subject import Subject

_LATER_BYTE = r"[\u00a0-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
# The first byte of Latin, Greek and Cyrillic letters and of punctuation marks in UTF-8, read as
# Windows-1252.
_PIECE = regex.compile(r"\S++")
_MISREAD = regex.compile(rf"[ÂÃÄÅÎÏÐÑ]{_LATER_BYTE}|â€{_LATER_BYTE}")


def wrong_encoding(subject: Subject) -> Iterator[CorrectionProposal]:
    """A correction for each piece between spaces whose bytes are UTF-8 read as Windows-1252."""
    for span, match in subject.matches(_PIECE):
        if match.group().isupper() or not _MISREAD.search(match.group()):
            continue
        try:
            reading = match.group().encode("cp1252").decode("utf-8")
        except UnicodeError:
            continue
        yield CorrectionProposal(
            span,
            reading,
            Certainty.CERTAIN,
            "wrong-encoding",
            "The bytes of these characters were read in a wrong encoding.",
        )
