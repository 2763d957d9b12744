"""The pixels of a screenshot, read as the PNG specification (W3C, third edition) says."""

import struct
import zlib
from collections.abc import Iterator

Colour = tuple[int, int, int]
_CHANNELS = {2: 3, 6: 4}
"""By colour type, the bytes of a pixel: without and with transparency, 8 bits each."""


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 8
    while place < len(png):
        length, kind = struct.unpack_from(">I4s", png, place)
        yield kind, png[place + 8 : place + 8 + length]
        place += length + 12


def _predicted(kind: int, left: int, above: int, corner: int) -> int:
    if kind < 4:
        return (0, left, above, (left + above) // 2)[kind]
    guess = left + above - corner
    return min((left, above, corner), key=lambda one: abs(guess - one))


def pixels(png: bytes) -> Iterator[list[Colour]]:
    """The colours of the pixels of a picture that is not interlaced, line by line."""
    chunks = list(_chunks(png))
    width, height, depth, colour_type, *_, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    assert (depth, interlaced) == (8, 0)
    size = _CHANNELS[colour_type]
    data = zlib.decompress(b"".join(content for kind, content in chunks if kind == b"IDAT"))
    above = bytearray(width * size)
    for start in range(0, height * (width * size + 1), width * size + 1):
        line = bytearray(data[start + 1 : start + 1 + width * size])
        for at in range(len(line)):
            left, corner = (line[at - size], above[at - size]) if at >= size else (0, 0)
            line[at] = (line[at] + _predicted(data[start], left, above[at], corner)) % 256
        yield [(line[at], line[at + 1], line[at + 2]) for at in range(0, len(line), size)]
        above = line
