"""The last step: put the parts of a site together."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from build_scripts.disk.finished_folder import UnfinishedFolder
from build_scripts.disk.write_site import write_site
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.progress import Progress, unreported
from build_scripts.model.site_plan import PlannedFile
from build_scripts.read.settings.mkdocs_settings import read_settings
from build_scripts.render.addresses import FOLDERS
from build_scripts.shards.data_files import unusable
from build_scripts.shards.joined_search import SEARCH_INDEX, IndexOfPart, joined_index
from build_scripts.shards.manifest import Manifest, read_manifest
from build_scripts.shards.part import Part, parts
from build_scripts.shards.work import Work


class Assembled(NamedTuple):
    """What is wrong, and how many files the site has; nothing was changed if something is wrong."""

    diagnostics: tuple[Diagnostic, ...]
    files: int = 0


class _File(NamedTuple):
    """A file of a part, on disk, and the digest that it must have."""

    place: Path
    digest: str


class _Changed(Exception):
    """A file of a part is not as its list says."""


def assemble(work: Work, count: int, progress: Progress = unreported) -> Assembled:
    """Make `docs/` and `site/` of a project out of their parts.

    Args:
        work: the build.
        count: of parts.
        progress: is told of each file of the site.

    Raises:
        OSError: something cannot be written. The last site stays.
    """
    manifests: dict[Part, Manifest] = {}
    refused: list[Diagnostic] = []
    for part in parts(count):
        manifest, found = read_manifest(work, part)
        refused += found
        if manifest is not None:
            manifests[part] = manifest
    files = {} if refused else _files_of_site(work, manifests, refused)
    if refused:
        return Assembled(tuple(refused))
    docs = {
        name.removeprefix("docs/"): file for name, file in files.items() if _top(name) == "docs"
    }
    pages = {
        name.removeprefix("site/"): file for name, file in files.items() if _top(name) == "site"
    }
    folder = UnfinishedFolder(work.site)
    try:
        for name, file in progress([*pages.items()], len(pages), "files put together"):
            _copy(file, folder.path / name)
        indexes = _indexes(work, manifests)
        if indexes:
            place = folder.path / SEARCH_INDEX
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(joined_index(indexes))
        docs_dir = work.root / read_settings(work.root).configuration.docs_dir
        _, in_the_way = write_site([*docs], FOLDERS, _contents(docs), docs_dir)
        if in_the_way:
            return Assembled(in_the_way)
        folder.put_in_place()
    except _Changed as error:
        why = "It was changed after its part was finished"
        return Assembled((unusable(work.root, Path(str(error)), why),))
    finally:
        folder.discard()
    return Assembled((), len(pages))


def _top(name: str) -> str:
    return name.partition("/")[0]


def _files_of_site(
    work: Work, manifests: Mapping[Part, Manifest], refused: list[Diagnostic]
) -> dict[str, _File]:
    """All files but the search index, which every part has.

    A file that two parts made in different ways is noted among what is refused.
    """
    files: dict[str, _File] = {}
    settings = {manifest.settings for manifest in manifests.values()}
    for part, manifest in manifests.items():
        if len(settings) > 1:
            why = "The parts were made with different variables, such as SITE_URL or REPOSITORY"
            refused.append(unusable(work.root, work.files_of_part(part), why))
        for name, digest in manifest.files.items():
            place = work.part(part) / name
            if name == f"site/{SEARCH_INDEX}":
                continue
            if files.setdefault(name, _File(place, digest)).digest != digest:
                why = (
                    "Two parts made this file, in different ways: a plugin writes it about all "
                    "pages, so this site cannot be built in parts"
                )
                refused.append(unusable(work.root, place, why))
    return files


def _indexes(work: Work, manifests: Mapping[Part, Manifest]) -> tuple[IndexOfPart, ...]:
    """The search index of each part; none if the site has no search."""
    name = f"site/{SEARCH_INDEX}"
    return tuple(
        IndexOfPart(_content(_File(work.part(part) / name, digest)), manifest.addresses)
        for part, manifest in manifests.items()
        if (digest := manifest.files.get(name)) is not None
    )


def _contents(files: Mapping[str, _File]) -> Iterator[PlannedFile]:
    for name, file in sorted(files.items()):
        yield PlannedFile(name, _content(file))


def _copy(file: _File, place: Path) -> None:
    content = _content(file)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)


def _content(file: _File) -> bytes:
    try:
        content = b"" if file.place.is_symlink() else file.place.read_bytes()
    except FileNotFoundError:
        content = b""
    if sha256(content).hexdigest() != file.digest:
        raise _Changed(str(file.place))
    return content
