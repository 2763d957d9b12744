"""The settings that are taken from mkdocs.yml, whatever else stands there."""

from pathlib import Path

import pytest

from build_scripts.read.site_configuration import SiteConfiguration, read_site_configuration


def test_all_of_them_are_read(tmp_path: Path) -> None:
    text = (
        "site_name: Our Harbour\ndocs_dir: pages\nuse_directory_urls: false\n"
        "site_url: !ENV [SITE_URL, '']\n"
    )
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")

    assert read_site_configuration(tmp_path) == SiteConfiguration("pages", False, "Our Harbour")


@pytest.mark.parametrize(
    "content",
    [b"a: [", b"- a list", b"\xff", b"copyright: 2021-13-45", b"docs_dir: !ENV [DOCS, docs]"],
    ids=["no YAML", "no mapping", "no UTF-8", "no such day", "a setting from the environment"],
)
def test_what_cannot_be_read_here_leaves_the_defaults(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(content)

    assert read_site_configuration(tmp_path) == SiteConfiguration()


def test_without_mkdocs_yml_the_defaults_hold(tmp_path: Path) -> None:
    assert read_site_configuration(tmp_path) == SiteConfiguration()
