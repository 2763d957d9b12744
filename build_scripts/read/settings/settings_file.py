"""Read mkdocs.yml as MkDocs does, with the place of every setting in it."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml
import yaml_env_tag
from yaml.constructor import ConstructorError

from build_scripts.model import limits
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.read.files.documents import decode
from build_scripts.read.files.file_content import Obstacle, content_of
from build_scripts.read.files.folder_listing import about
from build_scripts.read.yaml.syntax_error import syntax_diagnostic
from build_scripts.text.line_ends import with_unix_line_ends
from build_scripts.text.visible_text import visible
from build_scripts.text.wording import shortened

UNKNOWN = object()
"""Stands for a value that only MkDocs can make: a Python object, or one of a tag of its own."""

_ENVIRONMENT_TAG = "!ENV"
_INHERIT = "INHERIT"
_MOST_PARENTS = 10
_LOOKS_LIKE = {"timestamp": "date", "int": "number", "float": "number"}


class SettingsFile(NamedTuple):
    """The settings of a file, and of those that it inherits from.

    Attributes:
        folder: the folder of the first file, absolute and without links.
        data: what is written there; anything that YAML can hold.
        sources: the files with their trees, from the one that is nearest to the project.
    """

    folder: Path
    data: Any
    sources: tuple[tuple[Document, yaml.Node], ...]

    def origin(self, *path: str | int) -> Origin:
        """The place of a setting, or of the nearest one around it."""
        document, node, _ = self._nearest(path)
        return Origin(document, min(node.start_mark.index, len(document.text)))

    def variable(self, *path: str | int) -> str:
        """The environment variable that a value comes from; empty if it is written in the file.

        If none of the variables that the file names is set, it is the first of them.
        """
        _, node, is_found = self._nearest(path)
        return _variable(node) if is_found and node.tag == _ENVIRONMENT_TAG else ""

    def _nearest(self, path: tuple[str | int, ...]) -> tuple[Document, yaml.Node, bool]:
        found = [(document, *_descend(node, path)) for document, node in self.sources]
        document, node, left = min(found, key=lambda source: source[2])
        return document, node, left == 0


def _variable(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    named = [child.value for child in node.value]
    names = named[:-1] if len(named) > 1 else named
    return next((name for name in names if name in os.environ), names[0] if names else "")


def _descend(node: yaml.Node, path: tuple[str | int, ...]) -> tuple[yaml.Node, int]:
    """The nearest node to a path, and how many steps are missing."""
    for number, step in enumerate(path):
        if isinstance(node, yaml.MappingNode):
            inside = [value for key, value in node.value if key.value == step]
        else:
            is_list = isinstance(node, yaml.SequenceNode) and node.tag != _ENVIRONMENT_TAG
            inside = node.value[step : step + 1] if is_list and isinstance(step, int) else []
        if not inside:
            return node, len(path) - number
        node = inside[-1]  # the last of several equal keys counts
    return node, 0


def read_settings_file(path: Path) -> tuple[SettingsFile | None, tuple[Diagnostic, ...]]:
    """Read a file of settings, and what it inherits.

    Returns:
        The settings; None with a diagnostic if they cannot be read; None without a diagnostic if
        there is no such file.
    """
    return _read(path, path.name, _MOST_PARENTS)


def _read(
    path: Path, shown: str, parents: int
) -> tuple[SettingsFile | None, tuple[Diagnostic, ...]]:
    content = content_of(path, limits.LARGEST_ANNOTATION_FILE)
    if content is None:
        return None, ()
    if isinstance(content, Obstacle):
        return None, (about(shown, content),)
    text, undecoded = decode(shown, content, Code.YAML_ENCODING)
    if undecoded:
        return None, undecoded
    document = Document(shown, with_unix_line_ends(text))
    try:
        if too_deep := _too_deep(document):
            return None, (too_deep,)
        loader = _Loader(document.text)
        node = loader.get_single_node()
        data = None if node is None else loader.construct_document(node)
    except ConstructorError as error:
        at = error.problem_mark.index if error.problem_mark else 0
        message = f"A value cannot be used: {error.problem}"
        hint = "Write it in quotation marks if it is text."
        return None, (Origin(document, at).diagnostic(Code.SETTING_WRONG, message, hint),)
    except yaml.YAMLError as error:
        return None, (syntax_diagnostic(document, error),)
    tree = node or yaml.ScalarNode("", "", yaml.Mark(shown, 0, 0, 0, "", 0))
    settings = SettingsFile(path.resolve().parent, data, ((document, tree),))
    if not isinstance(data, Mapping) or _INHERIT not in data:
        return settings, ()
    return _inheriting(settings, path, parents)


def _inheriting(
    settings: SettingsFile, path: Path, parents: int
) -> tuple[SettingsFile | None, tuple[Diagnostic, ...]]:
    name = settings.data[_INHERIT]
    origin = settings.origin(_INHERIT)
    if not isinstance(name, str) or "\0" in name or not parents:
        hint = "Write the path of another file of settings, or delete this line."
        message = f"`{_INHERIT}` does not lead to a file of settings"
        return None, (origin.diagnostic(Code.SETTING_WRONG, message, hint),)
    place = Path(os.path.normpath(path.parent / name))
    parent, diagnostics = _read(place, name, parents - 1)
    if diagnostics:
        return None, diagnostics
    if parent is None:
        message = f"`{_INHERIT}` names a file that does not exist"
        hint = "Correct its path, which starts at the folder of this file."
        return None, (origin.diagnostic(Code.SETTING_WRONG, message, hint),)
    sources = (*settings.sources, *parent.sources)
    return settings._replace(data=_merged(parent.data, settings.data), sources=sources), ()


def _merged(parent: Any, child: Any) -> Any:
    """The values of a file, and those of its parent that it does not have, at every level."""
    if not (isinstance(parent, Mapping) and isinstance(child, Mapping)):
        return child
    both = {key: _merged(parent[key], child[key]) for key in parent.keys() & child.keys()}
    return {**parent, **child, **both}


def _too_deep(document: Document) -> Diagnostic | None:
    """A finding if values are nested so deeply that a parser could fail.

    Raises:
        yaml.YAMLError: the file is not valid YAML.
    """
    depth = 0
    for event in yaml.parse(document.text, yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > limits.DEEPEST_SETTING:
            at = event.start_mark.index if event.start_mark else 0
            return Origin(document, at).diagnostic(
                Code.YAML_TOO_DEEP,
                f"Values are nested more than {limits.DEEPEST_SETTING} levels deep",
                "Look for brackets or dashes that do not belong here.",
            )
    return None


class _Loader(yaml.SafeLoader):
    """Reads YAML with the tags that MkDocs adds to it."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """The value of a node.

        Raises:
            ConstructorError: it has none, such as an impossible date, or cannot be written.
        """
        try:
            value = super().construct_object(node, deep)
        except (ValueError, LookupError, ArithmeticError, AttributeError, TypeError):
            looks_like = _LOOKS_LIKE.get(node.tag.rpartition(":")[2], "value")
            problem = f"“{visible(shortened(node.value))}” is not a possible {looks_like}"
            raise ConstructorError(None, None, problem, node.start_mark) from None
        if isinstance(value, str) and any("\ud800" <= character <= "\udfff" for character in value):
            problem = f"“{visible(shortened(value))}” is not text in UTF-8"
            raise ConstructorError(None, None, problem, node.start_mark)
        return value


def _from_environment(loader: _Loader, node: yaml.Node) -> Any:
    try:
        return yaml_env_tag.construct_env_tag(loader, node)
    except ConstructorError as error:
        if error.problem_mark is not None:
            raise
        # The value of a variable has no place of its own.
        problem = f"{error.problem}, from the environment variable {_variable(node)}"
        raise ConstructorError(None, None, problem, node.start_mark) from None


def _unknown(_loader: yaml.SafeLoader, _suffix: str, _node: yaml.Node) -> object:
    return UNKNOWN


_Loader.add_multi_constructor("!", _unknown)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _unknown)
_Loader.add_constructor(_ENVIRONMENT_TAG, _from_environment)
