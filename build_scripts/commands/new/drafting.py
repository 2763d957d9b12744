"""Drafts of contributions: put together, checked inside the project, then written to disk."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from build_scripts import pipeline
from build_scripts.commands.command import FAULTS, SUCCESS, USAGE
from build_scripts.commands.console import print_text, tell
from build_scripts.commands.reading_named import no_reading
from build_scripts.contribute.new_entries import NewFile
from build_scripts.contribute.new_findings import new_findings
from build_scripts.contribute.quoted_target import target_of
from build_scripts.disk.atomic import create_file
from build_scripts.disk.project_lines import lines_of_project
from build_scripts.merge.anchors.quotable_text import quotable_reading
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic, has_errors
from build_scripts.model.reading import Reading
from build_scripts.model.selector import TextQuoteSelector
from build_scripts.read.files.file_content import leads_out
from build_scripts.read.identifiers import Identified, claims
from build_scripts.report.harmless import harmless
from build_scripts.report.plain_text import LinesOf
from build_scripts.text.ids import intended_id, is_id, proposed_id
from build_scripts.text.line_ends import with_unix_line_ends

_ID_RULE = "a small letter a–z, then small letters, digits and hyphens"


class ReadingMeant(NamedTuple):
    """The reading that a contribution is about.

    Attributes:
        id: as typed, or an id that stands in for it.
        reading: None where there is no such reading, or it has no text.
    """

    id: str
    reading: Reading | None


class Draft:
    """A contribution that is being made, and the mistakes on the command line.

    A stand-in takes the place of each mistake, so that the rest can be checked and all messages
    come together.

    Attributes:
        checked: the project as it is.
        problems: the mistakes, in lines for the person who typed.
        remarks: what to tell once the files are written.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        # With drafts, because their ids are taken, too. The findings are the same without them.
        self.checked = pipeline.check(root, with_drafts=True)
        self.problems: list[str] = []
        self.remarks: list[str] = []
        self._has_unknown_reading = False
        self._readings = {
            annotated.reading.id: annotated.reading
            for annotated in self.checked.merged.collection.readings
        }

    def reading(self, name: str) -> ReadingMeant:
        """The reading with an id; it is a problem if there is none, or it has no text."""
        if reading := self.known_reading(name):
            return ReadingMeant(name, reading)
        self._has_unknown_reading = True
        stand_in = ReadingMeant(name if is_id(name) else "unknown", None)
        if name in self._readings:
            self.problems.append(f"the text of {name} cannot be read: `readings check` says why")
            return stand_in
        self.problems.append(no_reading(name, self._readings))
        return stand_in

    def known_reading(self, name: str) -> Reading | None:
        """The reading with an id, if there is one with a text."""
        reading = self._readings.get(name)
        return reading if reading is not None and reading.source.paragraphs else None

    def identifier(self, given: str | None, words: str, kind: str, taken: Mapping[str, str]) -> str:
        """The id that was given on the command line, or an id made of words.

        It is a problem if the given one is not an id, or is among those that are `taken`.
        """
        if given is not None and not is_id(given):
            guess = intended_id(given)
            example = f", for example {guess}" if is_id(guess) else ""
            self.problems.append(f"“{given}” cannot be an id, which is {_ID_RULE}{example}")
        elif given is not None and given in taken:
            self.problems.append(f"the id {given} is taken: {taken[given]}; choose another one")
        elif given is not None:
            return given
        proposal = proposed_id(words, kind, taken)
        if words and not intended_id(words):
            self.remarks.append(
                f"the id is {proposal}, because no id can be made of these letters; for a better "
                "one, delete the file, and give the command an --id"
            )
        return proposal

    def taken(self, entries: Iterable[Identified], folder: str, prefix: str = "") -> dict[str, str]:
        """Ids that are not free, with their places: entries or files have them, or had them.

        The names of files of this kind have a prefix. Their folder is relative to the root.
        """
        names = (path.name for path in (self.root / folder).glob(f"{prefix}*.yml"))
        files = {
            name.removeprefix(prefix).removesuffix(".yml"): f"{folder}/{name}" for name in names
        }
        return files | {claim.identifier: claim.origin.in_words for claim in claims(entries)}

    def target(
        self,
        reading: Reading | None,
        quotation: TextQuoteSelector,
        name: str = "",
        *,
        flags: bool = True,
    ) -> dict[str, str]:
        """The shortest description of the place of quoted words, as it is written in a file.

        If there are `flags` that choose a place, the name of each begins with `name`.
        """
        if reading is None:
            return {"exact": quotation.exact}
        choosing = (
            f"choose one with --{name}occurrence N, --{name}paragraph, --{name}prefix or "
            f"--{name}suffix"
            if flags
            else "quote more words"
        )
        target, problem = target_of(quotable_reading(reading), quotation, choosing)
        if problem:
            about = f"“{quotation.exact}” in {reading.id}: " if name or not flags else ""
            self.problems.append(about + problem)
        return target

    def finish(self, next_step: str, *files: NewFile, remarks: Iterable[str] = ()) -> int:
        """Check new files inside the project, and write them if nothing is wrong.

        The most important file is the first. Once the files are written, the remarks and the next
        step are printed.

        Returns:
            The exit status.
        """
        proposed = {file.path: file.content for file in files}
        for path in proposed:
            self.problems += _obstacles(self.root, path)
        after = pipeline.check(self.root, with_drafts=True, proposed=proposed)
        findings = new_findings(self.checked.diagnostics, after.diagnostics)
        if self._has_unknown_reading:  # a problem says the same in other words
            findings = tuple(one for one in findings if not _is_misplaced(one, proposed))
        if findings:
            print_text(findings, _lines(self.root, proposed), sys.stderr)
        for problem in self.problems:
            first, *rest = map(harmless, problem.split("\n"))
            print(f"readings: {first}", *rest, sep="\n", file=sys.stderr)
        if self.problems or has_errors(findings):
            tell("nothing was written")
            return USAGE if self.problems else FAULTS
        for file in reversed(files):
            create_file(self.root / file.path, file.content)
        pipeline.offer_ids(self.root, after)
        for file in files:
            print(file.path)
        strict = (STRICT,) if has_errors(findings, is_strict=True) else ()
        for remark in (*remarks, *self.remarks, *strict, next_step):
            tell(remark)
        return SUCCESS


