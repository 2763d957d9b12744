"""How readings are cited and described: texts by authors, translations, interviews, versions."""

import json
import re
from pathlib import Path
from typing import NamedTuple

import rispy
from bibtexparser.entrypoint import parse_string

from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.pipeline import check, plan
from tests.read.projects import READING, READING_PATH, write_project

ADDRESS = "https://tales.example/"
PAGE = f"{ADDRESS}readings/tale/#p1"
"""What the reader's browser fills in: its own address, which may lead to a place in the page."""
INTERVIEW = """title_by: editor
interviewee: [{family: Frog, given: Prince Albert}]
publisher: The Pond
date: 1812-12-20
"""
VERSION = """version: Machine translation from German
original_language: de
url: https://pond.example/a_b?c=1
"""


class Citations(NamedTuple):
    """A reading's citations, with the open places filled in, and the head of its page."""

    apa: str
    mla: str
    chicago: str
    bibtex: str
    ris: str
    head: str


def cited(root: Path, more: str, address: str = ADDRESS) -> Citations:
    checked = check(write_project(root, {READING_PATH: READING + more}))
    assert checked.diagnostics == ()
    made = plan(checked, SiteConfiguration(site_name="Tales", site_url=address)).rendered()
    script = next(f.content.decode() for f in made.files if f.path.endswith(".citations.js"))
    of_reading = json.loads(script.partition("=")[2].removesuffix(";\n"))[0]
    values = (PAGE, "1 May 2024", "2024-05-01", "", "", "", "", "")
    apa, mla, chicago, bibtex, ris = (
        "".join(part if isinstance(part, str) else values[part] for part in parts)
        for parts in of_reading
    )
    head = made.pages["readings/tale/index.md"].head
    return Citations(apa, mla, chicago, bibtex, ris, head)


def metadata(head: str) -> dict[str, str]:
    return dict(re.findall(r'<meta name="([^"]*)" content="([^"]*)">', head))


def test_an_interview_is_cited_with_the_person_who_answers(tmp_path: Path) -> None:
    found = cited(tmp_path, INTERVIEW)

    assert found.apa == (f"Frog, P. A. (1812, December 20). [A tale]. The Pond. Tales. {PAGE}")
    assert found.mla == (f"Frog, Prince Albert. “[A tale].” Tales, The Pond, 20 Dec. 1812, {PAGE}.")
    assert found.chicago == (
        f"Frog, Prince Albert. 1812. “[A tale].” Tales, The Pond, December 20. {PAGE}."
    )
    (entry,) = parse_string(found.bibtex).entries
    assert (entry["author"], entry["title"]) == ("{Frog}, {Prince Albert}", "{[A tale]}")
    (record,) = rispy.loads(found.ris)
    assert (record["authors"], record["title"]) == (["Frog, Prince Albert"], "[A tale]")
    described = metadata(found.head)
    assert described["citation_author"] == described["DC.creator"] == "Prince Albert Frog"
    assert described["citation_title"] == described["DC.title"] == "[A tale]"
    assert '"author":[{"@type":"Person","name":"Prince Albert Frog"}]' in found.head


def test_who_asks_is_named_where_styles_and_formats_have_a_place_for_it(tmp_path: Path) -> None:
    found = cited(tmp_path, f"{INTERVIEW}interviewer: [{{family: Heron, given: Ida}}]\n")

    assert "[A tale] (I. Heron, Interviewer). The Pond" in found.apa
    assert "“[A tale].” Interview by Ida Heron. Tales" in found.mla
    assert "“[A tale].” Interview by Ida Heron. Tales" in found.chicago
    assert "  howpublished = {Interview by Ida Heron},\n" in found.bibtex
    assert "N1  - Interview by Ida Heron\r\n" in found.ris
    assert metadata(found.head)["DC.contributor"] == "Ida Heron"


def test_a_version_is_not_credited_to_who_published_the_original(tmp_path: Path) -> None:
    found = cited(tmp_path, INTERVIEW + VERSION)
    version = "Machine translation from German"
    original = "Original: The Pond, https://pond.example/a_b?c=1"

    assert found.apa == (
        f"Frog, P. A. (1812, December 20). [A tale] [{version}]. Tales. {PAGE} {original}"
    )
    assert f"“[A tale].” {version}. Tales, 20 Dec. 1812" in found.mla
    assert f"“[A tale].” {version}. Tales, December 20" in found.chicago
    assert found.mla.endswith(f". {original}")
    assert found.chicago.endswith(f". {original}")
    (entry,) = parse_string(found.bibtex).entries
    assert entry["howpublished"] == f"{version}. {original}".replace("_", r"\_")
    assert "publisher" not in entry.fields_dict
    (record,) = rispy.loads(found.ris)
    assert record["notes"] == [f"{version}. {original}"]
    assert "publisher" not in record
    described = metadata(found.head)
    assert "citation_publisher" not in described
    assert (described["DC.description"], described["DC.source"]) == (version, original[20:])
    assert f'"version":"{version}"' in found.head
    assert (
        '"isBasedOn":{"@type":"CreativeWork","inLanguage":"de","publisher":{"@type":"Organization",'
        '"name":"The Pond"},"url":"https://pond.example/a_b?c=1"}'
    ) in found.head


def test_a_translation_is_cited_with_its_translators(tmp_path: Path) -> None:
    names = "authors: Anon\ntranslator: [{family: Hunt, given: Margaret}, {family: Lang}]\n"
    found = cited(tmp_path, f"{names}publisher: Bell\ndate: 1884\n")

    assert found.apa.startswith("Anon. (1884). A tale (M. Hunt & Lang, Trans.). Bell. Tales. ")
    assert "Translated by Margaret Hunt and Lang" in found.chicago
    assert "translated by Margaret Hunt and Lang" in found.mla
    assert "  translator = {{Hunt}, {Margaret} and {Lang}},\n" in found.bibtex
    assert "A4  - Hunt, Margaret\r\nA4  - Lang\r\n" in found.ris
    assert '"translator":[{"@type":"Person","name":"Margaret Hunt"}' in found.head


def test_an_ordinary_text_is_cited_as_before(tmp_path: Path) -> None:
    found = cited(tmp_path, "authors: [Jacob Grimm, Anon]\npublisher: Reimer\ndate: 1812\n")

    assert found.apa == f"Jacob Grimm, & Anon. (1812). A tale. Reimer. Tales. {PAGE}"
    assert "howpublished" not in found.bibtex
    assert "N1" not in found.ris
    assert metadata(found.head)["citation_title"] == "A tale"


def test_nobody_can_write_what_stands_for_an_open_place(tmp_path: Path) -> None:
    names = 'interviewee: [{family: "F\ue000"}]\nversion: "V\ue001"\ntranslator: "T\ue002"\n'
    found = cited(tmp_path, f"{names}url: https://pond.example/\n")

    assert found.apa.startswith("F. (n.d.). A tale (T, Trans.) [V]. Tales. ")


def test_a_site_that_does_not_know_its_address_names_none_and_no_day_of_access(
    tmp_path: Path,
) -> None:
    found = cited(tmp_path, "authors: Anon\ndate: 1812\n", address="")

    assert found.apa == "Anon. (1812). A tale. Tales."
    assert found.mla == "Anon. “A tale.” Tales, 1812."
    assert "url" not in found.bibtex
    assert "UR  - " not in found.ris
