"""Limits of the input: sizes, counts and lengths.

No honest project comes near these numbers. Input within these limits takes seconds, not minutes,
to process, so it cannot be used to keep a build busy. Lengths are in code points.
"""

LARGEST_ANNOTATION_FILE = 4 * 1024 * 1024
"""In bytes. Three thousand notes of a hundred words are 3 MiB."""

LARGEST_SOURCE = 32 * 1024 * 1024
"""In bytes. “War and Peace” is 3 MiB in English and 6 in Russian; the Mahabharata is 15."""

MOST_FILES = 100_000
"""Files and folders in each of ``annotations/`` and ``seeds/``."""

MOST_VALUES = 200_000
"""Keys, texts, lists and mappings in one annotation file. A bibliographic entry has about 20."""

MOST_FINDINGS = 100
"""Faults that are reported for one file or entry.

A file with more than this is probably in a different format.
"""

DEEPEST_SETTING = 100
"""Levels of nesting in mkdocs.yml. A navigation of many levels needs two for each."""

DEEPEST_VALUE = 20
"""Levels of nesting in an annotation file. The format itself has at most seven."""

LONGEST_NAME = 100
"""Names of files and folders, and ids. Ids become the names and addresses of pages.

Windows allows 260 characters for a whole path, and some encrypting file systems 143 for a name.
"""

LONGEST_LINE = 1_000
"""Titles, names, forms of terms and the like. Some titles of old books have 600 characters."""

LONGEST_TEXT = 10_000
"""Bodies, definitions, quotations, headers: about 1,700 words.

The Markdown parser takes 0.9 s for the worst body of this length that we know, a table of empty
cells, and twice as long for twice the length.
"""

LONGEST_CATALOGUE = 200_000
"""A catalogue of words. The English one has 30,000; Fluent's parser takes a second for this."""

LONGEST_MESSAGE = 2_000
"""A message of a catalogue, with all its plurals and terms. The longest one in English has 211.

Fluent's runtime shows no text above 2,500 characters, and no more than 1,000 pieces of a message.
"""

LONGEST_ADDRESS = 2_000
"""Web addresses; every browser accepts this length."""

LARGEST_NUMBER = 999_999_999
"""Numbers in annotations. Python's parsing time grows with the square of a number's length."""

MOST_KEYS = 1_000
"""Keys in one mapping. A term may have translations into all languages that have a Wikipedia."""

LONGEST_LIST = 250_000
"""About how many bytes of entries stand on a page of a list; a longer list is divided.

A browser fetches less than half of it, because pages are compressed.
"""
