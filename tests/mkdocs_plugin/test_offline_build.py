"""MkDocs builds the offline edition where Material's plugin `offline` is on."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.links import broken_links
from tests.mkdocs_runs import (
    environment,
    mkdocs_build,
    mkdocs_build_anew,
    small_project,
    tree,
    write,
)
from tests.ready_process import run_ready

NAME = "annotated-readings"


def build(project: Path, *options: str, **variables: str) -> None:
    outcome = mkdocs_build(project, "--strict", *options, OFFLINE="true", **variables)
    assert outcome.returncode == 0, outcome.stderr


def archive(
    project: Path, *options: str, date: str = "1700000000"
) -> subprocess.CompletedProcess[str]:
    return run_ready(
        "build_scripts",
        *("archive", *options),
        folder=project,
        variables=environment(SOURCE_DATE_EPOCH=date),
    )


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small project's edition, with the address where its site is published."""
    project = small_project(tmp_path_factory.mktemp("offline"))
    build(project, SITE_URL="https://example.org/collection/")
    return project / "dist" / NAME


def test_all_links_name_files(edition: Path) -> None:
    assert broken_links(edition, folders_have_pages=False) == []


def test_the_edition_leaves_the_published_site_alone(edition: Path) -> None:
    assert not (edition.parent.parent / "site").exists()


def test_what_only_servers_need_is_left_out(edition: Path) -> None:
    assert not {"404.html", "sitemap.xml", "sitemap.xml.gz"} & tree(edition).keys()


def test_pages_say_where_they_are_published(edition: Path) -> None:
    """With the addresses of the published site, which name folders."""
    found = {}
    for path, content in tree(edition).items():
        if path.endswith(".html"):
            found[path] = re.findall(r'<link rel="canonical" href="([^"]*)"', content.decode())

    assert found["index.html"] == ["https://example.org/collection/"]
    assert found["readings/harbour/index.html"] == [
        "https://example.org/collection/readings/harbour/"
    ]
    assert found["readings/port/index.html"] == [], "it only forwards"


def test_without_a_published_site_pages_hold_no_address_of_it(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    build(project)

    pages = [c for path, c in tree(project / "dist" / NAME).items() if path.endswith(".html")]
    assert pages
    assert not [page for page in pages if b'rel="canonical"' in page]


def test_the_usual_site_has_nothing_of_it(small_site: Path) -> None:
    files = tree(small_site)
    assert "sitemap.xml" in files
    assert not [path for path in files if "iframe-worker" in path or path.endswith("_index.js")]
    assert b"iframe-worker" not in files["index.html"]


def test_the_edition_goes_where_it_is_told(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    build(project, "--site-dir", str(tmp_path / "for-the-library"))

    packed = archive(project, "--site", str(tmp_path / "for-the-library"))

    assert packed.returncode == 0, packed.stderr
    assert (tmp_path / "for-the-library.zip").is_file()
    assert not (project / "dist").exists()


def test_the_same_sources_give_the_same_zip_file(tmp_path: Path) -> None:
    """Byte for byte, in another folder and at another time, with SOURCE_DATE_EPOCH."""
    zip_files = []
    for seed, name in enumerate(("one", "two")):
        project = small_project(tmp_path / name)
        built = mkdocs_build_anew(
            project, OFFLINE="true", SOURCE_DATE_EPOCH="1700000000", PYTHONHASHSEED=str(seed)
        )
        assert built.returncode == 0, built.stderr
        for number, path in enumerate(sorted((project / "dist").rglob("*"))):
            os.utime(path, (number, number if name == "one" else 10**9 - number))
            path.chmod(0o755 if name == "one" or path.is_dir() else 0o600)
        assert archive(project).returncode == 0
        zip_files.append((project / "dist" / f"{NAME}.zip").read_bytes())

    assert zip_files[0] == zip_files[1]


def test_an_edition_that_differs_from_the_sources_is_not_packed(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    build(project)
    assert archive(project).returncode == 0
    zip_file = project / "dist" / f"{NAME}.zip"
    before = zip_file.read_bytes()
    page = project / f"dist/{NAME}/readings/letter/index.html"
    before_text, reading, text = page.read_text(encoding="utf-8").partition('<div class="reading"')
    assert "The town" in text
    write(page, before_text + reading + text.replace("The town", "The city", 1))

    packed = archive(project)

    assert packed.returncode == 1
    assert f"dist/{NAME}/readings/letter/index.html" in packed.stdout
    assert "no zip file was made" in packed.stderr
    assert zip_file.read_bytes() == before


def test_a_site_for_servers_is_not_packed(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    assert mkdocs_build(project).returncode == 0

    packed = archive(project, "--site", str(project / "site"))

    assert packed.returncode == 2
    assert "site/ is the site for a server" in packed.stderr
    assert not (project / "site.zip").exists()


def test_before_the_edition_is_built_there_is_nothing_to_pack(tmp_path: Path) -> None:
    packed = archive(small_project(tmp_path))

    assert packed.returncode == 1
    assert f"dist/{NAME}:1:1: error V001" in packed.stdout


def test_a_date_that_is_none_is_told(tmp_path: Path) -> None:
    told = archive(small_project(tmp_path), date="today")

    assert told.returncode == 2
    assert told.stderr == (
        "readings: SOURCE_DATE_EPOCH is “today”: it must be a number of seconds since 1970, "
        "at most 4294967295\n"
    )
