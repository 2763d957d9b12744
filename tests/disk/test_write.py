"""Writing a site plan to disk: what is written, what is pruned, and what is never touched."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_scripts.disk.atomic import TEMPORARY_PREFIX
from build_scripts.disk.owned_folder import MARK_NAME
from build_scripts.disk.write_site import WriteReport, write_site
from build_scripts.model.codes import Code
from build_scripts.model.site_plan import PlannedFile
from tests.profiles import cases

FOLDERS = ("assets/readings", "readings")


class Plan(NamedTuple):
    """The first arguments of `write_site`."""

    paths: tuple[str, ...]
    folders: tuple[str, ...]
    files: tuple[PlannedFile, ...]


def plan_of(files: Mapping[str, bytes], folders: tuple[str, ...] = FOLDERS) -> Plan:
    planned = tuple(PlannedFile(path, content) for path, content in sorted(files.items()))
    return Plan(tuple(files), folders, planned)


def write(files: Mapping[str, bytes], docs: Path) -> WriteReport:
    """Write a plan that nothing forbids."""
    report, diagnostics = write_site(*plan_of(files), docs)
    assert diagnostics == ()
    return report


def refusals(plan: Plan, docs: Path) -> list[str]:
    """Write a plan that must be refused, and return the refused places; nothing may change."""
    before = everything_below(docs)
    report, diagnostics = write_site(*plan, docs)
    assert report == WriteReport()
    assert everything_below(docs) == before
    assert diagnostics, "the plan was not refused"
    for diagnostic in diagnostics:
        assert diagnostic.code == Code.FOLDER_NOT_OWNED.value
        assert (diagnostic.line, diagnostic.column) == (1, 1)
        assert diagnostic.message
        assert diagnostic.hint
    return [diagnostic.path for diagnostic in diagnostics]


def everything_below(folder: Path) -> dict[str, bytes | None]:
    """Every file by its path, with its content; folders and links with None."""
    return {
        path.relative_to(folder).as_posix(): (
            path.read_bytes() if path.is_file() and not path.is_symlink() else None
        )
        for path in folder.rglob("*")
    }


def identity(path: Path) -> tuple[int, int]:
    """A value that changes when a file is replaced, even by an equal one."""
    status = path.stat()
    return status.st_ino, status.st_mtime_ns


def files_below(folder: Path) -> dict[str, bytes]:
    """The files without the marks."""
    return {
        path: content
        for path, content in everything_below(folder).items()
        if content is not None and not path.endswith(MARK_NAME)
    }


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A documentation folder with a page that a person wrote."""
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "index.md").write_bytes(b"# Welcome\n")
    return folder


# What is written


def test_the_planned_files_are_on_disk_with_exactly_their_bytes(docs: Path) -> None:
    files = {
        "readings/index.md": b"",
        "readings/a/index.md": "\ufeff…\r\n\x0c".encode(),
        "assets/readings/page.css": bytes(range(256)),
    }
    report = write(files, docs)
    assert report.written == tuple(sorted(files))
    assert files_below(docs) == {"index.md": b"# Welcome\n", **files}


def test_a_missing_documentation_folder_is_made(tmp_path: Path) -> None:
    write({"readings/a.md": b"a"}, tmp_path / "project" / "docs")
    assert (tmp_path / "project" / "docs" / "readings" / "a.md").read_bytes() == b"a"


def test_three_builds_in_a_row_write_nothing_after_the_first(docs: Path) -> None:
    files = {f"readings/{number}/index.md": b"x" * number for number in range(20)}
    write(files, docs)
    for path in docs.rglob("*"):
        os.utime(path, ns=(0, 0))  # so that even a rewrite within one tick of the clock shows
    before = {path: identity(path) for path in docs.rglob("*")}
    for _ in range(2):
        report = write(files, docs)
        assert report == WriteReport(unchanged=tuple(sorted(files)))
    assert {path: identity(path) for path in docs.rglob("*")} == before


def test_only_what_differs_is_written(docs: Path) -> None:
    write({"readings/a.md": b"aaa", "readings/b.md": b"bbb"}, docs)
    report = write({"readings/a.md": b"aaa", "readings/b.md": b"bXb"}, docs)
    assert report == WriteReport(written=("readings/b.md",), unchanged=("readings/a.md",))


