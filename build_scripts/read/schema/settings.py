"""``site.yml``: settings of the collection."""

from typing import Literal

from build_scripts.model.annotation import Linking
from build_scripts.model.collection import GlossaryPages
from build_scripts.read.schema.values import FormatModel


class SettingsModel(FormatModel):
    """``site.yml``."""

    drafts: Literal["hide", "publish"] = "hide"
    linking: Linking = Linking.FIRST
    glossary_pages: GlossaryPages = GlossaryPages.ONE
