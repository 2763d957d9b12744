"""The settings that are taken from mkdocs.yml, whatever else stands there."""

from pathlib import Path

import pytest

from build_scripts.model.repository_addresses import RepositoryAddresses
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.read.settings.mkdocs_settings import read_site_configuration

REPOSITORY = "https://example.org/us"


def read(root: Path, text: str, **environment: str) -> SiteConfiguration:
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        return read_site_configuration(root)


def test_all_of_them_are_read(tmp_path: Path) -> None:
    text = (
        "site_name: Our Harbour\ndocs_dir: pages\nuse_directory_urls: false\n"
        "site_url: !ENV [SITE_URL, '']\nextra: {repository: !ENV REPOSITORY}\n"
    )

    assert read(tmp_path, text) == SiteConfiguration("pages", False, "Our Harbour")
    assert read(
        tmp_path, text, SITE_URL="https://example.org/site", REPOSITORY=f"{REPOSITORY}/"
    ) == SiteConfiguration(
        "pages",
        False,
        "Our Harbour",
        site_url="https://example.org/site/",
        repository=RepositoryAddresses(REPOSITORY),
    )


@pytest.mark.parametrize(
    "content",
    [
        b"a: [",
        b"- a list",
        b"\xff",
        b"copyright: 2021-13-45",
        b"site_url: 'https://['",
        b"docs_dir: !ENV {DOCS: docs}",
        b"docs_dir: !ENV [DOCS, docs]",
        b"site_url: example.org",
        b"extra: {repository: example.org/us}\nplugins: [readings]",
    ],
    ids=[
        "no YAML",
        "no mapping",
        "no UTF-8",
        "no such day",
        "half a host",
        "no name of a variable",
        "a variable that is not set",
        "no address",
        "no address of a repository",
    ],
)
def test_what_cannot_be_read_here_leaves_the_defaults(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(content)

    assert read_site_configuration(tmp_path) == SiteConfiguration()


def test_without_mkdocs_yml_the_defaults_hold(tmp_path: Path) -> None:
    assert read_site_configuration(tmp_path) == SiteConfiguration()


@pytest.mark.parametrize(
    "plugins",
    [
        "[search, readings: {branch: trunk, new_file_address: ''}]",
        "{search: {}, readings: {branch: trunk, new_file_address: ''}}",
    ],
)
def test_the_options_of_the_plugin_are_found_where_mkdocs_finds_them(
    tmp_path: Path, plugins: str
) -> None:
    found = read(tmp_path, f"extra: {{repository: '{REPOSITORY}'}}\nplugins: {plugins}")

    expected = RepositoryAddresses(REPOSITORY, branch="trunk", new_file_address="")
    assert found.repository == expected


def test_an_option_that_is_no_use_leaves_its_default(tmp_path: Path) -> None:
    text = (
        f"extra: {{repository: '{REPOSITORY}'}}\n"
        "plugins: [readings: {branch: '', edit_address: 5, entry_address: '{lien}'}]"
    )

    assert read(tmp_path, text).repository == RepositoryAddresses(REPOSITORY)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("!ENV A", "text"),
        ("!ENV [NONE, A, C]", "text"),
        ("!ENV [NONE, harbour]", "harbour"),
        ("!ENV B", ""),
        ("!ENV [NONE, 7]", ""),
        ("!ENV NONE", ""),
        ("!!python/name:os.getcwd", ""),
    ],
)
def test_variables_are_read_like_values_and_python_objects_are_not_read(
    tmp_path: Path, value: str, name: str
) -> None:
    assert read(tmp_path, f"site_name: {value}", A="text", B="true").site_name == name
