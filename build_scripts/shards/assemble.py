"""The last step: put the parts of a site together."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from build_scripts.disk.finished_folder import UnfinishedFolder
from build_scripts.disk.write_site import write_site
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.progress import Progress, unreported
from build_scripts.model.site_plan import PlannedFile
from build_scripts.read.settings.mkdocs_settings import read_settings
from build_scripts.render.addresses import FOLDERS
from build_scripts.shards.assembled_search import SearchedPart, write_search
from build_scripts.shards.data_files import unusable
from build_scripts.shards.joined_search import SEARCH_INDEX
from build_scripts.shards.manifest import Manifest, read_manifest
from build_scripts.shards.part import Part, parts
from build_scripts.shards.part_files import ChangedFile, FileOfPart, content_of, copy_files
from build_scripts.shards.search_of_part import bundle_of
from build_scripts.shards.work import Work

_INDEX = f"site/{SEARCH_INDEX}"


class Assembled(NamedTuple):
    """What came of it.

    Attributes:
        diagnostics: what is wrong; if there is anything, nothing was changed.
        files: how many the site has.
        remark: what else the person who builds the site should know; may be empty.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: int = 0
    remark: str = ""


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
        copied = progress([*pages.items()], len(pages), "files put together")
        copy_files(copied, folder.path)
        remark = write_search(folder.path, _searched(work, manifests))
        count_of_files = sum(path.is_file() for path in folder.path.rglob("*"))
        docs_dir = work.root / read_settings(work.root).configuration.docs_dir
        _, in_the_way = write_site([*docs], FOLDERS, _contents(docs), docs_dir)
        if in_the_way:
            return Assembled(in_the_way)
        folder.put_in_place()
    except ChangedFile as error:
        why = "It was changed after its part was finished"
        return Assembled((unusable(work.root, Path(str(error)), why),))
    finally:
        folder.discard()
    return Assembled((), count_of_files, remark)


def _top(name: str) -> str:
    return name.partition("/")[0]


def _files_of_site(
    work: Work, manifests: Mapping[Part, Manifest], refused: list[Diagnostic]
) -> dict[str, FileOfPart]:
    """All files but those of the search, which every part has.

    A file that two parts made in different ways is noted among what is refused.
    """
    files: dict[str, FileOfPart] = {}
    settings = {manifest.settings for manifest in manifests.values()}
    for part, manifest in manifests.items():
        if len(settings) > 1:
            why = "The parts were made with different variables, such as SITE_URL or REPOSITORY"
            refused.append(unusable(work.root, work.files_of_part(part), why))
        for name, digest in manifest.files.items():
            place = work.part(part) / name
            if name == _INDEX or name.startswith(_folder_of_bundle(part)):
                continue
            if files.setdefault(name, FileOfPart(place, digest)).digest != digest:
                why = (
                    "Two parts made this file, in different ways: a plugin writes it about all "
                    "pages, so this site cannot be built in parts"
                )
                refused.append(unusable(work.root, place, why))
    return files


def _searched(work: Work, manifests: Mapping[Part, Manifest]) -> tuple[SearchedPart, ...]:
    """What each part made for the search; nothing if the site has none."""

    def searched(part: Part, manifest: Manifest) -> SearchedPart:
        folder = _folder_of_bundle(part)
        files = {
            name: FileOfPart(work.part(part) / name, digest)
            for name, digest in manifest.files.items()
        }
        bundle = {
            name.removeprefix(folder): file
            for name, file in files.items()
            if name.startswith(folder)
        }
        return SearchedPart(part, files[_INDEX], manifest.addresses, manifest.search, bundle)

    has_index = ((part, one) for part, one in manifests.items() if _INDEX in one.files)
    return tuple(searched(part, manifest) for part, manifest in has_index)


def _folder_of_bundle(part: Part) -> str:
    """The beginning of the paths of a part's bundle."""
    return f"{_INDEX.rpartition('/')[0]}/{bundle_of(part)}/"


def _contents(files: Mapping[str, FileOfPart]) -> Iterator[PlannedFile]:
    for name, file in sorted(files.items()):
        yield PlannedFile(name, content_of(file))
