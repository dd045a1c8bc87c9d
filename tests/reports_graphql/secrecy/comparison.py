"""Asks two worlds the same questions and gives both stories."""

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from zlib import crc32

from graphql import GraphQLSchema

from .doors import Answer, addresses
from .generator import Question, generate, shallow, whole
from .keys import PUBLIC, Keys
from .secret import Secret
from .twins import Told, listen, world_with
from .variations import Variation
from .world import World

CURSOR = re.compile(r'"(?:cursor|startCursor|endCursor)": "([^"]+)"')
KEYS = ("slug", "code", "year", "urlPath", "query")
# Lists below lists cost what they could hold: ask for a few.
EVERYTHING = {**{name: PUBLIC[name][0] for name in KEYS}, "limit": 2}
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


def compare(world: World, variation: Variation, schema: GraphQLSchema, count: int) -> Comparison:
    """`count` generated questions, and whole documents about public and hidden keys."""
    secret, other = Secret(), Secret()
    public = [*whole(schema, EVERYTHING), *shallow(schema, {**EVERYTHING, **LONG}, *LONG)]
    with world_with(world, variation.act, secret):
        first = listen(public, ())
        keys = Keys.of(secret, cursors(first.graph))
        rest = [*about_hidden(schema, keys), *generate(schema, keys, variation.name, count)]
        guessed = {*secret.guesses["url"], *secret.guesses["urlPath"]}
        known = sorted(addresses(first.graph) - guessed)
        urls = sorted(guessed) + known[crc32(variation.name.encode()) % 3 :: 3]
        here = first + listen(rest, urls)
    with world_with(world, variation.otherwise, other):
        there = listen([*public, *rest], urls)
    return Comparison([*public, *rest], count, secret, here, there)


def cursors(answers: list[Answer]) -> dict[str, list[str]]:
    """The cursors in answers, by the root that gave them."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for answer in answers:
        for root, value in (json.loads(answer.body)["data"] if answer.has_data else {}).items():
            found[root].update(CURSOR.findall(json.dumps(value)))
    return {root: sorted(given) for root, given in found.items() if given}
