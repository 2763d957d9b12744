"""What Pagefind writes, and what is said where it cannot."""

import gzip
import json
import sys
from pathlib import Path

import pytest

from build_scripts.disk.pagefind_bundle import PagefindError, write_bundle
from build_scripts.model.search_piece import SearchPiece

PIECES = [
    SearchPiece(f"{n % 2}.md", f"gull0 word{n}0", json.dumps({"text": f"“{n}”"})) for n in range(40)
]


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_the_same_pieces_give_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_bundle(tmp_path / "one", PIECES, "a")
    monkeypatch.setenv("PAGEFIND_INCLUDE_CHARACTERS", "0")  # for another site on this machine
    (tmp_path / "two/fragment").mkdir(parents=True)
    (tmp_path / "two/fragment/old.pf_fragment").touch()
    write_bundle(tmp_path / "two", PIECES, "a")

    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_only_what_a_search_needs_is_left(tmp_path: Path) -> None:
    assert write_bundle(tmp_path, PIECES, "b7") == 40

    names = {path.split("/")[0] for path in files(tmp_path)}
    assert {name for name in names if not name.endswith(".pf_meta")} == {
        *("fragment", "index", "pagefind.js", "pagefind-entry.json", "wasm.unknown-b7.pagefind"),
    }
    fragments = [
        json.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd"))
        for path, content in files(tmp_path).items()
        if path.startswith("fragment/unknown-b7_")
    ]
    orders = {fragment["meta"]["text"]: fragment["order"] for fragment in fragments}
    assert orders == {f"“{n}”": [f"{n % 2}.md", n] for n in range(40)}


@pytest.mark.parametrize(
    ("program", "said"),
    [("nowhere", "does not start: No such file"), (sys.executable, "ended before its work")],
)
def test_a_program_that_is_none_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, said: str
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", program)
    with pytest.raises(PagefindError, match=said):
        write_bundle(tmp_path, PIECES, "a")


def test_pagefind_may_not_be_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pagefind.service", None)
    with pytest.raises(PagefindError, match="is not installed"):
        write_bundle(tmp_path, PIECES, "a")
