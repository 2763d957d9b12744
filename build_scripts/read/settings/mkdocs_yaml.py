"""Read the YAML of mkdocs.yml, with the tags that MkDocs adds to the language."""

from collections.abc import Mapping
from typing import Any

import yaml


def load(text: str, environment: Mapping[str, str]) -> Any:
    """Read mkdocs.yml as MkDocs does, except that Python objects become None.

    ``!ENV NAME`` is the value of a variable; ``!ENV [NAME, OTHER, default]`` is the value of the
    first variable that is set, or else the default. Without either it is None. Values of variables
    are read like values in the file: ``true`` is not a text.

    Raises:
        ValueError: a value is impossible, such as a day that does not exist.
        yaml.YAMLError: the text is not YAML.
    """

    class Loader(yaml.SafeLoader):
        """A loader that knows the variables."""

    def variable(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
        return _variable(loader, node, environment)

    Loader.add_multi_constructor("!", _nothing)
    Loader.add_multi_constructor("tag:yaml.org,2002:python/", _nothing)
    Loader.add_constructor("!ENV", variable)
    return yaml.load(text, Loader)  # noqa: S506 - a SafeLoader


def _nothing(_loader: yaml.SafeLoader, _suffix: str, _node: yaml.Node) -> Any:
    return None


def _variable(loader: Any, node: yaml.Node, environment: Mapping[str, str]) -> Any:
    """The value of an ``!ENV`` tag.

    Raises:
        yaml.YAMLError: the tag is followed by neither a name nor a list.
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
            tag = loader.resolve(yaml.ScalarNode, value, (True, False))
            return loader.construct_object(yaml.ScalarNode(tag, value))
    return default
