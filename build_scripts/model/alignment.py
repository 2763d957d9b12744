"""Which paragraphs of a text say the same as which of its original."""

from dataclasses import dataclass, field

from build_scripts.model.line_and_column import Origin


@dataclass(frozen=True, slots=True)
class Aligned:
    """Paragraphs of a text, and those of its original that stand beside them.

    If there are as many of both, each stands beside one; otherwise they stand there together.

    Attributes:
        first, last: the paragraphs of the text.
        original_first, original_last: those of the reading that it translates, or is a version of.
    """

    first: int
    last: int
    original_first: int
    original_last: int
    origin: Origin = field(compare=False)

    @property
    def is_one_by_one(self) -> bool:
        """Whether each paragraph stands beside one of the original."""
        return self.last - self.first == self.original_last - self.original_first
