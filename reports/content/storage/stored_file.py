"""Values and errors that both storages share."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

CHUNK_BYTES = 1 << 16


class StorageUnavailable(OSError):
    """Raised when the storage does not answer, or refuses what Bilan must be able to do."""


class StoredFile(NamedTuple):
    """A file in a listing: its name, and when it was last written."""

    name: str
    modified: datetime


class FileStream:
    """The bytes of a stored file, or of a part of it, read in chunks.

    `size` is the size of the whole file, `length` the number of bytes that are read.
    """

    def __init__(self, source: Any, size: int, length: int) -> None:
        self.source = source
        self.size = size
        self.length = length

    def __iter__(self) -> Iterator[bytes]:
        left = self.length
        while left > 0:
            chunk = self.source.read(min(CHUNK_BYTES, left))
            if not chunk:
                raise StorageUnavailable("a stored file ended before its length")
            left -= len(chunk)
            yield chunk

    def read(self) -> bytes:
        """Return all the bytes, and close the file."""
        try:
            return b"".join(self)
        finally:
            self.close()

    def close(self) -> None:
        self.source.close()
