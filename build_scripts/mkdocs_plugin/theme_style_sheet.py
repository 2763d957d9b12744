"""Give pages a shorter style sheet of the theme where that is all that they need."""

import re
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from build_scripts.mkdocs_plugin.theme_mending import is_own
from build_scripts.pages.joined_assets import SCRIPT
from build_scripts.pages.theme_styles import needs_all_styles, shortened
from build_scripts.render.addresses import ASSETS_FOLDER

_FOLDER = "assets/stylesheets"
_MAIN, _PALETTE = (re.compile(rf"{_FOLDER}/{name}\.\w+\.min\.css") for name in ("main", "palette"))
_LINKS = re.compile(
    rf'<link rel="stylesheet" href="([^"]*){_MAIN.pattern}">\s*'
    rf'(?:<link rel="stylesheet" href="[^"]*{_PALETTE.pattern}">)?'
)
_USUAL_COLOUR = "indigo"


class ThemeStyleSheet(NamedTuple):
    """The theme's style sheets in one file, without what pages rarely have.

    Attributes:
        address: of the file in the site; empty if there is none. It is not made for other themes,
            nor where a project has its own style sheet in place of one of the theme's, or scripts,
            which may add anything to a page.
    """

    address: str = ""

    @classmethod
    def add(cls, files: Files, config: MkDocsConfig) -> "ThemeStyleSheet":
        """Add the file to those of the site."""
        wanted = (_MAIN, _PALETTE) if config.theme.get("palette") else (_MAIN,)
        paths = [
            Path(file.abs_src_path or "")
            for name in wanted
            for file in files
            if name.fullmatch(file.src_uri) and is_own(file.abs_src_path)
        ]
        scripts = {*map(str, config.extra_javascript)} - {f"{ASSETS_FOLDER}/{SCRIPT}"}
        if len(paths) != len(wanted) or scripts:
            return cls()
        content = "".join(
            shortened(path.read_text(encoding="utf-8"), _colours(config)) for path in paths
        )
        digest = sha256(content.encode()).hexdigest()[:8]  # as in the theme's names, for caches
        address = f"{_FOLDER}/short.{digest}.min.css"
        files.append(File.generated(config, address, content=content))
        return cls(address)

    def in_page(self, page: str) -> str:
        """A page with the shorter style sheet, if that is enough for it."""
        if not self.address or needs_all_styles(page):
            return page
        link = rf'<link rel="stylesheet" href="\1{self.address}">'
        return _LINKS.sub(link, page, count=1)


def _colours(config: MkDocsConfig) -> frozenset[str]:
    """The names of the colours that the settings choose."""
    palette = config.theme.get("palette") or {}
    choices = palette if isinstance(palette, list) else [palette]
    named = (choice.get(of) for choice in choices for of in ("primary", "accent"))
    return frozenset((_USUAL_COLOUR, *(str(name).replace(" ", "-") for name in named if name)))
