"""Proposals as text: YAML files with comments, or JSON."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from build_scripts.export.annotation_yaml import annotation_file
from build_scripts.report.json_lines import encoded
from build_scripts.suggest.ready import ReadyProposal
from build_scripts.text.yaml_scalars import visible


def as_yaml(proposals: Sequence[ReadyProposal]) -> str:
    """The content of each file below its name, ready to be pasted.

    Comments above each proposal show its place and say why it is made.
    """
    files = []
    for file, of_file in groupby(proposals, key=lambda one: one.file):
        lists = [_list(key, [*of_key]) for key, of_key in groupby(of_file, key=lambda one: one.key)]
        files.append(f"# {file}\n" + "\n".join(lists))
    return "\n".join(files)


def as_json_lines(proposals: Iterable[ReadyProposal], reading: str) -> str:
    """The proposals as JSON objects, one per line."""
    return "".join(
        encoded(
            {
                "kind": one.kind.value,
                "reading": reading,
                "paragraph": one.paragraph,
                "context": one.context,
                "why": one.why,
                "file": one.file,
                "key": one.key,
                "yaml": yaml_of(one),
            },
            sort_keys=True,
        )
        + "\n"
        for one in proposals
    )


def yaml_of(proposal: ReadyProposal) -> str:
    """The YAML of one proposal, with the key of its list."""
    if proposal.key in _LISTS:
        return annotation_file({proposal.key: [proposal.entry]})
    return annotation_file(proposal.entry)


_LISTS = {"corrections", "mentions"}


def _list(key: str, proposals: Sequence[ReadyProposal]) -> str:
    if key not in _LISTS:
        (one,) = proposals
        in_place_of = "This replaces its `forms`, if it has any." if key else ""
        return f"{_comments(one, '', in_place_of)}{yaml_of(one)}"
    entries = (_comments(one, "  ") + yaml_of(one).removeprefix(f"{key}:\n") for one in proposals)
    return f"{key}:\n" + "\n".join(entries)


def _comments(one: ReadyProposal, indent: str, more: str = "") -> str:
    lines = _lines(one, more)
    return "".join(f"{indent}# {visible(line.rstrip())}\n" for line in lines)


def _lines(one: ReadyProposal, more: str) -> Iterator[str]:
    yield f"paragraph {one.paragraph}: {one.context}"
    if "body" not in one.entry:
        yield one.why
    if more:
        yield more
