"""What arguments are asked with: public keys, keys of what is hidden, and what was never a key."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

import orjson

from .sample_records import SAMPLES, build_key
from .secret import Secret

PUBLIC: dict[str, list[Any]] = {
    "slug": ["mano.beta", "autre", "fabrique", "absent", *map(build_key, SAMPLES)],
    "code": ["lances", "formes", "absent"],
    "year": [2024, 2023, 2025, 2022, 2021, 2026, 0, -1],
    "version": [None, None, 1, 2, 3, 0, -1],
    "urlPath": ["/a-propos/", "/", "/bilan/", "/bilan/2024/", "/a-propos/contact/", "/absent/"],
    "fundingRound": ["fast-7", "mano.beta", "absent"],
    "path": ["/ancien", "/dehors/", "/ancien/", "/a-propos/", "/absent"],
    "query": [
        *("aider", "agents", "mano", "services lancés", "pérennisé", "incubateur", "é", ""),
        *("acompagner", "bilan", "incubateur équipe"),
        *(f"exemple {kind.model_name}" for kind in SAMPLES if kind.searched),
    ],
    "years": [2024, 2023, 2025, 0],
    "first": [None, None, 1, 2, 5, 0],
    "last": [1, 2, 3, 0],
    "id": ["absent"],
}
# Arguments that take the keys of another.
SAME = {"incubator": "slug", "service": "slug", "slugs": "slug", "codes": "code"}
SAME |= dict.fromkeys(("report", "from", "to"), "year")
PUBLIC |= {name: PUBLIC[other] for name, other in SAME.items()}
# Written wrongly on purpose, now and then: errors must not tell the worlds apart either.
WRONG: dict[str, list[Any]] = {
    "first": [-1, 101, 10**9, "1"],
    "last": [-1, 101],
    "year": [10**12, "2024", 20.24],
    "slug": ["\0", 1],
    "cursor": ["x", "", "AAAA", "é"],
}


def cursor(values: Any) -> str:
    """A cursor as the graph makes them: an asker can make one of any keys."""
    return base64.urlsafe_b64encode(orjson.dumps(values, default=str)).decode()


@dataclass
class Keys:
    """Values by the name of an argument."""

    values: dict[str, list[Any]]

    @classmethod
    def of(cls, secret: Secret, cursors: Mapping[str, list[str]]) -> "Keys":
        """Public keys, what may be guessed of `secret`, and cursors by the list that gave them."""
        values = {name: list(known) for name, known in PUBLIC.items()}
        values |= {f"{name}.cursor": list(given) for name, given in cursors.items()}
        values["children.cursor"] = list(cursors.get("pages", ()))
        for name, guesses in secret.guesses.items():
            known = values.setdefault(name, [])
            known += map(cursor, guesses) if name.endswith(".cursor") else guesses
        values |= {name: values[other] for name, other in SAME.items()}
        whole, cut = [*sorted(filter(str.isalpha, secret.canaries)), "", ""][:2]
        values["query"] += [whole, cut[1:]]  # one letter away: no correction may know it
        return cls(values)

    def hidden(self, name: str) -> list[Any]:
        """The values of an argument that name something hidden."""
        return [value for value in self.values.get(name, ()) if value not in PUBLIC.get(name, ())]

    def pick(self, random: Random, name: str) -> Any:
        """A value for an argument: often a hidden key, seldom nonsense."""
        wrong = WRONG.get(name.rpartition(".")[2])
        if wrong and random.random() < 0.006:
            return random.choice(wrong)
        hidden = self.hidden(name)
        if hidden and random.random() < 0.5:
            return random.choice(hidden)
        return random.choice(self.values.get(name) or self.values["query"])
