"""A contribution on its way to the disk: gathered, checked inside its project, written."""

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from build_scripts import pipeline
from build_scripts.commands.command import FAULTS, SUCCESS, USAGE
from build_scripts.commands.console import print_text
from build_scripts.contribute.ids import is_id, proposed_id
from build_scripts.contribute.new_entries import NewFile
from build_scripts.contribute.new_findings import new_findings
from build_scripts.contribute.quoted_target import Quotation, target_of
from build_scripts.disk.atomic import create_file
from build_scripts.disk.project_lines import lines_of_project
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic, has_errors, is_failure
from build_scripts.model.file_position import Origin
from build_scripts.model.reading import Reading
from build_scripts.read.files.file_content import leads_out
from build_scripts.read.identifiers import Identified, claims, intended_id
from build_scripts.report.harmless import harmless
from build_scripts.text.did_you_mean import nearest

_ID_RULE = "a small letter a–z, then small letters, digits and hyphens"


class Annotated(NamedTuple):
    """The reading that a contribution is about.

    Attributes:
        id: as typed, or something that can stand in for it.
        reading: None where there is no such reading, or none with a text.
    """

    id: str
    reading: Reading | None

    @property
    def folder(self) -> str:
        """Where its files lie, relative to the root."""
        return f"annotations/readings/{self.id}"


