"""Greatest lengths, found by doubling and halving instead of one by one."""

from collections.abc import Callable


def greatest_length(limit: int, agrees: Callable[[int], bool]) -> int:
    """The greatest length up to `limit` that agrees, where every smaller one does."""
    length, step = 0, 16
    while length < limit and agrees(min(length + step, limit)):
        length = min(length + step, limit)
        step *= 2
    beyond = min(length + step, limit + 1)
    while beyond - length > 1:
        middle = (length + beyond) // 2
        if agrees(middle):
            length = middle
        else:
            beyond = middle
    return length
