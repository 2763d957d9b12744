"""Explain why a file is not valid YAML, in words for the person who wrote it.

The parser says where it stopped. The mistake is often somewhere else: a quotation mark that is
never closed shows at the end of the file. Each rule looks at the text around one of the parser's
findings, and gives the place, the fault and the remedy.
"""

from collections.abc import Callable

import yaml

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.read.files.forbidden_characters import described
from build_scripts.read.yaml import syntax_mistakes as mistakes
from build_scripts.read.yaml.syntax_fault import Explanation, Fault

_RULES: tuple[tuple[str, Callable[[Fault], Explanation | None]], ...] = (
    ("", mistakes.unfinished_merge),
    ("", mistakes.invisible),
    ("found a tab character", mistakes.tab),
    ("cannot start any token", mistakes.tab),
    ("cannot start any token", mistakes.cannot_begin),
    ("while scanning an alias", mistakes.cannot_begin),
    ("while scanning an anchor", mistakes.cannot_begin),
    ("while scanning a tag", mistakes.cannot_begin),
    ("expected tag URI", mistakes.cannot_begin),
    ("undefined tag handle", mistakes.cannot_stand_here),
    ("while scanning a directive", mistakes.cannot_begin),
    ("mapping values are not allowed", mistakes.colon),
    ("could not find expected ':'", mistakes.no_colon),
    ("block sequence entries are not allowed", mistakes.list_after_key),
    ("mapping keys are not allowed", mistakes.cannot_stand_here),
    ("did not find expected ',' or", mistakes.in_brackets),
    ("did not find expected node content", mistakes.value_missing),
    ("did not find expected key", mistakes.no_key),
    ("did not find expected '-' indicator", mistakes.list_column),
    ("unexpected end of stream", mistakes.never_ends),
    ("did not find expected comment or line break", mistakes.after_text_mark),
    ("unknown escape character", mistakes.escape),
    ("invalid Unicode character escape code", mistakes.escape_code),
    ("expected <document start>", mistakes.second_document),
)
"""A part of the parser's message, and a function that explains it; the first answer counts."""


def syntax_diagnostic(document: Document, error: yaml.YAMLError) -> Diagnostic:
    """Explain why a file could not be parsed, at the place of the likely mistake."""
    if isinstance(error, yaml.reader.ReaderError):
        # libyaml counts bytes.
        offset = len(document.text.encode()[: error.position].decode(errors="ignore"))
        character = document.text[offset : offset + 1]
        return Origin(document, offset).diagnostic(
            Code.YAML_SYNTAX,
            f"The file contains {described(character)}",
            "Delete it, or type the character that was meant. It is probably invisible.",
        )
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    begun = getattr(error, "context_mark", None) or mark
    problem = getattr(error, "problem", None) or str(error)
    finding = f"{getattr(error, 'context', None) or ''}: {problem}"
    length = len(document.text)
    fault = Fault(
        document.text,
        min(mark.index, length) if mark is not None else 0,
        min(begun.index, length) if begun is not None else 0,
    )
    for cause, explain in _RULES:
        explanation = explain(fault) if cause in finding else None
        if explanation is not None:
            break
    else:
        explanation = Explanation(fault.at, f"This is not valid YAML: {problem}", "")
    return Origin(document, explanation.offset).diagnostic(
        Code.YAML_SYNTAX, explanation.message, explanation.hint
    )
