"""The manifest of a backup: its release, the hashes of answers, and the hash of each file."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.core.management import CommandError

from cms.operations.backup.answers import Answers

NAME = "manifest.json"
CHUNK_BYTES = 1 << 20


@dataclass(frozen=True)
class Manifest:
    """The manifest of a backup, written last: a backup without one was interrupted."""

    release: str
    created: str
    engine: str
    answers: Answers
    files: dict[str, str]  # SHA-256 by path

    def write(self, folder: Path) -> None:
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True)
        (folder / NAME).write_text(text, encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a folder. Raises CommandError if a file is missing or damaged."""
    try:
        manifest = Manifest(**json.loads((folder / NAME).read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise CommandError(f"{folder} is no backup: it has no {NAME}.") from None
    except (ValueError, TypeError):
        raise CommandError(f"{folder / NAME} cannot be read.") from None
    hashes = hash_files(folder)
    damaged = sorted(name for name in manifest.files if hashes.get(name) != manifest.files[name])
    if damaged:
        raise CommandError(f"Missing or damaged: {', '.join(damaged[:5])} ({len(damaged)} in all).")
    return manifest


def hash_files(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file of a backup except the manifest, by its path."""
    hashes = {}
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        name = path.relative_to(folder).as_posix()
        if name != NAME:
            with path.open("rb") as file:
                hashes[name] = hash_file(file)
    return hashes


def hash_file(file: Any) -> str:
    """Return the SHA-256 of an open file, which may be larger than memory."""
    digest = hashlib.sha256()
    for chunk in iter(
        lambda: file.read(CHUNK_BYTES), b""
    ):  # of a storage, it is no file of the system
        digest.update(chunk)
    return digest.hexdigest()
