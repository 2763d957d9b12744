"""What `check` accepts, builds: every key of the format at its limits, through the whole build."""

import random
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts import pipeline
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.verify.whole_site import verify_whole_site
from tests.limits.projects import all_keys, driven, keys_in, settled
from tests.limits.values import BEYOND_ONE_PLACEABLE, Pick
from tests.mkdocs_runs import mkdocs_build
from tests.profiles import NAME, cases

CONFIGURATION = SiteConfiguration(
    site_name="Site", site_url="https://example.org/x/", wants_search_entries=True
)
SETTINGS = """\
site_name: Site
site_url: https://example.org/x/
theme: {name: material, font: false}
plugins: [readings, search]
"""
SITES = {"normal": 1, "long": 20}[NAME]


def here_and_there(seed: int) -> Pick:
    """Changes some values, to any others."""
    chance = random.Random(seed)
    share = chance.choice([0.02, 0.1, 0.3])

    def pick(options: Sequence[Any]) -> Any:
        return chance.random() < share if options == [False, True] else chance.choice(options)

    return pick


def everywhere(seed: int) -> Pick:
    """Changes most values, all texts to long ones, and adds most keys that are missing."""
    chance = random.Random(seed)

    def pick(options: Sequence[Any]) -> Any:
        if options == [False, True]:
            return chance.random() < 0.8  # some keys exclude others
        long = [o for o in options if isinstance(o, str) and len(o) >= BEYOND_ONE_PLACEABLE // 3]
        return chance.choice(long or options)

    return pick


@cases(normal=8, long=2_000)
@given(st.integers(0, 2**64))
def test_some_values_at_their_limits(seed: int) -> None:
    with TemporaryDirectory() as folder:
        _, checked = settled(Path(folder), driven(here_and_there(seed), most=10))
        pipeline.plan(checked, CONFIGURATION).rendered()


def test_every_value_at_its_limit(tmp_path: Path) -> None:
    missing = all_keys()
    for seed in range(SITES, 100):
        files, checked = settled(tmp_path / str(seed), driven(everywhere(seed), most=10))
        pipeline.plan(checked, CONFIGURATION).rendered()
        missing.difference_update(keys_in(files))
        if not missing:
            return
    pytest.fail(f"`check` accepted these keys in no project: {sorted(missing)}")


@pytest.mark.parametrize("seed", range(SITES))
def test_a_whole_site_at_the_limits(tmp_path: Path, seed: int) -> None:
    settled(tmp_path, driven(everywhere(seed), most=10))
    (tmp_path / "mkdocs.yml").write_text(SETTINGS)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home\n")

    outcome = mkdocs_build(tmp_path)

    assert outcome.returncode == 0, outcome.stderr[-5_000:]
    readings = pipeline.check(tmp_path).published_readings()
    assert len(readings) == 2
    assert verify_whole_site(tmp_path, tmp_path / "site", readings) == ()
