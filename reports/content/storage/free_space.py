"""Measures the free space on the disks to which this machine writes."""

import shutil
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage

MIN_FREE_BYTES = 200_000_000  # bytes: a document has 50 MB at most, and a PDF is made beside it


def measure_free_bytes() -> int:
    """Return the free bytes of the disks that this machine writes to: of the one with least."""
    return min(map(count_free_bytes, list_folders()))


def list_folders() -> list[Path]:
    """Return the folders in which this machine writes, or the nearest above that exist."""
    folders = [Path(tempfile.gettempdir()), settings.VAR]
    if isinstance(default_storage, FileSystemStorage):
        folders.append(Path(default_storage.location))
    return [find_existing(path) for path in folders]


def find_existing(folder: Path) -> Path:
    return next(each for each in (folder, *folder.parents) if each.exists())


def count_free_bytes(folder: Path) -> int:
    return shutil.disk_usage(folder).free
