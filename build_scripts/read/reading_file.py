"""Read reading.yml and its source into a reading without annotations."""

from collections.abc import Iterator
from dataclasses import replace

from build_scripts.model import limits
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Origin
from build_scripts.model.reading import LineBreaks, Metadata, Reading
from build_scripts.model.source_text import ParagraphRule, SourceText
from build_scripts.model.unreadable import ANY
from build_scripts.read.checking.validate import Checked, unreadable_entry, validate
from build_scripts.read.convert_models import (
    alignment,
    further_reading,
    introduction,
    licence,
    names,
    optional_body,
)
from build_scripts.read.file_result import FileResult
from build_scripts.read.files.file_content import Obstacle
from build_scripts.read.files.file_names import reserved
from build_scripts.read.files.project_folder import ProjectFolder
from build_scripts.read.files.source_paragraphs import read_source_text
from build_scripts.read.reading_structure import Structure, read_structure, wrapped_lines
from build_scripts.read.schema.readings import ReadingModel
from build_scripts.read.yaml.tree_with_positions import YamlTree
from build_scripts.text.did_you_mean import nearest
from build_scripts.text.line_ends_in_words import line_ends_in_words
from build_scripts.text.normalise import normalise_quotation


def _metadata(model: ReadingModel) -> Metadata:
    return Metadata(
        title=model.title,
        language=model.language,
        title_by=model.title_by,
        authors=names(model.authors),
        interviewee=names(model.interviewee),
        interviewer=names(model.interviewer),
        publisher=model.publisher or "",
        date=model.date or "",
        original_language=model.original_language or "",
        translator=names(model.translator),
        version=model.version or "",
        rights=model.rights or "",
        url=model.url or "",
        description=model.description or "",
        version_of=model.version_of or "",
        translation_of=model.translation_of or "",
        interface=model.interface or "",
        licence=licence(model.licence),
        annotations_licence=licence(model.annotations_licence),
    )


def _source(
    folder: ProjectFolder, model: ReadingModel, origin: Origin
) -> tuple[SourceText | None, tuple[Diagnostic, ...]]:
    file = _same_name(folder, model.source.file)
    # Without them the beginning of the text or its paragraphs are unknown.
    if not file or "header" in origin.faulty or "paragraphs" in origin.at("source").faulty:
        return None, ()
    content = folder.content(file, limits.LARGEST_SOURCE)
    place = origin.at("source", "file")
    if isinstance(content, Obstacle):
        message = f"The source `{file}` {content.predicate}"
        return None, (place.diagnostic(content.code, message, content.hint),)
    if content is None:
        meant = _nearest_source(folder, file)
        hint = "Check its name, including capitals. Sources are in `seeds/`."
        if meant:
            hint = f"Did you mean `{meant}`?"
        message = f"There is no source `{file}`"
        return None, (place.diagnostic(Code.SOURCE_MISSING, message, hint),)
    source, diagnostics = read_source_text(
        file, content, model.header or "", origin.at("header"), model.source.paragraphs
    )
    recorded = model.source.sha256
    if source is not None and recorded is not None and recorded != source.sha256:
        changed = origin.at("source", "sha256").diagnostic(
            Code.SOURCE_CHANGED,
            f"`{file}` has changed since its `sha256` was recorded here",
            "If the change is wanted, check every annotation of this reading, then write "
            f"`sha256: {source.sha256}`. Otherwise restore the file.",
        )
        return source, (*diagnostics, changed)
    return source, diagnostics


def _with_line_ends(source: SourceText, model: ReadingModel) -> SourceText:
    """The text, with its line ends inside words; there are none where a line is a paragraph."""
    if source.rule is ParagraphRule.LINES:
        return source
    keeps_lines = model.line_breaks is LineBreaks.KEEP
    rule = model.line_end_hyphens
    found = line_ends_in_words(source.text, model.language, rule, keeps_lines)
    return replace(source, line_ends=found) if found else source


def _reserved_ids(model: ReadingModel, origin: Origin) -> Iterator[Diagnostic]:
    """Diagnostics for ids that pages cannot be named after."""
    for index, part in enumerate(model.parts):
        yield from reserved(part.id, origin.at("parts", index, "id"))
    for index, old in enumerate(model.formerly):
        yield from reserved(old, origin.at("formerly", index))


