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
    YAML_TOO_MANY_VALUES = "Y008"

    NAMES_DIFFER_BY_CASE = "P001"
    NAME_NOT_PORTABLE = "P002"
    PATH_LEAVES_PROJECT = "P003"
    FILE_UNREADABLE = "P004"
    FILE_TOO_LARGE = "P005"
    TOO_MANY_FILES = "P006"

    UNKNOWN_KEY = "F001"
    MISSING_KEY = "F002"
    WRONG_VALUE = "F003"
    EMPTY_VALUE = "F004"
    BAD_ID = "F005"
    DUPLICATE_ID = "F006"
    MISPLACED_ANNOTATIONS = "F007"
    UNKNOWN_SPEAKER = "F008"
    SPEAKER_LABEL_NOT_FOUND = "F009"
    METADATA_MISSING = "F010"
    HIDDEN_CHARACTER = "F011"
    TEXT_TOO_LONG = "F012"

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
    TERM_NEVER_USED = "G004"
    FORM_NEVER_FOUND = "G005"
    TERM_EXCLUDED_EVERYWHERE = "G006"
    NOTHING_TO_FORBID = "G007"
    FORM_WITHOUT_LETTERS = "G008"

    CORRECTIONS_DISAGREE = "C001"
    CORRECTION_REPEATED = "C002"
    CORRECTION_CHANGES_NOTHING = "C003"

    UNKNOWN_READING = "X001"
    UNKNOWN_EVENT = "X002"
    UNKNOWN_NOTE = "X003"
    REFERENCE_TO_ITSELF = "X004"
    STATED_FROM_BOTH_ENDS = "X005"

    UNKNOWN_REFERENCE = "R001"
    REFERENCE_UNUSED = "R002"
    REFERENCE_INCOMPLETE = "R003"

    EVENT_OUT_OF_RANGE = "E001"

    BODY_NOT_ALLOWED = "B001"

    FOLDER_NOT_OWNED = "W001"

    READING_NOT_BUILT = "V001"
    PARAGRAPH_MISSING = "V002"
    PARAGRAPH_DIFFERS = "V003"
    PARAGRAPH_REPEATED = "V004"
    ANNOTATION_LEADS_NOWHERE = "V005"

    INLINE_SCRIPT = "H001"

    @property
    def severity(self) -> Severity:
        """The severity of every diagnostic with this code."""
        return _NOT_ERRORS.get(self, Severity.ERROR)


_NOT_ERRORS = {
    Code.CORRECTION_REPEATED: Severity.WARNING,
    Code.EVENT_OUT_OF_RANGE: Severity.WARNING,
    Code.FORM_NEVER_FOUND: Severity.HINT,
    Code.METADATA_MISSING: Severity.WARNING,
    Code.NOTHING_TO_FORBID: Severity.WARNING,
    Code.REFERENCE_INCOMPLETE: Severity.WARNING,
    Code.REFERENCE_UNUSED: Severity.WARNING,
    Code.SOURCE_UNUSED: Severity.WARNING,
    Code.SPEAKER_LABEL_NOT_FOUND: Severity.WARNING,
    Code.STATED_FROM_BOTH_ENDS: Severity.WARNING,
    Code.TERM_EXCLUDED_EVERYWHERE: Severity.WARNING,
    Code.TERM_NEVER_USED: Severity.WARNING,
    Code.YAML_COMMENT: Severity.WARNING,
}

WHOLE_FILE = frozenset(
    code.value
    for code in (
        Code.YAML_FILE_NAME,
        Code.NAMES_DIFFER_BY_CASE,
        Code.NAME_NOT_PORTABLE,
        Code.PATH_LEAVES_PROJECT,
        Code.FILE_UNREADABLE,
        Code.FILE_TOO_LARGE,
        Code.TOO_MANY_FILES,
        Code.BAD_ID,
        Code.MISPLACED_ANNOTATIONS,
        Code.SOURCE_UNUSED,
        Code.SOURCE_EMPTY,
        Code.FOLDER_NOT_OWNED,
        Code.READING_NOT_BUILT,
        Code.PARAGRAPH_MISSING,
    )
)
"""Codes that say something of a file or folder as such wherever their place is its beginning."""
