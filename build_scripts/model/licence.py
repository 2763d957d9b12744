"""The licence of a text or of annotations."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its name, the address at which it can be read, and its id in the SPDX list.

    The address and the id are empty if they are not known.
    """

    name: str
    url: str = ""
    spdx: str = ""
