"""Data for scripts, as scripts: pages in a folder can fetch nothing else."""

import json

_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\u2028\u2029"}


def script_with(target: str, data: object) -> bytes:
    """A script that hands data over.

    Args:
        target: the name of what takes it.
        data: what JSON can hold.
    """
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"{target}={written.translate(_LINE_ENDS)};\n".encode()
