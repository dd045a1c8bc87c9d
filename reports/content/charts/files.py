"""Reads and writes drawings in the storage of uploaded files.

They have no address of their own: readers get them through the graph. A file is written in pieces
under its final name, since not every storage can rename. A drawing therefore counts as complete
only if its end is there. If two processes write the same drawing, the second gives way.
"""

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

ENDS = {"svg": b"</svg>", "png": b"IEND\xaeB`\x82"}


def read_drawing(name: str) -> bytes | None:
    """A whole drawing, if there is one of this name. Raises StorageUnavailable."""
    try:
        content: bytes = default_storage.open_stream(name).read()  # type: ignore[attr-defined]
    except FileNotFoundError:
        return None
    return content if content.endswith(ENDS[name.rpartition(".")[2]]) else None


def write_drawing(name: str, content: bytes) -> None:
    """Stores a drawing, in the place of one that was cut short. Raises StorageUnavailable."""
    if default_storage.exists(name):
        if read_drawing(name) is not None:
            return
        default_storage.delete(name)
    stored = default_storage.save(name, ContentFile(content))
    if stored != name:  # somebody was quicker, with the same bytes
        default_storage.delete(stored)
