"""The YAML of mkdocs.yml, with what MkDocs adds to the language."""

from collections.abc import Mapping
from typing import Any

import yaml


def load(text: str, environment: Mapping[str, str]) -> Any:
    """Read it as MkDocs does, but for objects of Python, which are None.

    ``!ENV NAME`` is the value of a variable, and ``!ENV [NAME, OTHER, default]`` that of the first
    which is set, or the default; None where nothing is. The values of variables are read as those
    in the file: ``true`` is no text.

    Args:
        text: the file.
        environment: the variables.

    Raises:
        ValueError: a value is none of its kind, such as a day that no month has.
        yaml.YAMLError: it cannot be read.
    """

    class Loader(yaml.SafeLoader):
        """Knows the variables."""

    def variable(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
        return _variable(loader, node, environment)

    Loader.add_multi_constructor("!", _nothing)
    Loader.add_multi_constructor("tag:yaml.org,2002:python/", _nothing)
    Loader.add_constructor("!ENV", variable)
    return yaml.load(text, Loader)  # noqa: S506 - a SafeLoader


def _nothing(_loader: yaml.SafeLoader, _suffix: str, _node: yaml.Node) -> Any:
    return None


def _variable(loader: yaml.SafeLoader, node: yaml.Node, environment: Mapping[str, str]) -> Any:
    """What stands behind ``!ENV``.

    Raises:
        yaml.YAMLError: neither a name nor a list stands there.
    """
    default: Any = None
    if isinstance(node, yaml.SequenceNode):
        names = node.value
        if len(names) > 1:
            *names, last = names
            default = loader.construct_object(last, deep=True)
    else:
        names = [node]
    for name in names:
        value = environment.get(str(loader.construct_scalar(name)))
        if value is not None:
            tag = loader.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
            return loader.construct_object(yaml.ScalarNode(tag, value))
    return default
