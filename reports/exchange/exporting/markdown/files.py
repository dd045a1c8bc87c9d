"""Writes the pictures and documents of a report beside its Markdown.

Equal files are written once, under a name made from the words around the first.
"""

import hashlib
from pathlib import Path, PurePosixPath

from django.utils.text import slugify

from reports.exchange.exporting.public_report import PublicReport

MAX_NAME_CHARACTERS = 48  # characters of a name
HASH_DIGITS = 8  # of the hash that tells files apart whose words are the same
KINDS = {"picture": ("img/", "image"), "document": ("", "document")}


class Files:
    """Writes each file when its path is first requested. `notices` lists files that are missing."""

    def __init__(self, report: PublicReport, folder: Path) -> None:
        self.report = report
        self.folder = folder
        self.paths: dict[str, str] = {}
        self.by_key: dict[tuple[str, str], str] = {}
        self.notices: list[str] = []

    def path_of(self, kind: str, public_id: str, words: str) -> str:
        """Return the path of a file in the folder, "" for one that is not there."""
        known = (kind, public_id)
        if known not in self.by_key:
            self.by_key[known] = self.write(kind, public_id, words)
        return self.by_key[known]

    def list_credits(self) -> dict[str, str]:
        """Return the credits of the pictures that were written, by their paths."""
        credits: dict[str, str] = {}
        for (kind, public_id), path in self.by_key.items():
            row = self.report.find_row(kind, public_id) if kind == "picture" and path else None
            if row and row.get("credit"):
                credits.setdefault(path, row["credit"])
        return dict(sorted(credits.items()))

    def write(self, kind: str, public_id: str, words: str) -> str:
        """Write a file whose name depends on the report and its content alone."""
        found = self.report.read_file(kind, public_id)
        if found is None:
            if self.report.find_row(kind, public_id) is not None:
                what = "L’image" if kind == "picture" else "Le document"
                self.notices.append(f"{what} {public_id} manque dans le stockage.")
            return ""
        stored_name, content = found
        digest = hashlib.sha256(content).hexdigest()
        if digest not in self.paths:
            prefix, default = KINDS[kind]
            name = shorten(slugify(words)) or default
            suffix = PurePosixPath(stored_name).suffix.lower()
            path = f"{prefix}{name}-{digest[:HASH_DIGITS]}{suffix}"
            target = self.folder / path
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(content)
            self.paths[digest] = path
        return self.paths[digest]


def shorten(name: str) -> str:
    """Return a name of hyphenated words, cut between two of them."""
    return (
        name if len(name) <= MAX_NAME_CHARACTERS else name[:MAX_NAME_CHARACTERS].rpartition("-")[0]
    )
