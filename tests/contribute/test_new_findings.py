"""What counts as new with a file, and what was wrong before."""

from dataclasses import replace

from build_scripts.contribute.new_findings import new_findings
from build_scripts.model.diagnostic import Diagnostic, Severity

FINDING = Diagnostic("a.yml", 1, 1, Severity.ERROR, "R001", "There is no source `x`", "Known: a.")


def test_what_was_there_is_not_new_though_there_is_more_to_choose_from() -> None:
    assert new_findings([FINDING], [replace(FINDING, hint="Known: a, b.")]) == ()


def test_a_finding_in_another_file_is_new_as_well() -> None:
    other = replace(FINDING, path="b.yml", line=7)

    assert new_findings([FINDING], [FINDING, other]) == (other,)


def test_what_is_mended_is_not_told() -> None:
    assert new_findings([FINDING], []) == ()
