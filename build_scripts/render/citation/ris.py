"""Write works as RIS records for reference managers: one tag and value per line."""

from build_scripts.model.annotation import Name
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


def ris(work: Citable, more: str = "", remark: str = "") -> str:
    """A RIS record, ending in the lines `more`; no value may hold a line end.

    `accessed` must be ``YYYY/MM/DD``. `remark` holds facts that no tag has.
    """
    has_year = work.issued and not work.issued.startswith("-")
    fields = [
        ("TY", _TYPES.get(work.type, "GEN")),
        *(("AU", _name(name)) for name in work.author),
        *(("A4", _name(name)) for name in work.translator),
        ("TI", work.title),
        ("T2", work.container_title),
        ("PB", work.publisher),
        ("PY", work.issued[:4] if has_year else ""),
        ("DA", work.issued.replace("-", "/") if has_year else ""),
        ("LA", work.language),
        ("UR", work.url),
        ("Y2", work.accessed),
        ("N1", remark),
    ]
    lines = "".join(f"{tag}  - {value}{LINE}" for tag, value in fields if value)
    return f"{lines}{more}ER  - {LINE}"


def _name(name: Name) -> str:
    return name.literal or ", ".join(filter(None, (name.family, name.given)))
