"""What an annotation file says of an entry, under the keys that stand in the file.

The values that a project is merged from have lost the keys of the format. Here the file is parsed
again, so that a new key of the format is known without a change in this room.
"""

import re
from collections.abc import Iterator, Mapping

from build_scripts.export.annotation_yaml import Yaml, flow
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.read.yaml.tree_with_positions import Data, read_yaml

_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")


def mappings_in(document: Document) -> Mapping[int, Mapping[str, Data]]:
    """Every mapping of a YAML file, by the offset of its first character."""
    tree, _ = read_yaml(document)
    return {} if tree is None else dict(_mappings(tree.data, tree.origin))


def _mappings(data: Data, origin: Origin) -> Iterator[tuple[int, Mapping[str, Data]]]:
    if isinstance(data, dict):
        yield origin.offset, data
        for key, value in data.items():
            yield from _mappings(value, origin.at(key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _mappings(value, origin.at(index))


def written_fields(mapping: Mapping[str, Data], before: str = "") -> Iterator[tuple[str, str]]:
    """The keys of a mapping and their values; a key of an inner mapping is `outer.inner`.

    Each item of a list is a line, so that a change shows which item was added or removed.
    """
    for key, value in mapping.items():
        name = f"{before}{key}"
        if isinstance(value, dict):
            yield from written_fields(value, f"{name}.")
        elif isinstance(value, list):
            yield name, "\n".join(_line(item) for item in value if item is not None)
        elif value is not None:
            yield name, value


def _line(item: Data) -> str:
    return item if isinstance(item, str) else flow(_yaml(item))


def _yaml(data: Data) -> Yaml:
    """The data with numbers and `true`, which were read as texts, so that they are not quoted."""
    if isinstance(data, dict):
        return {key: _yaml(value) for key, value in data.items() if value is not None}
    if isinstance(data, list):
        return [_yaml(value) for value in data if value is not None]
    if data == "true":
        return True
    return int(data) if data and _NUMBER.fullmatch(data) else data or ""
