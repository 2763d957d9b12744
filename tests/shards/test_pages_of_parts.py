"""The Markdown of all parts together is that of the whole site, whatever is divided how."""

from pathlib import Path

from build_scripts import pipeline
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.shards.join import Joined
from build_scripts.shards.outline import outline_of
from build_scripts.shards.part import parts
from build_scripts.shards.part_pages import write_part
from tests.shards.many_readings import below, write

MARK = ".written-by-readings.json"


CONFIGURATION = SiteConfiguration(
    use_directory_urls=False,
    site_url="https://example.org/",
    wants_search_entries=True,
    longest_list=2_000,
)
"""All lists are divided."""


def test_the_pages_of_all_parts_are_the_pages(tmp_path: Path) -> None:
    root = write(tmp_path / "project")
    checked = pipeline.check(root)
    whole = pipeline.plan(checked, CONFIGURATION).rendered()
    site = pipeline.site_to_publish(checked, CONFIGURATION)
    outline = outline_of(site, checked.project.collection, checked.links)
    joined = Joined(checked.merged.found, outline)
    expected = {file.path: file.content for file in whole.files}
    for count in (3, 14):
        made: dict[str, bytes] = {}
        for part in parts(count):
            docs = tmp_path / part.name
            written, found = write_part(root, CONFIGURATION, part, joined, docs)
            assert written is not None
            assert found == ()
            files = {p: c for p, c in below(docs).items() if not p.endswith(MARK)}
            assert not files.keys() & made.keys()
            made |= files
            for page, information in written.pages.items():
                assert information == whole.pages[page], page
        assert made.keys() == expected.keys()
        assert [path for path in expected if made[path] != expected[path]] == []
        assert [*outline.titles] == [*whole.pages]
