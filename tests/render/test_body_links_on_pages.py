"""Links between entries as readers follow them: every one leads to an entry that is there."""

import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.pipeline import check, plan
from tests.render.dom import parse
from tests.render.golden import CASES, load, write_project

CASE = load(CASES / "links-in-bodies.yml")
SITE = "file:///site/"


def address(page: str, use_directory_urls: bool) -> str:
    """Where a page is published."""
    stem = page.removesuffix(".md")
    if not use_directory_urls:
        return f"{SITE}{stem}.html"
    return f"{SITE}{stem.removesuffix('index').rstrip('/')}/"


@pytest.mark.parametrize("use_directory_urls", [True, False])
@pytest.mark.parametrize("glossary", ["one", "by-initial"])
def test_every_link_in_a_body_leads_to_an_entry(
    tmp_path: Path, use_directory_urls: bool, glossary: str
) -> None:
    write_project(CASE, tmp_path)
    (tmp_path / "annotations/site.yml").write_text(f"glossary_pages: {glossary}\n")
    configuration = SiteConfiguration(use_directory_urls=use_directory_urls)
    site = plan(check(tmp_path), configuration).rendered()
    pages = {
        address(file.path, use_directory_urls): file.content.decode()
        for file in site.files
        if file.path.endswith(".md")
    }
    followed = 0
    for page, content in pages.items():
        for link in parse(content).css(".body a"):
            url = urlsplit(urljoin(page, link.attributes["href"]))
            target = pages[url._replace(fragment="").geturl()]
            assert not url.fragment or re.search(f'id="{url.fragment}"', target)
            followed += 1
    assert followed >= 15


def test_drafts_are_linked_where_they_are_shown(tmp_path: Path) -> None:
    write_project(CASE, tmp_path)
    site = plan(check(tmp_path, with_drafts=True), SiteConfiguration()).rendered()
    (content,) = (f.content.decode() for f in site.files if f.path == "readings/text/one.md")
    assert '<a href="../two/#note-hidden">a draft</a>' in content
    assert '<a href="../../../glossary/#term-secret">secret plan</a>' in content
