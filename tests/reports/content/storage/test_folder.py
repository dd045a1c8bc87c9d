"""What a folder does when the disk refuses."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import TemporaryUploadedFile

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


@pytest.fixture
def small(tmp_path: Path) -> Iterator[FolderStorage]:
    """A folder on a disk of 64 KiB."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(tmp_path)]
    if os.getuid() or subprocess.run(mount).returncode:
        pytest.skip("only root can mount a small disk")
    yield FolderStorage(location=tmp_path)
    subprocess.run(["umount", str(tmp_path)], check=True)


def list_paths(storage: FolderStorage) -> list[str]:
    root = Path(storage.location)
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


@pytest.mark.parametrize("is_moved", [False, True])
def test_a_full_disk_keeps_no_part_of_a_file(small: FolderStorage, is_moved: bool) -> None:
    """Django moves a large upload that it has received into a file already, and writes others."""
    small.save("documents/a.txt", ContentFile(b"a"))
    large: Any = ContentFile(b"b" * 100_000)
    if is_moved:
        large = TemporaryUploadedFile("b.txt", "text/plain", 100_000, None)
        large.write(b"b" * 100_000)
        large.flush()
    with pytest.raises(StorageUnavailable, match=r"^the folder of files: OSError$"):
        small.save("documents/b.txt", large)
    assert list_paths(small) == ["documents/a.txt"]
    assert small.save("documents/b.txt", ContentFile(b"b" * 1_000)) == "documents/b.txt"


def test_a_name_that_is_taken_meanwhile(folder: FolderStorage) -> None:
    """Who was quicker keeps the name and the file."""
    folder.save("documents/a.txt", ContentFile(b"first"))
    assert (name := folder._save("documents/a.txt", ContentFile(b"second"))) != "documents/a.txt"
    assert Path(folder.path("documents/a.txt")).read_bytes() == b"first"
    assert Path(folder.path(name)).read_bytes() == b"second"
    assert list_paths(folder) == sorted(["documents/a.txt", name])


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
