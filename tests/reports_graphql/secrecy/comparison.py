"""Asks two worlds the same questions and gives both stories."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from dataclasses import dataclass
from zlib import crc32

from graphql import GraphQLSchema
from strawberry.utils.str_converters import to_camel_case

from .doors import Answer, addresses
from .generator import Question, generate, shallow, whole
from .keys import PUBLIC, Keys
from .paired_databases import Baseline, Told, listen
from .sample_records import SAMPLES, build_key
from .secret import Secret

Enter = Callable[[Secret], AbstractContextManager[None]]

CURSOR = re.compile(r'"(?:cursor|startCursor|endCursor)": "([^"]+)"')
KEYS = ("slug", "service", "fundingRound", "code", "year", "urlPath", "path", "query")
# Lists below lists cost what they could hold: ask for a few.
PLAIN = {**{name: PUBLIC[name][0] for name in KEYS}, "first": 10}
PLAIN |= {"children.first": 2, "fundingTables.first": 5}
SLUGS = {"incubator.slug": "fabrique", "fundingRound.slug": "fast-7", "term.slug": "incubateur"}
SLUGS |= {f"{to_camel_case(kind.name)}.{kind.key_field}": build_key(kind) for kind in SAMPLES}
EVERYTHING = {**PLAIN, **SLUGS}
MANY = 20  # generated questions; of fewer, two refused ones are more than a fifth
LONG = {"pages.first": 100, "redirects.first": 100, "fundingTables.first": 5, "first": 20}


@dataclass
class Comparison:
    """The same questions, the same addresses, two worlds."""

    questions: list[Question]
    generated: int
    secret: Secret
    world: Told
    other_world: Told

    @property
    def answered(self) -> int:
        """How many of the generated questions got data."""
        return sum(answer.has_data for answer in self.world.graph[-self.generated :])


def about_hidden(schema: GraphQLSchema, keys: Keys) -> list[Question]:
    """Documents about what is hidden, by its keys: there is nothing to ask deeply about."""
    return [
        question
        for name in KEYS
        for value in keys.hidden(name)[:2]
        for question in shallow(schema, {**PLAIN, name: value}, name)
    ]


def compare(
    world: Enter,
    other_world: Enter,
    schema: GraphQLSchema,
    seed: str,
    count: int,
    baseline: Baseline | None = None,
    thirds: Collection[int] = (0, 1, 2),
) -> Comparison:
    """`count` generated questions, and whole documents about public and hidden keys.

    `baseline` has answers of the other world, where nothing is done in that one. Of the generated
    documents and of those that ask for every field, these `thirds` are asked.
    """
    secret, other, turn = Secret(), Secret(), crc32(seed.encode())
    public = take_thirds(whole(schema, EVERYTHING), thirds, turn)
    public += shallow(schema, {**EVERYTHING, **LONG}, "first")
    with world(secret):
        first = listen(public, ())
        assert all(answer.has_data for answer in first.graph), "a whole document is refused"
        keys = Keys.of(secret, cursors(first.graph))
        generated = take_thirds(generate(schema, keys, seed, count), thirds)
        rest = [*about_hidden(schema, keys), *generated]
        guessed = {*secret.guesses["url"], *secret.guesses["urlPath"]}
        known = sorted(addresses(first.graph) - guessed)
        urls = sorted(guessed) + known[turn % 3 :: 3]
        transcript = first + listen(rest, urls)
    with other_world(other):
        other_transcript = listen([*public, *rest], urls, baseline)
    return Comparison([*public, *rest], len(generated), secret, transcript, other_transcript)


def take_thirds(
    questions: list[Question], thirds: Collection[int], turn: int = 0
) -> list[Question]:
    """Return every third question from each of these places: 0, 1 or 2, moved on by `turn`."""
    return [each for number, each in enumerate(questions) if (number - turn) % 3 in thirds]


def leaks(comparison: Comparison) -> list[str]:
    """Where a canary shows. A question may name one: then its own answer may repeat it."""
    answers = zip(map(str, comparison.questions), comparison.world.graph, strict=True)
    answers_by_question = [*answers, *comparison.world.doors.items()]
    places = {"a log record": comparison.world.logged, "a cache": comparison.world.cached}
    traces = []
    for canary in comparison.secret.canaries:
        traces += [
            f"{canary}: {q}" for q, a in answers_by_question if canary in a.text and canary not in q
        ]
        if all(canary not in q for q, _ in answers_by_question):
            traces += [f"{canary} in {place}" for place, text in places.items() if canary in text]
    return traces


def assert_alike(comparison: Comparison) -> None:
    """The worlds cannot be told apart, and the hidden one betrays itself nowhere."""
    pairs = zip(
        comparison.questions, comparison.world.graph, comparison.other_world.graph, strict=True
    )
    for question, answer, other_answer in pairs:
        assert answer.status < 500, f"{question}\n{answer.text}"
        assert answer.text == other_answer.text, question
    for url in comparison.world.doors:
        assert comparison.world.doors[url].text == comparison.other_world.doors[url].text, url
    assert leaks(comparison) == []
    least = 0.8 if comparison.generated >= MANY else 2 / 3  # the limits refuse a few
    share = f"{comparison.answered} of {comparison.generated} questions are answered"
    assert comparison.answered >= comparison.generated * least, share


def cursors(answers: list[Answer]) -> dict[str, list[str]]:
    """The cursors in answers, by the root that gave them."""
    by_root: defaultdict[str, set[str]] = defaultdict(set)
    for answer in answers:
        for root, value in (json.loads(answer.body)["data"] if answer.has_data else {}).items():
            by_root[root].update(CURSOR.findall(json.dumps(value)))
    return {root: sorted(given) for root, given in by_root.items() if given}
