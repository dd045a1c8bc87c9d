"""Stores files in a folder of this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

from reports.content.storage.kept_files import KeptFiles
from reports.content.storage.stored_file import FileStream, StorageUnavailable, StoredFile


@contextmanager
def translate_failures() -> Iterator[None]:
    """Raise StorageUnavailable for what a disk refuses; what is absent stays FileNotFoundError."""
    try:
        yield
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError as error:
        raise StorageUnavailable(f"the folder of files: {type(error).__name__}") from error


@lru_cache(4_000)
def build_url(storage: FileSystemStorage, base_url: str, name: str | None) -> str:
    """Return the address of a file below the address of all of them."""
    return FileSystemStorage.url(storage, name)


class FolderStorage(KeptFiles, FileSystemStorage):
    """Django's file storage, with the methods and errors that both of our storages share."""

    def _open(self, name: str, mode: str = "rb") -> File:
        with translate_failures():
            return super()._open(name, mode)  # type: ignore[misc]

    def _save(self, name: str, content: Any) -> str:
        """Store a file whole or not at all: it has its name once all of it is written."""
        folder, _, _ = name.rpartition("/")
        staged = Path(self.path(f"{folder}/.{uuid4().hex}".lstrip("/")))
        with translate_failures():
            try:
                super()._save(str(staged), content)  # type: ignore[misc]
                name = self.reserve(name)
                staged.replace(self.path(name))
            except BaseException:
                staged.unlink(missing_ok=True)
                raise
        return name

    def reserve(self, name: str) -> str:
        """Make an empty file of this name, or of a free one like it; return its name."""
        while True:
            try:
                Path(self.path(name)).touch(exist_ok=False)
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return name

    def url(self, name: str | None) -> str:
        """Return the address of a file, which Django takes long to build."""
        return build_url(self, self.base_url, name)

    def size(self, name: str) -> int:
        with translate_failures():
            return super().size(name)

    def open_stream(self, name: str, start: int = 0, stop: int | None = None) -> FileStream:
        """Open the bytes from `start` to before `stop`. Raises FileNotFoundError."""
        with translate_failures():
            path = Path(self.path(name))
            size = path.stat().st_size
            source = path.open("rb")
            source.seek(start)
        end = size if stop is None else min(stop, size)
        return FileStream(source, size, max(end - start, 0))

    def list_files(self, folder: str) -> Iterator[StoredFile]:
        """Yield the files below a folder, in no order."""
        root = Path(self.path(folder))
        for path in root.rglob("*"):
            if path.is_file():
                modified = datetime.fromtimestamp(path.stat().st_mtime, UTC)
                yield StoredFile(f"{folder}/{path.relative_to(root).as_posix()}", modified)

    def remove(self, name: str) -> None:
        """Delete a file. Raises StorageUnavailable."""
        with translate_failures():
            FileSystemStorage.delete(self, name)
