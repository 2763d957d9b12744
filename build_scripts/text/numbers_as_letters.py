"""Write numbers as letters: 1 as a, 27 as aa."""


def letters(number: int) -> str:
    """A positive number as letters: 1 as a, 26 as z, 27 as aa."""
    result = ""
    while number:
        number, digit = divmod(number - 1, 26)
        result = chr(ord("a") + digit) + result
    return result
