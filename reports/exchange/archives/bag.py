"""Writes and verifies the folder of an archive, which is a bag (BagIt, RFC 8493).

The library `bagit` finds damaged files. Before it reads anything, `check_listing` refuses links,
strange names, and too many or too large files.
"""

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import bagit
from django.template.defaultfilters import filesizeformat

from reports.core.refusal import Refusal
from reports.exchange.archives.form import (
    ALGORITHMS,
    MAX_FILES,
    SEGMENT,
    TAG_FILES,
    find_limit,
    find_tag_limit,
    find_total_limit,
)

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
DAMAGE = {
    bagit.FileMissing: "manque",
    bagit.UnexpectedFile: "n’est dans aucun manifeste",
    bagit.ChecksumMismatch: "n’a pas l’empreinte de son manifeste",
}


@dataclass(frozen=True)
class OpenBag:
    """A verified bag. `hashes` has the SHA-256 of each file, by its name below `data/`."""

    folder: Path
    hashes: dict[str, str]

    def read(self, name: str) -> bytes:
        """Return the bytes of a file. Raises Refusal if it changed since it was verified."""
        try:
            data = (self.folder / "data" / name).read_bytes()
        except OSError:
            data = b""
        if hashlib.sha256(data).hexdigest() != self.hashes.get(name):
            raise Refusal(f"data/{name} : ce fichier manque, ou il change pendant la lecture.")
        return data


def make_bag(folder: Path, description: dict[str, str]) -> None:
    """Make a bag of a folder: its files move below `data/`. Equal files make equal bags."""
    bagit.make_bag(str(folder), dict(description), checksums=list(ALGORITHMS))
    # The library declares the draft before RFC 8493, and lists tag files in any order.
    (folder / "bagit.txt").write_text(DECLARATION, encoding="utf-8")
    for name in ALGORITHMS:
        files = sorted(TAG_FILES - {f"tagmanifest-{other}.txt" for other in ALGORITHMS})
        lines = [f"{hash_file(folder / file, name)}  {file}\n" for file in files]
        (folder / f"tagmanifest-{name}.txt").write_text("".join(lines), encoding="utf-8")


def open_bag(folder: Path) -> OpenBag:
    """Return a bag that is whole. Raises Refusal, with all that is damaged."""
    check_listing(folder)
    try:
        bag = bagit.Bag(str(folder))
        bag.info.pop("Payload-Oxum", None)  # it would say that something differs, and not what
        bag.validate()
        payload = bag.payload_entries().items()
        hashes = {name.removeprefix("data/"): entry["sha256"].lower() for name, entry in payload}
    except bagit.BagValidationError as error:
        raise Refusal(describe_damage(folder, error)) from error
    except Exception as error:  # the library raises whatever a damaged bag leads it to
        raise Refusal(f"{folder.name} : ce n’est pas une archive lisible (BagIt).") from error
    return OpenBag(folder, hashes)


def describe_damage(folder: Path, error: bagit.BagValidationError) -> str:
    """Return in French which files are damaged."""
    lines = sorted(
        f"{detail.path} {DAMAGE[type(detail)]}."
        for detail in error.details
        if type(detail) in DAMAGE
    )
    head = f"{folder.name} : cette archive est abîmée ou incomplète."
    return "\n".join([head, *(f"  {line}" for line in dict.fromkeys(lines))])


def check_listing(folder: Path) -> None:
    """Refuse links, special files, foreign names, and more or larger files than are accepted."""
    if not folder.is_dir():
        raise Refusal(f"{folder} : ce dossier n’existe pas.")
    total = 0
    for count, (name, state) in enumerate(iterate_files(folder), 1):
        is_tag = name in TAG_FILES
        if not is_tag and not name.startswith("data/"):
            raise Refusal(f"{show(name)} : ce fichier n’a rien à faire dans une archive.")
        if not all(SEGMENT.fullmatch(part) for part in name.split("/")):
            raise Refusal(f"{show(name)} : ce nom de fichier n’est pas accepté.")
        if not stat.S_ISREG(state.st_mode):
            raise Refusal(f"{show(name)} : c’est un lien ou un fichier spécial, pas un fichier.")
        limit = find_tag_limit(name) if is_tag else find_limit(name.removeprefix("data/"))
        total += state.st_size
        refuse_larger(name, state.st_size, limit)
        refuse_larger("data", total, find_total_limit())
        if count > MAX_FILES:
            raise Refusal(f"{folder.name} : plus de {MAX_FILES} fichiers, c’est trop.")


def iterate_files(folder: Path, prefix: str = "") -> Iterator[tuple[str, os.stat_result]]:
    """Yield each entry that is no folder, with its path; no link is followed."""
    with os.scandir(folder / prefix) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    for entry in listed:
        name = f"{prefix}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if name.count("/") > 4:
                raise Refusal(f"{show(name)} : trop de dossiers les uns dans les autres.")
            yield from iterate_files(folder, f"{name}/")
        else:
            yield name, entry.stat(follow_symlinks=False)


def refuse_larger(name: str, size: int, limit: int) -> None:
    if size > limit:
        raise Refusal(f"{name} : {filesizeformat(size)}, au plus {filesizeformat(limit)}.")


def show(name: str) -> str:
    """Return a file name fit to be printed."""
    return name.encode("utf-8", "replace").decode()[:200]


def hash_file(path: Path, algorithm: str) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, algorithm).hexdigest()
