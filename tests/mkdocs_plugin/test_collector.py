"""What is spared the collector during a build is looked at again afterwards."""

import gc

from build_scripts.mkdocs_plugin import collector


def test_all_is_looked_at_again_after_a_build() -> None:
    collector.set_aside()
    during = gc.get_freeze_count()
    collector.take_back()

    assert during > 0
    assert gc.get_freeze_count() == 0
