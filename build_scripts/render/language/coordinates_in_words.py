"""Write coordinates in words, with the decimal sign of the language."""

from babel.numbers import format_decimal

from build_scripts.model.coordinates import Coordinates
from build_scripts.render.language.interface_words import Words


def coordinates_in_words(place: Coordinates, words: Words) -> str:
    """A place such as 53.9° N, 27.57° E."""
    return words.text(
        "coordinates",
        latitude=latitude_in_words(place.latitude, words),
        longitude=longitude_in_words(place.longitude, words),
    )


def latitude_in_words(degrees: float, words: Words) -> str:
    """How far north or south something is."""
    return _degrees(degrees, "south" if degrees < 0 else "north", words)


def longitude_in_words(degrees: float, words: Words) -> str:
    """How far east or west something is."""
    return _degrees(degrees, "west" if degrees < 0 else "east", words)


def _degrees(degrees: float, to: str, words: Words) -> str:
    number = format_decimal(abs(degrees), format="0.######", locale=words.locale)
    if abs(degrees) in (0, 180):
        return words.text("degrees", degrees=number)
    return words.text(f"degrees-{to}", degrees=number)
