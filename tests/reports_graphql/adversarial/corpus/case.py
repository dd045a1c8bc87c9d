import json
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Case:
    """A request that must be refused: what is sent, and the status and code of the answer."""

    name: str
    code: str
    status: int = 400
    method: str = "POST"
    body: bytes = b""
    content_type: str = "application/json"
    address: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.name


def sent(name: str, code: str, payload: Any, **extra: Any) -> Case:
    """A payload by POST."""
    return Case(name, code, body=json.dumps(payload).encode(), **extra)


def document(name: str, code: str, query: str, **variables: Any) -> Case:
    """A document by POST, with its variables."""
    return sent(name, code, {"query": query, "variables": variables})
