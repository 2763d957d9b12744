"""What a person sees of text that was written to a terminal."""


def screen(written: str) -> list[str]:
    """The lines on a wide terminal; a carriage return goes to the beginning of the line."""
    lines = [""]
    column = 0
    for character in written:
        if character == "\n":
            lines.append("")
            column = 0
        elif character == "\r":
            column = 0
        else:
            line = lines[-1].ljust(column)
            lines[-1] = line[:column] + character + line[column + 1 :]
            column += 1
    return [line.rstrip() for line in lines]