SEE_IT = "see it with `mkdocs serve`; to propose it, commit this one file"
"""The next step after most contributions."""
STRICT = "the check of proposals counts warnings, too"
"""A remark for contributions that bring warnings."""


def _is_misplaced(finding: Diagnostic, proposed: Mapping[str, bytes]) -> bool:
    return finding.path in proposed and finding.code == Code.MISPLACED_ANNOTATIONS.value


def _obstacles(root: Path, path: str) -> list[str]:
    """Why a file cannot be added at a path, as far as that is known before it is written."""
    *folders, _ = path.split("/")
    above = ["/".join(folders[:count]) for count in range(1, len(folders) + 1)]
    for folder in above:
        # The reader does not follow links, and they may lead into another project.
        is_link = folder != above[0] and (root / folder).is_symlink()
        if is_link or leads_out(root, folder):
            return [f"{folder} is a link; put the folder itself there"]
    if (root / path).exists() or (root / path).is_symlink():
        return [f"{path} is there already, and nothing is ever overwritten"]
    return []


def _lines(root: Path, proposed: Mapping[str, bytes]) -> LinesOf:
    """The lines of files by path: of new files, and of files that are on disk."""
    new = {
        path: with_unix_line_ends(content.decode("utf-8-sig", errors="replace")).split("\n")
        for path, content in proposed.items()
    }
    on_disk = lines_of_project(root)
    return lambda path: new[path] if path in new else on_disk(path)
