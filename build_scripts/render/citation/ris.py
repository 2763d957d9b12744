"""Write works as RIS records for reference managers: one tag and value per line."""

import re

from build_scripts.model.annotation import Name
from build_scripts.render.citation.citable import Citable
from build_scripts.text.edtf_dates import parsed_date, plain_date

_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "chapter": "CHAP",
    "collection": "BOOK",
    "dataset": "DATA",
    "entry": "CHAP",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "software": "COMP",
    "song": "SOUND",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
LINE = "\r\n"


def ris(work: Citable, more: str = "", remark: str = "", year: str = "") -> str:
    """A RIS record, ending in the lines `more`; no value may hold a line end.

    `accessed` must be ``YYYY/MM/DD``. `remark` holds facts that no tag has, and `year` the date in
    words if it is not known exactly.
    """
    number, date = _dates(work.issued, year)
    first, last = _pages(work.text("page"))
    fields = [
        ("TY", _TYPES.get(work.type, "GEN")),
        *(("AU", _name(name)) for name in work.author),
        *(("ED", _name(name)) for name in work.people("editor")),
        *(("A3", _name(name)) for name in work.people("collection-editor")),
        *(("A4", _name(name)) for name in work.translator),
        ("TI", work.title),
        ("T2", work.container_title),
        ("T3", work.text("collection-title")),
        ("ET", work.text("edition")),
        ("VL", work.text("volume")),
        ("IS", work.text("issue") or work.text("number")),
        ("SP", first),
        ("EP", last),
        ("PB", work.publisher),
        ("CY", work.text("publisher-place")),
        ("PY", number),
        ("DA", date),
        ("OP", work.text("original-date")),
        ("SN", work.text("ISBN") or work.text("ISSN")),
        ("DO", work.text("DOI")),
        ("LA", work.language),
        ("UR", work.url),
        ("Y2", work.accessed),
        ("N1", remark),
    ]
    lines = "".join(f"{tag}  - {value}{LINE}" for tag, value in fields if value)
    return f"{lines}{more}ER  - {LINE}"


def _dates(issued: str, in_words: str) -> tuple[str, str]:
    """The year, and the date; RIS has a place for words after year, month and day."""
    if not issued or issued.startswith("-"):
        return "", ""
    if plain := plain_date(issued):
        return plain[:4], plain.replace("-", "/")
    start = parsed_date(issued).start
    year = f"{start.year:04d}" if start and start.year >= 0 else ""
    return year, f"{year}///{in_words}"


def _pages(pages: str) -> tuple[str, str]:
    """The first page and the last, if it is one range."""
    found = re.fullmatch(r"([^-–,&\s]+)\s*[-–]\s*([^-–,&\s]+)", pages)
    return (found[1], found[2]) if found else (pages, "")


def _name(name: Name) -> str:
    return name.literal or ", ".join(filter(None, (name.family, name.given)))
