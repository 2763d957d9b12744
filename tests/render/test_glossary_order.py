"""The glossary page: kinds in their order, and A–Z in each of them."""

import re
from pathlib import Path

from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.pipeline import check, plan
from build_scripts.render.term_order import lines_in_order
from tests.read.projects import write_project

TERM = "term: {label}\nkind: {kind}\ndefinition: {label} is a name.\n"


def entries(root: Path, page: str) -> list[str]:
    files = dict(plan(check(root), SiteConfiguration()).rendered().files)
    return re.findall(r'id="(kind-[^"]*|term-[^"]*)"', files[page].decode())


def test_entries_stand_under_their_kinds_by_letters_without_marks(tmp_path: Path) -> None:
    root = write_project(
        tmp_path,
        {
            "annotations/glossary/a.yml": TERM.format(label="Zagreb", kind="place"),
            "annotations/glossary/b.yml": TERM.format(label="Łódź", kind="place"),
            "annotations/glossary/c.yml": TERM.format(label="Évora", kind="place"),
            "annotations/glossary/d.yml": TERM.format(label="fjord", kind="landform"),
            "annotations/glossary/e.yml": TERM.format(label="Faro", kind="place"),
            "annotations/glossary/f.yml": TERM.format(label="Ada", kind="person"),
        },
    )
    assert entries(root, "glossary/index.md") == [
        *("kind-person", "term-f"),
        *("kind-place", "term-c", "term-e", "term-b", "term-a"),
        *("kind-landform", "term-d"),
    ]


def test_a_sort_key_puts_a_person_under_the_surname(tmp_path: Path) -> None:
    ada = TERM.format(label="Ada Lovelace", kind="person") + "sort_key: Lovelace\n"
    files: dict[str, str | bytes] = {
        "annotations/glossary/ada.yml": ada,
        "annotations/glossary/boole.yml": TERM.format(label="Boole", kind="person"),
    }
    root = write_project(tmp_path, files)
    assert entries(root, "glossary/index.md") == ["kind-person", "term-boole", "term-ada"]


def test_the_aliases_of_who_stands_under_a_surname_do_so_as_well(tmp_path: Path) -> None:
    ada = "sort_key: Lovelace\naliases: [Augusta King, Byron]\n"
    files: dict[str, str | bytes] = {
        "annotations/glossary/ada.yml": TERM.format(label="Ada Lovelace", kind="person") + ada,
        "annotations/glossary/bath.yml": TERM.format(label="Bath", kind="place")
        + "aliases: [Aquae Sulis]\n",
    }
    terms = check(write_project(tmp_path, files)).merged.collection.terms
    lines = [line.alias or line.term.label for line in lines_in_order(terms, "en")]
    assert lines == ["Aquae Sulis", "Bath", "Byron", "Augusta King", "Ada Lovelace"]


def test_a_large_glossary_has_a_page_a_letter_and_a_table_with_every_address(
    tmp_path: Path,
) -> None:
    files: dict[str, str | bytes] = {
        "annotations/site.yml": "glossary_pages: by-initial\n",
        "annotations/glossary/ada.yml": TERM.format(label="Ada", kind="person"),
        "annotations/glossary/zar.yml": TERM.format(label="Царь", kind="person"),
        "annotations/glossary/year.yml": TERM.format(label="1984", kind="work"),
    }
    root = write_project(tmp_path, files)
    assert entries(root, "glossary/a.md") == ["kind-person", "term-ada"]
    assert entries(root, "glossary/u0446.md") == ["kind-person", "term-zar"]
    assert entries(root, "glossary/0-9.md") == ["kind-work", "term-year"]
    table = ["kind-person", "term-ada", "term-zar", "kind-work", "term-year"]
    assert entries(root, "glossary/index.md") == table


def test_the_order_and_the_letters_are_those_of_the_language_of_the_site(tmp_path: Path) -> None:
    names = ["Zebra", "Öl", "Ål", "Apple", "Äpple", "Афины"]
    root = write_project(
        tmp_path,
        {
            "annotations/site.yml": "language: sv\nglossary_pages: by-initial\n",
            "annotations/words/sv.ftl": "glossary-title = Ordlista\n",
            **{
                f"annotations/glossary/t{place}.yml": TERM.format(label=name, kind="word")
                for place, name in enumerate(names)
            },
        },
    )
    in_order = ["term-t3", "term-t0", "term-t2", "term-t4", "term-t1", "term-t5"]
    assert entries(root, "glossary/index.md") == ["kind-word", *in_order]
    assert entries(root, "glossary/u00e5.md") == ["kind-word", "term-t2"]


def test_a_letter_of_two_characters_has_a_page_of_its_own(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "annotations/site.yml": "language: hr\nglossary_pages: by-initial\n",
        "annotations/words/hr.ftl": "glossary-title = Pojmovnik\n",
        "annotations/glossary/d.yml": TERM.format(label="Džep", kind="word"),
        "annotations/glossary/z.yml": TERM.format(label="Dzin", kind="word"),
    }
    root = write_project(tmp_path, files)
    assert entries(root, "glossary/index.md") == ["kind-word", "term-z", "term-d"]
    assert entries(root, "glossary/u0064-u017e.md") == ["kind-word", "term-d"]


def test_programs_are_told_the_aliases_of_a_term(tmp_path: Path) -> None:
    ada = TERM.format(label="Ada Lovelace", kind="person") + "aliases: [Countess of L., A. B.]\n"
    plain = TERM.format(label="Bob", kind="person")
    root = write_project(
        tmp_path, {"annotations/glossary/ada.yml": ada, "annotations/glossary/bob.yml": plain}
    )

    head = plan(check(root), SiteConfiguration()).rendered().pages["glossary/index.md"].head

    assert head.count("alternateName") == 1
    assert '"name":"Ada Lovelace","alternateName":["Countess of L.","A. B."]' in head
