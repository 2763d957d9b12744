"""The settings that are taken from mkdocs.yml, and what is said of those that cannot be."""

from pathlib import Path

import pytest

from build_scripts.model.repository_addresses import RepositoryAddresses
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.read.settings.mkdocs_settings import Settings, read_settings

REPOSITORY = "https://example.org/us"
NAME = "site_name: Us"


def read(root: Path, text: str | bytes, **environment: str) -> Settings:
    content = text if isinstance(text, bytes) else text.encode()
    (root / "mkdocs.yml").write_bytes(content)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        return read_settings(root)


def said(settings: Settings) -> list[str]:
    return [
        f"{found.path}:{found.line}:{found.column}: {found.code} {found.message}"
        for found in settings.diagnostics
    ]


def test_all_of_them_are_read(tmp_path: Path) -> None:
    text = (
        "site_name: Our Harbour\ndocs_dir: pages\nuse_directory_urls: false\n"
        "site_url: !ENV [SITE_URL, '']\nextra: {repository: !ENV REPOSITORY}\n"
    )

    assert read(tmp_path, text) == (SiteConfiguration("pages", False, "Our Harbour"), ())
    settings = read(tmp_path, text, SITE_URL="https://example.org/site", REPOSITORY=REPOSITORY)
    assert settings.configuration == SiteConfiguration(
        "pages",
        False,
        "Our Harbour",
        site_url="https://example.org/site/",
        repository=RepositoryAddresses(REPOSITORY),
    )


FAULTS = {
    "half a host": ("site_url: 'https://['", "2:11: M001 `site_url` is “https://[”: it must be"),
    "no host": ("site_url: 'https:///x'", "2:11: M001 `site_url` is “https:///x”"),
    "a port too high": ("site_url: https://a.org:99999", "2:11: M001 `site_url` is"),
    "a letter that becomes a separator": ("site_url: https://a℀b.org", "2:11: M001 `site_url` is"),
    "a user before the host": ("site_url: https://a@b.org", "2:11: M001 `site_url` is"),
    "no scheme": ("site_url: example.org", "2:11: M001 `site_url` is “example.org”"),
    "a scheme without sites": ("site_url: javascript:0", "2:11: M001 `site_url` is"),
    "an address that is a list": ("site_url: [a]", "2:11: M001 `site_url` is a list"),
    "a number as folder": ("docs_dir: 5", "2:11: M001 `docs_dir` is “5”: it must be text"),
    "the project as folder": (
        "docs_dir: ''",
        "2:11: M001 `docs_dir` is “”: it must be a fol",
    ),
    "a folder above": ("docs_dir: a/../..", "2:11: M001 `docs_dir` is “a/../..”"),
    "the folder of the texts": ("docs_dir: seeds/a", "2:11: M001 `docs_dir` is “seeds/a”"),
    "a folder that no system has": ('docs_dir: "a\\0b"', "2:11: M001 `docs_dir` is"),
    "a number as theme": ("theme: 5", "2:8: M001 `theme` is “5”: it must be the name"),
    "a list as theme": ("theme: [material]", "2:8: M001 `theme` is a list"),
    "a language that is none": ("theme:\n  language: no", "3:13: M001 `theme.language` is “False”"),
    "a plugin alone": ("plugins: readings", "2:10: M001 `plugins` is “readings”"),
    "options that are none": ("plugins: [readings: 7]", "2:21: M001 `plugins.readings` is “7”"),
    "an option that is no text": (
        "plugins:\n  - search\n  - readings:\n      branch: 2",
        "5:15: M001 `plugins.readings.branch` is “2”: it must be text",
    ),
    "a place that is not filled": (
        "plugins: {readings: {entry_address: '{lien}'}}",
        "2:37: M001 Nothing can be filled in for {lien}",
    ),
    "no size of an index": (
        "plugins: [readings: {largest_search_index: 1 MB}]",
        "2:44: M001 `plugins.readings.largest_search_index` is “1 MB”: it must be a number from 0",
    ),
    "a size below nothing": (
        "plugins: [readings: {largest_search_index: -1}]",
        "2:44: M001 `plugins.readings.largest_search_index` is “-1”",
    ),
    "a size that is a truth": (
        "plugins: [readings: {largest_search_index: true}]",
        "2:44: M001 `plugins.readings.largest_search_index` is “True”",
    ),
    "a size that is no number": (
        "plugins: [readings: {largest_search_index: .nan}]",
        "2:44: M001 `plugins.readings.largest_search_index` is “nan”",
    ),
    "perhaps offline": (
        "plugins: [offline: {enabled: maybe}]",
        "2:30: M001 `plugins.offline.enabled` is “maybe”: it must be `true` or `false`",
    ),
    "perhaps folders": ("use_directory_urls: 1", "2:21: M001 `use_directory_urls` is “1”"),
    "extra text": ("extra: x", "2:8: M001 `extra` is “x”"),
    "no address of a repository": (
        "extra: {repository: example.org/us}",
        "2:21: M002 `extra.repository` is “example.org/us”, not a web address",
    ),
    "no such day": ("copyright: 2021-13-45", "2:12: M001 A value cannot be used: “2021-13-45”"),
    "no such number": ("copyright: !!int x", "2:12: M001 A value cannot be used: “x”"),
    "no such truth": ("copyright: !!bool x", "2:12: M001 A value cannot be used: “x”"),
    "half a character": ('copyright: "\\uD800"', "2:15: Y001 There is no such character"),
    "a key that is a list": ("? [a]\n: b", "2:3: M001 A value cannot be used: found unhashable"),
    "no name of a variable": ("docs_dir: !ENV {A: b}", "2:11: M001 A value cannot be used"),
    "no parent": ("INHERIT: none.yml", "2:10: M001 `INHERIT` names a file that does not exist"),
    "itself as parent": ("INHERIT: mkdocs.yml", "2:10: M001 `INHERIT` does not lead to a file"),
    "no YAML": ("a: [", "3:1: Y001 "),
    "no such alias": ("a: *b", "2:4: Y001 "),
    "nested without end": (f"a: {'[' * 5000}{']' * 5000}", "2:103: Y004 "),
}


