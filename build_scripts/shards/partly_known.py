"""Let a site that knows only some readings refuse to answer for the others.

Without this, a list would silently be shorter than it is on the whole site.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from build_scripts.model.body_link import IN_READINGS, BodyLinkKind
from build_scripts.render.site import Site

Key = TypeVar("Key")
Value = TypeVar("Value")


class NotKnownHere(LookupError):
    """A page asked for something that its part of the site does not know; a fault of ours."""


class PartlyKnown(Mapping[Key, Value]):
    """A look-up that knows only some keys; asked for others, or for all, it raises."""

    __slots__ = ("_is_known", "_mapping")

    def __init__(self, mapping: Mapping[Key, Value], is_known: Callable[[Any], bool]) -> None:
        self._mapping = mapping
        self._is_known = is_known

    def __getitem__(self, key: Key) -> Value:
        if not self._is_known(key):
            raise NotKnownHere(key)
        return self._mapping[key]

    def __iter__(self) -> Iterator[Key]:
        raise NotKnownHere("all")

    def __len__(self) -> int:
        raise NotKnownHere("how many")


def partly_known(
    site: Site, own: Collection[str], read_entries: Collection[tuple[str, str]]
) -> Site:
    """A site that was made from some files, for the pages of `own` readings alone.

    All that leads to these readings must have been read. `read_entries` are the notes and questions
    that were read, drafts included, as the keys of `Site.linkable`.
    """
    own, read = frozenset(own), frozenset(site.readings)

    def only(mapping: Mapping[Key, Value], is_known: Callable[[Any], bool]) -> Mapping[Key, Value]:
        return PartlyKnown(mapping, is_known)

    def of_own(mentioned: str) -> bool:
        kind, _, identifier = mentioned.partition(":")
        if kind in IN_READINGS:
            return identifier.partition("/")[0] in own
        return kind == BodyLinkKind.READING and identifier in own

    def nothing(_: Any) -> bool:
        return False

    return replace(
        site,
        readings=only(site.readings, own.__contains__),
        texts=only(site.texts, read.__contains__),
        stated_in=only(site.stated_in, own.__contains__),
        questions=only(site.questions, own.__contains__),
        asked_elsewhere=only(site.asked_elsewhere, own.__contains__),
        linkable=only(site.linkable, lambda entry: entry in read_entries or entry[0] in own),
        paragraph_starts=only(site.paragraph_starts, read.__contains__),
        pages=replace(site.pages, pages=only(site.pages.pages, read.__contains__)),
        mentions=only(site.mentions, of_own),
        events_of=only(site.events_of, own.__contains__),
        occurrences=only(site.occurrences, nothing),
        incoming=only(site.incoming, nothing),
        voices=only(site.voices, nothing),
        other_voices=only(site.other_voices, nothing),
        in_sources=only(site.in_sources, nothing),
        citing=only(site.citing, nothing),
        stated=only(site.stated, nothing),
        comparisons=only(site.comparisons, lambda _: True),
        compared=only(site.compared, own.__contains__),
        in_common=only(site.in_common, nothing),
        lists=only(site.lists, nothing),
        parts=only(site.parts, nothing),
        place_files=only(site.place_files, nothing),
        relations=type(site.relations)(
            only(site.relations.terms, nothing), only(site.relations.references, nothing)
        ),
    )
