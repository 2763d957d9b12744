"""What a file would have defined that cannot be read, as far as can be seen.

What other files say of that is then no fault of theirs: one mistake, one diagnostic.
"""

import re
from typing import NamedTuple

from build_scripts.model import limits
from build_scripts.model.unreadable import ANY
from build_scripts.read.files.project_folder import ProjectFolder
from build_scripts.read.identifiers import intended_id

_ID = re.compile(r"""\bid["']?[ \t]*:[ \t]*["']?([a-z][a-z0-9-]*)""")
_SOURCE = re.compile(r"seeds/[^\s\"',}]+")


class PassedOver(NamedTuple):
    """What may have been defined or named.

    Attributes:
        identifiers: as ``kind:id``; the id may be `ANY`.
        sources: paths of source texts, or `ANY`.
    """

    identifiers: frozenset[str]
    sources: frozenset[str]


FOLDER = PassedOver(
    frozenset(f"{kind}:{ANY}" for kind in ("reading", "term", "event", "source", "note")),
    frozenset({ANY}),
)
"""For a folder that could not be looked into."""


def pass_over(folder: ProjectFolder, path: str) -> PassedOver:
    """Note what an annotation file would have defined.

    Args:
        folder: of the project.
        path: of the file, relative to the root.
    """
    identifiers: set[str] = set()
    is_alone = True  # the file defines nothing but what its name says
    names_source = False
    match path.rpartition(".")[0].split("/")[1:]:
        case ("glossary", term_id):
            identifiers |= {f"term:{term_id}", f"term:{intended_id(term_id)}"}
        case ("readings", reading_id, "reading"):
            identifiers.add(f"reading:{reading_id}")
            names_source = True
        case _:
            is_alone = False
    content = folder.content(path, limits.LARGEST_ANNOTATION_FILE)
    if not isinstance(content, bytes):
        if not is_alone:
            identifiers |= {f"event:{ANY}", f"source:{ANY}", f"note:{ANY}"}
        return PassedOver(frozenset(identifiers), frozenset({ANY}))
    text = content.decode("utf-8", errors="replace")
    for identifier in _ID.findall(text):
        identifiers |= {f"event:{identifier}", f"source:{identifier}", f"note:{identifier}"}
    sources = _SOURCE.findall(text)
    return PassedOver(
        frozenset(identifiers), frozenset(sources if sources or not names_source else {ANY})
    )
