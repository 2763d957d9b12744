"""Read the project's own catalogues of words, and check that every language has one."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic, has_errors
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.read.files.documents import read_document
from build_scripts.read.files.project_folder import ProjectFolder
from build_scripts.read.settings.words_file import (
    check_words,
    language_of,
    missing_messages,
    too_much,
)
from build_scripts.words.catalogues import has_words, known_languages


class WordsFile(NamedTuple):
    """A catalogue.

    Attributes:
        document: None where the file cannot be read or parsed.
    """

    path: str
    document: Document | None
    diagnostics: tuple[Diagnostic, ...]


def read_words(folder: ProjectFolder, path: str) -> WordsFile:
    """Read a catalogue."""
    document, unreadable = read_document(folder, path)
    if document is None:
        return WordsFile(path, None, unreadable)
    if faults := too_much(document):
        return WordsFile(path, None, faults)
    return WordsFile(path, document, check_words(document))


def catalogue_texts(files: Iterable[WordsFile]) -> dict[str, str]:
    """The texts of catalogues by language tag, sorted; empty where one cannot be read or shown."""
    texts = {
        language_of(file.path): file.document.text
        if file.document and not has_errors(file.diagnostics)
        else ""
        for file in files
    }
    return dict(sorted(texts.items()))


def check_catalogues(
    files: Iterable[WordsFile],
    texts: Mapping[str, str],
    interface_languages: Iterable[tuple[str, Origin]],
) -> tuple[Diagnostic, ...]:
    """Check catalogues against one another, and the languages that pages ask for.

    A language without a catalogue is named once, however many readings ask for it.

    Args:
        files: the catalogues.
        texts: the `catalogue_texts` of the files.
        interface_languages: the language tags, which may be empty, with their places.
    """
    missing = (
        diagnostic
        for file in files
        if file.document is not None
        for diagnostic in missing_messages(file.document, texts)
    )
    asked_for: dict[str, Origin] = {}
    for language, origin in interface_languages:
        asked_for.setdefault(language, origin)
    unknown = (
        origin.diagnostic(
            Code.LANGUAGE_WITHOUT_WORDS,
            f"The interface has no words in the language `{language}`, so its words are English",
            f"{_available(known_languages(texts))} To add `{language}`, write the file "
            f"`annotations/words/{language}.ftl`: see “Translating the interface” in the guide.",
        )
        for language, origin in asked_for.items()
        if language and not has_words(language, texts)
    )
    return (*missing, *unknown)


def _available(languages: Sequence[str]) -> str:
    names = ", ".join(f"`{language}`" for language in languages)
    return f"It has words in {names}."
