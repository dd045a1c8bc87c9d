"""Copies the files of the storage, local or remote, to a folder and back."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.core.management import CommandError

from cms.operations.backup.manifest import hash_file

FOLDER = "files"


def save_files(folder: Path) -> int:
    """Copy every stored file, and return how many."""
    count = 0
    for name in iterate_names():
        target = folder / FOLDER / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with default_storage.open(name) as source, target.open("wb") as file:
            shutil.copyfileobj(source, file)
        count += 1
    return count


def load_files(folder: Path) -> int:
    """Store every file under its former name, and return how many.

    Raises CommandError if another file already has that name.
    """
    root = folder / FOLDER
    count = 0
    for path in sorted(each for each in root.rglob("*") if each.is_file()):
        name = path.relative_to(root).as_posix()
        with path.open("rb") as file:
            stored = default_storage.save(name, File(file)) if not has(name, path) else name
        if stored != name:
            default_storage.delete(stored)
            raise CommandError(f"Another file is stored as {name}: restore into an empty storage.")
        count += 1
    return count


def has(name: str, path: Path) -> bool:
    """Return whether the storage has this same file, as after an interrupted restore."""
    if not default_storage.exists(name):
        return False
    with default_storage.open(name) as stored, path.open("rb") as file:
        return hash_file(stored) == hash_file(file)


def iterate_names(folder: str = "") -> Iterator[str]:
    """Yield the name of every stored file below a folder."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return  # nothing was ever uploaded
    for name in sorted(files):
        if not name.startswith("."):
            yield f"{folder}{name}"
    for name in sorted(folders):
        if name:
            yield from iterate_names(f"{folder}{name}/")
