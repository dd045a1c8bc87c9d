"""A row of the matrix that claims: this field asks the gate, and here is what it answers then."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .hiding import Hides

ABSENT = "(absent)"


@dataclass(frozen=True)
class Gate:
    """`ask` shows `shown` at the path `at`, and `answer` once its target is hidden.

    The path has dots between names, and `*` for every item of a list. An answer of None means that
    the place is there and null; `ABSENT`, that what was shown is nowhere on the path any more.
    """

    field: str
    ask: str
    at: str
    shown: Any
    hides: Hides
    answer: Any

    def values(self, data: Any) -> list[Any]:
        return list(values(data, self.at.split(".")))

    def shows(self, data: Any) -> bool:
        """Whether the value is there: itself, or in what is there."""
        values = self.values(data)
        if isinstance(self.shown, str):
            return self.shown in json.dumps(values, ensure_ascii=False)
        return self.shown in values

    def hides_it(self, data: Any) -> bool:
        """Whether an answer is what the row claims."""
        values = self.values(data)
        if self.shows(data):
            return False
        return self.answer == ABSENT or (bool(values) and all(v == self.answer for v in values))


def values(value: Any, path: list[str]) -> Iterator[Any]:
    """What is at the end of a path; members of a union without the name are passed over."""
    if not path:
        yield value
    elif path[0] == "*":
        for item in value or ():
            yield from values(item, path[1:])
    elif isinstance(value, list):
        yield from values(value[int(path[0])], path[1:])
    elif isinstance(value, dict) and path[0] in value:
        yield from values(value[path[0]], path[1:])
