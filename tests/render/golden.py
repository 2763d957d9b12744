"""The golden cases in tests/cases/render: small projects, and what becomes of them.

Each case is a YAML file that can be read as documentation::

    # What the case shows.
    text: ...                 # of the reading `text`; its seeds/text.txt
    reading: {...}            # more of its reading.yml
    annotations: {...}        # its notes, corrections and so on
    glossary: {id: {...}}     # terms
    others: {id: {...}}       # further readings: text, reading, annotations
    settings: {...}           # annotations/site.yml
    longest_list: 900         # bytes on a page of a list; a longer one is divided
    drafts: shown             # as under `mkdocs serve`; otherwise as they are published
    show: {page: [...]}       # of which page: title, notice, introduction, tools, text,
                              # apparatus, questions, further-reading, contents, search,
                              # picture, everything
    expected: ...             # written by `python -m tests.render.golden`: read the difference!

In the expected output, `contents` are the levels, titles and ids of the table of contents,
`markdown` is what stands in the file that the generator writes, and `html` is what readers get,
read back from the page after Markdown, one block a line; there every character that shows nothing
is a reference. A `picture`, with the tables that say the same, has each element on a line of its
own. For `search` see the case of that name.
"""

import hashlib
import json
import re
import tempfile
from pathlib import Path
from typing import Any

import yaml

from build_scripts import pipeline
from build_scripts.model.limits import LONGEST_LIST
from build_scripts.model.search_entry import SearchEntry, unpack
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.model.site_plan import PageInformation, Rendered
from tests.render.dom import markup_of, parse
from tests.render.published import publish

CASES = Path(__file__).parents[1] / "cases" / "render"
KEYS = {
    *("text", "reading", "annotations", "glossary", "others"),
    *("settings", "longest_list", "drafts", "show", "expected"),
}
DEFAULT_SHOW = {"readings/text/index.md": ["text"]}

Output = dict[str, dict[str, str]]
"""By page, what is shown of it."""


Case = dict[str, Any]
"""A case as it was read; all its scalars are strings."""


def load(path: Path) -> Case:
    """Read a case."""
    return _parse(path.read_text(encoding="utf-8"))


def _parse(written: str) -> Case:
    case: Case = yaml.load(written, yaml.BaseLoader)
    assert case.keys() <= KEYS, case.keys() - KEYS
    return case


def write_project(case: Case, root: Path) -> None:
    """Write the project of a case; JSON is YAML."""
    readings = {"text": case, **case.get("others", {})}
    files: dict[str, str] = {
        f"annotations/glossary/{term_id}.yml": _json(term)
        for term_id, term in case.get("glossary", {}).items()
    }
    if "settings" in case:
        files["annotations/site.yml"] = _json(case["settings"])
    for reading_id, reading in readings.items():
        files[f"seeds/{reading_id}.txt"] = reading["text"]
        sha256 = hashlib.sha256(reading["text"].encode()).hexdigest()
        source = {"file": f"seeds/{reading_id}.txt", "sha256": sha256}
        metadata = {"title": f"The {reading_id}", "language": "en", "source": source}
        folder = f"annotations/readings/{reading_id}"
        files[f"{folder}/reading.yml"] = _json(metadata | reading.get("reading", {}))
        if "annotations" in reading:
            files[f"{folder}/annotations.yml"] = _json(reading["annotations"])
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def output(case: Case) -> Output:
    """What becomes of a case; its annotations must be without fault."""
    with tempfile.TemporaryDirectory() as folder:
        write_project(case, Path(folder))
        checked = pipeline.check(Path(folder), with_drafts=case.get("drafts") == "shown")
    assert checked.diagnostics == ()
    longest = int(case.get("longest_list", LONGEST_LIST))
    configuration = SiteConfiguration(wants_search_entries=True, longest_list=longest)
    plan = pipeline.plan(checked, configuration).rendered()
    show = case.get("show", DEFAULT_SHOW)
    return {page: _shown(plan, page, set(what)) for page, what in show.items()}


