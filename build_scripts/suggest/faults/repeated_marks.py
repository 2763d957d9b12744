"""A punctuation mark that is repeated, or stands beside a mark that excludes it: `,,` `,.`."""

from collections.abc import Iterator

import regex

from build_scripts.model.annotation import Certainty
from build_scripts.suggest.proposal import CorrectionProposal
from build_scripts.suggest.subject import Subject

_TWICE = regex.compile(
    r"(?<![\p{L}\p{M}])(?P<before>[\p{L}\p{M}]{2,})(?P<marks>([,;:])\3|,\.)(?=\s|$)"
)


def repeated_marks(subject: Subject) -> Iterator[CorrectionProposal]:
    """A correction for each pair of marks of which one is too many.

    Several full stops may be an ellipsis, and two commas before a word may open a quotation.
    """
    for span, match in subject.matches(_TWICE):
        yield CorrectionProposal(
            span,
            match["before"] + match["marks"][-1],
            Certainty.CERTAIN,
            "mark-twice",
            "A punctuation mark too many.",
        )
