"""An annotation file: lists of items under the keys that say their kind."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.read.convert import AnnotationItem, item
from build_scripts.read.identifiers import intended_id
from build_scripts.read.schema import ITEM_MODELS
from build_scripts.read.stand_ins import keys_of
from build_scripts.read.validate import validate
from build_scripts.read.yaml_tree import Data, YamlTree
from build_scripts.wording import did_you_mean, nearest, shortened

SITE_WIDE_KEYS = ("events", "references")
"""Kinds that may stand in any annotation file; the others belong to one reading."""


_ELSEWHERE = {
    "term": ("term", "A term has a file of its own, `annotations/glossary/<id>.yml`."),
    "source": ("reading", "This belongs into `annotations/readings/<id>/reading.yml`."),
}
"""Keys that begin a file of another kind: what it defines, and where such files lie."""


_NAMED_ELSEWHERE = {"events": "event", "references": "source"}
"""What the entries of a key are called where others name them."""


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
    kinds = tuple(ITEM_MODELS)
    allowed = kinds if in_reading else SITE_WIDE_KEYS
    if not isinstance(tree.data, dict):
        wrong = tree.origin.diagnostic(
            Code.WRONG_VALUE,
            "An annotation file begins with the kind of its entries",
            f"Write one of {', '.join(f'`{kind}:`' for kind in allowed)} above them.",
        )
        return ReadItems((), frozenset(_ids_in(tree.data, kinds)), (wrong,))
    for key, (kind, hint) in _ELSEWHERE.items():
        if key in tree.data:
            wrong = tree.origin.key(key).diagnostic(
                Code.MISPLACED_ANNOTATIONS, f"A file with `{key}` does not belong here", hint
            )
            name = PurePosixPath(tree.origin.document.path).stem
            return ReadItems((), frozenset({f"{kind}:{name}"}), (wrong,))
    items: list[AnnotationItem] = []
    faulty: set[str] = set()
    diagnostics: list[Diagnostic] = []
    for key, entries in tree.data.items():
        if entries is None:
            continue  # said when the YAML was read
        kind = key if key in ITEM_MODELS else nearest(key, kinds)
        if key not in ITEM_MODELS:
            hint = did_you_mean(key, kinds, f"Known keys: {', '.join(allowed)}.")
            message = f"Unknown key `{shortened(key)}`"
            diagnostics.append(tree.origin.key(key).diagnostic(Code.UNKNOWN_KEY, message, hint))
        elif not in_reading and kind not in SITE_WIDE_KEYS:
            diagnostics.append(
                tree.origin.key(key).diagnostic(
                    Code.MISPLACED_ANNOTATIONS,
                    f"`{key}` belong to a reading, but this file lies outside every reading",
                    "Move it to `annotations/readings/<id of the reading>/`.",
                )
            )
        if not kind:
            faulty.update(_ids_in(entries, kinds))
            continue
        place = tree.origin.at(key)
        if not isinstance(entries, list):
            diagnostics.append(
                place.diagnostic(
                    Code.WRONG_VALUE,
                    f"`{key}`: a list is expected here",
                    "Each entry begins with `- `; a second one begins with its own `- `.",
                )
            )
            if not isinstance(entries, dict) or not entries.keys() & {*keys_of(ITEM_MODELS[kind])}:
                faulty.update(_ids_in(entries, (kind,)))
                continue
        # If it is no list, it is one entry whose dash was forgotten.
        single = [(entries, place)] if isinstance(entries, dict) else ()
        several = ((entry, place.at(index)) for index, entry in enumerate(entries))
        for entry, origin in single or several:
            checked = validate(ITEM_MODELS[kind], entry, origin)
            diagnostics.extend(checked.diagnostics)
            if "id" in checked.origin.faulty:
                faulty.update(_ids_in(entry, (kind,)))
            items.append(item(checked.model, checked.origin))
    return ReadItems(tuple(items), frozenset(faulty), tuple(diagnostics))


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