def _shown(plan: Rendered, page: str, what: set[str]) -> dict[str, str]:
    assert what <= {
        "title",
        "notice",
        "introduction",
        "tools",
        "text",
        "apparatus",
        "questions",
        "further-reading",
        "contents",
        "search",
        "picture",
        "everything",
    }
    content = next(file.content for file in plan.files if file.path == page)
    blocks = content.decode().rstrip("\n").split("\n\n")
    shown: dict[str, str] = {}
    if "everything" in what:
        return {"markdown": "\n\n".join(blocks)}
    if "title" in what:
        shown["title"] = "\n\n".join(blocks[:2])
    if "contents" in what:
        shown["contents"] = _contents(plan.pages[page])
    if "search" in what:
        shown["search"] = "\n".join(map(_found, unpack(plan.pages[page].search_entries)))
    if "picture" in what:
        pictures = parse(publish(content).html).css(".picture svg, table")
        shown["picture"] = re.sub("><(?!/)", ">\n<", "\n".join(map(markup_of, pictures)))
    selectors: list[str] = []
    pieces: list[str] = []
    if "tools" in what:
        tools = ('<div class="reading-tools"', '<p class="first-view"')
        pieces += [block for block in blocks if block.startswith(tools)]
        selectors.append(".reading-tools, .first-view")
    if "notice" in what:
        pieces += [block for block in blocks if block.startswith('<div class="notice"')]
        selectors.append(".notice")
    if "introduction" in what:
        pieces += [block for block in blocks if block.startswith('<details id="introduction"')]
        selectors.append(".before-text")
    if "text" in what:
        pieces.append(_between(blocks, '<div class="reading', "</div>"))
        selectors.append(".reading")
    if "apparatus" in what:
        pieces.append(_between(blocks, '<section class="apparatus', "</section>"))
        selectors.append(".apparatus")
    for name in ("questions", "further-reading"):
        if name in what:
            start = next(n for n, one in enumerate(blocks) if f'class="apparatus {name}"' in one)
            pieces.append("\n\n".join(blocks[start : blocks.index("</section>", start) + 1]))
            selectors.append(f".{name}")
    if pieces:
        shown["markdown"] = "\n\n".join(pieces)
        elements = parse(publish(content).html).css(", ".join(selectors))
        shown["html"] = "\n".join(
            markup_of(block) for element in elements for block in element.iter()
        )
    return shown


def _between(blocks: list[str], first: str, last: str) -> str:
    """The blocks from the first that begins with such words to the last that is so."""
    start = next(i for i, block in enumerate(blocks) if re.match(rf"{first}\b(?!-)", block))
    end = max(i for i, block in enumerate(blocks) if block == last)
    return "\n\n".join(blocks[start : end + 1])


def _contents(information: PageInformation) -> str:
    return "\n".join(f"{e.level} {e.title} #{e.id}" for e in information.contents)


def _found(entry: SearchEntry) -> str:
    lines = [f"#{entry.id} ({entry.kind}) {entry.title}"]
    for block in entry.blocks:
        language = f"{block.language} {block.direction}".strip()
        lines.append(f"  {language + ': ' if language else ''}{block.text}")
    lines += [f"  [{'; '.join(entry.names)}]"] if entry.names else []
    lines += [f"  {{{' '.join(entry.also)}}}"] if entry.also else []
    return "\n".join(lines)


def rewrite(path: Path) -> None:
    """Write the expected output of a case anew; everything above it stays."""
    written, _, _ = path.read_text(encoding="utf-8").partition("\nexpected:\n")
    lines = [written.rstrip("\n"), "expected:"]
    for page, shown in output(_parse(written)).items():
        lines.append(f"  {page}:")
        for name, content in shown.items():
            lines.append(f"    {name}: |")
            lines += [f"      {line}" if line else "" for line in content.split("\n")]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for case_file in sorted(CASES.glob("*.yml")):
        rewrite(case_file)
