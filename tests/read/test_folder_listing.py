"""What messages say about files with odd names."""

from build_scripts.model.codes import Code
from build_scripts.read.files.file_content import Obstacle
from build_scripts.read.files.folder_listing import about


def test_a_line_end_in_a_name_does_not_break_the_message() -> None:
    obstacle = Obstacle(Code.FILE_UNREADABLE, "is a folder, not a file", "")

    assert about("annotations/a\nb.yml", obstacle).message == (
        "`a<U+000A>b.yml` is a folder, not a file"
    )
