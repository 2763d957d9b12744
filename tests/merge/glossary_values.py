"""Short ways to make terms and texts, for the tests of the glossary."""

import re

from build_scripts.model.annotation import Body, CaseRule, Provenance, Term
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.source_text import Paragraph, SourceText
from build_scripts.model.span import Span
from build_scripts.text.line_ends_in_words import line_ends_in_words


def term(
    term_id: str,
    *forms: str,
    case: CaseRule = CaseRule.INITIAL,
    except_phrases: tuple[str, ...] = (),
    except_readings: tuple[str, ...] = (),
    origin: Origin | None = None,
) -> Term:
    """A glossary entry with these forms."""
    origin = origin or Origin(Document(f"annotations/glossary/{term_id}.yml", ""), 0)
    return Term(
        id=term_id,
        label=forms[0],
        kind="concept",
        forms=forms,
        case=case,
        linking=None,
        except_phrases=except_phrases,
        except_readings=except_readings,
        translations={},
        definition=Body("", origin),
        provenance=Provenance(),
        origin=origin,
    )


def source_text(text: str) -> SourceText:
    """A source whose paragraphs are parted by blank lines."""
    spans = [Span(*match.span()) for match in re.finditer(r"(?:[^\n]|\n(?!\n))+", text)]
    paragraphs = tuple(Paragraph(number, span) for number, span in enumerate(spans, start=1))
    return SourceText(
        "seeds/text.txt", "", "", text, paragraphs, line_ends=line_ends_in_words(text)
    )
