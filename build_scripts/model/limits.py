"""How much of everything there may be.

No honest project comes near these numbers; each is chosen so that what stays below it costs
seconds and not minutes, and cannot be used to keep a build busy. Text is counted in code points.
"""

LARGEST_ANNOTATION_FILE = 4 * 1024 * 1024
"""In bytes. Three thousand notes of a hundred words are 3 MiB."""

LARGEST_SOURCE = 32 * 1024 * 1024
"""In bytes. “War and Peace” is 3 MiB in English and 6 in Russian; the Mahabharata is 15."""

MOST_FILES = 100_000
"""Files and folders under ``annotations/`` and ``seeds/``, each."""

MOST_VALUES = 200_000
"""Keys, texts, lists and mappings in one annotation file. A reference has about twenty."""

MOST_FINDINGS = 100
"""Faults that are reported of one file or entry. Behind that it is something else."""

DEEPEST_VALUE = 20
"""Levels of nesting in an annotation file. The format itself has seven at the most."""

LONGEST_NAME = 100
"""Of files, folders and ids, which become names and addresses of pages.

Windows allows 260 characters for a whole path, and some encrypting file systems 143 for a name.
"""

LONGEST_LINE = 1_000
"""Titles, names, forms of terms and the like. Some titles of old books have 600 characters."""

LONGEST_TEXT = 10_000
"""Bodies, definitions, quotations, headers: seventeen hundred words.

The parser of Markdown takes .9 s for the worst body of this length that we know, a table of empty
cells, and twice that for one of twice the length.
"""

LONGEST_ADDRESS = 2_000
"""What every browser takes."""

LARGEST_NUMBER = 999_999_999
"""Nothing that an annotation counts is near it; longer ones cost Python quadratic time."""

MOST_KEYS = 1_000
"""Keys in one mapping. A term may have translations into all languages that have a Wikipedia."""
