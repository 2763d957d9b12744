"""Who answers for the site, with each text and in the footer: only what is known."""

import re
from pathlib import Path

import pytest

from build_scripts.model.repository_addresses import RepositoryAddresses
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.site_plan import SitePlan
from build_scripts.pipeline import check, plan
from tests.read.projects import write_project

REPOSITORY = "https://code.example/tales"
CONTACT = "contact: mailto:tales@example.org\n"
LICENSE = 'annotations_licence: {name: "CC <BY>", url: "https://licences.example/?a&b"}\n'


def planned(root: Path, settings: str, repository: str = "") -> SitePlan:
    checked = check(write_project(root, {"annotations/site.yml": f"language: en\n{settings}"}))
    assert checked.diagnostics == ()
    addresses = RepositoryAddresses(repository)
    return plan(checked, SiteConfiguration(repository=addresses))


def rows(site: SitePlan) -> dict[str, str]:
    """The rows under *About this text*."""
    page = dict(site.rendered().files)["readings/tale/index.md"].decode()
    details = page[page.index('<details class="about-text"') :]
    return dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", details))


def test_nothing_is_said_where_nothing_is_known(tmp_path: Path) -> None:
    site = planned(tmp_path, "")
    assert site.frame.imprint == ""
    assert [*rows(site)] == ["Language", "Text", "Source file"]


def test_contact_and_licence_are_in_the_footer_and_with_each_text(tmp_path: Path) -> None:
    site = planned(tmp_path, f"editors: Two <brothers>\n{CONTACT}{LICENSE}", REPOSITORY)

    licence = '<a href="https://licences.example/?a&amp;b" rel="license external">'
    of_every_text = {"Language": "English", "Text": "", "Source file": ""}
    assert rows(site) | of_every_text == of_every_text | {
        "Licence of the annotations": f"{licence}CC &lt;BY&gt;</a>",
        "Editors": "Two &lt;brothers&gt;",
        "Errors and objections": '<a href="mailto:tales@example.org">tales@example.org</a>',
    }
    assert site.frame.imprint == (
        '<span class="imprint"><a href="mailto:tales@example.org">Report an error or object</a> · '
        f"{licence}Annotations: CC &lt;BY&gt;</a></span>"
    )


def test_without_an_address_the_repository_has_a_page_for_issues(tmp_path: Path) -> None:
    site = planned(tmp_path, "annotations_licence: {name: Free}\n", REPOSITORY)

    issues = f'<a href="{REPOSITORY}/issues" rel="external">'
    assert rows(site)["Errors and objections"] == f"{issues}{REPOSITORY}/issues</a>"
    assert rows(site)["Licence of the annotations"] == "Free"
    assert site.frame.imprint == (
        f'<span class="imprint">{issues}Report an error or object</a> · Annotations: Free</span>'
    )


@pytest.mark.parametrize("length", [999, 1_000])
def test_names_and_addresses_may_be_as_long_as_the_format_allows(
    tmp_path: Path, length: int
) -> None:
    name, address = "&" * length, f"https://example.org/{'a' * (2 * length - 20)}"
    site = planned(
        tmp_path,
        f'contact: "{address}"\nannotations_licence: {{name: "{name}", url: "{address}"}}\n',
    )
    assert name.replace("&", "&amp;") in site.frame.imprint
