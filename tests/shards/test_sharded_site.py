"""A site that was built in parts is the site that is built in one go, byte for byte."""

import contextlib
import io
import json
import os
import shutil
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from build_scripts.cli import main
from build_scripts.read.settings.mkdocs_settings import read_settings
from build_scripts.shards.assemble import assemble
from build_scripts.shards.data_files import write_data
from build_scripts.shards.find import find
from build_scripts.shards.join import join, read_joined
from build_scripts.shards.joined_search import SEARCH_INDEX
from build_scripts.shards.part import Part, parts
from build_scripts.shards.part_pages import readings_of_part, write_part
from build_scripts.shards.partly_known import NotKnownHere
from build_scripts.shards.run import render_command, run_step
from build_scripts.shards.work import Work, work_in
from tests.made_once import MadeOnce
from tests.ready_process import run_ready
from tests.shards.many_readings import NAMES, VARIABLES, below, write
from tests.shards.sites_in_parts import COUNTS, SITES, build_sites, found_and_joined, render


@pytest.fixture(scope="module", autouse=True)
def variables() -> Iterable[None]:
    """Those of the processes that render are those of this one."""
    with mock.patch.dict(os.environ, VARIABLES, clear=True):
        yield


@pytest.fixture(scope="module")
def sites(made_once: MadeOnce) -> Path:
    """The sites in parts; for reading."""
    return made_once(SITES, build_sites)


@pytest.fixture(scope="module")
def in_two(sites: Path) -> Work:
    """The project, rendered in two parts; for reading."""
    return work_in(sites / "2")


def copy_of(work: Work, root: Path) -> Work:
    """The project with its parts, to be changed."""
    shutil.copytree(work.root, root, dirs_exist_ok=True)
    return work_in(root)


@pytest.mark.parametrize("count", COUNTS)
def test_the_parts_together_are_the_site(tmp_path: Path, sites: Path, count: int) -> None:
    """Also the index of the search, up to the limit; above it, all that is beside the pieces."""
    whole = sites / "whole"
    work = copy_of(work_in(sites / str(count)), tmp_path)
    with_searches(work, count, lambda search: [search[0], 10**6, *search[2:]])

    assembled = assemble(work, count)

    assert assembled.diagnostics == ()
    for folder in ("docs", "site"):
        made, expected = below(tmp_path / folder), below(whole / folder)
        assert made.keys() == expected.keys()
        assert [path for path in expected if made[path] != expected[path]] == []
    assert assembled.files == len(below(tmp_path / "site"))
    assert not [*(tmp_path / "site").glob(".readings*")]
    above = below(sites / str(count) / "site")
    beside = {path: above[path] for path in above if not path.startswith("search/")}
    assert beside == {path: expected[path] for path in expected if not path.startswith("search/")}
    in_parts, in_one_go = (index_of(sites / name / "site") for name in (str(count), "pieces"))
    assert in_parts["config"].pop("bundles") == [f"pieces-{n}/" for n in range(1, count + 1)]
    assert in_one_go["config"].pop("bundles") == ["pieces/"]
    assert in_parts == in_one_go


def index_of(site: Path) -> Any:
    return json.loads((site / SEARCH_INDEX).read_bytes())


def with_searches(work: Work, count: int, changed: Callable[[list[Any]], Any]) -> None:
    """Let the parts say something else about their search."""
    for part in parts(count):
        data = json.loads(work.files_of_part(part).read_bytes().partition(b"\n")[2])
        data["search"] = changed(data["search"])
        write_data(work.files_of_part(part), "part", work.made, data)


