"""What a folder does when the disk refuses."""

import os
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile

from reports.content.storage import kept_files
from reports.content.storage.folder import FolderStorage
from reports.content.storage.stored_file import StorageUnavailable


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FolderStorage:
    """A folder of which no version of a report needs a file."""
    monkeypatch.setattr(kept_files, "_is_needed", lambda name: False)
    return FolderStorage(location=tmp_path)


def refuse(*given: Any, **options: Any) -> Any:
    raise PermissionError("/secret/path")


def test_what_is_absent_is_no_failure(folder: FolderStorage) -> None:
    for act in (folder.open_stream, folder.size, folder.open):
        with pytest.raises(FileNotFoundError):
            act("documents/a.txt")
    folder.delete("documents/a.txt")
    assert list(folder.list_files("documents")) == []


def test_what_the_disk_refuses(
    folder: FolderStorage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    name = folder.save("documents/a.txt", ContentFile(b"a"))
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        with pytest.raises(StorageUnavailable, match=r"^the folder of files: PermissionError$"):
            folder.save("documents/b.txt", ContentFile(b"b"))
    with monkeypatch.context() as patch:
        patch.setattr(os, "remove", refuse)
        with pytest.raises(StorageUnavailable):
            folder.remove(name)
        folder.delete(name)
    assert "check_media will find it" in caplog.text
    assert folder.exists(name)


def test_a_part_of_a_file(folder: FolderStorage) -> None:
    name = folder.save("documents/a.txt", ContentFile(b"0123456789"))
    stream = folder.open_stream(name, 3, 7)
    assert (stream.size, stream.length, stream.read()) == (10, 4, b"3456")
    assert folder.open_stream(name, 8, 99).read() == b"89"


def test_a_listing(folder: FolderStorage) -> None:
    for name in ("images/a.png", "images/b/c.png", "images2/d.png"):
        folder.save(name, ContentFile(b"a"))
    assert sorted(file.name for file in folder.list_files("images")) == [
        "images/a.png",
        "images/b/c.png",
    ]
