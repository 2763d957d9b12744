"""An annotation file: lists of items under the keys that say their kind."""

from pathlib import PurePosixPath
from typing import NamedTuple

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.read.convert import AnnotationItem, item
from build_scripts.read.schema import ITEM_MODELS
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


class ReadItems(NamedTuple):
    """What an annotation file holds.

    Attributes:
        items: those without faults, in their order.
        faulty: what has an id and faults, as ``event:ID`` and the like.
        diagnostics: what is wrong.
    """

    items: tuple[AnnotationItem, ...]
    faulty: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]


def read_items(tree: YamlTree, in_reading: bool) -> ReadItems:
    """Read every item of a file; a faulty one does not keep the others from being read.

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
        return ReadItems((), frozenset(), (wrong,))
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
        place = tree.origin.at(key)
        kind = key if key in ITEM_MODELS else nearest(key, kinds)
        if key not in ITEM_MODELS and entries is not None:
            hint = did_you_mean(key, kinds, f"Known keys: {', '.join(allowed)}.")
            message = f"Unknown key `{shortened(key)}`"
            diagnostics.append(tree.origin.key(key).diagnostic(Code.UNKNOWN_KEY, message, hint))
        elif kind and not in_reading and kind not in SITE_WIDE_KEYS:
            diagnostics.append(
                tree.origin.key(key).diagnostic(
                    Code.MISPLACED_ANNOTATIONS,
                    f"`{key}` belong to a reading, but this file lies outside every reading",
                    "Move it to `annotations/readings/<id of the reading>/`.",
                )
            )
            continue
        if not kind or entries is None:
            continue  # said above, or when the YAML was read
        if not isinstance(entries, list):
            diagnostics.append(
                place.diagnostic(
                    Code.WRONG_VALUE,
                    f"`{key}`: a list is expected here",
                    "Each entry begins with `- `; a second one begins with its own `- `.",
                )
            )
            faulty |= _id_of(kind, entries)
            continue
        for index, entry in enumerate(entries):
            model, found = validate(ITEM_MODELS[kind], entry, place.at(index))
            diagnostics.extend(found)
            if model is None:
                faulty |= _id_of(kind, entry)
            else:
                items.append(item(model, place.at(index)))
    return ReadItems(tuple(items), frozenset(faulty), tuple(diagnostics))


def _id_of(kind: str, entry: Data) -> frozenset[str]:
    """The id that a faulty entry has all the same, so that naming it is not a second fault."""
    identifier = entry.get("id") if isinstance(entry, dict) else None
    prefix = {"events": "event", "references": "source"}.get(kind)
    return frozenset({f"{prefix}:{identifier}"} if prefix and identifier else ())
