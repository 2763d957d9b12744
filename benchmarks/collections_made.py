"""The collections of a run of the benchmark: each is made when it is needed first."""

from pathlib import Path

from benchmarks.cold_builds import cold_build
from benchmarks.corpus import write_corpus
from benchmarks.plain_texts import write_plain_texts


class Collections:
    """Collections by their number of readings, and plain pages of the same texts."""

    def __init__(self, folder: Path, terms: int) -> None:
        """Make them in a folder, each with so many terms."""
        self._folder = folder
        self._terms = terms

    def ours(self, readings: int) -> Path:
        """The folder of a collection."""
        root = self._folder / f"readings-{readings}"
        if not root.exists():
            write_corpus(root, readings, self._terms)
        return root

    def plain(self, readings: int) -> Path:
        """The folder of plain pages."""
        plain = self._folder / f"plain-{readings}"
        if not plain.exists():
            write_plain_texts(self.ours(readings), plain)
        return plain

    def site(self, readings: int) -> Path:
        """The built site of a collection."""
        root = self.ours(readings)
        if not (root / "site").exists():
            cold_build(root)
        return root / "site"
