"""Write data as scripts, because pages opened from a folder cannot fetch other files."""

import json

_LINE_ENDS = {end: f"\\u{ord(end):04x}" for end in "\u2028\u2029"}


def script_with(target: str, data: object) -> bytes:
    """A script that assigns data to a target, which is a JavaScript expression."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for line_end, escaped in _LINE_ENDS.items():  # much faster than `str.translate`
        written = written.replace(line_end, escaped)
    return f"{target}={written};\n".encode()
