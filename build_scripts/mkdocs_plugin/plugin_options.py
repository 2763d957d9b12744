"""Read the plugin's options in mkdocs.yml, and the addresses of the repository from them."""

from mkdocs.config import config_options
from mkdocs.config.base import Config, ValidationError
from mkdocs.config.defaults import MkDocsConfig

from build_scripts.mkdocs_plugin.trouble import log
from build_scripts.model.repository_addresses import (
    NO_REPOSITORY,
    PLACES,
    RepositoryAddresses,
    repository_of,
    unknown_places,
)
from build_scripts.read.settings.mkdocs_settings import repository_addresses
from build_scripts.text.did_you_mean import did_you_mean
from build_scripts.text.wording import shortened


class _Template(config_options.Type[str]):
    """An address with placeholders in braces."""

    def __init__(self, setting: str, default: str) -> None:
        super().__init__(str, default=default)
        self._setting = setting

    def run_validation(self, value: object) -> str:
        """The template.

        Raises:
            ValidationError: it is not text, or contains an unknown placeholder.
        """
        template = super().run_validation(value)
        for name in unknown_places(self._setting, template):
            known = sorted(PLACES[self._setting])
            named = ", ".join(f"{{{place}}}" for place in known)
            hint = did_you_mean(name, known, f"There are {named}.")
            raise ValidationError(f"Nothing can be filled in for {{{shortened(name)}}}. {hint}")
        return template


class ReadingsOptions(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin. `RepositoryAddresses` describes the placeholders.

    If ``extra.repository`` is empty, pages have no links for editing.

    Attributes:
        branch: the branch that contributions start from.
        edit_address: the page for editing a file.
        folder_address: the page that shows a folder.
        entry_address: the page for editing one entry of a file.
        new_file_address: the page for creating a file.
        issues_address: the page for reporting errors.
        server_files: paths in the documentation folder of files that may command the server.
    """

    branch = config_options.Type(str, default=NO_REPOSITORY.branch)
    edit_address = _Template("edit_address", NO_REPOSITORY.edit_address)
    folder_address = _Template("folder_address", NO_REPOSITORY.folder_address)
    entry_address = _Template("entry_address", NO_REPOSITORY.entry_address)
    new_file_address = _Template("new_file_address", NO_REPOSITORY.new_file_address)
    issues_address = _Template("issues_address", NO_REPOSITORY.issues_address)
    server_files = config_options.ListOfItems(config_options.Type(str), default=[])


def addresses_of(config: MkDocsConfig, options: ReadingsOptions) -> RepositoryAddresses:
    """The addresses of the project's files, with a warning if that of the repository is wrong."""
    value = config.extra.get("repository")
    if value and not repository_of(value):
        log.warning(
            "extra.repository in mkdocs.yml is not a web address: '%s'. A web address begins with "
            "https://. Pages have no links for editing.",
            shortened(value),
        )
    return repository_addresses(config.extra, options)
