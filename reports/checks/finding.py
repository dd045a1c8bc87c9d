"""What a rule found, with all that an editor, a frontend or an acknowledgement needs of it."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reports.checks.rule import Rule, Slip


@dataclass(frozen=True)
class Finding:
    """A slip under the rule that found it. `content` is the digest of the block it stands in."""

    rule: Rule
    slip: Slip
    content: str

    @property
    def code(self) -> str:
        return self.rule.code

    @property
    def is_error(self) -> bool:
        return self.rule.severity.value == "error"

    @property
    def block(self) -> str:
        return self.slip.place.block

    @property
    def blocks(self) -> tuple[str, ...]:
        """Ids of the blocks concerned, the main one first."""
        places = (self.slip.place, *self.slip.also)
        return tuple(dict.fromkeys(place.block for place in places if place.block))

    @cached_property
    def fingerprint(self) -> str:
        """What an acknowledgement is given for: another block content, or other numbers compared,
        is another fingerprint; edits elsewhere leave it.
        """
        return digest([self.code, self.blocks, self.content, self.slip.about])


def digest(content: Any) -> str:
    """SHA-256 of JSON content."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
