"""`mkdocs build` with the plugin `readings` and nothing else, on a small project."""

import json
import logging
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from selectolax.lexbor import LexborHTMLParser

from build_scripts import pipeline
from build_scripts.mkdocs_plugin import ReadingsPlugin
from build_scripts.mkdocs_plugin.failures import refuse_settings
from build_scripts.mkdocs_plugin.page_completion import BOOST_BY_HAND
from build_scripts.mkdocs_plugin.plugin_options import ReadingsOptions
from tests.links import broken_links
from tests.mkdocs_runs import (
    environment,
    mkdocs_build,
    mkdocs_build_anew,
    replace,
    small_project,
    tree,
    write,
)
from tests.ready_process import run_ready

NOTES = "annotations/readings/harbour/notes.yml"
REPOSITORY = "https://example.org/repository"
PROJECT = Path(__file__).resolve().parents[2]
SECTIONS = ("readings", "glossary", "timeline", "overview")


def page(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path / "index.html").read_bytes())


def attribute(html: LexborHTMLParser, selector: str, name: str) -> str | None:
    """An attribute of the only element of its kind."""
    (node,) = html.css(selector)
    return node.attributes[name]


def linked_data(html: LexborHTMLParser) -> dict[str, Any]:
    """What a page says of itself in the vocabulary of schema.org."""
    (node,) = html.css('head script[type="application/ld+json"]')
    found: dict[str, Any] = json.loads(node.text())
    return found


def addresses(html: LexborHTMLParser, selector: str) -> list[str]:
    return [node.attributes["href"] or "" for node in html.css(selector)]


# What is built


def test_mkdocs_build_alone_makes_the_site(small_site: Path) -> None:
    for path in ("readings/harbour", "readings/letter", *SECTIONS):
        assert page(small_site, path).css_first("h1"), path


@pytest.mark.parametrize("use_directory_urls", [True, False])
def test_every_link_of_the_site_leads_somewhere(tmp_path: Path, use_directory_urls: bool) -> None:
    project = small_project(tmp_path)
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"use_directory_urls: {str(use_directory_urls).lower()}\n")

    assert mkdocs_build(project, "--strict").returncode == 0

    assert broken_links(project / "site", folders_have_pages=use_directory_urls) == []


def test_every_link_of_this_projects_own_site_leads_somewhere(built_site: Path) -> None:
    assert broken_links(built_site) == []


def test_a_broken_link_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<a href=a/>1</a> <a href=a/#x>2</a> <a href=a/#y>3</a> <a href=b.html>4</a>"
        "<a href=https://example.org/b>5</a> <img src=c.png>",
        encoding="utf-8",
    )
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text("<p id=x><a href=../>up</a>", encoding="utf-8")

    assert broken_links(tmp_path) == [
        "index.html: a/#y",
        "index.html: b.html",
        "index.html: c.png",
    ]


def test_the_same_sources_give_the_same_site(tmp_path: Path) -> None:
    """Byte for byte, in another folder and at another time, with SOURCE_DATE_EPOCH."""
    sites = []
    for seed, name in enumerate(("one", "two")):
        project = small_project(tmp_path / name)
        for number, path in enumerate(project.rglob("*")):
            os.utime(path, (number, number if name == "one" else 10**9 - number))
        outcome = mkdocs_build_anew(
            project,
            SITE_URL="https://example.org/",
            SOURCE_DATE_EPOCH="1700000000",
            PYTHONHASHSEED=str(seed),
        )
        assert outcome.returncode == 0
        sites.append(tree(project / "site"))

    assert len(sites[0]) > 20
    assert sites[0] == sites[1]


def test_drafts_are_not_published(small_site: Path) -> None:
    for path, content in tree(small_site).items():
        assert b"remains to be checked" not in content, path