@pytest.mark.parametrize("damaged", [b"", b"\0\0\0", b"page and more"])
def test_content_is_compared_and_not_dates(docs: Path, damaged: bytes) -> None:
    """A page that lost its content, as in a power cut, is repaired whatever its date."""
    write({"readings/a.md": b"page"}, docs)
    page = docs / "readings" / "a.md"
    date = page.stat().st_mtime_ns
    page.write_bytes(damaged)
    os.utime(page, ns=(date, date))
    assert write({"readings/a.md": b"page"}, docs).written == ("readings/a.md",)
    assert page.read_bytes() == b"page"


def test_a_generated_file_that_was_deleted_comes_back(docs: Path) -> None:
    write({"readings/a/index.md": b"a"}, docs)
    (docs / "readings" / "a" / "index.md").unlink()
    (docs / "readings" / "a").rmdir()
    assert write({"readings/a/index.md": b"a"}, docs).written == ("readings/a/index.md",)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_pages_are_readable_by_the_web_server(docs: Path) -> None:
    """Files get the permissions of any new file, not those of temporary files."""
    (docs / "ordinary").write_bytes(b"")
    write({"readings/a.md": b"a"}, docs)
    assert (docs / "readings" / "a.md").stat().st_mode == (docs / "ordinary").stat().st_mode