def test_a_bundle_that_a_part_did_not_write_is_made_by_the_last_step(
    tmp_path: Path, in_two: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the same; without Pagefind the index stays whole, and a message says why."""
    work = copy_of(in_two, tmp_path)
    expected = below(work.root / "site")
    with_searches(work, 2, lambda search: [*search[:3], None])

    assert assemble(work, 2).remark == ""
    assert below(work.root / "site") == expected

    data = json.loads(work.files_of_part(Part(1, 2)).read_bytes().partition(b"\n")[2])
    data["search"][3] = [1, {"": 1}, {}]  # this one has a bundle, the other one has none
    write_data(work.files_of_part(Part(1, 2)), "part", work.made, data)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "nowhere")
    errors = io.StringIO()
    with contextlib.redirect_stderr(errors):
        assert main(["shard", "assemble", "--parts", "2", "--root", str(work.root)]) == 0
    assert "`largest_search_index`, but stays whole: Pagefind does not start" in errors.getvalue()
    names = {path for path in below(work.root / "site") if path.startswith("search/")}
    assert names == {SEARCH_INDEX}
    assert "bundles" not in index_of(work.root / "site")["config"]


def test_what_is_wrong_in_pages_by_hand_is_said_by_one_part_as_in_one_go(tmp_path: Path) -> None:
    root = write(tmp_path)
    page = (
        "# Home\n\n[wrong](readings/tale-3/index.md#p99), [right](readings/letter-2/index.md#p1), "
        "[right](readings/tale-2/index-of-two.md#note-who), [gone](readings/nobody/index.md).\n"
    )
    write(root, {"docs/index.md": page, "docs/made/script.html": "<script>1</script>\n"})
    built = run_ready("mkdocs", "build", folder=root, variables=VARIABLES)
    work = found_and_joined(root, 2)

    rendered = [render(work, part, is_strict=False) for part in parts(2)]

    warnings, errors = (
        [line for line in built.stderr.splitlines() if line.startswith(level)]
        for level in ("WARNING", "ERROR")
    )
    said = [part.stderr.splitlines() for part in rendered]
    assert [line for line in said[0] if line.startswith("WARNING")] == warnings
    assert [line for line in said[0] if line.startswith("ERROR")] == errors
    assert len(warnings) == 3, "gone, #p99 and #note-who"
    assert len(errors) == 2, "what, and that the site must not be published"
    assert said[1] == []
    assert [part.returncode for part in rendered] == [1, 0]


def test_each_page_is_in_one_part_and_readings_of_a_collection_stay_together(in_two: Work) -> None:
    def pages(part: Part) -> set[str]:
        files = below(in_two.part(part) / "docs")
        return {path.split("/")[1] for path in files if path.startswith("readings/")} & {*NAMES}

    first, second = map(pages, parts(2))

    assert first | second == {*NAMES}
    assert not first & second
    order = [name for kind in ("tale", "letter", "speech") for name in NAMES if kind in name]
    assert first == {*order[: len(first)]}
    assert 0 < len(first) < len(second), "the first part also makes the lists"
    site = below(in_two.part(Part(2, 2)) / "site")
    assert {path.split("/")[0] for path in site} <= {*_folders(in_two), "search"}


def _folders(work: Work) -> set[str]:
    return {path.name for path in (work.part(Part(2, 2)) / "docs").iterdir()}


def test_the_data_holds_no_text_and_no_markup(in_two: Work) -> None:
    for path in in_two.folder.glob("*.json"):
        written = path.read_text(encoding="utf-8")
        assert "</" not in written
        assert "Words at" not in written


def test_a_part_reads_only_what_its_pages_quote_or_name(tmp_path: Path, in_two: Work) -> None:
    """The others are not even there; the pages are the same."""
    work = copy_of(in_two, tmp_path / "project")
    joined, _ = read_joined(work)
    assert joined is not None
    part = Part(12, 12)
    (own,) = readings_of_part(joined.outline.weights, part)
    needed = {*joined.outline.needs[own], *joined.outline.needs[""]}
    others = {*NAMES} - {own, *(path.split("/")[2] for path in needed)}
    assert len(others) >= 3
    for name in others:
        (work.root / "seeds" / f"{name}.txt").unlink()
    folder = work.root / "annotations" / "readings"
    left_out = [path for path in below(folder) if path.split("/")[0] != own]
    left_out = [path for path in left_out if f"annotations/readings/{path}" not in needed]
    assert len({path.split("/")[0] for path in left_out}) > len(others), "parts of others"
    for path in left_out:
        (folder / path).unlink()
    configuration = read_settings(work.root).configuration

    made, found = write_part(work.root, configuration, part, joined, tmp_path / "docs")

    assert made is not None
    assert found == ()
    pages = below(tmp_path / "docs" / "readings", without=[".written-by-readings.json"])
    assert {path.split("/")[0] for path in pages} == {own}
    whole = below(in_two.part(Part(2, 2)) / "docs" / "readings")
    assert {path: whole[path] for path in pages} == pages
    for ask in (
        lambda: made.site.texts[others.pop()],
        lambda: [*made.site.texts],
        lambda: made.site.occurrences.get("frog"),
        lambda: made.site.incoming.get("term-frog"),
        lambda: made.site.mentions.get("term:frog"),
        lambda: made.site.mentions.get(f"reading:{NAMES[0]}"),
        lambda: len(made.site.relations.terms),
        lambda: made.site.events_of.get(NAMES[0]),
    ):
        with pytest.raises(NotKnownHere):
            ask()


def faulty(root: Path) -> Path:
    """The project with faults in readings of different parts, and in what all share."""
    write(root)
    for name in ("tale-1", "letter-4", "speech-2"):
        path = root / f"annotations/readings/{name}/notes.yml"
        notes = json.loads(path.read_text(encoding="utf-8"))
        notes["notes"][0]["target"]["exact"] = "A kingg"
        notes["notes"][1]["body"] = "[[nobody]] <b>x</b>"
        path.write_text(json.dumps(notes), encoding="utf-8")
    (root / "annotations/glossary/toad.yml").write_text('{"term": "Frog"', encoding="utf-8")
    return root


def test_faults_are_said_once_in_the_order_of_a_build_in_one_go(tmp_path: Path) -> None:
    root = faulty(tmp_path)
    printed = {}
    for command in (["build"], ["shard", "join", "--parts", "3"]):
        if command[0] == "shard":
            for number in (1, 2, 3):
                assert main(["shard", "find", f"{number}/3", "--root", str(root), "--quiet"]) == 0
        errors = io.StringIO()
        with contextlib.redirect_stderr(errors):
            status = main([*command, "--root", str(root), "--quiet"])
        assert status == 1
        printed[command[0]] = errors.getvalue().split("\n")[:-2]  # not the last remark

    assert printed["shard"] == printed["build"]
    assert sum("A001" in line for line in printed["build"]) == 3
    work = work_in(root)
    assert not work.joined.exists()
    refused = render(work, Part(1, 3))
    assert refused.returncode == 1
    assert "joined.json:1:1: error W002" in refused.stderr


def test_warnings_let_a_strict_join_fail_and_no_other(tmp_path: Path) -> None:
    root = write(tmp_path)
    write(root, {"annotations/glossary/toad.yml": {"term": "Toad", "definition": "Nowhere."}})
    work = work_in(root)
    find(work, Part(1, 1))

    strict, lenient = join(work, 1, is_strict=True), join(work, 1)

    assert [found.code for found in strict.diagnostics] == ["G004"]
    assert strict == (lenient.diagnostics, False)
    assert lenient.is_done


def test_what_was_found_in_other_texts_is_refused(tmp_path: Path) -> None:
    root = write(tmp_path)
    work = found_and_joined(root, 2)
    joined = work.joined.read_bytes()
    write(root, {"seeds/tale-1.txt": "Another text.\n"})

    now = work_in(root)

    assert [one.path for one in join(now, 3).diagnostics] == [
        f".cache/shards/found-{number}-of-3.json" for number in (1, 2, 3)
    ]
    assert {one.message for one in join(now, 2).diagnostics} == {
        "It was made from other texts, annotations or settings"
    }
    assert not now.joined.exists(), "what was joined before"
    now.joined.write_bytes(joined)
    assert "made from other texts" in render(now, Part(1, 2)).stderr


def test_places_that_a_text_does_not_have_are_sought_again(tmp_path: Path) -> None:
    """Also whoever computes the right digests attaches nothing to a wrong place outside a text."""
    root = write(tmp_path)
    work = found_and_joined(root, 1)
    found = json.loads(work.found(Part(1, 1)).read_bytes().partition(b"\n")[2])
    for passage in found["passages"]:
        passage[3:] = [10**6, 10**6 + 1]
    for _, _, matches, _, _ in found["matches"]:
        matches[0][0] = "nobody"
    joined = work.joined.read_bytes()
    write_data(work.found(Part(1, 1)), "found", work.made, found)

    assert join(work, 1).is_done
    assert work.joined.read_bytes() == joined


def test_a_part_that_is_missing_changed_or_of_other_settings_is_refused(
    in_two: Work, tmp_path: Path
) -> None:
    work = copy_of(in_two, tmp_path)
    last = below(work.root / "site")
    part = Part(2, 2)
    page = next((work.part(part) / "site" / "readings").rglob("index.html"))
    whole = page.read_bytes()
    manifest = work.files_of_part(part).read_bytes()

    def refused(count: int = 2) -> list[tuple[str, str]]:
        found = assemble(work, count).diagnostics
        assert below(work.root / "site") == last
        return [(Path(one.path).name, one.message) for one in found]

    page.write_bytes(whole.replace(b"king", b"k1ng"))
    assert refused() == [("index.html", "It was changed after its part was finished")]
    page.unlink()
    assert refused() == [("index.html", "It was changed after its part was finished")]
    page.write_bytes(whole)
    index = work.part(part) / "site" / SEARCH_INDEX
    searched = index.read_bytes()
    index.write_bytes(searched[:-1])
    assert refused() == [("search_index.json", "It was changed after its part was finished")]
    index.write_bytes(searched)

    elsewhere = run_ready(
        *render_command(work, part, is_strict=True),
        folder=work.root,
        variables=VARIABLES | {"SITE_URL": "https://example.org/elsewhere/"},
    )
    assert elsewhere.returncode == 0
    assert refused()[0][1].startswith("The parts were made with different variables")

    work.files_of_part(part).write_bytes(manifest.replace(b"docs/", b"dogs/", 1))
    assert refused() == [("part.json", "This is no list of the files of a part, or it was damaged")]
    work.files_of_part(part).unlink()
    assert refused() == [("part.json", "This list of the files of a part is missing")]
    assert [name for name, _ in refused(3)] == ["part.json"] * 3


def test_a_file_that_two_parts_made_in_different_ways_is_refused(
    in_two: Work, tmp_path: Path
) -> None:
    work = copy_of(in_two, tmp_path)
    data = json.loads(work.files_of_part(Part(2, 2)).read_bytes().partition(b"\n")[2])
    data["files"]["site/index.html"] = "0"
    write_data(work.files_of_part(Part(2, 2)), "part", work.made, data)

    (found,) = assemble(work, 2).diagnostics

    assert "in different ways: a plugin writes it about all pages" in found.message


def test_a_part_that_cannot_be_is_a_command_line_that_makes_no_sense(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["shard", "find", "5/4"])

    assert ended.value.code == 2
    assert "5/4 is no part; the second of four is 2/4" in capsys.readouterr().err


def test_the_site_goes_where_mkdocs_puts_it(tmp_path: Path) -> None:
    write(tmp_path)

    assert work_in(tmp_path).site == tmp_path / "site"
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nsite_dir: public\n", encoding="utf-8")
    assert work_in(tmp_path).site == tmp_path / "public"
    (tmp_path / "mkdocs.yml").unlink()
    assert work_in(tmp_path).site == tmp_path / "site"
    work = work_in(tmp_path)
    find(work, Part(1, 1))
    assert [found.code for found in join(work, 1).diagnostics] == ["M003"]
    assert "there is no mkdocs.yml" in render(work, Part(1, 1)).stderr


def test_what_several_parts_say_is_said_once() -> None:
    commands: list[tuple[str, ...]] = [
        ("timeit", "-n1", "-r1", f"print('same', {number})") for number in (1, 2, 1)
    ]
    commands.append(("no_such_module",))
    with ThreadPoolExecutor(2) as executor:
        done = run_step(executor, commands, "parts")

    same = [line for line in done.printed.split("\n") if line.startswith("same")]
    assert same == ["same 1", "same 2"]
    assert "No module named no_such_module" in done.printed
    assert done.status == 1
