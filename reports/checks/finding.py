"""Findings: an issue with its rule, its fingerprint and its position in the report."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reports.checks.rule import Issue, Rule


@dataclass(frozen=True)
class Finding:
    """An issue, the rule that found it, and the digest of the block in which it is (`content`).

    A finding that merges several has these as its `parts`; each of them is acknowledged singly.
    """

    rule: Rule
    issue: Issue
    content: str
    parts: "tuple[Finding, ...]" = ()

    @property
    def code(self) -> str:
        return self.rule.code

    @property
    def is_error(self) -> bool:
        return self.rule.severity.value == "error"

    @property
    def block(self) -> str:
        return self.issue.place.block

    @property
    def blocks(self) -> tuple[str, ...]:
        """The ids of the blocks concerned, the main one first."""
        return tuple(dict.fromkeys(place.block for place in self.issue.places if place.block))

    @property
    def singles(self) -> "tuple[Finding, ...]":
        """The findings that this one stands for: its parts, or itself."""
        return self.parts or (self,)

    @cached_property
    def fingerprint(self) -> str:
        """The digest that an acknowledgement is given for. Another content of the block, or other
        numbers compared, give another one; edits elsewhere do not.
        """
        if self.parts:
            return digest_json([part.fingerprint for part in self.parts])
        return digest_json([self.code, self.blocks, self.content, self.issue.evidence])

    @property
    def position(self) -> tuple[Any, ...]:
        """The key that sorts findings in the order of the report."""
        place = self.issue.place
        return (place.rank, self.code, place.trail, self.issue.evidence)


def digest_json(content: Any) -> str:
    """Return the SHA-256 of JSON content."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