def test_another_build_at_the_same_time_may_tidy_up_what_is_not_finished(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody types `make build` while `make serve` runs: the file is written again."""
    replace = os.replace
    disturbed: list[Path] = []

    def disturbed_once(source: Path, target: Path) -> None:
        if not disturbed:
            disturbed.append(source)
            Path(source).unlink()
            Path(source).parent.rmdir()
        replace(source, target)

    monkeypatch.setattr(os, "replace", disturbed_once)
    write({"readings/a.md": b"a"}, docs)
    assert disturbed
    assert files_below(docs / "readings") == {"a.md": b"a"}


# What is pruned


def test_files_no_longer_planned_go_and_so_do_folders_they_leave_empty(docs: Path) -> None:
    write({"readings/old/part/index.md": b"old", "readings/kept.md": b"kept"}, docs)
    report = write({"readings/kept.md": b"kept"}, docs)
    assert report.pruned == ("readings/old/part/index.md",)
    assert set(everything_below(docs / "readings")) == {MARK_NAME, "kept.md"}


def test_an_owned_folder_for_which_nothing_is_planned_any_more_goes(docs: Path) -> None:
    write({"readings/a.md": b"a"}, docs)
    assert write({}, docs).pruned == ("readings/a.md",)
    assert not (docs / "readings").exists()
    assert write({}, docs) == WriteReport()


def test_a_file_may_become_a_folder_and_a_folder_a_file(docs: Path) -> None:
    write({"readings/x": b"file", "readings/y/deep/page.md": b"page"}, docs)
    files = {"readings/x/page.md": b"page", "readings/y": b"file"}
    write(files, docs)
    assert files_below(docs / "readings") == {"x/page.md": b"page", "y": b"file"}


def test_files_that_a_person_put_into_an_owned_folder_stay(docs: Path) -> None:
    write({"readings/a/index.md": b"a"}, docs)
    (docs / "readings" / "a" / "photograph.jpg").write_bytes(b"jpg")
    (docs / "readings" / "empty-for-now").mkdir()
    write({"readings/b/index.md": b"b"}, docs)
    assert files_below(docs / "readings") == {"a/photograph.jpg": b"jpg", "b/index.md": b"b"}
    assert (docs / "readings" / "empty-for-now").is_dir()
    write({}, docs)
    assert files_below(docs / "readings") == {"a/photograph.jpg": b"jpg"}
    write({"readings/a/index.md": b"a"}, docs)
    assert files_below(docs / "readings") == {"a/photograph.jpg": b"jpg", "a/index.md": b"a"}


def test_a_name_that_was_pruned_is_free_for_people(docs: Path) -> None:
    """The generator forgets files that it removed: a later file of that name is not its own."""
    write({"readings/a.md": b"a", "readings/b.md": b"b"}, docs)
    write({"readings/a.md": b"a"}, docs)
    (docs / "readings" / "b.md").write_bytes(b"mine")
    write({"readings/a.md": b"new"}, docs)
    assert files_below(docs / "readings") == {"a.md": b"new", "b.md": b"mine"}


def test_unfinished_files_of_an_interrupted_build_are_removed(docs: Path) -> None:
    write({"readings/a/index.md": b"a"}, docs)
    unfinished = docs / "readings" / "a" / f"{TEMPORARY_PREFIX}1f2e"
    unfinished.write_bytes(b"half a pa")
    assert write({"readings/a/index.md": b"a"}, docs).written == ()
    assert not unfinished.exists()


def test_a_folder_in_which_the_first_build_got_no_further_than_its_mark_is_free(
    docs: Path,
) -> None:
    """A build that is killed before the mark is whole leaves only an unfinished file."""
    (docs / "readings").mkdir()
    (docs / "readings" / f"{TEMPORARY_PREFIX}1f2e").write_bytes(b"{")
    write({"readings/a.md": b"a"}, docs)
    assert set(everything_below(docs / "readings")) == {MARK_NAME, "a.md"}


# What is refused


def test_a_folder_with_somebodys_files_and_without_the_mark_is_refused(docs: Path) -> None:
    (docs / "readings").mkdir()
    (docs / "readings" / "my-page.md").write_bytes(b"mine")
    plan = plan_of({"assets/readings/page.css": b"", "readings/a.md": b"a"})
    assert refusals(plan, docs) == ["docs/readings"]
    assert not (docs / "assets").exists(), "nothing at all is written"


def test_such_a_folder_is_no_fault_while_nothing_is_planned_for_it(docs: Path) -> None:
    (docs / "readings").mkdir()
    (docs / "readings" / "my-page.md").write_bytes(b"mine")
    write({"assets/readings/page.css": b""}, docs)
    assert everything_below(docs / "readings") == {"my-page.md": b"mine"}


def test_a_file_that_a_person_put_where_a_page_is_to_be_is_refused(docs: Path) -> None:
    write({"readings/a.md": b"a"}, docs)
    (docs / "readings" / "b.md").write_bytes(b"mine")
    (docs / "readings" / "c").mkdir()
    (docs / "readings" / "c" / "mine.md").write_bytes(b"mine")
    (docs / "readings" / "d").write_bytes(b"mine")
    plan = plan_of(
        {
            "readings/a.md": b"new",
            # Not even if the bytes are the same: later, the file would be pruned.
            "readings/b.md": b"mine",
            "readings/c": b"a file where a person has a folder",
            "readings/d/one.md": b"a folder where a person has a file",
            "readings/d/two.md": b"",
        }
    )
    assert refusals(plan, docs) == ["docs/readings/b.md", "docs/readings/c", "docs/readings/d"]


@pytest.mark.parametrize(
    "mark",
    [
        b"",
        b"\xff",
        b"[]",
        b'{"files": "a.md"}',
        b'{"files": [1]}',
        b'{"files": ["../index.md"]}',
        b'{"files": ["/etc/passwd"]}',
        b"[" * 100_000,
    ],
)
def test_a_mark_that_somebody_edited_is_refused_and_nothing_is_pruned_by_it(
    docs: Path, mark: bytes
) -> None:
    write({"readings/a.md": b"a"}, docs)
    (docs / "readings" / MARK_NAME).write_bytes(mark)
    assert refusals(plan_of({"readings/b.md": b"b"}), docs) == [f"docs/readings/{MARK_NAME}"]
    assert refusals(plan_of({}), docs) == [f"docs/readings/{MARK_NAME}"]


def test_the_mark_of_an_older_build_may_list_files_that_are_gone(docs: Path) -> None:
    (docs / "readings").mkdir()
    (docs / "readings" / MARK_NAME).write_bytes(b'{"files": ["gone/b.md", "a.md"]}')
    (docs / "readings" / "a.md").write_bytes(b"a")
    report = write({"readings/c.md": b"c"}, docs)
    assert report == WriteReport(written=("readings/c.md",), pruned=("readings/a.md",))


@pytest.mark.parametrize(
    "path",
    [
        "index.md",
        "guide/index.md",
        "readings",
        "readings/../index.md",
        "readings/./a.md",
        "readings//a.md",
        "readings/a/",
        "/readings/a.md",
        "C:/readings/a.md",
        "readings/..\\..\\index.md",
        "readings/a\0.md",
        f"readings/{MARK_NAME}",
        f"readings/{TEMPORARY_PREFIX}a",
        f"readings/{TEMPORARY_PREFIX}a/b.md",
    ],
)
def test_a_path_outside_the_owned_folders_or_with_a_reserved_name_is_refused(
    docs: Path, path: str
) -> None:
    assert refusals(plan_of({path: b""}), docs) == [f"docs/{path}"]


@pytest.mark.parametrize("folder", ["", "..", "../elsewhere", "/tmp", "a/../b", "."])
def test_a_folder_outside_the_documentation_is_refused(docs: Path, folder: str) -> None:
    assert refusals(plan_of({}, (folder,)), docs) == [f"docs/{folder}"]


@pytest.mark.parametrize("linked", ["readings", "assets", "assets/readings"])
def test_an_owned_folder_that_is_a_symbolic_link_is_refused(
    docs: Path, tmp_path: Path, linked: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (docs / linked).parent.mkdir(exist_ok=True)
    (docs / linked).symlink_to(elsewhere, target_is_directory=True)
    owned = "readings" if linked == "readings" else "assets/readings"
    plan = plan_of({f"{owned}/a.md": b"a"})
    assert refusals(plan, docs) == [f"docs/{owned}"]
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("linked", ["a", "a/index.md"])
def test_nothing_is_written_or_pruned_through_a_symbolic_link(
    docs: Path, tmp_path: Path, linked: str
) -> None:
    """This holds even if the mark lists the file: somebody put a link in its place later."""
    write({"readings/a/index.md": b"a"}, docs)
    outside = tmp_path / "outside"
    (docs / "readings" / linked).rename(outside)
    (docs / "readings" / linked).symlink_to(outside)
    assert refusals(plan_of({"readings/a/index.md": b"new"}), docs) == [f"docs/readings/{linked}"]
    write({}, docs)
    assert (docs / "readings" / linked).is_symlink()
    page = outside / "index.md" if linked == "a" else outside
    assert page.read_bytes() == b"a"


def test_a_file_in_the_place_of_an_owned_folder_is_refused(docs: Path) -> None:
    (docs / "readings").write_bytes(b"mine")
    assert refusals(plan_of({"readings/a.md": b"a"}), docs) == ["docs/readings"]


@pytest.mark.parametrize(
    "plan",
    [
        Plan(("readings/a", "readings/a"), FOLDERS, ()),
        plan_of({"readings/a": b"", "readings/a/b": b""}),
        plan_of({}, ("readings", "readings/a")),
    ],
)
def test_a_plan_that_contradicts_itself_is_a_fault_of_the_generator(docs: Path, plan: Plan) -> None:
    with pytest.raises(ValueError, match=r"a path is planned|lies inside another"):
        write_site(*plan, docs)


# Any sequence of builds

NAMES = st.sampled_from(["a", "b", "c.md"])
PATHS = st.tuples(
    st.sampled_from(FOLDERS), st.lists(NAMES, min_size=1, max_size=3).map("/".join)
).map("/".join)


def without_files_that_are_folders_too(files: dict[str, bytes]) -> dict[str, bytes]:
    return {
        path: content
        for path, content in files.items()
        if not any(other.startswith(f"{path}/") for other in files)
    }


PLANS = st.dictionaries(PATHS, st.sampled_from([b"", b"x", b"y"]), max_size=6).map(
    without_files_that_are_folders_too
)


@cases(normal=200, long=5_000)
@given(st.lists(PLANS, min_size=1, max_size=5), st.sets(PATHS, max_size=2))
@example([{"readings/a": b""}, {"readings/a/b": b""}, {"readings/a": b""}], set())
def test_any_sequence_of_plans_ends_with_the_last_plan_and_the_files_of_people(
    plans: list[dict[str, bytes]], wished: set[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder)
        write(plans[0], docs)
        foreign = {}
        for path in sorted(wished):
            place = docs / f"{path}.jpg"  # a name that no plan has
            if place.parent.is_dir():  # people add to folders that are the generator's already
                place.write_bytes(b"mine")
                foreign[f"{path}.jpg"] = b"mine"
        for plan in plans:
            report, diagnostics = write_site(*plan_of(plan), docs)
            in_the_way = {p for p in plan if any(f.startswith(f"{p}/") for f in foreign)}
            if in_the_way:
                assert [d.path for d in diagnostics] == sorted(
                    f"{docs.name}/{p}" for p in in_the_way
                )
                continue
            assert diagnostics == ()
            assert {*report.written, *report.unchanged} == set(plan)
            assert files_below(docs) == {**plan, **foreign}
            assert write(plan, docs) == WriteReport(unchanged=tuple(sorted(plan)))
            needed = {p.as_posix() for f in (*plan, *foreign) for p in Path(f).parents}
            left = {path for path, content in everything_below(docs).items() if content is None}
            assert left - needed <= {"assets"}, "no empty folder stays behind"
