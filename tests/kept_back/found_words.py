"""Look for words in every byte of some files, however they are written there."""

import gzip
import html
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping

_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def found_words(files: Mapping[str, bytes], words: Iterable[str]) -> dict[str, list[str]]:
    """The words, in small letters, that a file has in any form, by the file."""
    words = [*words]
    found: dict[str, list[str]] = {}
    for path, content in files.items():
        forms = "\0".join(form for plain in _opened(content) for form in _forms(plain))
        if here := [word for word in words if word in forms]:
            found[path] = here
    return found


def _opened(content: bytes) -> Iterator[bytes]:
    """The content, and what is in it if it is compressed.

    Compressed bytes alone are not looked through: by chance, a Chinese character may stand in them.
    """
    if content[:1] == b"\x78":
        try:
            yield zlib.decompress(content)
        except zlib.error:
            yield content
        return
    yield content
    if content[:2] == b"\x1f\x8b":
        yield from _opened(gzip.decompress(content))
    elif content[:4] == b"PK\x03\x04":
        archive = zipfile.ZipFile(io.BytesIO(content))
        for name in archive.namelist():
            yield name.encode()
            yield from _opened(archive.read(name))


def _forms(content: bytes) -> Iterator[str]:
    """What a program may read in it: as it is, without escapes of HTML or JSON, and folded."""
    plain = content.decode("utf-8", "replace").casefold()
    unescaped = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), html.unescape(plain)).casefold()
    tagless = re.sub(r"<[^>]*>", "", unescaped)
    for form in dict.fromkeys((plain, unescaped, tagless)):
        yield form
        yield unicodedata.normalize("NFKD", form)
