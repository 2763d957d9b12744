"""Say in one line why a build by MkDocs failed, where MkDocs would print a traceback.

This is for what is wrong with the machine, the settings or a page. Faults of programs keep their
tracebacks, which those who mend them need.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb
from urllib import parse

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from build_scripts.disk.project_lines import lines_of_project
from build_scripts.mkdocs_plugin.trouble import log_all
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic, has_errors
from build_scripts.pages.offline_edition import date_of_build
from build_scripts.read.settings.mkdocs_settings import settings_of, theme_language
from build_scripts.read.settings.settings_file import read_settings_file
from build_scripts.report.harmless import harmless
from build_scripts.report.plain_text import summary
from build_scripts.report.system_failures import system_failure
from build_scripts.text.did_you_mean import did_you_mean
from build_scripts.text.wording import shortened


def refuse_settings(config: MkDocsConfig) -> None:
    """Refuse settings and a date with which no site can be built; log what else is wrong.

    Raises:
        PluginError: one of them is wrong.
    """
    path = Path(config.config_file_path)
    settings = settings_of(path) if config.config_file_path else None
    if settings is not None:
        found = settings.diagnostics or tuple(_language_without_words(config, path))
        log_all(found, lines_of_project(path.parent))
        if has_errors(found):
            raise PluginError(f"{summary(found)}; the last site stays")
    if os.environ.get("SOURCE_DATE_EPOCH") == "":  # as good as not set; MkDocs would fail
        del os.environ["SOURCE_DATE_EPOCH"]
    try:
        date_of_build()
    except ValueError as error:
        raise PluginError(str(error)) from None


def _language_without_words(config: MkDocsConfig, path: Path) -> Iterator[Diagnostic]:
    """A finding if Material has no words in the language of the theme."""
    folders = [Path(folder, "partials", "languages") for folder in config.theme.dirs]
    known = {file.stem for folder in folders for file in folder.glob("*.html")}
    language = theme_language(config.theme)
    settings, _ = read_settings_file(path)
    if known and language not in known and settings is not None:
        message = f"The theme has no words in the language `{shortened(language)}`"
        hint = did_you_mean(language, known, "Choose a language of the theme, such as `en`.")
        place = settings.origin("theme", "language")
        yield place.diagnostic(Code.SETTING_WRONG, message, hint)


def one_line(error: Exception, root: Path, page: str) -> str:
    """What went wrong, on one line; empty for what may be a fault of a program.

    Args:
        error: what ended the build.
        root: the project's folder.
        page: the Markdown file that MkDocs read last; empty if it has read none.
    """
    if isinstance(error, OSError):
        return harmless(system_failure(error, root))
    if isinstance(error, UnicodeDecodeError):
        return f"docs/{page}: this page is not written in UTF-8. Save it in that encoding."
    if isinstance(error, UnicodeEncodeError):
        return (
            "The name of a file cannot be read in the encoding of this system. Set PYTHONUTF8=1, "
            "then build again."
        )
    if isinstance(error, ValueError) and _is_about_address(error):
        return f"docs/{page}: an address on this page cannot be read: {harmless(str(error))}"
    return ""


def _is_about_address(error: Exception) -> bool:
    frames = [frame for frame, _ in walk_tb(error.__traceback__)]
    return bool(frames) and frames[-1].f_code.co_filename == parse.__file__
