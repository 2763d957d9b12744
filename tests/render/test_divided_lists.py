"""The lists of a large collection stand on several pages, on which nothing is lost."""

import json
import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_scripts.model.limits import LONGEST_LIST
from build_scripts.model.search_entry import unpack
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.site_plan import Rendered
from build_scripts.pipeline import Checked, check, plan
from build_scripts.render.addresses import LIST_PAGES
from tests.render import divided, where_used

LONGEST = 3_000
OFTEN = "t1"
"""A term that is found in every reading, so its entry goes on on further pages."""
SITE = "http://site.invalid/"
WITHOUT_ISOLATES = {0x2068: None, 0x2069: None}
LISTS = {page.partition("/")[0] for page in LIST_PAGES}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    files = divided.files()
    files[f"annotations/glossary/{OFTEN}.yml"] |= {"forms": ["tree"], "kind": "person"}
    root = where_used.write(tmp_path_factory.mktemp("divided"), files)
    checked = check(root)
    assert [found for found in checked.diagnostics if found.severity == "error"] == []
    return checked


class Pages:
    """The pages of a site as trees, by their addresses."""

    def __init__(self, rendered: Rendered) -> None:
        self.files = {file.path: file.content for file in rendered.files}
        self.information = rendered.pages
        self.trees = {
            address(path): LexborHTMLParser(content.decode().partition("\n---\n")[2])
            for path, content in self.files.items()
            if path.endswith(".md")
        }

    def ids(self, page: str) -> list[str]:
        return [node.attributes["id"] or "" for node in self.trees[page].css("[id]")]

    def links(self, page: str) -> Iterator[str]:
        """Where the links of a page lead."""
        for link in self.trees[page].css("a[href]"):
            yield urljoin(SITE + page, link.attributes["href"] or "").removeprefix(SITE)

    def of_list(self, folder: str) -> list[str]:
        """The pages of a list, its first page first."""
        return sorted(page for page in self.trees if page.startswith(f"{folder}/"))


def address(path: str) -> str:
    folder, name = posixpath.split(path.removesuffix(".md"))
    return f"{folder}/" if name == "index" else f"{folder}/{name}/"


def site(checked: Checked, longest: int) -> Pages:
    configuration = SiteConfiguration(wants_search_entries=True, longest_list=longest)
    return Pages(plan(checked, configuration).rendered())


@pytest.fixture(scope="module")
def short(checked: Checked) -> Pages:
    """The site with one page for each list."""
    return site(checked, LONGEST_LIST)


@pytest.fixture(scope="module")
def long(checked: Checked) -> Pages:
    """The same site with divided lists."""
    return site(checked, LONGEST)


def test_every_list_is_divided(short: Pages, long: Pages) -> None:
    for folder in LISTS:
        assert len(short.of_list(folder)) == 1, folder
        assert len(long.of_list(folder)) > 2, folder


def test_no_part_is_much_longer_than_it_may_be(long: Pages) -> None:
    sizes = {
        page: len(long.files[f"{page.rstrip('/')}.md"])
        for folder in LISTS
        for page in long.of_list(folder)[1:]
    }
    assert max(sizes.values()) < 3 * LONGEST  # with the head and the tools of the page
    assert sum(sizes.values()) / len(sizes) > LONGEST / 3


@pytest.mark.parametrize("folder", sorted(LISTS))
def test_each_element_of_a_list_stands_on_one_part(short: Pages, long: Pages, folder: str) -> None:
    first, *parts = long.of_list(folder)
    (whole,) = short.of_list(folder)
    ids = Counter(one for page in parts for one in long.ids(page))
    expected = set(short.ids(whole))
    if folder == "overview":
        expected = {one for one in expected if one.startswith("references-")}
    assert expected <= ids.keys()
    repeated = re.compile(
        "kind-|year-|of-|.*\\.\\.|(hills|shores|loose)-\\d+$|other-voices|who-is-who"
    )
    assert [one for one, number in ids.items() if number > 1 and not repeated.match(one)] == []
    assert first == f"{folder}/"


@pytest.mark.parametrize("folder", sorted(LISTS))
def test_an_old_address_leads_on_to_the_part(short: Pages, long: Pages, folder: str) -> None:
    """With a script; the files say where each element stands."""
    found: dict[str, str] = {}
    for path, content in long.files.items():
        if re.fullmatch(rf"{folder}/places-\d+\.js", path):
            _, _, data = content.decode().partition("=")
            for part, ids in json.loads(data.rstrip(";\n")).items():
                found |= dict.fromkeys(ids.split(" "), urljoin(f"{SITE}{folder}/", part))
    for one in short.ids(f"{folder}/"):
        if folder != "overview" or one.startswith("references-"):
            assert one in long.ids(found[one].removeprefix(SITE)), one
    marked = [page for page in long.of_list(folder) if long.trees[page].css("[data-places]")]
    assert marked == long.of_list(folder)


@pytest.mark.parametrize("folder", sorted(LISTS))
def test_links_lead_from_the_first_page_through_all_parts(long: Pages, folder: str) -> None:
    """Without a script."""
    first, *parts = long.of_list(folder)
    linked = [page for page in long.links(first) if page in parts]
    assert sorted({*linked}) == parts
    in_order = [*dict.fromkeys(linked)]
    for before, after in pairwise(in_order):
        assert after in {*long.links(before)}
        assert before in {*long.links(after)}
        assert first in {*long.links(after)}


