"""Works as records of RIS, which reference managers read: a tag and a value a line."""

from build_scripts.render.citation.citable import Citable

_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}
LINE = "\r\n"


def ris(work: Citable, more: str = "") -> str:
    """A record; a value has no escapes, and ends with its line.

    Args:
        work: the work, its values on one line each; `accessed` is ``YYYY/MM/DD`` here.
        more: further lines.
    """
    has_year = work.issued and not work.issued.startswith("-")
    fields = [
        ("TY", _TYPES.get(work.type, "GEN")),
        *(
            ("AU", name.literal or ", ".join(filter(None, (name.family, name.given))))
            for name in work.author
        ),
        ("TI", work.title),
        ("T2", work.container_title),
        ("PB", work.publisher),
        ("PY", work.issued[:4] if has_year else ""),
        ("DA", work.issued.replace("-", "/") if has_year else ""),
        ("LA", work.language),
        ("UR", work.url),
        ("Y2", work.accessed),
    ]
    lines = "".join(f"{tag}  - {value}{LINE}" for tag, value in fields if value)
    return f"{lines}{more}ER  - {LINE}"
