"""Numbers as letters, as they tell entries apart."""


def letters(number: int) -> str:
    """1 as a, 26 as z, 27 as aa."""
    result = ""
    while number:
        number, digit = divmod(number - 1, 26)
        result = chr(ord("a") + digit) + result
    return result
