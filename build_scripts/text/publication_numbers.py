"""Compare the numbers of publications, however they are written."""

from stdnum import isbn


def same_publication(number: str) -> str:
    """A form that is equal for equal numbers: a DOI without its case, an ISBN with 13 digits."""
    if number.startswith("10.") and "/" in number:
        return number.casefold()
    return str(isbn.to_isbn13(isbn.compact(number)))
