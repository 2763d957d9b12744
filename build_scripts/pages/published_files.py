"""Judge the files that a project publishes as they are: pictures, recordings, pages of HTML.

A browser shows some of them as pages, whatever their names say. So a file is published only if its
ending is one of a kind that runs nothing, if it can be checked, or if it does not begin like a
page.
"""

import re
from collections.abc import Container
from enum import Enum, auto
from pathlib import PurePosixPath

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.pages.xml_files import xml_faults


class FileKind(Enum):
    """What a browser or a server does with a file."""

    INERT = auto()
    """Shown as text, or used by pages that name it; runs nothing by itself."""
    HTML = auto()
    XML = auto()
    REFUSED = auto()
    """Runs in a browser or on a server, and cannot be checked."""
    UNKNOWN = auto()


_ENDINGS = {
    FileKind.INERT: (
        "bib c cff csv css diff h ics ini java js json jsonl log map md mjs patch po ps py r rb "
        "ris rst rtf sh sql srt tex toml tsv txt vtt yaml yml"
    ),
    FileKind.HTML: "htm html",
    FileKind.XML: "atom mathml mml rdf rss svg xht xhtml xml xsd xsl xslt",
    FileKind.REFUSED: (
        # pages that hold other files or commands, and programs for browsers
        "hta htc mht mhtml svgz swf webarchive "
        # pages that servers run
        "asp aspx cfm cgi fcgi jsp jspx phar php php3 php4 php5 php7 php8 phps pht phtml shtm "
        "shtml stm"
    ),
}
"""The kinds of files by the endings of their names. Inert are those that are read as text; what is
not listed, such as pictures and archives, is recognised by its first character."""
_KINDS = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings.split()}

SERVER_FILES = frozenset(
    {
        "_config.yml",
        "_headers",
        "_redirects",
        "_routes.json",
        "_worker.js",
        "cname",
        "netlify.toml",
        "staticwebapp.config.json",
        "vercel.json",
        "web.config",
    }
)
"""Names of files by which hosts let a site command their server; and all that begin with a dot."""

_BEGINS_LIKE_XML = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml\s")
_BEGINS_LIKE_A_PAGE = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff|[\s\0])*<")


def kind_of(path: str) -> FileKind:
    """The kind of a file by the ending of its name; capitals do not count."""
    ending = PurePosixPath(path).suffix.removeprefix(".").lower()
    return _KINDS.get(ending, FileKind.UNKNOWN)


def name_faults(path: str, shown: str, allowed: Container[str]) -> tuple[Diagnostic, ...]:
    """A diagnostic for a file that is refused because of its name.

    Args:
        path: in the documentation folder.
        shown: its path in the diagnostic.
        allowed: paths of files for the server that the maintainers want.
    """
    name = PurePosixPath(path).name
    is_hidden = any(step.startswith(".") for step in PurePosixPath(path).parts)
    if (is_hidden or name.lower() in SERVER_FILES) and path not in allowed:
        return (
            _about(
                shown,
                f"`{name}` may command the server of the site",
                "Delete it. If you maintain the site and want it, list it in mkdocs.yml under "
                "`server_files` of the plugin `readings`.",
            ),
        )
    if kind_of(path) is FileKind.REFUSED:
        message = f"Files that end in `{PurePosixPath(path).suffix}` may hold programs"
        hint = "Delete it, or publish what it holds in another format."
        return (_about(shown, message, hint),)
    return ()


def content_faults(path: str, shown: str, content: bytes) -> tuple[Diagnostic, ...]:
    """Diagnostics for what a file of XML, or of a kind that is not known, would run or load."""
    kind = kind_of(path)
    if kind is FileKind.UNKNOWN and _BEGINS_LIKE_XML.match(content):
        kind = FileKind.XML
    match kind:
        case FileKind.XML:
            return tuple(
                Diagnostic(shown, line, column, code.severity, code.value, message, hint)
                for line, column, code, message, hint in xml_faults(content)
            )
        case FileKind.UNKNOWN if _BEGINS_LIKE_A_PAGE.match(content):
            return (
                _about(
                    shown,
                    "This file begins like a page, but its name does not say so",
                    "Rename it: a page ends in `.html`, a picture in `.svg`, a text in `.txt`.",
                ),
            )
        case _:
            return ()


def _about(shown: str, message: str, hint: str) -> Diagnostic:
    return Origin(Document(shown, ""), 0).diagnostic(Code.FILE_NOT_PUBLISHED, message, hint)
