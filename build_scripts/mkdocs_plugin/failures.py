"""Say in one line why a build by MkDocs failed, where MkDocs would print a traceback.

This is for what is wrong with the machine, the settings or a page. Faults of programs keep their
tracebacks, which those who mend them need.
"""

import os
from pathlib import Path
from traceback import walk_tb
from urllib import parse

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from build_scripts.model.web_address import is_web_address
from build_scripts.pages.offline_edition import date_of_build
from build_scripts.report.harmless import harmless
from build_scripts.report.system_failures import system_failure


def refuse_settings(config: MkDocsConfig) -> None:
    """Refuse an address and a date with which MkDocs could not build.

    Raises:
        PluginError: one of them is wrong.
    """
    if config.site_url and not is_web_address(config.site_url):
        raise PluginError(
            f"site_url in mkdocs.yml, or SITE_URL, is “{harmless(config.site_url)}”, which is not "
            "a web address: write it like https://example.org/readings/"
        )
    if os.environ.get("SOURCE_DATE_EPOCH") == "":  # as good as not set; MkDocs would fail
        del os.environ["SOURCE_DATE_EPOCH"]
    try:
        date_of_build()
    except ValueError as error:
        raise PluginError(str(error)) from None


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
