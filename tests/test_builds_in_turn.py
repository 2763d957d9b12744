"""Building again: what comes out is what a clean build makes, and only what changed is made."""

import os
import shutil
from dataclasses import fields
from pathlib import Path
from random import Random

import pytest

from build_scripts import pipeline
from build_scripts.model.limits import LONGEST_LIST
from build_scripts.model.repository_addresses import RepositoryAddresses
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.site_plan import PlannedUnit
from build_scripts.pipeline import Built, Kept, nothing_kept
from build_scripts.render import observed_site, rendered_before
from tests import edits, profiles
from tests.render import where_used

CONFIGURATION = SiteConfiguration(
    site_name="Site",
    site_url="https://example.org/x/",
    wants_search_entries=True,
    repository=RepositoryAddresses("https://github.com/a/b", "main"),
)
PAGE = '<div data-readings="list"></div><div data-readings="dialogs"></div>'
EDITS = {"quick": 10, "normal": 40, "long": 400}[profiles.NAME]
SEEDS = {"quick": 1, "normal": 2, "long": 6}[profiles.NAME]


def below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def clean_build(root: Path, configuration: SiteConfiguration = CONFIGURATION) -> Built:
    """Build into an empty folder beside the other one."""
    shutil.rmtree(root / "clean", ignore_errors=True)
    return pipeline.build(root, configuration._replace(docs_dir="clean"))


