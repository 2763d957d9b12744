"""At a save, MkDocs builds what the save touches, and the site is as if it had built everything."""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

from build_scripts.mkdocs_plugin import saves
from build_scripts.mkdocs_plugin.dependencies import unknown_dependencies
from build_scripts.mkdocs_plugin.seen_files import look_at, places_of
from tests import edits, profiles
from tests.mkdocs_runs import settings_of_project, write
from tests.served_sites import ServedSite

EDITS = {"quick": 4, "normal": 20, "long": 400}[profiles.NAME]
SEEDS = {"quick": 1, "normal": 1, "long": 4}[profiles.NAME]
HOME = '# Home\n\n<div data-readings="list"></div>\n\n[A king](readings/tale/index.md#note-who)\n'
MARKS = '# Marks\n\n<div data-readings="dialogs"></div>\n\n[Frogs](../glossary/index.md)\n'

OTHER_SETTINGS = """\
site_name: Small
theme: {name: material, font: false}
use_directory_urls: false
plugins: [/search, readings]
"""
"""With addresses that name files, and with MkDocs's own search."""


@pytest.fixture(autouse=True)
def _fixed_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    for name in ("OFFLINE", "REPOSITORY", "SITE_URL"):
        monkeypatch.delenv(name, raising=False)


def new_project(root: Path) -> edits.Files:
    """Write a project, and return what edits may change of it."""
    files = edits.first_state()
    edits.write(root, {}, files)
    write(root / "mkdocs.yml", settings_of_project())
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
        text = settings_of_project()
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


