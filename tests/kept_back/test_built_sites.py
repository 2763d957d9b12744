"""What is kept back is in no byte of a built site: whole, in pieces, or in parts.

Two texts show only passages, one of them in parts, and two show only what is said about them.
"""

from pathlib import Path

import pytest

from build_scripts.cli import main
from tests.kept_back.found_words import found_words
from tests.made_once import MadeOnce
from tests.ready_process import run_ready
from tests.shards.many_readings import (
    HIDDEN_CHINESE,
    KEPT_BACK,
    VARIABLES,
    below,
    secrets_of,
    write,
)
from tests.shards.sites_in_parts import COUNTS, SITES, build_sites

SHOWN = "the end of letter-2"
"""Words of a passage that is published."""


@pytest.fixture(scope="module")
def sites(made_once: MadeOnce) -> Path:
    """The sites in parts; for reading."""
    return made_once(SITES, build_sites)


def hidden_words() -> list[str]:
    pairs = (HIDDEN_CHINESE[at : at + 2] for at in range(len(HIDDEN_CHINESE) - 1))
    alone = ("השועל", "השומר", *pairs)
    return [*alone, *(word.casefold() for name in KEPT_BACK for word in secrets_of(name))]


@pytest.mark.parametrize("name", ["whole", "pieces", *map(str, COUNTS)])
def test_no_byte_of_a_site_has_them(sites: Path, name: str) -> None:
    built = below(sites / name / "site")

    assert found_words(built, hidden_words()) == {}

    found = found_words(built, [SHOWN])
    assert {
        "readings/letter-2/index.html",
        "search/search_index.json",
    } <= found.keys() or name != "whole"
    assert any(path.startswith("readings/letter-2") for path in found)


def test_the_offline_edition_and_its_archive_have_none(tmp_path: Path) -> None:
    root = write(tmp_path)
    variables = VARIABLES | {"OFFLINE": "true"}
    built = run_ready("mkdocs", "build", "-q", folder=root, variables=variables)
    assert (built.returncode, built.stderr) == (0, "")
    assert main(["archive", "--root", str(root)]) == 0

    edition = below(root / "dist")

    (archive,) = (path for path in edition if path.endswith(".zip"))
    assert found_words(edition, hidden_words()) == {}
    assert archive in found_words(edition, [SHOWN])


def test_they_would_be_found_in_the_pieces_of_a_search(sites: Path) -> None:
    """The words of a bundle are compressed, and those of this text are in it."""
    bundle = below(sites / "pieces" / "site" / "search" / "pieces")

    assert {path.partition("/")[0] for path in found_words(bundle, ["basilisk"])} == {
        "fragment",
        "index",
    }


def test_verify_finds_nothing_and_says_so(sites: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--root", str(sites / "whole"), "--strict"]) == 0
    assert "4 not published whole, and nothing given away" in capsys.readouterr().out


def test_verify_finds_words_that_were_given_away(
    sites: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a page, in data, and with markup among them; and not where few words are the same."""
    site = tmp_path / "site"
    words = ["השועל", "השומר", *secrets_of("letter-2"), "more"]
    files = {
        "page.html": f"<!doctype html><body><p>{' <b>'.join(words)}</p>",
        "data.json": '{"text": "' + "\\n".join(words) + '"}',
        "few.txt": " ".join(words[:5]),
    }
    site.mkdir()
    for name, content in files.items():
        (site / name).write_text(content, encoding="utf-8")

    assert main(["verify", "--root", str(sites / "whole"), "--site", str(site)]) == 1
    said = capsys.readouterr().out
    given_away = [line for line in said.splitlines() if " V008 " in line]
    assert [line.partition(":")[0].rpartition("/")[2] for line in given_away] == [
        "data.json",
        "page.html",
    ]
    assert "of the reading `letter-2`" in given_away[0]
