"""The first step: find what stands where in the texts of a part."""

from build_scripts.merge.merge_collection import merge
from build_scripts.model.progress import Progress, unreported
from build_scripts.read.files.project_folder import ProjectFolder
from build_scripts.read.project import read_project
from build_scripts.shards.data_files import write_data
from build_scripts.shards.found_data import as_data
from build_scripts.shards.outline import FOLDER_OF_READINGS
from build_scripts.shards.part import Part, divided
from build_scripts.shards.work import Work


def find(work: Work, part: Part, progress: Progress = unreported) -> None:
    """Read the readings of a part and what belongs to no reading, and note what was found.

    Nothing is reported: what is wrong is found again by the next step, which sees all readings.

    Raises:
        OSError: the data cannot be written.
    """
    listing = ProjectFolder(work.root).listing("annotations")
    folders = sorted({path.split("/")[2] for path in listing.files if _is_in_reading(path)})
    own = {*divided(folders, part)}

    def is_wanted(path: str) -> bool:
        return not _is_in_reading(path) or path.split("/")[2] in own

    project, _ = read_project(work.root, progress=progress, is_wanted=is_wanted)
    found = merge(project.collection, project.unreadable, progress=progress).found
    # What is shown of a text depends on readings of other parts too.
    write_data(work.found(part), "found", work.made, as_data(found._replace(shown={})))


def _is_in_reading(path: str) -> bool:
    return path.startswith(FOLDER_OF_READINGS) and path.count("/") > 2