def test_the_footer_of_every_page_says_where_to_object(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("copyright: Free of rights\n")
    assert mkdocs_build(project, REPOSITORY=REPOSITORY).returncode == 0

    site = project / "site"
    for path in site.rglob("*.html"):
        if b'http-equiv="refresh"' not in path.read_bytes():
            footer = LexborHTMLParser(path.read_bytes()).css_first(
                "footer .md-copyright__highlight"
            )
            assert footer is not None, path
            said = " ".join(footer.text().split())
            assert said == "Free of rights · Report an error or object"
            assert [a.attributes["href"] for a in footer.css("a")] == [f"{REPOSITORY}/issues"]
    assert attribute(page(site, "readings/harbour"), ".about-text dd a", "href") == (
        f"{REPOSITORY}/issues"
    )


# Errors


@pytest.mark.parametrize("options", [[], ["--strict"]])
def test_errors_end_the_build_and_keep_the_last_output(tmp_path: Path, options: list[str]) -> None:
    project = small_project(tmp_path)
    assert mkdocs_build(project).returncode == 0
    before = tree(project / "docs") | tree(project / "site")
    replace(project / NOTES, "certainty:", "cretainty:")
    replace(project / "seeds/letter.txt", "crowns", "florins")

    outcome = mkdocs_build(project, *options)

    assert outcome.returncode == 1
    assert re.search(rf"{NOTES}:\d+:\d+: error F001 .*cretainty", outcome.stderr)
    assert re.search(r"cross_references\.yml:\d+:\d+: error A001 ", outcome.stderr)
    assert "Traceback" not in outcome.stderr
    assert tree(project / "docs") | tree(project / "site") == before


def test_a_warning_ends_the_build_only_with_strict(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    (project / "seeds/unused.txt").write_text("Nobody names this.", encoding="utf-8")

    assert mkdocs_build(project).returncode == 0
    outcome = mkdocs_build(project, "--strict")

    assert outcome.returncode == 1
    assert re.search(r"WARNING .*seeds/unused\.txt:1:1: warning S006 ", outcome.stderr)


def settings_of(project: Path) -> MkDocsConfig:
    return load_config(str(project / "mkdocs.yml"))


def page_not_found(plugin: ReadingsPlugin, config: MkDocsConfig) -> str:
    """The page for wrong addresses, with the calls that MkDocs makes for it."""
    plugin.on_env(config.theme.get_env(), config=config, files=Files([]))
    return plugin.on_post_template("<body></body>", template_name="404.html", config=config)


@pytest.fixture
def pages_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(pipeline, "build", fail)


@pytest.mark.usefixtures("pages_cannot_be_written")
def test_what_nobody_foresaw_ends_a_build(tmp_path: Path) -> None:
    plugin = ReadingsPlugin()
    plugin.on_startup(command="build", dirty=False)

    with pytest.raises(OSError, match="no space left"):
        plugin.on_pre_build(config=settings_of(small_project(tmp_path)))


@pytest.mark.usefixtures("pages_cannot_be_written")
def test_what_nobody_foresaw_is_shown_by_the_server(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """An exception would leave every request to the server without an answer."""
    config = settings_of(small_project(tmp_path))
    plugin = ReadingsPlugin()
    plugin.on_startup(command="serve", dirty=False)

    plugin.on_pre_build(config=config)

    assert "no space left" in page_not_found(plugin, config)
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


def test_an_error_is_not_shown_on_pages_once_it_is_mended(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    config = settings_of(project)
    plugin = ReadingsPlugin()
    plugin.on_startup(command="build", dirty=False)
    replace(project / NOTES, "certainty:", "cretainty:")
    with pytest.raises(
        PluginError, match="1 error in 1 file; the last pages and the last site stay"
    ):
        plugin.on_pre_build(config=config)
    replace(project / NOTES, "cretainty:", "certainty:")

    plugin.on_pre_build(config=config)

    assert "readings-banner" not in page_not_found(plugin, config)


# Former addresses


def test_the_former_address_of_a_reading_forwards(small_site: Path) -> None:
    moved = page(small_site, "readings/port")

    refresh = attribute(moved, "head > meta[http-equiv=refresh]", "content")
    assert refresh == "0; url=../harbour/"
    assert attribute(moved, "head > meta[name=robots]", "content") == "noindex"
    canonical = attribute(moved, "link[rel=canonical]", "href")
    assert canonical == "https://example.org/collection/readings/harbour/"
    assert "../harbour/" in addresses(moved, "article a")
    assert not moved.css("head > meta[http-equiv=refresh] ~ script[data-target]")


def test_a_page_that_forwards_is_found_nowhere(small_site: Path) -> None:
    for path in small_site.rglob("*.html"):
        if path.parent.name != "port":
            assert "readings/port" not in path.read_text(encoding="utf-8"), path
            assert "../port" not in path.read_text(encoding="utf-8"), path
    index = json.loads((small_site / "search/search_index.json").read_bytes())
    found = {entry["location"].partition("#")[0] for entry in index["docs"]}
    assert "readings/harbour/" in found
    assert "readings/port/" not in found
    site_map = (small_site / "sitemap.xml").read_text(encoding="utf-8")
    assert "/readings/harbour/<" in site_map
    assert "/readings/port/" not in site_map


def test_the_search_of_mkdocs_is_handed_plain_text(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    replace(project / "mkdocs.yml", "  - search\n", "  - /search\n")

    assert mkdocs_build(project, "--strict").returncode == 0

    index = json.loads((project / "site/search/search_index.json").read_bytes())
    found = {entry["location"]: entry for entry in index["docs"]}
    assert len(found) == len(index["docs"])
    assert found["readings/harbour/#note-year"] == {
        "location": "readings/harbour/#note-year",
        "title": "Note · Paragraph 3 – The Harbour & Its Price",
        "text": "“1901” The council’s minutes name the same year.",
    }


def test_a_site_needs_no_search(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    replace(project / "mkdocs.yml", "  - search\n", "")

    outcome = mkdocs_build(project, "--strict")

    assert outcome.returncode == 0, outcome.stderr
    assert not (project / "site/search").exists()


@pytest.mark.parametrize(
    ("path", "former", "present"),
    [
        ("readings/harbour", "note-date-of-building", "note-year"),
        ("readings/harbour", "corr-misprint", "corr-finished"),
        ("readings/harbour", "xref-cost", "xref-price"),
        ("readings/letter", "xref-cost", "xref-price"),
        ("readings/harbour", "term-port-authority", "term-harbour-board"),
        ("glossary", "term-port-authority", "term-harbour-board"),
        ("timeline", "event-inauguration", "event-opening"),
    ],
)
def test_former_ids_still_lead_to_their_entries(
    small_site: Path, path: str, former: str, present: str
) -> None:
    assert page(small_site, path).css(f"[id={present}] [id={former}]")


# What Material shows beside a page


def test_the_table_of_contents_of_a_reading_has_its_questions_and_its_apparatus(
    small_site: Path,
) -> None:
    lines = page(small_site, "readings/harbour").css(".md-sidebar--secondary a.md-nav__link")

    contents = [((line.attributes["href"] or ""), line.text().strip()) for line in lines]
    assert contents == [
        ("#p1", "The harbour of Aldea"),
        ("#p2", "When was the harbour built?"),
        ("#p4", "And who paid for it?"),
        ("#apparatus-note", "Notes"),
        ("#apparatus-cross-reference", "Cross-references"),
        ("#apparatus-correction", "Corrections"),
        ("#apparatus-term", "Glossary terms on this page"),
    ]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("readings/harbour", f"{REPOSITORY}/tree/main/annotations/readings/harbour"),
        ("glossary", f"{REPOSITORY}/tree/main/annotations/glossary"),
        ("guide", f"{REPOSITORY}/edit/main/docs/guide/index.md"),
        ("", f"{REPOSITORY}/edit/main/docs/index.md"),
    ],
)
def test_pages_are_edited_where_they_are_written(small_site: Path, path: str, address: str) -> None:
    assert addresses(page(small_site, path), "a[rel=edit]") == [address]


def test_without_a_repository_there_are_no_links_to_edit(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    assert mkdocs_build(project).returncode == 0

    for path in ("readings/harbour", "glossary", "guide", ""):
        assert addresses(page(project / "site", path), "a[rel=edit]") == []


def test_the_command_writes_the_same_pages_as_the_plugin(tmp_path: Path) -> None:
    """Both read the addresses in mkdocs.yml, variables included."""
    project = small_project(tmp_path)
    replace(project / "mkdocs.yml", "  - readings\n", "  - readings: {branch: trunk}\n")
    variables = {"REPOSITORY": f"{REPOSITORY}/", "SITE_URL": "https://example.org/site"}
    assert mkdocs_build(project, **variables).returncode == 0
    by_plugin = tree(project / "docs")
    assert f"{REPOSITORY}/edit/trunk/".encode() in by_plugin["readings/harbour/index.md"]
    shutil.rmtree(project / "docs/readings")

    command = ("build_scripts", "build", "--root", str(project))
    run_ready(*command, folder=PROJECT, variables=environment(**variables)).check_returncode()

    assert tree(project / "docs") == by_plugin


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (
            "{repository}/{}",
            "Nothing can be filled in for {}. There are {branch}, {line}, {path}, {repository}.",
        ),
        (
            "{repository}/{path}#{lien}",
            "Nothing can be filled in for {lien}. Did you mean `line`?",
        ),
    ],
)
def test_an_address_that_cannot_be_filled_in_is_refused(template: str, said: str) -> None:
    options = ReadingsOptions()
    options.load_dict({"entry_address": template})

    ((setting, fault),), _ = options.validate()

    assert (setting, str(fault)) == ("entry_address", said)


def test_a_repository_without_an_address_is_warned_of(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = small_project(tmp_path) / "mkdocs.yml"
    replace(config, '!ENV [REPOSITORY, ""]', "example.org/us")
    caplog.set_level(logging.WARNING)

    refuse_settings(load_config(str(config)))

    assert "warning M002 `extra.repository` is “example.org/us”, not a web add" in caplog.text


@pytest.mark.parametrize("language", ["bee", "../en", "zh-Klingon"])
def test_a_language_in_which_the_theme_has_no_words_is_refused(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, language: str
) -> None:
    config = small_project(tmp_path) / "mkdocs.yml"
    replace(config, "language: en", f"language: {language}")

    with pytest.raises(PluginError, match="1 error in 1 file"):
        refuse_settings(load_config(str(config)))

    assert f"mkdocs.yml:8:13: error M001 The theme has no words in the language `{language}`" in (
        caplog.text
    )


def test_pages_written_by_hand_keep_the_edit_links_of_mkdocs(tmp_path: Path) -> None:
    """A project elsewhere may set `repo_url`; generated pages are not in its repository."""
    project = small_project(tmp_path)
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("repo_url: https://example.org/theirs\nedit_uri: blob/docs/\n")
    assert mkdocs_build(project).returncode == 0

    theirs = ["https://example.org/theirs/blob/docs/guide/index.md"]
    assert addresses(page(project / "site", "guide"), "a[rel=edit]") == theirs
    assert addresses(page(project / "site", "readings/harbour"), "a[rel=edit]") == []


def navigation(html: LexborHTMLParser) -> list[str]:
    links = html.css("nav.md-nav--primary a.md-nav__link:not(nav.md-nav--secondary a)")
    return [" ".join(link.text().split()) for link in links]


def test_the_navigation_names_readings_by_their_titles(small_site: Path) -> None:
    assert navigation(page(small_site, "readings")) == [
        "Home",
        "Readings",
        "The Harbour & Its Price",
        "A Letter",
        "Glossary",
        "People and organisations",
        "Timeline",
        "Further lists",
        "Guide",
    ]


def test_pages_lead_on_in_the_order_of_the_navigation(small_site: Path) -> None:
    path, visited = "", [""]
    while following := addresses(page(small_site, path), "a.md-footer__link--next"):
        path = os.path.normpath(f"{path}/{following[0]}".lstrip("/"))
        assert addresses(page(small_site, path), "a.md-footer__link--prev")
        visited.append(path)

    readings = ["readings", "readings/harbour", "readings/letter"]
    lists = [
        "glossary",
        "people",
        "timeline",
        "overview",
        "cross-references",
        "annotations",
    ]
    assert visited == ["", *readings, *lists]
    assert not addresses(page(small_site, "guide"), "a.md-footer__link--prev")


def test_further_lists_are_all_named_behind_their_entry(small_site: Path) -> None:
    shown = navigation(page(small_site, "annotations"))

    assert shown[5:-1] == ["Overview", "Cross-references", "All annotations"]
    assert not addresses(page(small_site, ""), "a.md-footer__link--prev")


def test_an_address_that_leads_nowhere_leads_on(small_site: Path) -> None:
    missing = LexborHTMLParser((small_site / "404.html").read_text(encoding="utf-8"))
    description = missing.css_first("meta[name=description]")
    assert description is not None
    assert "moved" in (description.attributes["content"] or "")

    assert missing.css("h1")[0].text() == "There is no page here"
    ways = [(link.text(), link.attributes["href"]) for link in missing.css("article li a")]
    site = "/collection"
    assert ways[:2] == [("Home", f"{site}/."), ("Readings", f"{site}/readings/")]


def test_the_name_of_the_site_is_its_sign_and_leads_home(small_site: Path) -> None:
    for path, home in (("", "."), ("readings/harbour", "../..")):
        shown = page(small_site, path)
        (sign,) = shown.css("header a.wordmark")
        assert (sign.text(), sign.attributes["href"]) == ("Annotated Readings", home)
        assert not shown.css(".md-logo svg, .md-logo img")
        (icon,) = addresses(shown, "link[rel=icon]")
        assert (small_site / path / icon).is_file()
        assert "readings" in icon


def test_pages_by_hand_stand_below_texts_in_a_search(small_site: Path) -> None:
    index = json.loads((small_site / "search/search_index.json").read_text(encoding="utf-8"))

    boosts = {doc["location"].partition("#")[0]: doc.get("boost", 1) for doc in index["docs"]}
    assert boosts["guide/"] == BOOST_BY_HAND < 1
    assert boosts["readings/harbour/"] == boosts["glossary/"] == 1


def test_a_reading_in_parts_is_a_section_with_its_title(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    with (project / "annotations/readings/harbour/reading.yml").open("a", encoding="utf-8") as file:
        file.write(
            "parts:\n"
            "  - {id: building, title: How it was built, from: 1, to: 3}\n"
            "  - {id: paying, title: Who paid, from: 4, to: 5}\n"
        )
    assert mkdocs_build(project, "--strict").returncode == 0

    assert navigation(page(project / "site", "readings/harbour/paying"))[1:6] == [
        "Readings",
        "The Harbour & Its Price",
        "How it was built",
        "Who paid",
        "A Letter",
    ]
    part = page(project / "site", "readings/harbour/paying")
    in_tab = "Who paid – The Harbour & Its Price - Annotated Readings"
    assert part.css("title")[0].text() == in_tab
    assert part.css("h1")[0].text(deep=False) == "Who paid"
    around = part.css(".md-footer__link .md-ellipsis")
    assert [link.text().strip() for link in around] == ["How it was built", "A Letter"]
    assert broken_links(project / "site") == []


def test_a_navigation_of_ones_own_is_left_alone(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("nav:\n  - index.md\n  - Texts:\n    - readings/letter/index.md\n")
    assert mkdocs_build(project).returncode == 0

    assert navigation(page(project / "site", "readings/letter")) == ["Home", "Texts"]


EVENTS = "annotations/timeline.yml"


def test_a_list_with_nothing_to_list_is_neither_made_nor_linked(tmp_path: Path) -> None:
    """A strict build accepts links to it in the navigation and in pages written by hand."""
    project = small_project(tmp_path)
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(
            "not_in_nav: /*\n"
            "nav:\n"
            "  - index.md\n"
            "  - readings/index.md\n"
            "  - timeline/index.md\n"
            "  - More:\n"
            "    - When: timeline/index.md\n"
        )
    write(
        project / "docs/guide/dates.md",
        "# Dates\n\nSee the [*time*line](../timeline/index.md#event-x), the "
        "[second](../timeline/./index.md 'title'), the [third][t], the "
        "[list](../readings/index.md).\n\n[t]: /timeline/index.md\n",
    )
    written = (project / EVENTS).read_text(encoding="utf-8")
    (project / EVENTS).unlink()

    def built() -> tuple[str, list[str], list[str]]:
        outcome = mkdocs_build(project, "--strict")
        assert outcome.returncode == 0, outcome.stderr
        links = navigation(page(project / "site", ""))
        return outcome.stderr, links, addresses(page(project / "site", "guide/dates"), "p a")

    log, links, in_page = built()
    assert links == ["Home", "Readings"]
    assert in_page == ["../../readings/"]
    said = "links to timeline/index.md, which is not made because there is nothing to list"
    assert log.count(said) == 5
    assert not (project / "docs/timeline").exists()
    assert not (project / "site/timeline").exists()
    assert broken_links(project / "site") == []

    write(project / EVENTS, written)
    replace(project / "mkdocs.yml", "  - timeline/index.md\n", "")
    replace(project / "docs/guide/dates.md", "#event-x", "")
    replace(project / "docs/guide/dates.md", "[t]: /", "[t]: ../")
    log, links, in_page = built()
    assert said not in log
    assert links == ["Home", "Readings", "More"]
    assert in_page == [*["../../timeline/"] * 3, "../../readings/"]

    (project / EVENTS).unlink()
    _, links, in_page = built()
    assert links == ["Home", "Readings"]
    assert in_page == ["../../readings/"]
    assert not (project / "docs/timeline").exists()
    assert not (project / "site/timeline").exists()


# What pages say of themselves to machines


def test_a_reading_tells_reference_managers_what_it_is(small_site: Path) -> None:
    tree = page(small_site, "readings/harbour")
    address = "https://example.org/collection/readings/harbour/"

    named = {
        element.attributes["name"]: element.attributes["content"]
        for element in tree.css("head meta[name]")
    }
    heading = tree.css_first("h1")
    assert heading is not None
    title = heading.text(deep=False)
    assert named["citation_title"] == named["DC.title"] == title
    assert named["citation_public_url"] == address
    described = linked_data(tree)
    assert described["headline"] == title
    assert described["url"] == address


def test_every_page_says_what_it_is_about_and_no_two_the_same(small_site: Path) -> None:
    described = [
        (path.parent.relative_to(small_site).as_posix(), found.attributes["content"])
        for path in sorted(small_site.rglob("index.html"))
        for found in LexborHTMLParser(path.read_text("utf-8")).css("meta[name=description]")
    ]
    generated = {path for path, _ in described}
    assert {*SECTIONS, "readings/harbour"} <= generated
    assert len({words for _, words in described}) == len(described)


def test_the_glossary_lists_its_terms_for_search_engines(small_site: Path) -> None:
    tree = page(small_site, "glossary")
    described = linked_data(tree)
    ids = [element.attributes["id"] for element in tree.css(".entry-term")]
    found = [term["url"].partition("#")[2] for term in described["hasDefinedTerm"]]
    assert found == ids
