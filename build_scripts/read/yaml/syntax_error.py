"""What is wrong with a file that is not YAML, in the words of somebody who writes one.

The parser says where it could not go on. The mistake is often somewhere else: a quotation mark
that was never closed shows at the end of the file. Each of the rules takes one of the parser's
findings, looks at the text around it, and says the place, the fault and the remedy.
"""

from collections.abc import Callable

import yaml

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.file_position import Document, Origin
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
    ("undefined tag handle", mistakes.question_mark),
    ("while scanning a directive", mistakes.cannot_begin),
    ("mapping values are not allowed", mistakes.colon),
    ("could not find expected ':'", mistakes.no_colon),
    ("block sequence entries are not allowed", mistakes.list_behind_key),
    ("mapping keys are not allowed", mistakes.question_mark),
    ("did not find expected ',' or", mistakes.in_brackets),
    ("did not find expected node content", mistakes.value_missing),
    ("did not find expected key", mistakes.no_key),
    ("did not find expected '-' indicator", mistakes.list_column),
    ("unexpected end of stream", mistakes.never_ends),
    ("did not find expected comment or line break", mistakes.behind_text_mark),
    ("unknown escape character", mistakes.escape),
    ("invalid Unicode character escape code", mistakes.escape_code),
    ("expected <document start>", mistakes.second_document),
)
"""Part of what the parser says, and what it means; the first that knows an answer gives it."""


def syntax_diagnostic(document: Document, error: yaml.YAMLError) -> Diagnostic:
    """Explain why a file could not be parsed.

    Args:
        document: the file.
        error: what the parser raised.

    Returns:
        The diagnostic, where the mistake most likely is.
    """
    if isinstance(error, yaml.reader.ReaderError):
        # libyaml counts bytes.
        offset = len(document.text.encode()[: error.position].decode(errors="ignore"))
        character = document.text[offset : offset + 1]
        return Origin(document, offset).diagnostic(
            Code.YAML_SYNTAX,
            f"The file holds {described(character)}, which YAML does not allow",
            "Delete it; it is probably invisible.",
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
