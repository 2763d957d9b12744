"""The documentation is true: its examples are run, its commands and links lead somewhere.

How a page of the guide writes its examples, so that they are run here:

- A ``yaml`` block whose first line is a comment with a path is that file of a project; so is a
  ``text`` block with ``title="seeds/…"``. The blocks of a page are put into one project, one after
  the other; a block replaces an earlier one of the same path. Each page begins with the sample
  text of docs/guide/annotating.md. After each YAML block the project must be free of faults.
- Where ``(wrong: A002)`` stands behind the path, the project must have exactly these faults; the
  block is taken back before the next one.
- A ``console`` block with output is run at its place on the page, in the project's folder, and must
  print just that. Besides ``readings`` there is ``cat``, which shows what a command has written.
"""

import json
import re
import shlex
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from enum import Enum
from io import StringIO
from itertools import pairwise, takewhile
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args, get_origin

import pytest
from markdown.extensions.toc import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from build_scripts import pipeline
from build_scripts.cli import main
from build_scripts.model.codes import Code
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.pages.joined_assets import (
    SCRIPT,
    STYLE_SHEET,
    STYLE_SHEET_OF_PAGES,
    STYLE_SHEET_OF_WRITING_SYSTEMS,
)
from build_scripts.read.schema.items import ITEM_MODELS, AnnotationFileModel
from build_scripts.read.schema.values import FormatModel

