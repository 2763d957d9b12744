"""An annotation file: lists of items under the keys that say their kind."""

import difflib

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.read.convert import AnnotationItem, item
from build_scripts.read.schema import ITEM_MODELS
from build_scripts.read.validate import validate
from build_scripts.read.yaml_tree import YamlTree

SITE_WIDE_KEYS = ("events", "references")
"""Kinds that may stand in any annotation file; the others belong to one reading."""


def read_items(
    tree: YamlTree, in_reading: bool
) -> tuple[tuple[AnnotationItem, ...], tuple[Diagnostic, ...]]:
    """Read every item of a file; a faulty one does not keep the others from being read.

    Args:
        tree: the content of the file.
        in_reading: whether the file lies in the folder of a reading.

    Returns:
        The items in their order, and what is wrong with the others.
    """
    keys = tuple(ITEM_MODELS)
    if not isinstance(tree.data, dict):
        return (), (
            tree.origin.diagnostic(
                Code.WRONG_VALUE,
                "An annotation file begins with the kind of its entries",
                f"Begin with one of: {', '.join(f'`{key}:`' for key in keys)}.",
            ),
        )
    items: list[AnnotationItem] = []
    diagnostics: list[Diagnostic] = []
    for key, entries in tree.data.items():
        place = tree.origin.at(key)
        if key not in ITEM_MODELS:
            guess = difflib.get_close_matches(key, keys, 1)
            hint = f"Did you mean `{guess[0]}`?" if guess else f"Known keys: {', '.join(keys)}."
            diagnostics.append(
                tree.origin.key(key).diagnostic(Code.UNKNOWN_KEY, f"Unknown key `{key}`", hint)
            )
        elif not in_reading and key not in SITE_WIDE_KEYS:
            diagnostics.append(
                tree.origin.key(key).diagnostic(
                    Code.MISPLACED_ANNOTATIONS,
                    f"`{key}` belong to a reading, but this file lies outside every reading",
                    "Move it to `annotations/readings/<id of the reading>/`.",
                )
            )
        elif not isinstance(entries, list):
            if entries is not None:
                diagnostics.append(
                    place.diagnostic(
                        Code.WRONG_VALUE,
                        f"`{key}` holds a list",
                        "Each entry begins with `- ` in a line of its own.",
                    )
                )
        else:
            for index, entry in enumerate(entries):
                model, found = validate(ITEM_MODELS[key], entry, place.at(index))
                diagnostics.extend(found)
                if model is not None:
                    items.append(item(model, place.at(index)))
    return tuple(items), tuple(diagnostics)