@pytest.mark.parametrize(
    ("seed", "number", "settings"),
    [
        *((seed, EDITS, "") for seed in range(SEEDS)),
        (100, EDITS // 4, OTHER_SETTINGS),
    ],
)
def test_a_save_leaves_what_a_whole_build_makes(
    tmp_path: Path, seed: int, number: int, settings: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "mkdocs.plugins.readings")
    random = Random(seed)
    roots = tmp_path / "one", tmp_path / "other"
    files, _ = (new_project(root) for root in roots)
    for root in roots:
        if settings:
            write(root / "mkdocs.yml", settings)
    sites = [
        ServedSite(root, tmp_path / f"site of {root.name}", only_whole=root is roots[1])
        for root in roots
    ]
    sound, is_damaged, done = files, False, ["begun"]
    for _ in range(number):
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
    assert sites[0].whole_builds <= 1 + number / 2


def assert_same(one: ServedSite, other: ServedSite, done: object) -> None:
    made, expected = one.files(), other.files()
    assert made.keys() == expected.keys(), done
    for path, content in expected.items():
        if made[path] != content:
            pairs = enumerate(zip(made[path], content, strict=False))
            start = next((at for at, (here, there) in pairs if here != there), 0)
            around = slice(max(0, start - 100), start + 100)
            pytest.fail(f"{path}: {made[path][around]!r} for {content[around]!r} after {done}")


class Built:
    """The pages that MkDocs read, and those whose template it rendered."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.read: list[str] = []
        self.rendered: list[str] = []
        read, render = mkdocs_build._populate_page, mkdocs_build._build_page

        def reading(page: Page, *arguments: Any, **options: Any) -> None:
            self.read.append(page.file.src_uri)
            read(page, *arguments, **options)

        def rendering(page: Page, *arguments: Any, **options: Any) -> None:
            self.rendered.append(page.file.src_uri)
            render(page, *arguments, **options)

        for module in (mkdocs_build, saves):
            monkeypatch.setattr(module, "_populate_page", reading)
            monkeypatch.setattr(module, "_build_page", rendering)

    def after(self, site: ServedSite) -> set[str]:
        """The pages that a save builds again."""
        self.read.clear()
        self.rendered.clear()
        site.save()
        assert self.read == self.rendered
        assert len(self.read) == len({*self.read}), "a page was built twice"
        return {*self.read}


NOTES = "annotations/readings/letter/notes.yml"
POND = "annotations/glossary/pond.yml"


def test_only_touched_pages_are_read_and_rendered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "project"
    files = new_project(root)
    site = ServedSite(root, tmp_path / "site")
    built = Built(monkeypatch)

    def after(path: str, value: object) -> set[str]:
        before = dict(files)
        files[path] = value
        edits.write(root, before, files)
        return built.after(site)

    assert built.after(site) == set()
    (note,) = files[NOTES]["notes"]
    other = {**files[NOTES], "notes": [{**note, "body": f"{note['body']} Indeed."}]}
    touched = after(NOTES, other)
    assert "readings/letter/index.md" in touched
    assert not {"readings/fable/index.md", "index.md", "guide/plain.md"} & touched
    assert b"Indeed." in site.files()["readings/letter/index.html"]
    assert b"Indeed." in site.files()["search/search_index.json"]

    touched = after(POND, {**files[POND], "definition": "Deep water."})
    assert "glossary/index.md" in touched
    assert not {"readings/fable/index.md", "index.md", "guide/marks.md"} & touched

    # A broken file changes the banner of all pages, and renders none.
    assert after(POND, "{") == set()
    assert b'class="readings-banner"' in site.files()["guide/plain/index.html"]
    assert b'class="readings-banner"' in site.files()["404.html"]
    assert after(POND, {"term": "Pond", "definition": "Water.", "forms": ["pond"]})
    assert not any(b'class="readings-banner"' in page for page in site.files().values())

    # The list on the home page counts the notes, so that page is completed again.
    two = {**other, "notes": [*other["notes"], {**note, "id": "further"}]}
    touched = after(NOTES, two)
    assert "guide/plain.md" not in touched

    assert site.whole_builds == 1
    assert after("annotations/site.yml", {"language": "en", "drafts": "publish"}) is not None
    write(root / "docs/guide/plain.md", "# Plain\n\nOther words.\n")
    assert "readings/fable/index.md" in built.after(site), "a page written by hand was changed"
    assert b"Other words." in site.files()["guide/plain/index.html"]


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ("plugins: [search, readings, material/tags]", "material.plugins.tags"),
        ("markdown_extensions: [pymdownx.snippets]", "pymdownx.snippets"),
        ("markdown_extensions: [own_extension]", "own_extension"),
        ("markdown_extensions: [tables, toc, markdown.extensions.abbr, pymdownx.keys]", ""),
        ("theme: readthedocs", ""),
        ("theme: {name: null, custom_dir: own}", "theme"),
        ("theme: {name: material, custom_dir: own}", ""),
        ("theme: {name: material, custom_dir: nosy}", "nosy.html"),
        ("hooks: [hook.py]", "hook.py"),
    ],
)
def test_what_may_look_at_any_page_or_file_is_known(
    tmp_path: Path, settings: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "own_extension.py", "from pymdownx.keys import makeExtension\n")
    monkeypatch.syspath_prepend(tmp_path)
    write(tmp_path / "hook.py", "def on_page_markdown(markdown, **_):\n    return markdown\n")
    write(tmp_path / "own/main.html", "{% extends 'base.html' %}{{ page.title }}")
    write(tmp_path / "nosy/nosy.html", "{% for page in pages %}{{ page.title }}{% endfor %}")
    write(tmp_path / "mkdocs.yml", f"site_name: Site\n{settings}\n")
    write(tmp_path / "docs/index.md", "# Home\n")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    found = unknown_dependencies(config)
    assert reason in found
    assert bool(found) is bool(reason)


def test_files_are_seen_to_change(tmp_path: Path) -> None:
    """By their stamps, and by their content where they were changed just before."""
    write(tmp_path / "docs/a.md", "one")
    write(tmp_path / "docs/readings/b.md", "generated")
    write(tmp_path / "mkdocs.yml", "x")
    places, left_out = (tmp_path / "mkdocs.yml", tmp_path / "docs"), (tmp_path / "docs/readings",)

    def changed_by(change: Callable[[], object]) -> bool:
        before = look_at(places, left_out)
        change()
        return not look_at(places, left_out).are_as_before(before)

    def keep_its_time(path: Path, text: str) -> None:
        state = path.stat()
        path.write_text(text)
        os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))

    assert not changed_by(lambda: None)
    assert changed_by(lambda: write(tmp_path / "docs/a.md", "two"))
    assert changed_by(lambda: keep_its_time(tmp_path / "docs/a.md", "six"))
    assert changed_by(lambda: write(tmp_path / "docs/new/c.md", ""))
    assert changed_by((tmp_path / "docs/new/c.md").unlink)
    assert changed_by((tmp_path / "mkdocs.yml").unlink)
    assert not changed_by(lambda: write(tmp_path / "docs/readings/b.md", "other"))
    assert not changed_by(lambda: write(tmp_path / "docs/.a.md.swp", "other"))


def test_settings_that_are_inherited_are_looked_at(tmp_path: Path) -> None:
    write(tmp_path / "mkdocs.yml", "INHERIT: base/one.yml\n")
    write(tmp_path / "base/one.yml", "INHERIT: ../two.yml\nsite_name: One\n")
    write(tmp_path / "two.yml", "theme: material\n")
    write(tmp_path / "docs/index.md", "")

    found = {path.resolve() for path in places_of(load_config(str(tmp_path / "mkdocs.yml")))}

    assert {tmp_path / "base/one.yml", tmp_path / "two.yml", tmp_path / "docs"} <= found
