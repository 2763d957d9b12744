"""How MkDocs is set to publish the site, as far as the generator needs to know."""

from typing import NamedTuple

from build_scripts.model.limits import LONGEST_LIST
from build_scripts.model.repository_addresses import NO_REPOSITORY, RepositoryAddresses


class SiteConfiguration(NamedTuple):
    """Settings of MkDocs, with its own defaults.

    Attributes:
        docs_dir: the documentation folder, relative to the project's root.
        use_directory_urls: whether addresses name folders instead of files.
        site_url: where the site is published, with a slash at the end; empty where that is not
            known.
        has_published_folders: `use_directory_urls` of the published site; None where it is the
            same.
        language: of the theme, which says what language a page is in as a whole.
        wants_search_entries: whether what a search finds is to be written together as well.
        repository: where the project's files are shown and changed.
        longest_list: about how many bytes of entries stand on a page of a list.
    """

    docs_dir: str = "docs"
    use_directory_urls: bool = True
    site_name: str = ""
    language: str = "en"
    site_url: str = ""
    has_published_folders: bool | None = None
    wants_search_entries: bool = False
    repository: RepositoryAddresses = NO_REPOSITORY
    longest_list: int = LONGEST_LIST
