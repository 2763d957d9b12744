"""At a save, MkDocs builds what the save touches, and the site is as if it had built everything."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests import edits, profiles
from tests.mkdocs_runs import PROJECT, write
from tests.served_sites import ServedSite

EDITS = {"quick": 4, "normal": 25, "long": 400}[profiles.NAME]
SEEDS = {"quick": 1, "normal": 1, "long": 4}[profiles.NAME]
HOME = '# Home\n\n<div data-readings="list"></div>\n\n[A king](readings/tale/index.md#note-who)\n'
MARKS = '# Marks\n\n<div data-readings="dialogs"></div>\n\n[Frogs](../glossary/index.md)\n'


@pytest.fixture(autouse=True)
def _fixed_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name in ("OFFLINE", "REPOSITORY", "SITE_URL"):
        monkeypatch.delenv(name, raising=False)


def new_project(root: Path) -> edits.Files:
    """Write a project, and return what edits may change of it."""
    files = edits.first_state()
    edits.write(root, {}, files)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    write(root / "docs/index.md", HOME)
    write(root / "docs/guide/marks.md", MARKS)
    write(root / "docs/guide/plain.md", "# Plain\n\nNothing of the collection.\n")
    write(root / "docs/copied.html", "<html><head></head><body>Copied.</body></html>")
    return files


def damage(root: Path) -> None:
    """Change a generated file."""
    pages = sorted((root / "docs/readings").rglob("*.md"))
    if pages:
        write(pages[len(pages) // 2], "damaged")


def by_hand(random: Random) -> Callable[[Path], object]:
    """A change of what the generator does not read."""
    settings = random.choice(["site_name: One\n", "site_name: Two\ncopyright: Ada\n"])

    def change_settings(root: Path) -> None:
        text = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
        write(root / "mkdocs.yml", text.replace("site_name: Annotated Readings\n", settings))

    words = random.choice(["more", "other"])
    return random.choice(
        [
            lambda root: write(root / "docs/index.md", f"{HOME}\n{words}\n"),
            lambda root: write(root / f"docs/{words}.md", "# New\n"),
            lambda root: (root / f"docs/{words}.md").unlink(missing_ok=True),
            change_settings,
            damage,
            damage,
        ]
    )


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_save_leaves_what_a_whole_build_makes(
    tmp_path: Path, seed: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "mkdocs.plugins.readings")
    random = Random(seed)
    roots = tmp_path / "one", tmp_path / "other"
    files, _ = (new_project(root) for root in roots)
    sites = [
        ServedSite(root, tmp_path / f"site of {root.name}", only_whole=root is roots[1])
        for root in roots
    ]
    sound, is_damaged, done = files, False, ["begun"]
    for _ in range(EDITS):
        name, after = edits.edited(random, files, sound)
        do = by_hand(random) if random.random() < 0.15 else None
        for root, site in zip(roots, sites, strict=True):
            edits.write(root, files, after)
            if do is not None:
                do(root)
            site.save()
        done.append(f"{name}{' and by hand' if do else ''}: {sites[0].whole_builds} whole builds")
        files, is_damaged = after, is_damaged or do is damage
        assert "could not be built by themselves" not in caplog.text
        if b'class="readings-banner"' in sites[0].files()["index.html"]:
            done[-1] += ", in trouble"
        else:
            sound, is_damaged = files, False
        if not is_damaged:  # a whole build would show the damage while there is trouble
            assert_same(sites[0], sites[1], done)
    assert sites[0].whole_builds < EDITS / 2
    print(*done, sep="\n")


def assert_same(one: ServedSite, other: ServedSite, done: object) -> None:
    made, expected = one.files(), other.files()
    assert made.keys() == expected.keys(), done
    for path, content in expected.items():
        if made[path] != content:
            pairs = enumerate(zip(made[path], content, strict=False))
            start = next((at for at, (here, there) in pairs if here != there), 0)
            around = slice(max(0, start - 100), start + 100)
            pytest.fail(f"{path}: {made[path][around]!r} for {content[around]!r} after {done}")