class Draft:
    """A contribution that is being made, and what is wrong with the command line.

    Whatever is wrong has something that stands in for it, so that all the rest is checked as well,
    and everything is said at once.

    Attributes:
        root: the project's folder.
        checked: the project as it is.
        problems: what is wrong, in lines for the person who typed.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        # With drafts: their ids are taken, too. What is found does not depend on it.
        self.checked = pipeline.check(root, with_drafts=True)
        self.problems: list[str] = []
        self._has_unknown_reading = False
        self._readings = {
            annotated.reading.id: annotated.reading
            for annotated in self.checked.merged.collection.readings
        }

    def reading(self, name: str) -> "Annotated":
        """The reading with an id; where there is none with a text, that is a problem."""
        found = self._readings.get(name)
        if found is not None and found.source.paragraphs:
            return Annotated(name, found)
        self._has_unknown_reading = True
        stand_in = Annotated(name if is_id(name) else "unknown", None)
        if found is not None:
            self.problems.append(f"the text of {name} cannot be read: `readings check` says why")
            return stand_in
        guess = nearest(name, self._readings)
        known = ", ".join(sorted(self._readings)) or "none"
        hint = f"did you mean {guess}?" if guess else f"known: {known}"
        self.problems.append(f"there is no reading {name}; {hint}")
        return stand_in

    def known_reading(self, name: str) -> Reading | None:
        """The reading that is named as another end; whether there is one, the check says."""
        found = self._readings.get(name)
        return found if found is not None and found.source.paragraphs else None

    def identifier(self, given: str | None, words: str, kind: str, taken: Mapping[str, str]) -> str:
        """The id that was given, if it can be one, or else one made of words.

        Args:
            given: on the command line.
            words: of the entry.
            kind: of the entry, as in the name of the command.
            taken: ids of this kind that are taken, with their places.
        """
        if given is not None and not is_id(given):
            guess = intended_id(given)
            example = f", for example {guess}" if is_id(guess) else ""
            self.problems.append(f"“{given}” cannot be an id, which is {_ID_RULE}{example}")
        elif given is not None and given in taken:
            self.problems.append(f"the id {given} is taken: {taken[given]}; choose another one")
        elif given is not None:
            return given
        return proposed_id(words, kind, taken)

    def taken(self, entries: Iterable[Identified], folder: str, prefix: str = "") -> dict[str, str]:
        """Ids that entries have or had, or that names of files in a folder stand for.

        Args:
            entries: of the kind.
            folder: where files of the kind are written, relative to the root.
            prefix: with which their names begin.
        """
        names = (path.name for path in (self.root / folder).glob(f"{prefix}*.yml"))
        files = {
            name.removeprefix(prefix).removesuffix(".yml"): f"{folder}/{name}" for name in names
        }
        return files | {claim.identifier: _place(claim.origin) for claim in claims(entries)}

    def target(
        self, reading: Reading | None, quotation: Quotation, name: str = "", *, flags: bool = True
    ) -> dict[str, str]:
        """What to write for quoted words: the shortest description of their place.

        Args:
            reading: the one that is quoted; None where it is not known.
            quotation: the words.
            name: stands before the names of the options that choose a place, with a hyphen.
            flags: whether there are such options.
        """
        if reading is None:
            return {"exact": quotation.exact}
        choosing = (
            f"choose one with --{name}occurrence N, --{name}paragraph, --{name}prefix or "
            f"--{name}suffix"
            if flags
            else "quote more words"
        )
        target, problem = target_of(reading.source, quotation, choosing)
        if problem:
            about = f"“{quotation.exact}” in {reading.id}: " if name or not flags else ""
            self.problems.append(about + problem)
        return target

    def finish(self, next_step: str, *files: NewFile, remarks: Iterable[str] = ()) -> int:
        """Check the files inside the project; where nothing is wrong, write them and say so.

        Args:
            next_step: what to do now, for the person who typed.
            files: those to add, the most important one first.
            remarks: said besides, where they were written.

        Returns:
            The exit status.
        """
        proposed = {file.path: file.content for file in files}
        for path in proposed:
            self.problems += _obstacles(self.root, path)
        after = pipeline.check(self.root, with_drafts=True, proposed=proposed)
        found = new_findings(self.checked.diagnostics, after.diagnostics)
        if self._has_unknown_reading:  # said in other words
            found = tuple(one for one in found if not _is_said(one, proposed))
        if found:
            print_text(found, _lines(self.root, proposed), sys.stderr)
        for problem in self.problems:
            tell(problem)
        if self.problems or has_errors(found):
            tell("nothing was written")
            return USAGE if self.problems else FAULTS
        for file in reversed(files):
            create_file(self.root / file.path, file.content)
        pipeline.offer_ids(self.root, after)
        for file in files:
            print(file.path)
        strict = (STRICT,) if is_failure(found, is_strict=True) else ()
        for remark in (*remarks, *strict, next_step):
            tell(remark)
        return SUCCESS


SEE_IT = "see it with `mkdocs serve`; to propose it, commit this one file"
"""The next step after most contributions."""
STRICT = "the check of proposals counts warnings, too"
"""Said where there are some."""


def tell(problem: str) -> None:
    """Say something about a contribution on standard error, on one or several lines."""
    first, *rest = problem.split("\n")
    print(f"readings: {harmless(first)}", *map(harmless, rest), sep="\n", file=sys.stderr)


def _place(origin: Origin) -> str:
    line, _ = origin.document.line_and_column(origin.offset)
    return f"{origin.document.path}, line {line}"


def _is_said(found: Diagnostic, proposed: Mapping[str, bytes]) -> bool:
    return found.path in proposed and found.code == Code.MISPLACED_ANNOTATIONS.value


def _obstacles(root: Path, path: str) -> list[str]:
    """Why a file cannot be added at a place, as far as can be told beforehand."""
    *folders, _ = path.split("/")
    above = ["/".join(folders[:count]) for count in range(1, len(folders) + 1)]
    for folder in above:
        # The reader does not follow them, and what they lead to may be another project's.
        is_link = folder != above[0] and (root / folder).is_symlink()
        if is_link or leads_out(root, folder):
            return [f"{folder} is a link; put the folder itself there"]
    if (root / path).exists() or (root / path).is_symlink():
        return [f"{path} is there already, and nothing is ever overwritten"]
    return []


def _lines(root: Path, proposed: Mapping[str, bytes]) -> Callable[[str], list[str]]:
    """As `lines_of_project`, with the lines of files that are not on disk yet."""
    on_disk = lines_of_project(root)

    def lines_of(path: str) -> list[str]:
        content = proposed.get(path)
        if content is None:
            return [*on_disk(path)]
        text = content.decode("utf-8-sig", errors="replace")
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    return lines_of
