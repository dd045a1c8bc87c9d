"""What is asked: documents with variables, as requests by GET with a hash and by POST in full."""

import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from server import ROOT

QUERIES = ROOT / "graphql" / "queries"
BENCHMARKS = ROOT / "benchmarks"


def request(text: str, **variables: object) -> bytes:
    """Return the body of a POST."""
    return json.dumps({"query": text, "variables": variables}).encode()


@dataclass(frozen=True)
class Question:
    """A document by the name of its file, and the values of its variables."""

    document: str
    variables: dict[str, Any] = field(default_factory=dict)
    folder: Path = QUERIES

    @cached_property
    def text(self) -> str:
        return (self.folder / f"{self.document}.graphql").read_text()

    @property
    def body(self) -> bytes:
        return request(self.text, **self.variables)

    @property
    def path(self) -> str:
        """Where it is asked by its hash."""
        return self.address({})

    @property
    def first_path(self) -> str:
        """Where it is asked by its hash and its text: from then on the hash is known."""
        return self.address({"query": self.text})

    def address(self, words: dict[str, str]) -> str:
        key = hashlib.sha256(self.text.encode()).hexdigest()
        extensions = {"persistedQuery": {"version": 1, "sha256Hash": key}}
        words |= {"variables": json.dumps(self.variables), "extensions": json.dumps(extensions)}
        return f"/graphql/?{urlencode(words)}"


REPORT = Question("report", {"year": 2024})
REPORT_LIST = Question("report_list")
