"""Names of the Citation Style Language (CSL 1.0.2) that references use as keys.

Those that every reference of the format has had from the beginning, such as `title`, are fields of
`Reference`; the others are listed here.
"""

TEXTS = (
    *("collection-title", "edition", "volume", "issue", "page", "number", "chapter-number"),
    *("collection-number", "number-of-volumes", "section", "publisher-place"),
    *("original-title", "original-publisher", "original-publisher-place"),
    *("event-title", "event-place", "genre", "medium", "archive", "archive_location"),
    *("DOI", "ISBN", "ISSN"),
)
PEOPLE = (
    *("editor", "translator", "container-author", "collection-editor", "interviewer"),
    *("recipient", "illustrator", "composer"),
)
DATES = ("original-date", "event-date")

TYPES = (
    *("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book"),
    *("broadcast", "chapter", "classic", "collection", "dataset", "document", "entry"),
    *("entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing"),
    *("interview", "legal_case", "legislation", "manuscript", "map", "motion_picture"),
    *("musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical"),
    *("personal_communication", "post", "post-weblog", "regulation", "report", "review"),
    *("review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage"),
)
"""The types of items."""

WITHIN_OTHERS = frozenset(
    {
        *("article-journal", "article-magazine", "article-newspaper", "chapter", "entry"),
        *("entry-dictionary", "entry-encyclopedia", "figure", "paper-conference"),
    }
)
"""The types of items that share the ISBN of what contains them."""
