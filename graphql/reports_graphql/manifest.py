"""Loads the trusted documents: those that this server ships, and the operator's.

A folder holds documents (`*.graphql`) and lists of them (`*.json`) in the format of Apollo's
persisted query manifest: https://www.apollographql.com/docs/graphos/platform/security/
persisted-queries#manifest-format
"""

import hashlib
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

logger = logging.getLogger(__name__)

FORMAT = "apollo-persisted-query-manifest"


@dataclass
class Manifest:
    """Trusted documents by the SHA-256 of their text, and the problems of their files."""

    texts: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def add(self, file: Path) -> None:
        try:
            for text in read_texts(file):
                self.texts[sha256(text)] = text
        except (OSError, ValueError) as cause:
            self.problems.append(f"{file.name}: {cause}")


def sha256(text: str) -> str:
    """Return 64 hexadecimal digits, as clients compute them."""
    return hashlib.sha256(text.encode()).hexdigest()


def read_texts(file: Path) -> Iterator[str]:
    """Yield the documents of one file. Raises OSError, or ValueError with the reason."""
    content = file.read_text(encoding="utf-8")
    if file.suffix == ".graphql":
        yield content
        return
    listed = json.loads(content)
    if not isinstance(listed, dict) or not listed:
        raise ValueError("a manifest is an object that lists documents")
    if "format" not in listed:  # `{hash: text}`, as graphql-codegen and Relay write it
        yield from [check_operation({"id": key, "body": text}) for key, text in listed.items()]
        return
    if listed["format"] != FORMAT:
        raise ValueError(f"this is no {FORMAT}")
    operations = listed.get("operations")
    if not isinstance(operations, list):
        raise ValueError("operations is a list")
    yield from [check_operation(operation) for operation in operations]


def check_operation(operation: Any) -> str:
    match operation:
        case {"id": str(key), "body": str(text)}:
            if key == sha256(text):
                return text
            raise ValueError(f"the id {key[:64]} is not the SHA-256 of its body")
    raise ValueError("an operation has an id and a body")


@cache
def read_manifest() -> Manifest:
    """Read the documents in the configured folders, once; unreadable files are left out."""
    manifest = Manifest()
    folders: list[str | Path] = [settings.GRAPHQL_QUERIES, settings.GRAPHQL_MANIFEST]
    for folder in [Path(folder) for folder in folders if folder]:
        for file in sorted(folder.iterdir()):
            if file.suffix in (".graphql", ".json"):
                manifest.add(file)
    for problem in manifest.problems:
        logger.error("A file of documents is left out: %s", problem)
    return manifest
