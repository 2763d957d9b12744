"""Check the numbers that identify publications: DOI, ISBN and ISSN."""

import re
from collections.abc import Callable

from stdnum import isbn, issn
from stdnum.exceptions import InvalidChecksum, ValidationError

from build_scripts.model.value_patterns import DOI_PATTERN


def doi(value: str) -> str:
    """The name itself, of an address at doi.org as well: ``10.1000/182`` (ISO 26324)."""
    if re.fullmatch(DOI_PATTERN, value) is None:
        raise ValueError("a DOI begins with 10, like 10.1000/182 or https://doi.org/10.1000/182")
    return value[value.index("10.") :]


def isbn_number(value: str) -> str:
    """The number itself, if it is an ISBN of 10 or 13 digits and its check digit is right."""
    return _checked(value, isbn.validate, "an ISBN has 10 or 13 digits, like 978-0-571-08989-5")


def issn_number(value: str) -> str:
    """The number itself, if it is an ISSN and its check digit is right."""
    return _checked(value, issn.validate, "an ISSN has 8 digits, like 2049-3630")


def _checked(value: str, validate: Callable[[str], str], form: str) -> str:
    try:
        validate(value)
    except InvalidChecksum:
        raise ValueError("its check digit is wrong, so it has a slip") from None
    except ValidationError:
        raise ValueError(form) from None
    return value
