"""Names stored files by a hash of record and content: the names reveal nothing about the file."""

import hashlib
import uuid
from typing import IO, Any

CHUNK_BYTES = 1 << 20


def content_hash(file: IO[bytes] | Any) -> str:
    """The SHA-256 of an open file, in 64 hexadecimal digits; leaves the file at its beginning."""
    file.seek(0)
    digest = hashlib.sha256()
    while chunk := file.read(CHUNK_BYTES):
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def stored_name(key: uuid.UUID, file: IO[bytes] | Any) -> str:
    """The name of the file of the record `key`: 64 hexadecimal digits.

    Of its content and its record together: were it of its content alone, the suffix that a storage
    gives to a second file of one name would tell that the same bytes are there already, hidden.
    """
    return hashlib.sha256(f"{key}/{content_hash(file)}".encode()).hexdigest()
