"""The codes of all diagnostics. A code is never reused for another meaning."""

from enum import Enum

from build_scripts.model.diagnostic import Severity

_WARNING, _HINT = Severity.WARNING, Severity.HINT


class Code(Enum):
    """A short code that never changes; its letter stands for the subject, its name for the finding.

    Attributes:
        title: its meaning in a few words, for programs that list findings by kind.
        severity: the severity of every diagnostic with this code.
    """

    _value_: str
    title: str
    severity: Severity

    def __new__(cls, value: str, title: str = "", severity: Severity = Severity.ERROR) -> "Code":
        """Attach the title and the severity; a code is looked up by its value alone."""
        code = object.__new__(cls)
        code._value_ = value
        code.title = title
        code.severity = severity
        return code

    YAML_SYNTAX = "Y001", "The file is not valid YAML"
    YAML_DUPLICATE_KEY = "Y002", "A key occurs twice in one mapping"
    YAML_FORBIDDEN_FEATURE = (
        "Y003",
        "The file uses a YAML feature that is not allowed in annotations",
    )
    YAML_TOO_DEEP = "Y004", "Values are nested too deeply"
    YAML_FILE_NAME = "Y005", "The name of the file does not end in .yml"
    YAML_ENCODING = "Y006", "An annotation file is not UTF-8"
    YAML_COMMENT = "Y007", "A text is cut short by a comment", _WARNING
    YAML_TOO_MANY_VALUES = "Y008", "The file contains too many values"

    NAMES_DIFFER_BY_CASE = "P001", "Two names differ only in capitals or accents"
    NAME_NOT_PORTABLE = "P002", "A name does not work on every system"
    PATH_LEAVES_PROJECT = "P003", "A path leads out of its folder"
    FILE_UNREADABLE = "P004", "A file cannot be read"
    FILE_TOO_LARGE = "P005", "A file is too large"
    TOO_MANY_FILES = "P006", "There are too many files"

    UNKNOWN_KEY = "F001", "A key is not known here"
    MISSING_KEY = "F002", "A required key is missing"
    WRONG_VALUE = "F003", "A value is of the wrong kind"
    EMPTY_VALUE = "F004", "A key has no value"
    BAD_ID = "F005", "This cannot be an id"
    DUPLICATE_ID = "F006", "Two entries have the same id"
    MISPLACED_ANNOTATIONS = "F007", "Annotations are in a file where they do not belong"
    UNKNOWN_SPEAKER = "F008", "A paragraph names a speaker that is not listed"
    SPEAKER_LABEL_NOT_FOUND = "F009", "A speaker's label is not found", _WARNING
    METADATA_MISSING = "F010", "A key that this collection requires is missing", _WARNING
    HIDDEN_CHARACTER = "F011", "A text contains a hidden character"
    TEXT_TOO_LONG = "F012", "A text is too long for its place"

    SOURCE_ENCODING = "S001", "A source is not UTF-8"
    SOURCE_CHARACTER = "S002", "A source contains a control character or a noncharacter"
    SOURCE_HEADER = "S003", "A source does not begin with the declared header"
    SOURCE_CHANGED = "S004", "The source is not the file whose sha256 is recorded"
    SOURCE_MISSING = "S005", "A source cannot be read"
    SOURCE_UNUSED = "S006", "No reading.yml names this source", _WARNING
    SOURCE_EMPTY = "S007", "A source contains no text"
    PARAGRAPH_RANGE = "S008", "A range of paragraphs does not fit the text"
    PARTS_INCOMPLETE = "S009", "The parts of a reading leave out paragraphs, or are out of order"
    LINES_ARE_WRAPPED = "S010", "Lines that are said to be paragraphs seem to be wrapped", _WARNING

    QUOTATION_NOT_FOUND = "A001", "The quotation does not occur in the text"
    QUOTATION_AMBIGUOUS = "A002", "The quotation occurs several times"
    PREFIX_WRONG = "A003", "The quotation is there, but not after this prefix"
    SUFFIX_WRONG = "A004", "The quotation is there, but not before this suffix"
    POSITION_WITHOUT_SHA256 = (
        "A005",
        "A target relies on a position in a text that could change unnoticed",
    )
    OCCURRENCE_OUT_OF_RANGE = "A006", "The quotation has fewer occurrences than the target says"
    TARGET_PARAGRAPH_OUT_OF_RANGE = "A007", "The text has no such paragraph"
    POSITION_MOVED = "A008", "A position means another place than before the change", _WARNING
    POSITION_DOUBTFUL = "A009", "A position may mean another place than before the change", _HINT

    FORM_CLAIMED_TWICE = "G001", "Two terms claim the same form"
    UNKNOWN_TERM = "G002", "There is no such term"
    MENTIONS_CONTRADICT = "G003", "Two mentions contradict one another"
    TERM_NEVER_USED = "G004", "A term is never used", _WARNING
    FORM_NEVER_FOUND = "G005", "A form of a term is never found", _HINT
    TERM_EXCLUDED_EVERYWHERE = "G006", "A term is found, but is excluded everywhere", _WARNING
    NOTHING_TO_FORBID = "G007", "A mention forbids a link that does not exist", _WARNING
    FORM_WITHOUT_LETTERS = "G008", "A form contains no letter or digit"
    ALIAS_OF_TWO_TERMS = "G009", "An alias is also a name of another term", _WARNING
    ALIAS_NOT_NEEDED = "G010", "An alias is already a name of its term", _HINT

    CORRECTIONS_DISAGREE = "C001", "Two corrections of the same words disagree"
    CORRECTION_REPEATED = "C002", "A correction is repeated", _WARNING
    CORRECTION_CHANGES_NOTHING = "C003", "A correction changes nothing"

    UNKNOWN_READING = "X001", "There is no such reading"
    UNKNOWN_EVENT = "X002", "There is no such event"
    UNKNOWN_NOTE = "X003", "There is no such note, question or comparison"
    REFERENCE_TO_ITSELF = "X004", "An entry refers to itself"
    STATED_FROM_BOTH_ENDS = "X005", "A cross-reference repeats another one", _WARNING

    UNKNOWN_COLLECTION = "K001", "There is no such collection"
    READING_IN_TWO_COLLECTIONS = "K002", "A reading is in two collections"
    COLLECTIONS_IN_A_CIRCLE = "K003", "A collection is a part of itself"
    COLLECTION_NAMES_NOTHING = "K004", "A name in a collection means no reading", _WARNING

    UNKNOWN_REFERENCE = "R001", "There is no such source"
    REFERENCE_UNUSED = "R002", "A source is never cited", _WARNING
    REFERENCE_INCOMPLETE = "R003", "A source lacks what readers need to find it", _WARNING
    REFERENCE_REPEATED = "R004", "Two sources have the same DOI or ISBN", _WARNING

    EVENT_OUT_OF_RANGE = "E001", "An event lies outside the years of the timeline", _WARNING

    BODY_NOT_ALLOWED = "B001", "A body contains something that is not allowed"

    CATALOGUE_FAULTY = "L001", "A catalogue of words is not valid"
    MESSAGES_MISSING = "L002", "A catalogue of words is not complete", _HINT
    LANGUAGE_WITHOUT_WORDS = "L003", "The interface has no words in a language", _HINT
    MESSAGE_UNKNOWN = "L004", "A catalogue of words has a message that nothing uses", _WARNING

    SETTING_WRONG = "M001", "No site can be built with a setting"
    SETTING_IGNORED = "M002", "A setting cannot be used", _WARNING
    SETTINGS_MISSING = "M003", "There are no settings", _HINT

    FOLDER_NOT_OWNED = "W001", "The generator would overwrite something that is not its own"
    PART_UNUSABLE = "W002", "A file of a build in parts cannot be used"

    READING_NOT_BUILT = "V001", "A reading is not on the site"
    PARAGRAPH_MISSING = "V002", "A paragraph is not on the page"
    PARAGRAPH_DIFFERS = "V003", "A paragraph differs from the source"
    PARAGRAPH_REPEATED = "V004", "A paragraph is repeated, out of order, or not from any source"
    ANNOTATION_LEADS_NOWHERE = "V005", "A piece of the text is annotated, but its entry is missing"
    PAGE_WITHOUT_POLICY = "V006", "A page has no policy, or a weak one"
    PAGE_WITHOUT_FILE = "V007", "A page is without its style sheet or script"
    GIVEN_AWAY = "V008", "The site has words that a project keeps back"

    INLINE_SCRIPT = "H001", "A page contains an unknown script"
    PAGE_LEADS_AWAY = "H002", "A page takes its readers elsewhere by itself"
    FILE_NOT_PUBLISHED = "H003", "A file in the documentation folder cannot be published"
    FILE_REPLACES = "H004", "A file would replace another file of the site"


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
        Code.MESSAGES_MISSING,
        Code.SETTINGS_MISSING,
        Code.FOLDER_NOT_OWNED,
        Code.FILE_NOT_PUBLISHED,
        Code.FILE_REPLACES,
        Code.READING_NOT_BUILT,
        Code.PARAGRAPH_MISSING,
        Code.GIVEN_AWAY,
    )
)
"""Codes that concern a whole file or folder if their place is its beginning."""
