"""Non-interference: what is hidden changes no byte of any answer, and occurs in nothing."""

from collections.abc import Callable

import pytest
from graphql import GraphQLSchema

from .comparison import Comparison, compare
from .variations import VARIATIONS
from .world import World

pytestmark = pytest.mark.django_db

EACH = 27  # generated questions for each variation


@pytest.mark.parametrize("name", VARIATIONS)
def test_worlds_that_differ_in_what_is_hidden_answer_alike(
    name: str, world: World, schema: GraphQLSchema, record_property: Callable[[str, object], None]
) -> None:
    told = compare(world, VARIATIONS[name], schema, EACH)

    for question, here, there in zip(
        told.questions, told.here.graph, told.there.graph, strict=True
    ):
        assert here.status < 500, f"{question}\n{here.text}"
        assert here.text == there.text, question
    for url in told.here.doors:
        assert told.here.doors[url].text == told.there.doors[url].text, url
    assert leaks(told) == []
    assert told.answered >= 0.8 * EACH
    record_property("counted: variations", 1)
    record_property("counted: generated queries", EACH)
    record_property("counted: whole queries", len(told.questions) - EACH)
    record_property("counted: addresses", len(told.here.doors))
    record_property("counted: canaries", len(told.secret.canaries))


def leaks(told: Comparison) -> list[str]:
    """Where a canary shows. A question may name one: then its own answer may repeat it."""
    answers = zip(map(str, told.questions), told.here.graph, strict=True)
    asked = [*answers, *told.here.doors.items()]
    guessed = " ".join(str(value) for values in told.secret.guesses.values() for value in values)
    places = {"a log record": told.here.logged, "a cache": told.here.cached}
    found = []
    for canary in told.secret.canaries:
        found += [f"{canary}: {q}" for q, a in asked if canary in a.text and canary not in q]
        if canary not in guessed and all(canary not in q for q, _ in asked):
            found += [f"{canary} in {place}" for place, text in places.items() if canary in text]
    return found


def test_there_are_enough_variations_and_questions() -> None:
    assert len(VARIATIONS) >= 40
    assert len(VARIATIONS) * EACH >= 2000
