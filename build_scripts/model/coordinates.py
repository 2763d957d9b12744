"""Places on the earth."""

from typing import NamedTuple


class Coordinates(NamedTuple):
    """A place, in degrees of WGS 84; north and east are positive."""

    latitude: float
    longitude: float