@pytest.mark.parametrize("seed", range(SEEDS))
def test_what_builds_in_turn_make_is_what_a_clean_build_makes(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    longest = LONGEST_LIST if seed % 2 else 900  # with lists that are divided now and then
    configuration = CONFIGURATION._replace(longest_list=longest)
    root, files = tmp_path / "project", edits.first_state()
    edits.write(root, {}, files)
    sound, kept, successes = files, nothing_kept(), 0
    done = ["begun"]
    pages: dict[str, str] = {}
    for _ in range(EDITS):
        last = kept
        built = pipeline.build(root, configuration, last=last)
        clean = clean_build(root, configuration)
        assert built.diagnostics == clean.diagnostics, done
        assert built.kept is not None
        kept = built.kept
        if clean.pages is None:
            assert built.pages is None
        else:
            sound = files
            successes += 1
            assert built.pages == clean.pages
            assert [*built.pages] == [*clean.pages], "the order of the pages"
            made = below(root / "docs")
            assert made.keys() == below(root / "clean").keys(), done
            for path, content in below(root / "clean").items():
                assert made[path] == content, (path, done)
            assert built.frame == clean.frame
            assert built.arrangement == clean.arrangement
            assert built.search_words == clean.search_words
            filled = clean.fill("index.md", PAGE)
            assert built.fill("index.md", PAGE) == filled, done
            if built.change is not None:
                assert_told(built, last, pages, filled, root)
            pages = {p: c.decode() for p, c in made.items() if p.endswith((".md", ".js", ".bib"))}
            pages["filled"] = filled
        done.append("")
        done[-1], after = edits.edited(random, files, sound)
        edits.write(root, files, after)
        files = after
        if random.random() < 0.1:
            damage(random, root / "docs")
            done.append("damaged")
    assert successes > EDITS // 3, "hardly anything was compared"


def assert_told(built: Built, last: Kept, pages: dict[str, str], filled: str, root: Path) -> None:
    """Every difference is among those that the build tells of."""
    assert built.change is not None
    assert built.pages is not None
    for path, information in built.pages.items():
        content = (root / "docs" / path).read_text(encoding="utf-8")
        if pages.get(path) != content or last.pages.get(path) != information:
            assert path in built.change.pages
    if [*built.pages] != [*last.pages]:
        assert built.change.navigation
    for path in pages.keys() - built.pages.keys() - {"filled"}:
        file = root / "docs" / path
        if not file.is_file():
            assert built.change.navigation
        elif file.read_text(encoding="utf-8") != pages[path]:
            assert path in built.change.files
    if built.frame != last.frame:
        assert built.change.frame
    if filled != pages["filled"]:
        assert built.change.fill


def damage(random: Random, docs: Path) -> None:
    """Change or remove a generated file, as people do."""
    paths = sorted(path for path in docs.rglob("*.md") if path.is_file())
    if paths and random.random() < 0.5:
        random.choice(paths).unlink()
    elif paths:
        random.choice(paths).write_text("mine")


class Renderings:
    """The first paths of the units that were rendered."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.rendered: list[str] = []
        render = rendered_before._render

        def noting(now: object, unit: PlannedUnit, kept: object) -> object:
            if kept is None:
                self.rendered.append(unit.paths[0])
            return render(now, unit, kept)  # type: ignore[arg-type]

        monkeypatch.setattr(rendered_before, "_render", noting)

    def of(self, root: Path, kept: Kept) -> tuple[set[str], Kept]:
        """Build, and say what was rendered."""
        self.rendered.clear()
        built = pipeline.build(root, CONFIGURATION, last=kept)
        assert built.kept is not None
        assert built.pages is not None, built.diagnostics
        return {*self.rendered}, built.kept


@pytest.fixture
def renderings(monkeypatch: pytest.MonkeyPatch) -> Renderings:
    return Renderings(monkeypatch)


def test_an_edit_renders_only_the_units_that_show_it(
    tmp_path: Path, renderings: Renderings
) -> None:
    """Beside the page of an entry, these are the pages that quote it, and lists of all entries."""
    files = edits.first_state() | {
        "annotations/site.yml": {"language": "en", "glossary_pages": "by-initial"},
        "seeds/far.txt": "Nothing of it here. A queen and a toad.\n",
        "annotations/readings/far/reading.yml": {
            "title": "Far",
            "source": {"file": "seeds/far.txt"},
            "language": "en",
        },
    }
    root = where_used.write(tmp_path, files)
    rendered, kept = renderings.of(root, nothing_kept())
    assert "readings/far/index.md" in rendered

    def after(path: str, **changes: object) -> set[str]:
        """What is rendered after a change of a file."""
        nonlocal kept
        files[path] = {**files[path], **changes}
        where_used.write(root, {path: files[path]})
        rendered, kept = renderings.of(root, kept)
        return rendered

    assert renderings.of(root, kept)[0] == set(), "nothing was changed"

    notes = files["annotations/readings/letter/notes.yml"]
    changed = [{**notes["notes"][0], "body": "Read [[reading:tale]]: a [[frog]]."}]
    assert after("annotations/readings/letter/notes.yml", notes=changed) == {
        "readings/letter/index.md",
        *("glossary/f.md", "readings/tale/index.md", "timeline/index.md"),  # where it is mentioned
        "annotations/index.md",
    }
    changed = [{**changed[0], "creator": "Cleo"}]
    assert after("annotations/readings/letter/notes.yml", notes=changed) == {
        "readings/letter/index.md",
        *("glossary/f.md", "readings/tale/index.md"),
        "annotations/index.md",
    }
    # The list of readings says nothing of their notes.
    changed = [*changed, {**changed[0], "id": "another"}]
    rendered = after("annotations/readings/letter/notes.yml", notes=changed)
    assert {"readings/letter/index.md", "annotations/index.md"} <= rendered
    assert "readings/index.md" not in rendered

    # The bibliography says where a source is cited, but not in what words.
    corrections = files["annotations/readings/tale/corrections.yml"]["corrections"]
    path = "annotations/readings/tale/corrections.yml"
    rendered = after(path, corrections=[{**corrections[0], "body": "A frog was seen."}])
    assert {"readings/tale/index.md", "annotations/index.md"} <= rendered
    assert not {"bibliography/index.md", "readings/index.md"} & rendered
    rendered = after(path, corrections=[{**corrections[0], "sources": ["more"]}])
    assert "bibliography/index.md" in rendered

    # The definition of a term stands on its page, and on those of the readings with the term.
    assert after("annotations/glossary/pond.yml", definition="Still water.") == {
        "glossary/p.md",
        *("annotations/index.md", "glossary/index.md"),
        "assets/readings/contributing-en.js",
    }
    # "toad" stands in one text.
    rendered = after("annotations/glossary/pond.yml", forms=["pond", "toad"])
    assert "readings/far/index.md" in rendered
    assert not {"readings/tale/index.md", "readings/letter/index.md"} & rendered

    event = {**files["annotations/timeline.yml"]["events"][0], "title": "Another ball"}
    rendered = after("annotations/timeline.yml", events=[event])
    assert {"timeline/index.md", "readings/tale/index.md"} <= rendered
    assert "readings/far/index.md" not in rendered

    assert after("annotations/readings/far/reading.yml", title="Farther") >= {
        *("readings/far/index.md", "readings/index.md"),
        "glossary/p.md",
    }


def test_files_that_somebody_changed_in_the_meantime_are_written_again(
    tmp_path: Path, renderings: Renderings
) -> None:
    root = where_used.write(tmp_path, edits.first_state())
    _, kept = renderings.of(root, nothing_kept())
    page = root / "docs/readings/tale/index.md"
    content = page.read_bytes()
    state = page.stat()
    page.write_bytes(b"x" * len(content))
    os.utime(page, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert renderings.of(root, kept)[0] == {"readings/tale/index.md"}
    assert page.read_bytes() == content


def test_a_file_that_keeps_its_size_and_time_is_read_again(tmp_path: Path) -> None:
    root = where_used.write(tmp_path, edits.first_state())
    path = root / "annotations/glossary/pond.yml"
    os.utime(path, (1, 1))
    kept = pipeline.build(root, CONFIGURATION, last=nothing_kept()).kept
    path.write_text(path.read_text().replace("Water.", "Watch."))
    os.utime(path, (1, 1))
    pipeline.build(root, CONFIGURATION, last=kept)
    assert "Watch." in (root / "docs/glossary/index.md").read_text(encoding="utf-8")


def test_a_build_that_broke_off_is_completed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = where_used.write(tmp_path, edits.first_state())
    kept = pipeline.build(root, CONFIGURATION, last=nothing_kept()).kept
    where_used.write(root, {"annotations/glossary/pond.yml": "term: Pond\ndefinition: Deep.\n"})
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "stamp_of", lambda _: 1 / 0)  # after the pages were written
        with pytest.raises(ZeroDivisionError):
            pipeline.build(root, CONFIGURATION, last=kept)
    pipeline.build(root, CONFIGURATION, last=kept)
    clean_build(root)
    assert below(root / "docs") == below(root / "clean")


def test_every_part_of_a_site_is_observed_or_compared_as_a_whole(tmp_path: Path) -> None:
    """A part that is neither would change without anybody noticing."""
    root = where_used.write(tmp_path, edits.first_state())
    kept = pipeline.build(root, CONFIGURATION, last=nothing_kept()).kept
    assert kept is not None
    assert kept.site is not None
    site = kept.site.site
    compared = {"settings", "configuration", "list_pages", "interfaces", "find_terms"}
    derived = {"addresses"}  # from the configuration
    nested = {"pages", "relations"}
    look_ups = {name for name in observed_site._look_ups(site) if " " not in name}
    assert look_ups | compared | derived | nested == {field.name for field in fields(site)}
    interface = site.interface()
    known = {name.split()[1] for name in observed_site._look_ups(site) if name.startswith("en ")}
    remembered = {"full"}  # made of what pages look up for it
    assert known | {"words", "annotates"} | remembered == {
        field.name for field in fields(interface)
    }
