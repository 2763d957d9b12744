"""Read an annotation file: lists of entries under keys that name their kind."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import NamedTuple

from build_scripts.model import limits
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Origin
from build_scripts.model.unreadable import ANY
from build_scripts.read.checking.mend import Located
from build_scripts.read.checking.validate import validate
from build_scripts.read.convert_models import AnnotationItem, item
from build_scripts.read.file_result import NO_READING, FileResult
from build_scripts.read.schema.items import ITEM_MODELS, SharedFileModel
from build_scripts.read.schema.values import fields_by_key
from build_scripts.read.yaml.tree_with_positions import Data, YamlTree
from build_scripts.text.did_you_mean import did_you_mean, nearest
from build_scripts.text.ids import intended_id
from build_scripts.text.wording import shortened

_KINDS = tuple(ITEM_MODELS)
SITE_WIDE_KEYS = tuple(SharedFileModel.model_fields)
"""Kinds that may stand in any annotation file; the others belong to one reading."""

_ELSEWHERE = {
    "term": (
        "term",
        "Move it to `annotations/glossary/<id>.yml`: each term has a file of its own.",
    ),
    "source": (
        "reading",
        "Rename or move it: a reading is described in `annotations/readings/<id>/reading.yml`.",
    ),
}
"""Keys of files of other kinds: what such a file defines, and where it lies."""

_NAMED_ELSEWHERE = {"events": "event", "references": "source", "collections": "collection"}
"""Kinds whose entries other files refer to, by the word for them in `FileResult.unreadable`."""


class _Contents(NamedTuple):
    """The parts of a file before its entries are checked.

    Attributes:
        entries: the entries with their kinds.
        unreadable: ids in values that are not entries.
        diagnostics: faults of the keys.
    """

    entries: tuple[tuple[str, Located], ...] = ()
    unreadable: frozenset[str] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_items(tree: YamlTree, reading_id: str) -> FileResult:
    """Read every entry of a file of a reading, or of `NO_READING`.

    A fault in one entry hides no fault of the others.
    """
    allowed = SITE_WIDE_KEYS if reading_id == NO_READING else _KINDS
    file = FileResult(tree.origin.document, reading_id)
    if not isinstance(tree.data, dict):
        wrong = tree.origin.diagnostic(
            Code.WRONG_VALUE,
            "The file does not say which kind of entries it contains",
            f"Above the entries, write one of {', '.join(f'`{kind}:`' for kind in allowed)}.",
        )
        unreadable = frozenset(_ids_in(tree.data, _KINDS))
        return replace(file, unreadable=unreadable, diagnostics=(wrong,))
    for key in _ELSEWHERE:
        if key in tree.data:
            return file.joined(_file_of_another_kind(key, tree.origin))
    contents = [
        _contents(key, Located(data, tree.origin.at(key)), tree.origin.key(key), allowed)
        for key, data in tree.data.items()
        if data is not None  # reported when the YAML was read
    ]
    return _with_entries(
        replace(
            file,
            unreadable=frozenset(name for found in contents for name in found.unreadable),
            diagnostics=tuple(fault for found in contents for fault in found.diagnostics),
        ),
        [entry for found in contents for entry in found.entries],
    )


def _file_of_another_kind(key: str, origin: Origin) -> FileResult:
    kind, hint = _ELSEWHERE[key]
    wrong = origin.key(key).diagnostic(
        Code.MISPLACED_ANNOTATIONS, f"A file with `{key}` does not belong here", hint
    )
    path = PurePosixPath(origin.document.path)
    # A reading has the name of its folder.
    names = {path.stem, path.parent.name} if kind == "reading" else {path.stem}
    return FileResult(
        origin.document,
        unreadable=frozenset(f"{kind}:{name}" for name in names),
        sources_named=frozenset({ANY} if kind == "reading" else ()),
        diagnostics=(wrong,),
    )


def _contents(key: str, value: Located, place: Origin, allowed: Iterable[str]) -> _Contents:
    """Sort out what stands under a key; `place` is that of the key itself.

    `allowed` are the kinds of entries that the file may hold.
    """
    kind = key if key in _KINDS else nearest(key, _KINDS)
    faults: tuple[Diagnostic, ...] = ()
    if key not in _KINDS:
        hint = did_you_mean(key, _KINDS, f"Delete it, or use one of {', '.join(allowed)}.")
        faults = (place.diagnostic(Code.UNKNOWN_KEY, f"Unknown key `{shortened(key)}`", hint),)
    elif kind not in allowed:
        faults = (
            place.diagnostic(
                Code.MISPLACED_ANNOTATIONS,
                f"`{key}` belong to a reading, but this file is not in the folder of a reading",
                "Move it to `annotations/readings/<id of the reading>/`.",
            ),
        )
    data, origin = value
    if not kind:
        return _Contents((), frozenset(_ids_in(data, _KINDS)), faults)
    if isinstance(data, list):
        entries = ((kind, Located(entry, origin.at(n))) for n, entry in enumerate(data))
        return _Contents(tuple(entries), diagnostics=faults)
    not_a_list = origin.diagnostic(
        Code.WRONG_VALUE,
        f"`{key}`: a list is expected here",
        "Begin each entry with `- ` (a dash and a space).",
    )
    faults = (*faults, not_a_list)
    if isinstance(data, dict) and data.keys() & fields_by_key(ITEM_MODELS[kind]).keys():
        return _Contents(((kind, value),), diagnostics=faults)  # its dash was forgotten
    return _Contents((), frozenset(_ids_in(data, (kind,))), faults)


def _with_entries(file: FileResult, entries: list[tuple[str, Located]]) -> FileResult:
    """The file with its entries; the rest is not checked once there are too many findings."""
    diagnostics = [*file.diagnostics]
    items: list[AnnotationItem] = []
    unreadable = {*file.unreadable}
    for kind, entry in entries:
        if len(diagnostics) >= limits.MOST_FINDINGS:
            unreadable.update(_ids_in(entry.data, (kind,)))
            continue
        checked = validate(ITEM_MODELS[kind], entry.data, entry.origin)
        diagnostics.extend(checked.diagnostics)
        if "id" in checked.origin.faulty:
            unreadable.update(_ids_in(entry.data, (kind,)))
        items.append(item(checked.model, checked.origin, file.reading_id))
    if len(items) < len(entries):
        hint = f"{diagnostics[-1].hint}\nThe rest of this file was not checked.".strip()
        diagnostics[-1] = replace(diagnostics[-1], hint=hint)
    return replace(
        file,
        items=tuple(items),
        unreadable=frozenset(unreadable),
        diagnostics=tuple(diagnostics),
    )


def _ids_in(entries: Data, kinds: Iterable[str]) -> Iterator[str]:
    """Ids that an entry, or a list or mapping of entries, may define for other files.

    Each is ``kind:ID``; `kinds` are the keys under which the entries may belong.
    """
    among = entries.values() if isinstance(entries, dict) else entries
    mappings = [entries, *among] if isinstance(among, Iterable) else []
    for mapping in mappings:
        identifier = mapping.get("id") if isinstance(mapping, dict) else None
        if isinstance(identifier, str):
            for kind in _NAMED_ELSEWHERE.keys() & kinds:
                yield f"{_NAMED_ELSEWHERE[kind]}:{identifier}"
                yield f"{_NAMED_ELSEWHERE[kind]}:{intended_id(identifier)}"
