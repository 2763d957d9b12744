"""`readings new reading`."""

import argparse
import sys
from pathlib import Path

from build_scripts.commands.command import Command, UsageError, argument, repeated
from build_scripts.commands.new.drafting import Draft
from build_scripts.commands.new.options import IDENTIFIER, citation, long_text
from build_scripts.contribute.new_entries import NewFile
from build_scripts.contribute.new_reading import (
    FoundInText,
    described,
    found_in,
    plain_paragraphs,
    reading_file,
)
from build_scripts.export.annotation_yaml import Yaml
from build_scripts.model import limits
from build_scripts.model.reading import Publish
from build_scripts.model.source_text import ParagraphRule
from build_scripts.read.files.file_content import Obstacle, content_of
from build_scripts.text.ids import proposed_id
from build_scripts.text.line_ends import with_unix_line_ends

_METADATA = (
    *("publisher", "date", "original_language", "translator", "version", "rights", "licence"),
    *("publish", "url", "description", "notice"),
)
_NEXT = "look through reading.yml, then see it with `mkdocs serve`"


_ARGUMENTS = (
    IDENTIFIER,
    argument("file", "the text; it is copied into seeds/ as it is", "FILE", type=Path),
    argument("--title", "the title of its page", "TITLE"),
    argument("--language", "its language, such as en, be or pt-BR", "TAG"),
    repeated("--author", "who wrote it; may be repeated", "NAME", "authors"),
    repeated("--interviewee", "who is interviewed in it; may be repeated", "NAME", "interviewee"),
    repeated("--interviewer", "who asks; may be repeated", "NAME", "interviewer"),
    argument("--title-by", "who gave the title: `editor` if the text has none of its own", "WHO"),
    argument("--publisher", "who published it", "NAME"),
    argument("--date", "when: 1952, 1952-04-26 or 1952~ (about)", "DATE"),
    argument("--original-language", "the language it was translated from, such as be", "TAG"),
    argument("--translator", "who translated it", "NAME"),
    argument("--version", "what it is, if it is not what was published", "TEXT"),
    argument("--notice", "what readers must know before they quote it, in Markdown", "TEXT"),
    argument(
        "--introduction",
        "what is good to know before it is read; - reads it from standard input",
        "TEXT",
    ),
    argument("--rights", "who holds the rights", "TEXT"),
    argument("--licence", "the licence of the text: its id in the SPDX list, or its name", "TEXT"),
    argument(
        "--publish",
        "how much of it the site shows, if not all: `passages` or `notes`",
        choices=[one.value for one in Publish],
    ),
    repeated(
        "--further-reading",
        "a reference that is worth reading after it; may be repeated",
        "KEY[=PLACE]",
        "further_reading",
    ),
    argument("--url", "where the original is on the web", "ADDRESS"),
    argument("--description", "one or two sentences on it", "TEXT"),
    argument(
        "--paragraphs",
        "what separates them, if it is not recognised rightly: `blank-lines` or `lines`",
        choices=[rule.value for rule in ParagraphRule],
    ),
    argument("--plain", "do not look for a header or speakers", action="store_true"),
)


def _run(root: Path, options: argparse.Namespace) -> int:
    content = _content(options.file)
    draft = Draft(root)
    rule = options.paragraphs and ParagraphRule(options.paragraphs)
    found = found_in(content, rule)
    if options.plain:
        rule = rule or ParagraphRule.BLANK_LINES
        text = with_unix_line_ends(content.decode("utf-8-sig", "replace"))
        found = FoundInText(paragraphs=plain_paragraphs(text, rule), rule=rule)
    source, is_copied = _source(draft, options.file)
    id_ = _identifier(draft, options)
    metadata = _metadata(draft, options, found)
    files = [reading_file(id_, source, content, metadata, found)]
    if is_copied:
        files.append(NewFile(source, content))
    return draft.finish(_NEXT, *files, remarks=described(found))


def _content(file: Path) -> bytes:
    content = content_of(file, limits.LARGEST_SOURCE)
    if content is None:
        raise UsageError(f"there is no file {file}")
    if isinstance(content, Obstacle):
        raise UsageError(f"{file} {content.predicate}. {content.hint}")
    return content


def _source(draft: Draft, file: Path) -> tuple[str, bool]:
    """The path of the source in the project, and whether the file is to be copied there."""
    place = file.parent.resolve() / file.name
    seeds = (draft.root / "seeds").resolve()
    if place.is_relative_to(seeds):
        return f"seeds/{place.relative_to(seeds).as_posix()}", False
    source = f"seeds/{file.name}"
    if (draft.root / source).exists():
        draft.problems.append(
            f"{source} is there already, and is not overwritten; if it is this text, type "
            f"`readings new reading {source}`, or else give the file another name"
        )
        return source, False
    return source, True


def _identifier(draft: Draft, options: argparse.Namespace) -> str:
    readings = (one.reading for one in draft.checked.merged.collection.readings)
    # A folder without reading.yml shows up as a reading without a title. The new reading may use
    # that folder.
    taken = draft.taken((r for r in readings if r.metadata.title), "annotations/readings")
    given = options.identifier
    if given is None and _is_asked():
        proposal = proposed_id(options.file.stem, "reading", taken)
        given = _asked("Its id, which becomes its address", proposal)
    return draft.identifier(given, options.file.stem, "reading", taken)


def _metadata(
    draft: Draft, options: argparse.Namespace, found: FoundInText
) -> dict[str, Yaml | None]:
    header = found.header.metadata
    given = {key: value for key, value in vars(options).items() if value is not None}
    stated = {key: given.get(key, header.get(key)) for key in ("title", "language", *_METADATA)}
    title, language = stated["title"], stated["language"]
    if _is_asked():
        title = _asked("Its title") if title is None else title
        usual = draft.checked.merged.collection.settings.language
        language = _asked("Its language, as a tag", usual) if language is None else language
    needed = {"--title": title, "--language": language}
    missing = [name for name, value in needed.items() if value is None]
    if missing:
        draft.problems.append(f"a reading needs {' and '.join(missing)}")
    author = header.get("author")
    return {
        # Placeholders for missing values, so that the rest can still be checked.
        "title": "…" if title is None else title,
        "title_by": options.title_by,
        "language": "en" if language is None else language,
        "authors": options.authors or ([author] if author else None),
        "interviewee": options.interviewee or None,
        "interviewer": options.interviewer or None,
        **{key: stated[key] for key in _METADATA},
        "introduction": {"body": long_text(options.introduction)} if options.introduction else None,
        "further_reading": [*map(citation, options.further_reading)] or None,
    }


def _is_asked() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _asked(question: str, proposal: str = "") -> str:
    """The answer that somebody types at a terminal; the proposal if the answer is empty."""
    while True:
        default = f" [{proposal}]" if proposal else ""
        print(f"{question}{default}: ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            raise UsageError("nothing was typed")
        if answer := line.strip() or proposal:
            return answer


COMMAND = Command(
    "reading",
    "add a text (asks for its title and language if you leave them out)",
    _run,
    _ARGUMENTS,
)
