"""Asks two worlds the same questions and gives both stories."""

import json
import re
from collections import defaultdict
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from zlib import crc32

from graphql import GraphQLSchema

from .doors import Answer, addresses
from .generator import Question, generate, shallow, whole
from .keys import PUBLIC, Keys
from .secret import Secret
from .twins import Told, listen

Enter = Callable[[Secret], AbstractContextManager[None]]

CURSOR = re.compile(r'"(?:cursor|startCursor|endCursor)": "([^"]+)"')
KEYS = ("slug", "code", "year", "urlPath", "path", "query")
# Lists below lists cost what they could hold: ask for a few.
EVERYTHING = {**{name: PUBLIC[name][0] for name in KEYS}, "limit": 2, "first": 10}
LONG = {"limit": 100, "first": 100}


@dataclass
class Comparison:
    """The same questions, the same addresses, two worlds."""

    questions: list[Question]
    generated: int
    secret: Secret
    here: Told
    there: Told

    @property
    def answered(self) -> int:
        """How many of the generated questions got data."""
        return sum(answer.has_data for answer in self.here.graph[-self.generated :])


def about_hidden(schema: GraphQLSchema, keys: Keys) -> list[Question]:
    """Documents about what is hidden, by its keys: there is nothing to ask deeply about."""
    return [
        question
        for name in KEYS
        for value in keys.hidden(name)[:2]
        for question in shallow(schema, {**EVERYTHING, name: value}, name)
    ]


def compare(here: Enter, there: Enter, schema: GraphQLSchema, seed: str, count: int) -> Comparison:
    """`count` generated questions, and whole documents about public and hidden keys."""
    secret, other = Secret(), Secret()
    public = [*whole(schema, EVERYTHING), *shallow(schema, {**EVERYTHING, **LONG}, *LONG)]
    with here(secret):
        first = listen(public, ())
        assert all(answer.has_data for answer in first.graph), "a whole document is refused"
        keys = Keys.of(secret, cursors(first.graph))
        rest = [*about_hidden(schema, keys), *generate(schema, keys, seed, count)]
        guessed = {*secret.guesses["url"], *secret.guesses["urlPath"]}
        known = sorted(addresses(first.graph) - guessed)
        urls = sorted(guessed) + known[crc32(seed.encode()) % 3 :: 3]
        told = first + listen(rest, urls)
    with there(other):
        told_there = listen([*public, *rest], urls)
    return Comparison([*public, *rest], count, secret, told, told_there)


def leaks(told: Comparison) -> list[str]:
    """Where a canary shows. A question may name one: then its own answer may repeat it."""
    answers = zip(map(str, told.questions), told.here.graph, strict=True)
    asked = [*answers, *told.here.doors.items()]
    places = {"a log record": told.here.logged, "a cache": told.here.cached}
    found = []
    for canary in told.secret.canaries:
        found += [f"{canary}: {q}" for q, a in asked if canary in a.text and canary not in q]
        if all(canary not in q for q, _ in asked):
            found += [f"{canary} in {place}" for place, text in places.items() if canary in text]
    return found


def assert_alike(told: Comparison) -> None:
    """The worlds cannot be told apart, and the hidden one betrays itself nowhere."""
    pairs = zip(told.questions, told.here.graph, told.there.graph, strict=True)
    for question, here, there in pairs:
        assert here.status < 500, f"{question}\n{here.text}"
        assert here.text == there.text, question
    for url in told.here.doors:
        assert told.here.doors[url].text == told.there.doors[url].text, url
    assert leaks(told) == []
    assert told.answered >= 0.8 * told.generated


def cursors(answers: list[Answer]) -> dict[str, list[str]]:
    """The cursors in answers, by the root that gave them."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for answer in answers:
        for root, value in (json.loads(answer.body)["data"] if answer.has_data else {}).items():
            found[root].update(CURSOR.findall(json.dumps(value)))
    return {root: sorted(given) for root, given in found.items() if given}
