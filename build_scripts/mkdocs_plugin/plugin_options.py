"""The plugin's options in mkdocs.yml."""

from mkdocs.config import config_options
from mkdocs.config.base import Config, ValidationError

from build_scripts.model.repository_addresses import NO_REPOSITORY
from build_scripts.read.settings.setting_findings import LARGEST_SEARCH_INDEX, template_fault


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
        if fault := template_fault(self._setting, template):
            raise ValidationError(". ".join(fault))
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
        largest_search_index: a larger index, in kB when it is compressed, is kept in pieces.
        server_files: paths in the documentation folder of files that may command the server.
    """

    branch = config_options.Type(str, default=NO_REPOSITORY.branch)
    edit_address = _Template("edit_address", NO_REPOSITORY.edit_address)
    folder_address = _Template("folder_address", NO_REPOSITORY.folder_address)
    entry_address = _Template("entry_address", NO_REPOSITORY.entry_address)
    new_file_address = _Template("new_file_address", NO_REPOSITORY.new_file_address)
    issues_address = _Template("issues_address", NO_REPOSITORY.issues_address)
    largest_search_index = config_options.Type((int, float), default=LARGEST_SEARCH_INDEX)
    server_files = config_options.ListOfItems(config_options.Type(str), default=[])