def test_all_links_lead_straight_to_an_element(long: Pages) -> None:
    ids = {page: {*long.ids(page)} for page in long.trees}
    for path, information in long.information.items():
        assert {entry.id for entry in information.contents} <= ids[address(path)], path
    for page in long.trees:
        for link in long.links(page):
            target, _, fragment = link.partition("#")
            if urlsplit(link).scheme or not fragment:
                continue
            assert fragment in ids[target], (page, link)
            if page != target:
                assert target not in {f"{folder}/" for folder in LISTS}, (page, link)


def test_the_same_is_found_by_a_search(short: Pages, long: Pages) -> None:
    def found(pages: Pages) -> Counter[object]:
        return Counter(
            entry
            for information in pages.information.values()
            for entry in unpack(information.search_entries)
            if entry.id
        )

    assert found(short) == found(long)


def test_a_part_is_named_after_its_list_and_what_stands_there(long: Pages) -> None:
    titles = {
        page: tree.css("h1")[0].text().translate(WITHOUT_ISOLATES)
        for page, tree in long.trees.items()
    }
    assert titles["glossary/u05d0.t27/"] == "Glossary: א: אלון 27 – אלון 35"
    assert titles["bibliography/u677e/"] == "Bibliography: 松"
    assert titles["timeline/17xx/"] == "Timeline: 18th century"
    assert titles["timeline/19xx.191x/"] == "Timeline: 20th century: 1914 – 1919"
    assert titles["annotations/shores.shores-5/"] == "All annotations: The shores: Reading 5"
    assert titles["cross-references/from.loose-2/"].startswith("Cross-references: Other readings: ")
    assert titles["people/0.others/"].endswith(": Other authors, speakers and translators")
    information = long.information["glossary/u05d0.t27.md"]
    assert information.title_in_tab.translate(WITHOUT_ISOLATES) == titles["glossary/u05d0.t27/"]


def test_the_number_of_entries_is_told(long: Pages) -> None:
    counts = [node.text() for node in long.trees["people/"].css(".list-parts .counts")]
    numbers = [int(count.partition(" ")[0]) for count in counts]
    assert sum(numbers) == divided.TERMS // 2 + 1 + divided.READINGS


def test_readings_of_a_long_list_are_on_the_pages_of_their_collections(
    checked: Checked,
) -> None:
    pages = site(checked, 350)
    readings = pages.trees["readings/"]
    others = [link.text() for link in readings.css(".readings > li .title")]
    assert others == ["Reading 2", "Reading 6", "Reading 10"]
    assert len(readings.css(".collection > h2 a")) == len(divided.SHELVES)
    assert pages.trees["collections/hills/"].css(".list-parts a")
    listed = [
        node.attributes["href"]
        for page in pages.trees
        if page.startswith(("readings/", "collections/")) and page.count("/") < 4
        for node in pages.trees[page].css(".readings > li .title a")
    ]
    assert len(listed) == len({*listed}) == divided.READINGS


@pytest.mark.parametrize(
    ("shelves", "names"),
    [
        (True, {"The hills", "The shores", "Other readings"}),
        (False, {"1800s", "1810s"}),
    ],
)
def test_the_overview_of_very_many_readings_shows_groups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shelves: bool, names: set[str]
) -> None:
    """They are the collections or, without any, decades or centuries."""
    monkeypatch.setattr("build_scripts.render.pictures.overview_groups.MANY_READINGS", 11)
    files = divided.files(terms=12, events=12)
    files["annotations/glossary/t0.yml"] |= {"forms": ["tree"]}
    if not shelves:
        del files["annotations/collections.yml"]
    overview = site(check(where_used.write(tmp_path, files)), LONGEST_LIST).trees["overview/"]
    picture = [" ".join(link.text().split()) for link in overview.css(".picture-wide a")]
    assert names <= {*picture}
    assert not any(link.startswith("Reading") for link in picture)
    # Numbers beside the names lead to rows that say of which kinds the cross-references are.
    numbers = [link.attributes["href"] or "" for link in overview.css('.picture-wide a[href^="#"]')]
    assert numbers
    assert all(overview.css(f'tr[id="{address[1:]}"]') for address in numbers)
    assert "in groups" in overview.css(".overview-key")[0].text()


def test_an_entry_that_is_too_long_goes_on_on_the_next_pages(short: Pages, long: Pages) -> None:
    def places(pages: Pages) -> dict[str, list[str]]:
        """The places of the term on each page that has some."""
        found: dict[str, list[str]] = {}
        for page in pages.of_list("glossary"):
            for line in pages.trees[page].css(".places:not(.mentions) li"):
                if [mark.text() for mark in line.css("mark")] == ["tree"]:
                    found.setdefault(page, []).append(line.html or "")
        return found

    (whole,) = places(short).values()
    parts = places(long)
    assert len(parts) > 2
    assert sum(map(len, parts.values())) == len(whole) > divided.READINGS
    goes_on = [
        page for page in parts if "Continued on the next page" in (long.trees[page].html or "")
    ]
    assert len(goes_on) == len(parts) - 1
    begins = [page for page in parts if f"term-{OFTEN}" in long.ids(page)]
    assert len(begins) == 1
    for page in parts.keys() - begins:
        assert f"{begins[0]}#term-{OFTEN}" in {*long.links(page)}
