"""Names that Windows keeps for its devices, so that no file can have them."""

DEVICE_NAMES = frozenset(
    (
        *("con", "prn", "aux", "nul", "conin$", "conout$"),
        *(f"{device}{digit}" for device in ("com", "lpt") for digit in "0123456789¹²³"),
    )
)
"""In small letters. An ending does not help: ``con.txt`` is reserved as well."""
