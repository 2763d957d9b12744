"""Place things in a column, each as near to its wanted place as the others allow."""

from collections.abc import Sequence


def spread(places: Sequence[float], heights: Sequence[float], room: float) -> tuple[float, ...]:
    """The upper ends of things that keep their order and never overlap.

    The sum of the squared moves is least: things that would overlap form a block, and a block
    stands at the mean of its places (the pool adjacent violators algorithm).

    The places are those of the upper ends, in order. Each height includes the distance to the next
    thing. The column has room for all of them.
    """
    offsets = [0.0]
    for height in heights:
        offsets.append(offsets[-1] + height)
    blocks: list[tuple[float, int]] = []  # the sum of its places, and their number
    for place, offset in zip(places, offsets, strict=False):
        total, count = place - offset, 1
        while blocks and blocks[-1][0] / blocks[-1][1] >= total / count:
            before, more = blocks.pop()
            total, count = total + before, count + more
        blocks.append((total, count))
    last = max(room - offsets[-1], 0.0)
    moved = [min(max(total / count, 0.0), last) for total, count in blocks for _ in range(count)]
    return tuple(place + offset for place, offset in zip(moved, offsets, strict=False))
