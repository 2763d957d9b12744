"""Write data as scripts, because pages opened from a folder cannot fetch other files."""

import json

_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\u2028\u2029"}


def script_with(target: str, data: object) -> bytes:
    """A script that assigns data to a target, which is a JavaScript expression."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"{target}={written.translate(_LINE_ENDS)};\n".encode()
