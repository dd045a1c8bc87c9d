"""Files are named by their content: the same bytes are stored once, and a name betrays nothing."""

import hashlib
from typing import IO, Any

CHUNK = 1 << 20


def content_hash(file: IO[bytes] | Any) -> str:
    """The SHA-256 of an open file, in 64 hexadecimal digits; leaves the file at its beginning."""
    file.seek(0)
    digest = hashlib.sha256()
    while chunk := file.read(CHUNK):
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
