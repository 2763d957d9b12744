"""The catalogue of diagnostic codes. A code is never reused for another meaning."""

from enum import Enum

from build_scripts.model.diagnostic import Severity


class Code(Enum):
    """A stable short code; its letter names the subject, its name the finding."""

    YAML_SYNTAX = "Y001"
    YAML_DUPLICATE_KEY = "Y002"
    YAML_FORBIDDEN_FEATURE = "Y003"
    YAML_TOO_DEEP = "Y004"
    YAML_FILE_NAME = "Y005"
    YAML_ENCODING = "Y006"
    YAML_COMMENT = "Y007"

    UNKNOWN_KEY = "F001"
    MISSING_KEY = "F002"
    WRONG_VALUE = "F003"
    EMPTY_VALUE = "F004"
    BAD_ID = "F005"
    DUPLICATE_ID = "F006"
    MISPLACED_ANNOTATIONS = "F007"
    UNKNOWN_SPEAKER = "F008"
    SPEAKER_LABEL_NOT_FOUND = "F009"

    SOURCE_ENCODING = "S001"
    SOURCE_CHARACTER = "S002"
    SOURCE_HEADER = "S003"
    SOURCE_CHANGED = "S004"
    SOURCE_MISSING = "S005"
    SOURCE_UNUSED = "S006"
    SOURCE_EMPTY = "S007"
    PARAGRAPH_RANGE = "S008"
    PARTS_INCOMPLETE = "S009"

    QUOTATION_NOT_FOUND = "A001"
    QUOTATION_AMBIGUOUS = "A002"
    PREFIX_WRONG = "A003"
    SUFFIX_WRONG = "A004"
    POSITION_WITHOUT_SHA256 = "A005"
    OCCURRENCE_OUT_OF_RANGE = "A006"
    TARGET_PARAGRAPH_OUT_OF_RANGE = "A007"

    FORM_CLAIMED_TWICE = "G001"
    UNKNOWN_TERM = "G002"
    MENTIONS_CONTRADICT = "G003"

    UNKNOWN_READING = "X001"
    UNKNOWN_EVENT = "X002"

    UNKNOWN_REFERENCE = "R001"

    BODY_NOT_ALLOWED = "B001"

    FOLDER_NOT_OWNED = "W001"

    READING_NOT_BUILT = "V001"
    PARAGRAPH_MISSING = "V002"
    PARAGRAPH_DIFFERS = "V003"
    PARAGRAPH_REPEATED = "V004"
    ANNOTATION_LEADS_NOWHERE = "V005"

    @property
    def severity(self) -> Severity:
        """The severity of every diagnostic with this code."""
        return _NOT_ERRORS.get(self, Severity.ERROR)


_NOT_ERRORS = {
    Code.SOURCE_UNUSED: Severity.WARNING,
    Code.SPEAKER_LABEL_NOT_FOUND: Severity.WARNING,
    Code.YAML_COMMENT: Severity.WARNING,
}
