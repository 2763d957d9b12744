"""`readings new reading`."""

import argparse
import sys
from pathlib import Path

from build_scripts.commands.command import AddParser, UsageError
from build_scripts.commands.new.drafting import Draft
from build_scripts.commands.new.options import identified
from build_scripts.contribute.ids import proposed_id
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
from build_scripts.read.files.file_content import Obstacle, content_of

_METADATA = ("publisher", "date", "original_language", "translator", "rights", "url", "description")
_NEXT = "look through reading.yml, then see it with `mkdocs serve`"


def add(add_parser: AddParser) -> None:
    """Add the command."""
    parser = add_parser(
        "reading",
        parents=[identified()],
        summary="a text; its title and language are asked for on a terminal",
    )
    option = parser.add_argument
    option("file", type=Path, metavar="FILE", help="the text; it is copied into seeds/ as it is")
    option("--title", metavar="TITLE", help="the title of its page")
    option("--language", metavar="TAG", help="its language, such as en, be or pt-BR")
    option(
        "--author",
        dest="authors",
        action="append",
        metavar="NAME",
        help="who wrote it; may be repeated",
    )
    option("--title-by", metavar="WHO", help="editor, where the text itself has no title")
    option("--publisher", metavar="NAME", help="who published it")
    option("--date", metavar="DATE", help="when: 1952, 1952-04 or 1952-04-26")
    option("--original-language", metavar="TAG", help="what it was translated from")
    option("--translator", metavar="NAME", help="who translated it")
    option("--rights", metavar="TEXT", help="whom it belongs to")
    option("--url", metavar="ADDRESS", help="where the original is on the web")
    option("--description", metavar="TEXT", help="one or two sentences on it")
    option("--plain", action="store_true", help="look neither for a header nor for speakers")
    parser.set_defaults(run=_run)


def _run(root: Path, options: argparse.Namespace) -> int:
    content = _content(options.file)
    draft = Draft(root)
    found = found_in(content)
    if options.plain:
        found = FoundInText(paragraphs=plain_paragraphs(content.decode("utf-8-sig", "replace")))
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
    # A folder that only lacks its reading.yml is a reading without a title: it may get one.
    taken = draft.taken((r for r in readings if r.metadata.title), "annotations/readings")
    given = options.identifier
    if given is None and _is_asked():
        given = _asked("Its id, which becomes its address", proposed_id(_stem(options), "r", taken))
    return draft.identifier(given, _stem(options), "reading", taken)


def _stem(options: argparse.Namespace) -> str:
    stem: str = options.file.stem
    return stem


def _metadata(
    draft: Draft, options: argparse.Namespace, found: FoundInText
) -> dict[str, Yaml | None]:
    said = found.header.metadata
    title = options.title if options.title is not None else said.get("title")
    language = options.language if options.language is not None else said.get("language")
    if _is_asked():
        title = _asked("Its title") if title is None else title
        usual = draft.checked.merged.collection.settings.language
        language = _asked("Its language, as a tag", usual) if language is None else language
    needed = {"--title": title, "--language": language}
    missing = [name for name, value in needed.items() if value is None]
    if missing:
        draft.problems.append(f"a reading needs {' and '.join(missing)}")
    author = said.get("author")
    given = vars(options)
    rest = {key: said.get(key) if given[key] is None else given[key] for key in _METADATA}
    return {
        # What stands in for what is missing, so that the rest is checked.
        "title": "…" if title is None else title,
        "title_by": options.title_by,
        "language": "en" if language is None else language,
        "authors": options.authors or ([author] if author else None),
        **rest,
    }


def _is_asked() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _asked(question: str, proposal: str = "") -> str:
    """What somebody types at a terminal, or the proposal where that is nothing."""
    while True:
        shown = f" [{proposal}]" if proposal else ""
        print(f"{question}{shown}: ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline()
        if not line:
            raise UsageError("nothing was written")
        if answer := line.strip() or proposal:
            return answer
