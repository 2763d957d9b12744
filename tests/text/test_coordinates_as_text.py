"""Coordinates as people write them."""

import pytest

from build_scripts.text.coordinates_as_text import NotCoordinates, degrees, pair


@pytest.mark.parametrize(
    ("written", "latitude", "longitude"),
    [
        ("53.9, 27.57", "53.9", "27.57"),
        (" -33.87 ,151.21 ", "-33.87", "151.21"),
        ("0,0", "0", "0"),
        ("90, -180", "90", "-180"),
    ],
)
def test_a_pair_is_the_latitude_and_then_the_longitude(
    written: str, latitude: str, longitude: str
) -> None:
    assert pair(written) == {"latitude": latitude, "longitude": longitude}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("53°54′N 27°34′E", "53.9, 27.5667"),
        ("27°34′E 53°54′N", "53.9, 27.5667"),
        ("N 53° 54.2' E 27° 34'", "53.9033, 27.5667"),
        ("53°54'25.2\"S, 27°34'5''W", "-53.907, -27.5681"),
        ("53.9° N, 27.57° E", "53.9, 27.57"),
        ("33.87 S 151.21 E", "-33.87, 151.21"),
        ("geo:53.9,27.57;u=35", "53.9, 27.57"),
        ("lat: 53.9, long: 27.57", "53.9, 27.57"),
        ("(53,9; 27,57)", "53.9, 27.57"),
        ("53.9 27.57", "53.9, 27.57"),
        ("−33.87, 151.21", "-33.87, 151.21"),
        ("127.57, 53.9", "53.9, 127.57"),
        ("-122.4, 37.8", "37.8, -122.4"),
        # Not certain, or nothing at all.
        ("1,2,3", ""),
        ("53,9", "53, 9"),
        ("Minsk", ""),
        ("53.9", ""),
        ("95N 27E", ""),
        ("52°06′N", ""),
        ("1 2 3", ""),
        ("53.9, 27.57 " * 9, ""),
    ],
)
def test_the_pair_that_is_probably_meant_is_proposed(written: str, meant: str) -> None:
    try:
        found = ", ".join(pair(written).values())
    except NotCoordinates as error:
        found = error.hint.split("`")[1] if "if that is what you mean" in error.hint else ""
    assert found == meant


@pytest.mark.parametrize(
    ("written", "which", "hint"),
    [
        ("53°54′N", "latitude", "Write `53.9` if"),
        ("27.5E", "longitude", "Write `27.5` if"),
        ("27.5E", "latitude", "with a dot"),
        ("53,9", "latitude", "Write `53.9` if"),
        ("north", "latitude", "with a dot"),
        ("127.5", "latitude", "exchanged"),
        ("1275", "latitude", "with a dot"),
        ("539", "latitude", "a digit"),
        ("180.1", "longitude", "a digit"),
    ],
)
def test_one_of_the_two_is_a_number_of_degrees(written: str, which: str, hint: str) -> None:
    with pytest.raises(NotCoordinates) as refused:
        degrees(written, which)
    assert hint in refused.value.hint