def read_reading(folder: ProjectFolder, reading_id: str, tree: YamlTree) -> FileResult:
    """Read reading.yml and the source that it names."""
    checked = validate(ReadingModel, tree.data, tree.origin)
    source, faults_of_source = _source(folder, checked.model, checked.origin)
    if source is not None:
        place = checked.origin.at("source", "paragraphs")
        faults_of_source += tuple(wrapped_lines(source, checked.model, place))
        source = _with_line_ends(source, checked.model)
    structure = read_structure(checked.model, checked.origin, source)
    reading = _reading(reading_id, checked, source, structure)
    return _result(
        reading,
        _named_sources(folder, tree),
        (
            *checked.diagnostics,
            *faults_of_source,
            *structure.diagnostics,
            *_reserved_ids(checked.model, checked.origin),
        ),
    )


def reading_without_text(reading_id: str, origin: Origin) -> FileResult:
    """A reading without text, so that its annotations can be checked as far as possible."""
    checked = unreadable_entry(ReadingModel, origin)
    structure = read_structure(checked.model, checked.origin, None)
    return _result(_reading(reading_id, checked, None, structure))


def _result(
    reading: Reading,
    sources_named: frozenset[str] = frozenset(),
    diagnostics: tuple[Diagnostic, ...] = (),
) -> FileResult:
    return FileResult(
        reading.origin.document,
        reading.id,
        reading=reading,
        interface_languages=((reading.metadata.interface, reading.origin.at("interface")),),
        unreadable=frozenset(() if reading.source.paragraphs else {f"reading:{reading.id}"}),
        sources_named=sources_named,
        diagnostics=diagnostics,
    )


def _reading(
    reading_id: str,
    checked: Checked[ReadingModel],
    source: SourceText | None,
    structure: Structure,
) -> Reading:
    model, origin, _ = checked
    return Reading(
        id=reading_id,
        source=source or SourceText(model.source.file, "", "", "", ()),
        metadata=_metadata(model),
        speakers=structure.speakers,
        styles=structure.styles,
        headings=structure.headings,
        parts=structure.parts,
        line_breaks=model.line_breaks,
        linking=model.linking,
        formerly=tuple(model.formerly),
        # A faulty sha256 counts as recorded.
        sha256_recorded=model.source.sha256 is not None or "sha256" in origin.at("source").faulty,
        notes=(),
        cross_references=(),
        corrections=(),
        mentions=(),
        formatting=(),
        origin=origin,
        first_view=model.first_view,
        publish=model.publish,
        notice=optional_body(model.notice, origin, "notice"),
        introduction=introduction(model.introduction, origin.at("introduction")),
        alignment=alignment(model.alignment, origin.at("alignment")),
        further_reading=further_reading(model.further_reading, origin.at("further_reading")),
    )


def _named_sources(folder: ProjectFolder, tree: YamlTree) -> frozenset[str]:
    """The source that reading.yml names and, if the name is wrong, the one that it may mean.

    Neither is reported as unused. If no source is named, any may be meant.
    """
    source = tree.data.get("source") if isinstance(tree.data, dict) else None
    file = source.get("file") if isinstance(source, dict) else source
    if not isinstance(file, str):
        return frozenset({ANY})
    file = _same_name(folder, file)
    if folder.has_file(file):
        return frozenset({file})
    return frozenset({file, _nearest_source(folder, file) or ANY})


def _same_name(folder: ProjectFolder, file: str) -> str:
    """The file in `seeds/` whose name is the same in all that counts; else the name as it is.

    Systems differ in how they write accents in names, and programs in quotation marks and hyphens.
    """
    if folder.has_file(file):
        return file
    name = normalise_quotation(file)
    same = [path for path in folder.listing("seeds").files if normalise_quotation(path) == name]
    return same[0] if len(same) == 1 else file


def _nearest_source(folder: ProjectFolder, file: str) -> str:
    """The source that was probably meant, or an empty text.

    Folder and ending are not compared, because all sources share them.
    """
    paths = {_without_frame(path): path for path in folder.listing("seeds").files}
    meant = nearest(_without_frame(file), paths)
    return paths[meant] if meant else ""


def _without_frame(path: str) -> str:
    return path.removeprefix("seeds/").removesuffix(".txt")
