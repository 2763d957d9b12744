"""What an entry rests on and who answers for it: keys that many kinds share."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from build_scripts.model.annotation import Status
from build_scripts.read.schema.values import FormatModel, Id, IdList, Text, TextList


class CitationModel(FormatModel):
    """The key of a reference, with the place in it."""

    ref: Id
    locator: Text | None = None


def _citation_from_text(value: Any) -> Any:
    return {"ref": value} if isinstance(value, str) else value


CitationList = tuple[Annotated[CitationModel, BeforeValidator(_citation_from_text)], ...]


class AttributedModel(FormatModel):
    """An entry with sources, authors and a status."""

    sources: CitationList = ()
    creator: Text | None = None
    reviewed_by: TextList = ()
    status: Status | None = None
    formerly: IdList = ()
