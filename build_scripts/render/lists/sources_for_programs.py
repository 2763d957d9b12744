"""Write all sources in the forms that reference managers read."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from build_scripts.model.annotation import Reference
from build_scripts.model.site_plan import PlannedFile
from build_scripts.render.citation.bibtex import bibtex
from build_scripts.render.citation.citable import Citable, citable_reference
from build_scripts.render.citation.csl_json import csl_item
from build_scripts.render.citation.ris import ris
from build_scripts.render.language.interface_words import Words

FORMATS = {"cite-bibtex": "bib", "cite-ris": "ris", "cite-csl-json": "json"}
"""The messages that name the formats, and the ends of the files."""


def sources_for_programs(
    references: Iterable[Reference], words: Words, folder: str
) -> Iterator[PlannedFile]:
    """A file in each format with all sources, by id."""
    in_order = sorted(references, key=lambda reference: reference.id)
    works = [(reference, citable_reference(reference)) for reference in in_order]
    written = {
        "bib": "\n".join(_bibtex(reference, work, words) for reference, work in works),
        "ris": "".join(_ris(reference, work, words) for reference, work in works),
        "json": json.dumps(
            [csl_item(reference, words) for reference in in_order], ensure_ascii=False, indent=1
        )
        + "\n",
    }
    for ending, content in written.items():
        yield PlannedFile(path_of_sources(folder, ending), content.encode())


def path_of_sources(folder: str, ending: str) -> str:
    """The file with all sources in one format."""
    return f"{folder}/sources.{ending}"


def _bibtex(reference: Reference, work: Citable, words: Words) -> str:
    dated = replace(work, accessed=reference.accessed)
    return bibtex(dated, reference.id, remark=_remark(work), year=_year(work, words))


def _ris(reference: Reference, work: Citable, words: Words) -> str:
    dated = replace(work, accessed=reference.accessed.replace("-", "/"))
    return ris(dated, remark=_remark(work), year=_year(work, words))


def _remark(work: Citable) -> str:
    return work.version


def _year(work: Citable, words: Words) -> str:
    return words.cited_year(work.issued) if work.issued else ""
