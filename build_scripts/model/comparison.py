"""Readings that belong together, such as a text and its translation."""

from dataclasses import dataclass, field

from build_scripts.model.annotation import Body, Provenance
from build_scripts.model.line_and_column import Origin


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Readings that are compared on a page of their own.

    Attributes:
        id: that in its address.
        title: empty if it is implied.
        readings: the ids of the readings, in the order in which they are shown.
        body: what to look for, if it is said.
        origin: where it is declared, or of the reading that implies it.
        is_implied: whether nobody declares it, but `translation_of` or `version_of` implies it.
    """

    id: str
    title: str
    readings: tuple[str, ...]
    body: Body | None
    origin: Origin
    provenance: Provenance = field(default_factory=Provenance)
    is_implied: bool = False
