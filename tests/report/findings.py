"""Findings for the tests of this folder."""

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic, Severity

ERROR = Diagnostic("annotations/a.yml", 3, 14, Severity.ERROR, "A001", "Not there", "One.\nTwo.")
WARNING = Diagnostic("seeds/b.txt", 2, 1, Severity.WARNING, "S009", "Not used")
HINT = Diagnostic("annotations/a.yml", 1, 1, Severity.HINT, "G005", "Not found", "Look.")


def found(message: str = "Not there", hint: str = "", path: str = "a.yml") -> Diagnostic:
    """A finding with these words."""
    code = Code.QUOTATION_NOT_FOUND
    return Diagnostic(path, 1, 1, code.severity, code.value, message, hint)
