"""Names in the light of what they were probably meant to be."""

from collections.abc import Iterable

from build_scripts.wording import nearest


def names_meant(names: Iterable[str], known: set[str]) -> set[str]:
    """The known ids that are named, misprints included.

    A misspelt name is reported where it stands; that nothing else names what was meant is no
    second mistake.
    """
    named = set(names)
    return (named & known) | {nearest(name, known) for name in named - known}
