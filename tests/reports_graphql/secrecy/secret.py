"""What a hidden thing knows: words that must never leave, and keys that an asker may guess."""

import secrets
from collections import defaultdict
from string import ascii_lowercase
from typing import Any

from ..bodies import Body

# What blocks say in words. Figures, ids and choices stay as they are.
WORDS = {
    *("text", "title", "name", "mission", "status", "caption", "attribution", "lead", "detail"),
    *("before", "after", "heading", "note", "source", "alt", "transcription", "owner", "owners"),
}


class Secret:
    """The canaries of one world: 128 random bits each, so that none is ever met by chance."""

    def __init__(self) -> None:
        self.canaries: set[str] = set()
        self.guesses: defaultdict[str, list[Any]] = defaultdict(list)

    def word(self) -> str:
        """A new canary, which is also a word, a slug and a file name."""
        word = "".join(secrets.choice(ascii_lowercase) for _ in range(28))  # 131 bits
        self.canaries.add(word)
        return word

    def html(self) -> str:
        return f"<p>{self.word()} pérennisé</p>"

    def keep(self, value: Any) -> Any:
        """`value` is hidden too: a key of 128 bits, a file named by its content."""
        self.canaries.add(str(value))
        return value

    def guess(self, argument: str, value: Any) -> Any:
        """An asker may try `value` for `argument`, in both worlds."""
        self.guesses[argument].append(value)
        return value

    def stained(self, body: Body) -> Body:
        """A copy of `body` with a canary in each of its words."""
        return self._stained(body, "")

    def _stained(self, value: Any, name: str) -> Any:
        if isinstance(value, dict):
            return {key: self._stained(child, key) for key, child in value.items()}
        if isinstance(value, list):
            return [self._stained(child, name) for child in value]
        return f"{value} {self.word()}" if isinstance(value, str) and name in WORDS else value