PROJECT = Path(__file__).resolve().parent.parent
GUIDE = PROJECT / "docs" / "guide"
GUIDE_PAGES = sorted(GUIDE.glob("*.md"))
PAGES = [
    *(PROJECT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *GUIDE_PAGES,
]

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
each_guide_page = pytest.mark.parametrize("page", GUIDE_PAGES, ids=lambda page: page.stem)


def tokens_of(page: Path) -> list[Token]:
    parser = MarkdownIt("commonmark").enable("table")
    return parser.parse(page.read_text(encoding="utf-8"))


class Block(NamedTuple):
    """A fenced block: where it is, its info string, its lines."""

    place: str
    info: str
    content: str

    @property
    def language(self) -> str:
        return self.info.partition(" ")[0]


def blocks_of(page: Path) -> Iterator[Block]:
    for token in tokens_of(page):
        if token.type == "fence" and token.map:
            yield Block(f"{page.name}:{token.map[0] + 1}", token.info, token.content)


# Examples


_CODES = r"(?: \(wrong: (?P<codes>[A-Z]\d{3}(?:, [A-Z]\d{3})*)\))?"
_NAMED_BY_COMMENT = re.compile(rf"# (?P<path>annotations/\S+){_CODES}\n")
_NAMED_BY_TITLE = re.compile(rf'text title="(?P<path>seeds/\S+?){_CODES}"')


class Example(NamedTuple):
    """A block that is a file of a project, and the codes of the faults it is to show."""

    place: str
    path: str
    content: str
    codes: frozenset[str]


def example(block: Block) -> Example | None:
    """The example that a block is, if any."""
    if block.language == "yaml" and block.content.startswith("#"):
        named = _NAMED_BY_COMMENT.match(block.content)
        assert named, f"{block.place}: the comment on top names no file"
    else:
        named = _NAMED_BY_TITLE.fullmatch(block.info)
    if named is None:
        return None
    codes = frozenset(filter(None, (named["codes"] or "").split(", ")))
    return Example(block.place, named["path"], block.content, codes)


def put(project: Path, path: str, content: str) -> None:
    file = project / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")


def put_sample(project: Path) -> None:
    """The first text of the guide, and the reading.yml that declares it."""
    examples = [found for found in map(example, blocks_of(GUIDE / "annotating.md")) if found]
    for found in examples[:2]:
        put(project, found.path, found.content)
    assert [Path(found.path).suffix for found in examples[:2]] == [".txt", ".yml"]


DAY_OF_THE_GUIDE = "1732968000"
"""30 November 2024: what its commands write bears this date."""

UNUSED = {"G004", "R002"}
"""What nothing uses yet may be used by an example further down; at the end of the page it is."""


class Rehearsal:
    """A project in which a page's examples are tried."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self._to_restore: tuple[Path, bytes | None] | None = None
        put_sample(project)

    def add(self, found: Example) -> None:
        self.take_back()
        file = self.project / found.path
        if found.codes:
            self._to_restore = file, file.read_bytes() if file.exists() else None
        put(self.project, found.path, found.content)
        if found.codes or file.suffix == ".yml":
            diagnostics = pipeline.check(self.project).diagnostics
            codes = {one.code for one in diagnostics} - (UNUSED - found.codes)
            assert codes == found.codes, (found.place, diagnostics)

    def take_back(self) -> None:
        """Undo a mistake that was shown."""
        if self._to_restore is not None:
            file, content = self._to_restore
            if content is None:
                file.unlink()
            else:
                file.write_bytes(content)
            self._to_restore = None


def commands_of(block: Block) -> Iterator[tuple[str, str]]:
    """The commands of a block of shell, each with the output that stands below it."""
    if block.language == "sh":
        yield from ((line, "") for line in block.content.splitlines() if line)
    if block.language == "console":
        for piece in re.split(r"^\$ ", block.content, flags=re.MULTILINE)[1:]:
            command, _, output = piece.partition("\n")
            yield command, output


def output_of(command: str, project: Path) -> str:
    """All that a terminal shows of a command, in order."""
    program, *arguments = shlex.split(command)
    if program == "cat":
        return "".join((project / path).read_text(encoding="utf-8") for path in arguments)
    assert program == "readings", f"the output of {program} is never compared"
    terminal = StringIO()
    with redirect_stdout(terminal), redirect_stderr(terminal), chdir(project):
        main(arguments)
    return terminal.getvalue()


@each_guide_page
def test_the_examples_of_a_page_do_what_the_page_says(
    page: Path,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY_OF_THE_GUIDE)
    git_knows = tmp_path_factory.mktemp("home") / "gitconfig"
    git_knows.write_text("[user]\nname = Ada Quill\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(git_knows))
    rehearsal = Rehearsal(tmp_path)
    for block in blocks_of(page):
        found = example(block)
        if found is not None:
            rehearsal.add(found)
        for command, output in commands_of(block):
            if output:
                assert output_of(command, tmp_path) == output, block.place
    rehearsal.take_back()

    built = pipeline.build(tmp_path, SiteConfiguration())

    assert built.diagnostics == ()


@pytest.mark.parametrize(
    ("info", "content", "expected"),
    [
        ("yaml", "# annotations/site.yml\ndrafts: hide\n", ("annotations/site.yml", set())),
        (
            "yaml",
            "# annotations/a.yml (wrong: A001, B001)\n",
            ("annotations/a.yml", {"A001", "B001"}),
        ),
        ('text title="seeds/a.txt"', "A text.\n", ("seeds/a.txt", set())),
        ('text title="seeds/a.txt (wrong: S006)"', "A text.\n", ("seeds/a.txt", {"S006"})),
        ("yaml", "plugins: [readings]\n", None),
        ("text", "A text.\n", None),
    ],
)
def test_blocks_that_are_files_are_recognised(
    info: str, content: str, expected: tuple[str, set[str]] | None
) -> None:
    found = example(Block("page.md:1", info, content))

    assert (found and (found.path, set(found.codes))) == expected


def test_an_example_that_does_not_do_what_it_says_is_noticed(tmp_path: Path) -> None:
    rehearsal = Rehearsal(tmp_path)
    note = "notes:\n  - {id: a, target: {exact: nowhere in it}, body: a}\n"

    rehearsal.add(Example("", "annotations/readings/harbour/a.yml", note, frozenset({"A001"})))
    with pytest.raises(AssertionError, match="A001"):
        rehearsal.add(Example("", "annotations/readings/harbour/a.yml", note, frozenset()))


# Commands


def inline_code(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "code_inline":
            yield token.content
        yield from inline_code(token.children or ())


def named_commands(page: Path) -> Iterator[tuple[str, str]]:
    """Every command that a page tells people to type, in blocks and in sentences."""
    for block in blocks_of(page):
        for command, _ in commands_of(block):
            yield block.place, command
    for code in inline_code(tokens_of(page)):
        if re.match(r"(make|readings) [a-z]", code):
            yield page.name, code


def help_of(words: Iterable[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What a subcommand of `readings` says of itself; empty where there is no such one.

    Args:
        words: what stands before the options: the subcommand, its own, and their arguments.
        capsys: what is printed.
    """
    with pytest.raises(SystemExit) as outcome:
        main([*words, "--help"])
    printed = capsys.readouterr().out
    return printed if outcome.value.code == 0 else ""


def fault_of(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What is wrong with a command, or nothing."""
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    words = shlex.split(command, comments=True)
    while words and (variable := re.match(r"([A-Z_]+)=", words[0])):
        if f"!ENV [{variable[1]}," not in settings:
            return f"nothing reads the variable {variable[1]}"
        del words[0]
    program, *arguments = words
    match program:
        case "make":
            for word in arguments:
                name, is_variable, _ = word.partition("=")
                sought = rf"^{name} *[?:]?=" if is_variable else rf"^{name}:(?!=)"
                if not re.search(sought, makefile, flags=re.MULTILINE):
                    return f"the Makefile has no {name}"
        case "readings":
            before_options = takewhile(lambda word: not word.startswith("-"), arguments)
            listed = help_of(before_options, capsys)
            if not listed:
                return f"readings has no {arguments[0]}"
            for word in arguments[1:]:
                if word.startswith("--") and not re.search(rf"{word}\b", listed):
                    return f"readings {arguments[0]} has no {word}"
        case "." | "cat" | "cd" | "git" | "mkdocs" | "pip" | "printf" | "python3" | "sha256sum":
            pass
        case _:
            return f"is {program} there on every machine?"
    return ""


@each_page
def test_every_command_exists(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    faults = [
        f"{place}: {command}: {fault}"
        for place, command in named_commands(page)
        if (fault := fault_of(command, capsys))
    ]

    assert faults == []


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        ("make serve PORT=9000", ""),
        ("SITE_URL=https://example.org/ make build", ""),
        ("readings check --format json", ""),
        ("make sense", "the Makefile has no sense"),
        ("make serve COLOUR=red", "the Makefile has no COLOUR"),
        ("COLOUR=red make serve", "nothing reads the variable COLOUR"),
        ('readings new note harbour "the boats" --body -', ""),
        ("readings aloud", "readings has no aloud"),
        ("readings new poem", "readings has no new"),
        ("readings new note harbour x --colour red", "readings new has no --colour"),
        ("readings check --loud", "readings check has no --loud"),
        ("pandoc x", "is pandoc there on every machine?"),
    ],
)
def test_a_command_that_does_not_exist_is_noticed(
    command: str, fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fault_of(command, capsys) == fault


def test_the_guide_names_every_target_of_the_makefile() -> None:
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*## ", makefile, flags=re.MULTILINE))

    listed = re.findall(r"^\| `make ([a-z-]+)`", read_guide("command-line"), flags=re.MULTILINE)

    assert set(listed) == targets - {"help"}


# Links


def children(page: Path) -> Iterator[Token]:
    for token in tokens_of(page):
        yield from token.children or ()


def destinations(page: Path) -> Iterator[str]:
    for token in children(page):
        address = token.attrGet("href") or token.attrGet("src")
        if address and not re.match(r"https?://", str(address)):
            yield str(address)


def anchors(page: Path) -> set[str]:
    """Ids of the headings, as MkDocs makes them."""
    tokens = tokens_of(page)
    headings = [
        slugify("".join(piece.content for piece in inline.children or ()), "-")
        for opening, inline in pairwise(tokens)
        if opening.type == "heading_open"
    ]
    # MkDocs would number the second, and a new heading before it would change what links mean.
    assert len(set(headings)) == len(headings), f"{page.name} has a heading twice"
    return set(headings)


@each_page
def test_every_link_leads_somewhere(page: Path) -> None:
    for address in destinations(page):
        path, _, fragment = address.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), address
        if page.parent == GUIDE:
            assert target.is_relative_to(PROJECT / "docs"), f"{address} is not on the site"
        if fragment:
            assert fragment in anchors(target), address


@each_guide_page
def test_every_page_can_be_reached_from_the_first(page: Path) -> None:
    reached = {
        (GUIDE / address.partition("#")[0]).name for address in destinations(GUIDE / "index.md")
    }

    assert page.name in reached | {"index.md"}


# References


def read_guide(name: str) -> str:
    return (GUIDE / f"{name}.md").read_text(encoding="utf-8")


def models() -> dict[str, type[BaseModel]]:
    """The models of the format, by what format.md calls them: `FarEndModel` is “Far end”."""
    return {
        re.sub(r"(?<!^)([A-Z])", r" \1", model.__name__.removesuffix("Model")).capitalize(): model
        for model in without_heirs(FormatModel)
        if model is not AnnotationFileModel
    }


def without_heirs(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The models that others only inherit from are left out; their keys are shared keys."""
    heirs = model.__subclasses__()
    if not heirs:
        yield model
    for heir in heirs:
        yield from without_heirs(heir)


class Row(NamedTuple):
    """A line of a table of the format reference."""

    key: str
    required: str
    value: str
    meaning: str


SHARED = {"keys-of-every-entry", "keys-that-go-with-exact"}
"""Sections of format.md with keys that several kinds have; each kind links to them."""


def documented() -> dict[str, dict[str, Row]]:
    """The keys that format.md lists for each kind: in its own section, and in those it shares."""
    tables: dict[str, dict[str, Row]] = {}
    shared_by: dict[str, list[str]] = {}
    for section in re.split(r"^###? ", read_guide("format"), flags=re.MULTILINE)[1:]:
        heading = section.partition("\n")[0]
        anchor = slugify(heading, "-")
        rows = [
            Row(*(cell.strip() for cell in line.strip("|").split("|")))
            for line in section.splitlines()
            if line.startswith("| `") and line.count("|") == len(Row._fields) + 1
        ]
        title = anchor if anchor in SHARED else heading.partition(":")[0]
        if rows:
            tables[title] = {row.key.strip("`"): row for row in rows}
            shared_by[title] = re.findall(r"^Also the \[.+\]\(#(.+)\)", section, flags=re.MULTILINE)
    shared = {anchor: tables.pop(anchor) for anchor in SHARED}
    for title, anchors_ in shared_by.items():
        for anchor in anchors_:
            assert not tables[title].keys() & shared[anchor], f"{title} has a shared key itself"
            tables[title] |= shared[anchor]
    return tables


def words_of(annotation: Any) -> set[str]:
    """The words that a type allows, where it allows only some."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return {member.value for member in annotation}
    if get_origin(annotation) is Literal:
        return set(get_args(annotation))
    return {word for part in get_args(annotation) for word in words_of(part)}


def fields() -> Iterator[tuple[str, str, FieldInfo]]:
    for title, model in models().items():
        for name, field in model.model_fields.items():
            yield title, field.alias or name, field


def test_the_format_reference_has_every_key_and_no_other() -> None:
    expected: dict[str, set[str]] = {}
    for title, key, _ in fields():
        expected.setdefault(title, set()).add(key)

    assert {title: set(rows) for title, rows in documented().items()} == expected


def test_the_format_reference_says_what_is_required() -> None:
    rows = documented()
    for title, key, field in fields():
        assert rows[title][key].required == ("yes" if field.is_required() else "no"), (title, key)


def test_the_format_reference_lists_the_allowed_words_and_the_usual_one() -> None:
    rows = documented()
    for title, key, field in fields():
        words = words_of(field.annotation)
        if words:
            value = rows[title][key].value
            assert set(re.findall(r"`([^`]+)`", value)) == words, (title, key)
            usual = field.default.value if isinstance(field.default, Enum) else field.default
            found = re.findall(r"`([^`]+)` \(usual\)", value)
            assert found == ([usual] if isinstance(usual, str) else []), (title, key)


def test_the_format_reference_lists_the_kinds_of_annotations() -> None:
    listed = re.findall(r"^\| `(\w+)` \| \[", read_guide("format"), flags=re.MULTILINE)

    assert set(listed) == set(ITEM_MODELS)


def diagnostic_sections() -> dict[str, str]:
    pieces = re.split(r"^### (.+)\n", read_guide("diagnostics"), flags=re.MULTILINE)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def test_every_code_has_a_section_and_no_section_is_left_over() -> None:
    assert set(diagnostic_sections()) == {code.value for code in Code}


def test_the_sections_of_the_codes_are_in_the_order_of_the_catalogue() -> None:
    assert list(diagnostic_sections()) == [code.value for code in Code]


@pytest.mark.parametrize("code", list(Code), ids=lambda code: code.value)
def test_the_section_of_a_code_shows_this_code(code: Code) -> None:
    section = diagnostic_sections()[code.value]

    assert section.lstrip().startswith("**"), "it begins with what the code means"
    for codes in re.findall(r"\(wrong: ([^)]+)\)", section):
        assert code.value in codes.split(", ")


def test_the_page_on_libraries_names_every_dependency_and_no_other() -> None:
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = [
        *settings["project"]["dependencies"],
        *(line for group in settings["dependency-groups"].values() for line in group),
    ]

    from_npm = json.loads((PROJECT / "tests/node/package.json").read_text(encoding="utf-8"))

    explained = re.findall(r"\*\*`([^`]+)`\*\*", read_guide("libraries"))

    names = [canonicalize_name(Requirement(line).name) for line in declared]
    assert sorted(explained) == sorted([*names, *from_npm["dependencies"]])


def test_the_files_to_list_without_the_plugin_are_those_of_the_plugin() -> None:
    listed = re.findall(r"assets/readings/(\S+\.(?:css|js))\n", read_guide("publishing"))
    assert listed == [
        STYLE_SHEET,
        STYLE_SHEET_OF_WRITING_SYSTEMS,
        STYLE_SHEET_OF_PAGES,
        SCRIPT,
    ]
