"""Models of bibliographic items; keys are CSL variables."""

from pydantic import Field

from build_scripts.read.schema.names import TextOrName
from build_scripts.read.schema.values import (
    Address,
    Date,
    EdtfDateOrNone,
    FormatModel,
    Id,
    LanguageTag,
    LongText,
    Text,
)


class ReferenceModel(FormatModel):
    """A bibliographic item."""

    id: Id
    """The key by which `sources` name it; unique on the site."""
    type: Text
    """The CSL type: `book`, `chapter`, `article-journal`, `article-newspaper`,
    `webpage` …"""
    title: Text | None = None
    """The title of the item itself."""
    author: tuple[TextOrName, ...] = ()
    """Who wrote it, in order: `{family: Brown, given: Maud}`, or a plain text for a name that is
    not taken apart."""
    publisher: Text | None = None
    """Who published it."""
    container_title: Text | None = Field(default=None, alias="container-title")
    """The journal, newspaper or book that contains it."""
    issued: EdtfDateOrNone | None = None
    """When it was published: `1968`, `1968~` for about 1968; `n.d.` if it has no date."""
    accessed: Date | None = None
    """When the address was last seen to work."""
    language: LanguageTag | None = None
    """The language of the item."""
    url: Address | None = Field(default=None, alias="URL")
    """Its address on the web."""
    note: LongText | None = None
    """A remark, shown in brackets."""
