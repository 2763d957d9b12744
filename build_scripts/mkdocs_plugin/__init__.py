"""The MkDocs plugin `readings`: the only room that knows MkDocs, and as little of it as can be."""

from build_scripts.mkdocs_plugin.plugin import ReadingsPlugin

__all__ = ["ReadingsPlugin"]
