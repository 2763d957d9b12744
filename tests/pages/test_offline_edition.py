"""The name of the offline edition, and the bytes of its zip file."""

import io
import zipfile
from pathlib import Path

import pytest

from build_scripts.disk.zip_archive import zip_archive
from build_scripts.pages.offline_edition import date_of_build, edition_folder, edition_name


@pytest.mark.parametrize(
    ("site_name", "name"),
    [
        ("Annotated Readings", "annotated-readings"),
        ("  Letters & Minutes, 1901/1905: a/../b ", "letters-minutes-1901-1905-a-b"),
        ("Прочитанное вместе", "прочитанное-вместе"),
        ("हिन्दी पाठ", "हिन्दी-पाठ"),
        ("Cafe\N{COMBINING ACUTE ACCENT}", "café"),
        ("…!", "offline-edition"),
        ("", "offline-edition"),
        ("Con", "con-site"),
        ("a" * 59 + " b c", "a" * 59),
    ],
)
def test_the_edition_is_called_as_the_site(site_name: str, name: str) -> None:
    assert edition_name(site_name) == name
    assert edition_folder(Path("project"), site_name) == Path("project/dist") / name


FILES = {"index.html": b"<p>Home", "readings/été.html": b"<p>Summer" * 100, "a.js": b""}


def test_an_archive_holds_one_folder_with_all_files() -> None:
    with zipfile.ZipFile(io.BytesIO(zip_archive("лето", FILES.items(), 1_700_000_000))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            f"лето/{path}": content for path, content in FILES.items()
        }
        for entry in archive.infolist():
            assert entry.date_time == (2023, 11, 14, 22, 13, 20)
            assert entry.external_attr >> 16 == 0o100644, "all may read it"


def test_the_order_of_files_does_not_matter() -> None:
    forwards = zip_archive("site", FILES.items(), 1_700_000_000)
    backwards = zip_archive("site", reversed(FILES.items()), 1_700_000_000)

    assert forwards == backwards


@pytest.mark.parametrize(("seconds", "year"), [(0, 1980), (10**10, 2107)])
def test_a_date_that_no_zip_file_can_bear_becomes_the_nearest(seconds: int, year: int) -> None:
    with zipfile.ZipFile(io.BytesIO(zip_archive("site", FILES.items(), seconds))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {year}


def test_the_date_is_the_stated_one() -> None:
    assert date_of_build({"SOURCE_DATE_EPOCH": "1700000000"}) == 1_700_000_000


@pytest.mark.parametrize("environment", [{}, {"SOURCE_DATE_EPOCH": ""}])
def test_without_a_stated_date_it_is_now(environment: dict[str, str]) -> None:
    assert date_of_build(environment) > 1_700_000_000


@pytest.mark.parametrize("stated", ["yesterday", "-1", "1.5", "9" * 30])
def test_a_stated_date_that_is_none_is_refused(stated: str) -> None:
    with pytest.raises(ValueError, match=f"SOURCE_DATE_EPOCH is “{stated}”"):
        date_of_build({"SOURCE_DATE_EPOCH": stated})
