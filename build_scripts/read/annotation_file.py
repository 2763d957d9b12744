"""An annotation file: lists of items under the keys that say their kind."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import NamedTuple

from build_scripts.model import limits
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.read.checking.mend import Located
from build_scripts.read.checking.stand_ins import keys_of
from build_scripts.read.checking.validate import validate
from build_scripts.read.convert import AnnotationItem, item
from build_scripts.read.identifiers import intended_id
from build_scripts.read.schema import ITEM_MODELS
from build_scripts.read.yaml.tree import Data, YamlTree
from build_scripts.text.did_you_mean import did_you_mean, nearest
from build_scripts.text.wording import shortened

_KINDS = tuple(ITEM_MODELS)
SITE_WIDE_KEYS = ("events", "references")
"""Kinds that may stand in any annotation file; the others belong to one reading."""


_ELSEWHERE = {
    "term": ("term", "A term has a file of its own, `annotations/glossary/<id>.yml`."),
    "source": (
        "reading",
        "A reading is described in `annotations/readings/<id>/reading.yml`; rename or move it.",
    ),
}
"""Keys that begin a file of another kind: what it defines, and where such files lie."""


_NAMED_ELSEWHERE = {"events": "event", "references": "source"}
"""What the entries of a key are called where others name them."""


def misplaced_in_glossary(tree: YamlTree) -> Diagnostic | None:
    """The fault of a file that lies among the terms and holds entries of another kind."""
    if not isinstance(tree.data, dict) or "term" in tree.data:
        return None
    for key in tree.data:
        if key in _KINDS:
            folder = "" if key in SITE_WIDE_KEYS else "readings/<id of the reading>/"
            return tree.origin.key(key).diagnostic(
                Code.MISPLACED_ANNOTATIONS,
                f"`{key}` do not belong into the folder of the glossary",
                f"Move the file to `annotations/{folder}`; here, each file holds one term.",
            )
    return None


class ReadItems(NamedTuple):
    """What an annotation file holds.

    Attributes:
        items: all of them, in their order; of faulty ones, what is right in them.
        faulty: what may have an id although its entry cannot be read as one, as ``event:ID`` and
            the like.
        diagnostics: what is wrong.
    """

    items: tuple[AnnotationItem, ...]
    faulty: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]


def read_items(tree: YamlTree, in_reading: bool) -> ReadItems:
    """Read every item of a file; what is wrong with one hides nothing of the others.

    Args:
        tree: the content of the file.
        in_reading: whether the file lies in the folder of a reading.
    """
    allowed = _KINDS if in_reading else SITE_WIDE_KEYS
    if not isinstance(tree.data, dict):
        wrong = tree.origin.diagnostic(
            Code.WRONG_VALUE,
            "An annotation file begins with the kind of its entries",
            f"Write one of {', '.join(f'`{kind}:`' for kind in allowed)} above them.",
        )
        return ReadItems((), frozenset(_ids_in(tree.data, _KINDS)), (wrong,))
    for key, (kind, hint) in _ELSEWHERE.items():
        if key in tree.data:
            wrong = tree.origin.key(key).diagnostic(
                Code.MISPLACED_ANNOTATIONS, f"A file with `{key}` does not belong here", hint
            )
            path = PurePosixPath(tree.origin.document.path)
            # A reading has the name of its folder.
            names = {path.stem, path.parent.name} if kind == "reading" else {path.stem}
            return ReadItems((), frozenset(f"{kind}:{name}" for name in names), (wrong,))
    file = _File()
    for key, entries in tree.data.items():
        if entries is None:
            continue  # said when the YAML was read
        kind = key if key in _KINDS else nearest(key, _KINDS)
        if key not in _KINDS:
            hint = did_you_mean(key, _KINDS, f"Known keys: {', '.join(allowed)}.")
            message = f"Unknown key `{shortened(key)}`"
            file.diagnostics.append(
                tree.origin.key(key).diagnostic(Code.UNKNOWN_KEY, message, hint)
            )
        elif kind not in allowed:
            file.diagnostics.append(
                tree.origin.key(key).diagnostic(
                    Code.MISPLACED_ANNOTATIONS,
                    f"`{key}` belong to a reading, but this file lies outside every reading",
                    "Move it to `annotations/readings/<id of the reading>/`.",
                )
            )
        file.read_entries(kind, key, Located(entries, tree.origin.at(key)))
    return file.read()


class _File:
    """Gathers what one file holds."""

    def __init__(self) -> None:
        self.items: list[AnnotationItem] = []
        self.faulty: set[str] = set()
        self.diagnostics: list[Diagnostic] = []
        self.is_cut_short = False

    def read(self) -> ReadItems:
        diagnostics = self.diagnostics
        if self.is_cut_short:
            hint = f"{diagnostics[-1].hint}\nThe rest of this file was not checked.".strip()
            diagnostics = [*diagnostics[:-1], replace(diagnostics[-1], hint=hint)]
        return ReadItems(tuple(self.items), frozenset(self.faulty), tuple(diagnostics))

    def read_entries(self, kind: str, key: str, entries: Located) -> None:
        """Read what stands under a key.

        Args:
            kind: the key that is meant; empty where that cannot be told.
            key: as it is written.
            entries: the list of entries, if it is one.
        """
        data, place = entries
        if not kind:
            self.faulty.update(_ids_in(data, _KINDS))
        elif isinstance(data, list):
            for index, entry in enumerate(data):
                self.read_entry(kind, Located(entry, place.at(index)))
        else:
            self.diagnostics.append(
                place.diagnostic(
                    Code.WRONG_VALUE,
                    f"`{key}`: a list is expected here",
                    "Each entry begins with `- `; a second one begins with its own `- `.",
                )
            )
            if isinstance(data, dict) and data.keys() & {*keys_of(ITEM_MODELS[kind])}:
                self.read_entry(kind, entries)  # its dash was forgotten
            else:
                self.faulty.update(_ids_in(data, (kind,)))

    def read_entry(self, kind: str, entry: Located) -> None:
        if len(self.diagnostics) >= limits.MOST_FINDINGS:
            self.is_cut_short = True
            self.faulty.update(_ids_in(entry.data, (kind,)))
            return
        checked = validate(ITEM_MODELS[kind], entry.data, entry.origin)
        self.diagnostics.extend(checked.diagnostics)
        if "id" in checked.origin.faulty:
            self.faulty.update(_ids_in(entry.data, (kind,)))
        self.items.append(item(checked.model, checked.origin))


def _ids_in(entries: Data, kinds: Iterable[str]) -> Iterator[str]:
    """What an entry, or several, may define that others name, so that naming it is no fault.

    Args:
        entries: an entry, or a list or mapping of entries.
        kinds: the keys under which they may belong.
    """
    among = entries.values() if isinstance(entries, dict) else entries
    mappings = [entries, *among] if isinstance(among, Iterable) else []
    for mapping in mappings:
        identifier = mapping.get("id") if isinstance(mapping, dict) else None
        if isinstance(identifier, str):
            for kind in _NAMED_ELSEWHERE.keys() & kinds:
                yield f"{_NAMED_ELSEWHERE[kind]}:{identifier}"
                yield f"{_NAMED_ELSEWHERE[kind]}:{intended_id(identifier)}"
