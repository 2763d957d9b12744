"""The system tells of changes where it tells of all of them; elsewhere files are looked at."""

import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from build_scripts.mkdocs_plugin import native_observer as natively
from build_scripts.mkdocs_plugin.native_observer import file_systems, native_observer, starts
from build_scripts.mkdocs_plugin.watch import watch_folders
from tests.mkdocs_runs import write

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
23 22 0:5 / /proc rw - proc proc rw
40 22 0:40 / /home/ada/over\\040there rw master:3 - nfs4 host:/share rw
41 22 0:41 / /srv rw - ext4 /dev/sdb rw
42 22 0:42 / /srv rw - fuse.sshfs ada@host: rw
43 22 0:43 / /srv/fast rw - tmpfs tmpfs rw
"""


@pytest.mark.parametrize(
    ("folder", "kinds"),
    [
        ("/home/ada/site", {"ext4"}),
        ("/home/ada/over there/site", {"nfs4"}),
        ("/home/ada", {"ext4", "nfs4"}),
        ("/home/ada/over", {"ext4"}),
        ("/srv/site", {"fuse.sshfs"}),
        ("/srv/fast/site", {"tmpfs"}),
        ("/srv", {"fuse.sshfs", "tmpfs"}),
    ],
)
def test_the_file_systems_of_a_folder_and_of_all_in_it(folder: str, kinds: set[str]) -> None:
    assert {*file_systems(Path(folder), MOUNTS)} == kinds


only_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="inotify is of Linux")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on a disk of this computer, whatever the tests run on."""
    mounts = tmp_path / "mounts"
    mounts.write_text("22 1 8:1 / / rw - ext4 /dev/sda1 rw\n")
    monkeypatch.setattr(natively, "_MOUNTS", mounts)
    write(tmp_path / "project/annotations/notes.yml", "notes: []")
    return tmp_path / "project"


@only_linux
def test_where_changes_are_not_told_of_nobody_waits_for_them(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = (project / "annotations", project / "missing")
    assert native_observer(folders) is not None

    (project / "annotations/link.yml").symlink_to(tmp_path / "mounts")
    assert native_observer(folders) is None, "what a link leads to changes elsewhere"
    (project / "annotations/link.yml").unlink()

    (tmp_path / "mounts").write_text("22 1 8:1 / / rw - nfs4 host:/ rw\n")
    assert native_observer(folders) is None, "somebody else may write there"

    monkeypatch.setattr(sys, "platform", "darwin")
    assert native_observer(folders) is None


@only_linux
def test_without_room_for_all_folders_it_does_not_start(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then watchdog itself would leave out some folders, and say nothing."""
    for number in range(5):
        write(project / f"annotations/{number}/notes.yml", "")
    from watchdog.observers import inotify_c

    add, rooms = inotify_c.inotify_add_watch, [3]

    def add_while_there_is_room(descriptor: int, path: bytes, mask: int) -> int:
        rooms[0] -= 1
        return -1 if rooms[0] < 0 else add(descriptor, path, mask)

    observer = native_observer((project,))
    assert observer is not None
    watch_folders(observer, lambda: None, (project / "annotations",), ())
    monkeypatch.setattr(inotify_c, "inotify_add_watch", add_while_there_is_room)
    assert not starts(observer)


@pytest.fixture(params=["told", "looked for"])
def observer(request: pytest.FixtureRequest, project: Path) -> Iterator[BaseObserver]:
    if request.param == "told":
        native = native_observer((project,))
        if native is None:
            pytest.skip("this system tells nothing")
        chosen: BaseObserver = native
    else:
        chosen = PollingObserver(timeout=0.05)
    yield chosen
    chosen.stop()
    chosen.join(10)


def test_each_change_is_noticed_and_nothing_else(project: Path, observer: BaseObserver) -> None:
    changed = threading.Event()
    folder = project / "annotations"
    write(folder / "generated/page.md", "")
    write(project / "elsewhere/deep/c.yml", "c")
    watch_folders(observer, changed.set, (folder, project / "seeds"), (folder / "generated",))
    assert starts(observer)

    def is_noticed(change: Callable[[], object], *, patience: float = 10) -> bool:
        changed.clear()
        change()
        noticed = changed.wait(patience)
        while changed.wait(0.15):  # the rest of what this change is told as
            changed.clear()
        return noticed

    def save_as_editors_do() -> None:
        write(folder / ".notes.yml.tmp", "new")
        (folder / ".notes.yml.tmp").replace(folder / "notes.yml")

    for change in (
        lambda: write(folder / "notes.yml", "notes: [one]"),
        save_as_editors_do,
        lambda: write(folder / "new/deep/a.yml", "a"),
        lambda: write(folder / "new/deep/a.yml", "longer"),
        lambda: (folder / "new").rename(folder / "moved"),
        lambda: write(folder / "moved/deep/a.yml", "longer still"),
        lambda: (folder / "moved").rename(project / "away"),
        lambda: (project / "away").rename(folder / "back"),
        lambda: write(folder / "back/deep/a.yml", "and again"),
        lambda: shutil.rmtree(folder / "back"),
        lambda: write(project / "seeds/a.txt", "a folder that was missing"),
        lambda: write(project / "seeds/a.txt", "its file is edited"),
        lambda: shutil.rmtree(project / "seeds"),
        lambda: write(project / "seeds/a.txt", "it comes again"),
        lambda: write(project / "seeds/a.txt", "and is edited"),
        lambda: (project / "elsewhere").rename(folder / "elsewhere"),
        lambda: write(folder / "elsewhere/deep/c.yml", "edited"),
    ):
        assert is_noticed(change)

    def only_read() -> None:
        (folder / "notes.yml").read_text()
        os.listdir(folder)  # noqa: PTH208 - what a build does
        write(folder / "generated/page.md", "generated")
        write(folder / ".notes.yml.swp", "")

    assert not is_noticed(only_read, patience=0.4)
