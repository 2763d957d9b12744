"""Addresses of files in the repository, as a code host wants them."""

from urllib.parse import parse_qs, unquote, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model.repository_addresses import (
    NO_REPOSITORY,
    RepositoryAddresses,
    repository_of,
    unknown_places,
)

REPOSITORY = "https://example.org/our/project"
ADDRESSES = RepositoryAddresses(REPOSITORY)

texts = st.text(st.characters(exclude_categories=["Cs"]))


def test_the_defaults_are_those_of_github() -> None:
    assert ADDRESSES.of_file("docs/a.md") == f"{REPOSITORY}/edit/main/docs/a.md"
    assert ADDRESSES.of_folder("docs") == f"{REPOSITORY}/tree/main/docs"
    assert ADDRESSES.of_entry("a/b.yml", 12) == f"{REPOSITORY}/edit/main/a/b.yml#L12"
    assert ADDRESSES.of_issues() == f"{REPOSITORY}/issues"


def test_without_a_repository_there_are_no_addresses() -> None:
    assert {
        NO_REPOSITORY.of_file("a"),
        NO_REPOSITORY.of_folder("a"),
        NO_REPOSITORY.of_entry("a", 1),
        NO_REPOSITORY.new_file_template(),
        NO_REPOSITORY.of_issues(),
    } == {""}


def test_a_host_that_has_no_such_page_has_no_such_address() -> None:
    assert RepositoryAddresses(REPOSITORY, new_file_address="").new_file_template() == ""


def test_what_has_a_meaning_in_addresses_is_encoded() -> None:
    of_branch = RepositoryAddresses(REPOSITORY, "next #1")

    address = of_branch.of_entry("texts/{line} of 50%?/ü.yml", 3)

    assert address == (
        f"{REPOSITORY}/edit/next%20%231/texts/%7Bline%7D%20of%2050%25%3F/%C3%BC.yml#L3"
    )


def test_the_template_for_a_script_leaves_what_it_fills_in_itself() -> None:
    assert ADDRESSES.new_file_template() == (
        f"{REPOSITORY}/new/main?filename={{path}}&value={{content}}"
    )


@given(path=texts)
def test_a_path_in_a_query_arrives_as_it_was_meant(path: str) -> None:
    asking = RepositoryAddresses(REPOSITORY, edit_address="{repository}/edit?file={path}")
    address = asking.of_file(path)

    fields = parse_qs(urlsplit(address).query, keep_blank_values=True, strict_parsing=True)
    assert address.isascii()
    assert fields == {"file": [path]}


@given(path=texts)
def test_a_path_arrives_as_it_was_meant(path: str) -> None:
    address = ADDRESSES.of_entry(path, 7)

    parts = urlsplit(address)
    assert address.isascii()
    assert unquote(parts.path) == f"/our/project/edit/main/{path}"
    assert (parts.query, parts.fragment) == ("", "L7")


def test_a_repository_has_an_address_on_the_web() -> None:
    assert repository_of(" https://example.org/our/project/ ") == REPOSITORY
    for value in (None, 5, "", "example.org/us", "javascript:alert(1)", "https:///us"):
        assert repository_of(value) == ""


def test_what_cannot_be_filled_in_is_known() -> None:
    assert unknown_places("edit_address", "{repository}/{branch}/{path}#{line}{}") == ("line", "")
    assert unknown_places("entry_address", "{repository}/{branch}/{path}#{line}") == ()
