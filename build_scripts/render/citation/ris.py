"""Write works as RIS records for reference managers: one tag and value per line."""

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
    """A RIS record, ending in the lines `more`; no value may hold a line end.

    `accessed` must be ``YYYY/MM/DD``.
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