@pytest.mark.parametrize(("text", "expected"), FAULTS.values(), ids=FAULTS)
def test_what_cannot_be_used_is_said_with_its_place(
    tmp_path: Path, text: str, expected: str
) -> None:
    (line,) = said(read(tmp_path, f"{NAME}\n{text}\n"))
    assert line.startswith(f"mkdocs.yml:{expected}")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "1:1: M001 There are no settings in this file"),
        (b"- a list", "1:1: M001 There are no settings in this file"),
        (b"7", "1:1: M001 There are no settings in this file"),
        (b"docs_dir: docs", "1:1: M001 The site has no name"),
        (b"site_name: 2024", "1:12: M001 `site_name` is “2024”: it must be text"),
        (b"site_name: !ENV HARBOUR", "1:12: M001 The site has no name: the environment variable H"),
        (b"site_name: caf\xe9", "1:15: Y006 The file is not saved as UTF-8"),
        ("site_name: Us".encode("utf-16"), "1:1: Y006 The file is not saved as UTF-8"),
    ],
)
def test_files_without_settings(tmp_path: Path, content: bytes, expected: str) -> None:
    settings = read(tmp_path, content)
    (line,) = said(settings)
    assert line.startswith(f"mkdocs.yml:{expected}")
    assert settings.configuration == SiteConfiguration()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("https://[", "`site_url` is “https://[”, from the environment variable SITE_URL: it must"),
        ("ftp://a.org", "`site_url` is “ftp://a.org”, from the environment variable SITE_URL"),
        ("7", "`site_url` is “7”, from the environment variable SITE_URL"),
        (
            "2021-13-45",
            "A value cannot be used: “2021-13-45” is not a possible date, from the",
        ),
        ("0b_", "A value cannot be used: “0b_” is not a possible number, from the"),
        ("=", "A value cannot be used: could not determine a constructor for"),
        ("https://a.org/\udcff", "A value cannot be used: “https://a.org/<U+DCFF>” is not text in"),
    ],
)
def test_a_variable_that_cannot_be_used_is_named(tmp_path: Path, value: str, expected: str) -> None:
    text = f"{NAME}\nsite_url: !ENV [NONE, SITE_URL, '']\n"
    (line,) = said(read(tmp_path, text, SITE_URL=value))
    assert line.startswith(f"mkdocs.yml:2:11: M001 {expected}")
    assert "SITE_URL" in line


@pytest.mark.parametrize(
    "text",
    [
        "site_url: ''",
        "site_url:",
        "site_url: !ENV SITE",
        "docs_dir: !ENV [DOCS, docs]",
        "docs_dir: ../pages",
        "theme: material",
        "plugins: [search, readings]",
        "plugins:\n  readings:\n    branch: trunk",
        "copyright: !!python/name:os.getcwd",
        "site_url: !!python/name:os.getcwd",
        "theme: !relative x",
        "a: &a [*a]",
        "extra: {repository: ''}",
    ],
)
def test_nothing_is_said_of_what_is_right_or_of_mkdocs_alone(tmp_path: Path, text: str) -> None:
    assert said(read(tmp_path, f"{NAME}\n{text}\n")) == []


def test_what_is_inherited_counts_and_is_found_in_its_file(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text(
        "docs_dir: pages\ntheme: {language: be, name: material}\nsite_url: 'https://['\n"
    )
    settings = read(tmp_path, f"{NAME}\nINHERIT: base.yml\ntheme: {{name: mkdocs}}\n")
    (line,) = said(settings)
    assert line.startswith("base.yml:3:11: M001 `site_url` is")
    assert settings.configuration == SiteConfiguration("pages", site_name="Us", language="be")


def test_where_there_are_none_the_defaults_hold_and_it_is_said_where_they_are_needed(
    tmp_path: Path,
) -> None:
    assert read_settings(tmp_path) == (SiteConfiguration(), ())
    (line,) = said(read_settings(tmp_path, are_needed=True))
    assert line.startswith("mkdocs.yml:1:1: M003 There are no settings")

    (tmp_path / "mkdocs.yaml").write_text("site_name: Us\ndocs_dir: pages\n")
    settings = read_settings(tmp_path, are_needed=True)
    assert settings == (SiteConfiguration("pages", site_name="Us"), ())


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
    text = f"{NAME}\nextra: {{repository: '{REPOSITORY}'}}\nplugins: {plugins}"

    expected = RepositoryAddresses(REPOSITORY, branch="trunk", new_file_address="")
    assert read(tmp_path, text).configuration.repository == expected


def test_an_option_that_is_no_use_leaves_its_default(tmp_path: Path) -> None:
    text = (
        f"extra: {{repository: '{REPOSITORY}'}}\n"
        "plugins: [readings: {branch: '', edit_address: 5, entry_address: '{lien}'}]"
    )

    assert read(tmp_path, text).configuration.repository == RepositoryAddresses(REPOSITORY)


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
    settings = read(tmp_path, f"site_name: {value}", A="text", B="true")
    assert settings.configuration.site_name == name
