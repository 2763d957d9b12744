"""The options of the plugin in mkdocs.yml, and the addresses of the repository that they make."""

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
    """An address in which places in braces are filled in."""

    def __init__(self, setting: str, default: str) -> None:
        super().__init__(str, default=default)
        self._setting = setting

    def run_validation(self, value: object) -> str:
        """The template.

        Raises:
            ValidationError: it is no text, or nothing can be filled in at one of its places.
        """
        template = super().run_validation(value)
        for name in unknown_places(self._setting, template):
            known = sorted(PLACES[self._setting])
            named = ", ".join(f"{{{place}}}" for place in known)
            hint = did_you_mean(name, known, f"There are {named}.")
            raise ValidationError(f"Nothing can be filled in for {{{shortened(name)}}}. {hint}")
        return template


class ReadingsOptions(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin; what may stand in braces, `RepositoryAddresses` says.

    There are no links to edit anything where ``extra.repository`` is empty.

    Attributes:
        branch: which contributions start from.
        edit_address: where a file is edited.
        folder_address: where a folder is shown.
        entry_address: where one entry in a file is edited.
        new_file_address: where a file is created.
    """

    branch = config_options.Type(str, default=NO_REPOSITORY.branch)
    edit_address = _Template("edit_address", NO_REPOSITORY.edit_address)
    folder_address = _Template("folder_address", NO_REPOSITORY.folder_address)
    entry_address = _Template("entry_address", NO_REPOSITORY.entry_address)
    new_file_address = _Template("new_file_address", NO_REPOSITORY.new_file_address)


def addresses_of(config: MkDocsConfig, options: ReadingsOptions) -> RepositoryAddresses:
    """The addresses of the project's files; what is no address of a repository is warned of."""
    value = config.extra.get("repository")
    if value and not repository_of(value):
        log.warning(
            "extra.repository in mkdocs.yml is no address on the web: '%s'. "
            "It begins with https://. There are no links to edit pages.",
            shortened(value),
        )
    return repository_addresses(config.extra, options)
