"""Read a file of the glossary: one term, and the sources that are described with it."""

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.read.annotation_file import SITE_WIDE_KEYS, read_items
from build_scripts.read.checking.validate import validate
from build_scripts.read.convert_models import term
from build_scripts.read.file_result import NO_READING, FileResult
from build_scripts.read.files.project_folder import ProjectFolder
from build_scripts.read.schema.items import ITEM_MODELS
from build_scripts.read.schema.terms import TermModel
from build_scripts.read.unread_file import unread_file
from build_scripts.read.yaml.tree_with_positions import YamlTree


def read_term(folder: ProjectFolder, term_id: str, tree: YamlTree) -> FileResult:
    """Read a term and the sources that are described in its file."""
    document = tree.origin.document
    misplaced = _misplaced(tree)
    if misplaced is not None:
        return FileResult(document, diagnostics=(misplaced,)).joined(
            unread_file(folder, document.path)
        )
    own, references = _without_references(tree)
    model, origin, diagnostics = validate(TermModel, own.data, own.origin)
    result = FileResult(document, term=term(model, term_id, origin), diagnostics=diagnostics)
    return result if references is None else result.joined(read_items(references, NO_READING))


def _without_references(tree: YamlTree) -> tuple[YamlTree, YamlTree | None]:
    """The file without the sources that it describes, and these as a file of their own."""
    if not isinstance(tree.data, dict) or "references" not in tree.data:
        return tree, None
    own = {key: value for key, value in tree.data.items() if key != "references"}
    references = {"references": tree.data["references"]}
    return tree._replace(data=own), tree._replace(data=references)


def _misplaced(tree: YamlTree) -> Diagnostic | None:
    """The diagnostic for a file of the glossary that holds entries of another kind."""
    if not isinstance(tree.data, dict) or "term" in tree.data:
        return None
    for key in tree.data:
        if key in ITEM_MODELS:
            folder = "" if key in SITE_WIDE_KEYS else "readings/<id of the reading>/"
            return tree.origin.key(key).diagnostic(
                Code.MISPLACED_ANNOTATIONS,
                f"`{key}` do not belong in the folder of the glossary",
                f"Move the file to `annotations/{folder}`. In the glossary, each file holds one "
                "term.",
            )
    return None
