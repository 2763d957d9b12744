"""The rules for bodies as the form's script gets them."""

import re

from build_scripts.render.contribution.body_patterns import body_patterns


def test_only_names_of_what_nobody_sees_are_refused_and_scripts_are_written_in_ascii() -> None:
    patterns = body_patterns()
    refused = patterns["refused"]
    assert isinstance(refused, list)
    unseen = dict(refused)["unseen"]
    for pattern in (unseen, str(patterns["hidden"])):
        assert re.fullmatch("[ -~]+", pattern)
    assert "|ZeroWidthSpace;" in unseen
    assert not re.search(r"[(|](?:amp|nbsp|eacute);", unseen)
