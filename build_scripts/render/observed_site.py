"""Note what a part of the site reads of the whole, and compare two sites by what was read.

The dependencies of a page are recorded while it is rendered, not declared, so none can be
forgotten. What is noted are keys of look-ups. Two sites are compared once, look-up by look-up; a
page is still right if none of its keys has another value now.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, NamedTuple, TypeVar

from build_scripts.model.same_values import same
from build_scripts.model.span import Span
from build_scripts.render.bodies.mentions import TermFinder
from build_scripts.render.interface import Interface
from build_scripts.render.site import Site

T = TypeVar("T", Site, Interface)
Key = TypeVar("Key")
Value = TypeVar("Value")

EVERYTHING = object()
"""Stands for all keys of a look-up: a page that lists them depends on each, and on new ones."""
_MISSING = object()
TEXTS = "terms in texts"

Asked = dict[str, set[Any]]
"""The keys that were asked for, by the name of the look-up."""
Changed = dict[str, frozenset[Any]]
"""The keys whose values differ between two sites, by the name of the look-up, if there are any."""


class Observed(Mapping[Key, Value]):
    """A look-up that notes which keys are asked for, also those that it does not have."""

    __slots__ = ("_asked", "_mapping")

    def __init__(self, mapping: Mapping[Key, Value], asked: set[Any]) -> None:
        self._mapping = mapping
        self._asked = asked

    def __getitem__(self, key: Key) -> Value:
        self._asked.add(key)
        return self._mapping[key]

    def __contains__(self, key: object) -> bool:
        self._asked.add(key)
        return key in self._mapping

    def __iter__(self) -> Iterator[Key]:
        self._asked.add(EVERYTHING)
        return iter(self._mapping)

    def __len__(self) -> int:
        self._asked.add(EVERYTHING)
        return len(self._mapping)


class _NotedFinder(NamedTuple):
    """A finder of terms that notes the texts in which it looks, with the terms to leave out."""

    find_terms: TermFinder
    texts: set[tuple[str, str]]

    def __call__(self, text: str, excluded_term: str) -> tuple[tuple[str, Span], ...]:
        self.texts.add((text, excluded_term))
        return self.find_terms(text, excluded_term)

    def may_differ(self, before: object, texts: Iterable[str]) -> bool:
        return self.find_terms.may_differ(before, texts)


def observed(site: Site, asked: Asked) -> Site:
    """The same site, which notes in `asked` what is read of it."""

    def looked_up(name: str, mapping: Mapping[Any, Any]) -> Observed[Any, Any]:
        return Observed(mapping, asked.setdefault(name, set()))

    def noted(value: T, name: str) -> T:
        look_ups: dict[str, Any] = {
            field: looked_up(f"{name}{field}", mapping)
            for field, mapping in _mappings(value).items()
        }
        return replace(value, **look_ups)

    return replace(
        noted(site, ""),
        find_terms=_NotedFinder(site.find_terms, asked.setdefault(TEXTS, set())),
        pages=replace(site.pages, pages=looked_up("pages", site.pages.pages)),
        relations=type(site.relations)(
            looked_up("related terms", site.relations.terms),
            looked_up("related readings", site.relations.references),
        ),
        interfaces={tag: noted(each, f"{tag} ") for tag, each in site.interfaces.items()},
    )


def _mappings(value: Any) -> dict[str, Mapping[Any, Any]]:
    """The fields of a site, or of an interface, that are look-ups."""
    named = {field.name: getattr(value, field.name) for field in fields(value)}
    return {
        name: each
        for name, each in named.items()
        if isinstance(each, Mapping) and name != "interfaces"
    }


def _look_ups(site: Site) -> dict[str, Mapping[Any, Any]]:
    """All look-ups of a site, by the names that `observed` uses."""
    of_interfaces = {
        f"{tag} {name}": mapping
        for tag, interface in site.interfaces.items()
        for name, mapping in _mappings(interface).items()
    }
    return {
        **_mappings(site),
        "pages": site.pages.pages,
        "related terms": site.relations.terms,
        "related readings": site.relations.references,
        **of_interfaces,
    }


def _whole_values(site: Site) -> tuple[object, ...]:
    """What every page depends on."""
    interfaces = {tag: (each.words, each.annotates) for tag, each in site.interfaces.items()}
    return site.settings, site.configuration, site.list_pages, interfaces


def changes_between(old: Site, new: Site, texts: Iterable[tuple[str, str]]) -> Changed | None:
    """The keys whose values differ, by the look-ups that have some.

    It is None if something differs on which every page depends. `texts` are those in which terms
    were sought, each with the term to leave out.
    """
    if _whole_values(old) != _whole_values(new):
        return None
    before, now = _look_ups(old), _look_ups(new)
    changed = {
        **{name: _changed_keys(before[name], now[name]) for name in now},
        TEXTS: _texts_with_other_terms(old, new, texts),
    }
    return {name: keys for name, keys in changed.items() if keys}


def _texts_with_other_terms(
    old: Site, new: Site, texts: Iterable[tuple[str, str]]
) -> frozenset[tuple[str, str]]:
    if old.find_terms == new.find_terms:
        return frozenset()
    return frozenset(
        (text, excluded)
        for text, excluded in texts
        if new.find_terms.may_differ(old.find_terms, (text,))
        and old.find_terms(text, excluded) != new.find_terms(text, excluded)
    )


def _changed_keys(old: Mapping[Any, Any], new: Mapping[Any, Any]) -> frozenset[Any]:
    if old is new:
        return frozenset()
    other = {key for key, value in new.items() if not same(old.get(key, _MISSING), value)}
    if other or len(old) != len(new):
        other |= old.keys() - new.keys()
    return frozenset(other)


def is_concerned(asked: Asked, changed: Changed) -> bool:
    """Whether anything that was asked for has changed."""
    return any(
        not asked[name].isdisjoint(keys) or EVERYTHING in asked[name]
        for name, keys in changed.items()
        if name in asked
    )
