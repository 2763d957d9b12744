"""Find what browsers run or load in an XML file that they show as a page: XHTML, SVG, feeds.

Such a page cannot be given a policy: in SVG there is no place for it. So nothing in it may run a
script or load a file of another site. Browsers act only on elements of the namespaces below;
elements without a namespace are judged as well, because a picture may have lost its own.
"""

import re
from typing import NamedTuple
from xml.parsers import expat

from build_scripts.model.codes import Code
from build_scripts.pages.page_departures import LEADS_AWAY, STAY
from build_scripts.pages.page_scripts import ADDRESSES, is_script, leads_elsewhere

_XHTML = "http://www.w3.org/1999/xhtml"
_SVG = "http://www.w3.org/2000/svg"
_MATHML = "http://www.w3.org/1998/Math/MathML"
_ACTED_ON = {"", _XHTML, _SVG, _MATHML}
_SCRIPTS = {"handler", "listener", "script"}  # the first two are those of SVG Tiny 1.2
_LINKS = {"a", "area"}
_STYLE_SHEET_TYPE = re.compile(r"""\btype\s*=\s*(["'])\s*text/css\s*\1""")
_PICTURE_IN_ADDRESS = re.compile(r"\s*data:image/", re.IGNORECASE)
_LOADS = re.compile(r"""(?:url\(|@import)\s*["']?\s*(?:[a-z]+:)?//""", re.IGNORECASE)
_SAVE_AGAIN = "Save the file again with the program that made it, or publish another format."
_LONGEST_ENTITY = 200
"""Drawing programs name namespaces by entities. They are short, and hold no other entity."""


class XmlFault(NamedTuple):
    """A fault at a line and column, both from 1."""

    line: int
    column: int
    code: Code
    message: str
    hint: str


class _NotReadable(Exception):
    """The file cannot be read to its end."""


def xml_faults(content: bytes) -> tuple[XmlFault, ...]:
    """Everything in an XML file that a browser would run or load, in the order of the file.

    The last fault is the place where the file is not well-formed, if it is not: browsers show, and
    run, what stands before that place.
    """
    reader = _Reader()
    try:
        reader.parser.Parse(content, True)
    except expat.ExpatError as error:
        message = f"Here the file is not valid XML ({expat.ErrorString(error.code)})"
        place = error.lineno, error.offset + 1
        reader.faults.append(XmlFault(*place, Code.FILE_NOT_PUBLISHED, message, _SAVE_AGAIN))
    except (LookupError, ValueError):
        reader.add(Code.FILE_NOT_PUBLISHED, "The encoding of the file is not known", _SAVE_AGAIN)
    except _NotReadable:
        pass
    return tuple(reader.faults)


class _Reader:
    """Gathers the faults of one file while expat reads it."""

    def __init__(self) -> None:
        self.faults: list[XmlFault] = []
        self.place = (1, 1)  # of the last element, instruction or definition
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.ordered_attributes = True
        self.parser.StartElementHandler = self._element
        self.parser.CharacterDataHandler = self._text
        self.parser.buffer_text = True
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.EntityDeclHandler = self._entity

    def add(self, code: Code, message: str, hint: str) -> None:
        self.faults.append(XmlFault(*self.place, code, message, hint))

    def script(self, message: str) -> None:
        self.add(
            Code.INLINE_SCRIPT,
            message,
            "Delete it: only a page of HTML can be kept from running it.",
        )

    def load(self, message: str) -> None:
        hint = "Put a copy of what it loads into the file itself, or delete this place."
        self.add(Code.FILE_NOT_PUBLISHED, message, hint)

    def _here(self) -> tuple[int, int]:
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def _element(self, name: str, attributes: list[str]) -> None:
        self.place = self._here()
        namespace, tag = _split(name)
        if namespace not in _ACTED_ON:
            return
        tag = tag.lower()
        if tag in _SCRIPTS:
            self.script(f"The element “{tag}” contains a script")
            return
        written = dict(zip(attributes[::2], attributes[1::2], strict=True))
        plain = {_split(attribute)[1].lower(): value for attribute, value in written.items()}
        for attribute, value in plain.items():
            if attribute.startswith("on"):
                self.script(f"The attribute “{attribute}” contains a script")
            elif attribute in ADDRESSES:
                self._address(namespace, tag, attribute, value)
            elif attribute == "attributename" and value.strip().lower().startswith("on"):
                self.script(f"The animation of “{value.strip()}” makes a script")
            elif _LOADS.search(value):
                self.load(f"The style in “{attribute}” loads from another site")
            elif attribute == "srcdoc":
                self.script("The attribute “srcdoc” contains a page")
        if tag == "meta" and plain.get("http-equiv", "").strip().lower() == "refresh":
            self.add(Code.PAGE_LEADS_AWAY, LEADS_AWAY, STAY)

    def _text(self, text: str) -> None:
        if _LOADS.search(text):
            self.load("The style sheet loads from another site")

    def _address(self, namespace: str, tag: str, attribute: str, value: str) -> None:
        # An animation may list several values.
        for address in value.split(";") if attribute == "values" else [value]:
            if is_script(address):
                self.script(f"The address in “{attribute}” is a script")
            elif (
                namespace in {_XHTML, _SVG}
                and tag not in _LINKS
                and leads_elsewhere(address)
                and not _PICTURE_IN_ADDRESS.match(address)
            ):
                self.load(f"The element “{tag}” loads from another site")

    def _instruction(self, target: str, data: str) -> None:
        self.place = self._here()
        if target.startswith("xml-stylesheet") and not _STYLE_SHEET_TYPE.search(data):
            self.script("The style sheet is a program that makes another page")

    def _entity(
        self,
        name: str,
        is_parameter: bool,
        value: str | None,
        *further: str | None,
    ) -> None:
        """Refuse entities that hold others or elements; without them, none can grow."""
        del name, further
        self.place = self._here()
        if is_parameter or value is None or len(value) > _LONGEST_ENTITY or {*value} & {*"&%<"}:
            self.add(
                Code.FILE_NOT_PUBLISHED, "This definition of an entity is not allowed", _SAVE_AGAIN
            )
            raise _NotReadable


def _split(name: str) -> tuple[str, str]:
    """Namespace and local name."""
    namespace, _, local = name.rpartition(" ")
    return namespace, local
