"""Non-interference: what is hidden changes no byte of any answer, and occurs in nothing."""

from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection
from graphql import GraphQLSchema

from tests.depth import WHOLE

from .comparison import assert_alike, compare
from .paired_databases import Baseline, world_with
from .scenario import World
from .variations import VARIATIONS, nothing

pytestmark = pytest.mark.django_db

EACH = 27  # generated questions for each variation
# What a question asks of the database differs little between engines: each variation is asked two
# thirds of the generated and of the whole documents on SQLite, the others on another engine.
THIRDS = (0, 1, 2) if WHOLE else (1, 2) if connection.vendor == "sqlite" else (0,)


@pytest.mark.parametrize("name", VARIATIONS)
def test_worlds_that_differ_in_what_is_hidden_answer_alike(
    name: str,
    world: World,
    baseline: Baseline,
    schema: GraphQLSchema,
    record_property: Callable[[str, object], None],
) -> None:
    variation = VARIATIONS[name]
    here = partial(world_with, world, variation.act)
    there = partial(world_with, world, variation.otherwise)

    unchanged = baseline if variation.otherwise is nothing else None
    told = compare(here, there, schema, name, EACH, unchanged, THIRDS)

    assert_alike(told)
    record_property("counted: hidden variations", 1)
    record_property("counted: generated queries, asked of both worlds", told.generated)
    record_property("counted: generated queries that were answered", told.answered)
    record_property(
        "counted: whole queries, asked of both worlds", len(told.questions) - told.generated
    )
    record_property("counted: addresses fetched in both worlds", len(told.world.doors))
    record_property("counted: canaries that did not show", len(told.secret.canaries))


def test_there_are_enough_variations_and_questions() -> None:
    assert len(VARIATIONS) >= 40
    assert len(VARIATIONS) * EACH >= 2000
