"""With the gate open the twins differ: a variation that no question finds proves nothing."""

from collections.abc import Callable, Iterator

import pytest
from graphql import GraphQLSchema, is_required_argument
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from reports.content.models import Observation, Picture, ReportDocument
from reports.content.visibility.perspective import Perspective
from reports.content.visibility.reader import STATEMENTS

from .comparison import EVERYTHING, KEYS, LONG, about_hidden
from .generator import shallow, whole
from .keys import Keys
from .paired_databases import Baseline, listen, world_with
from .scenario import World
from .secret import Secret
from .variations import VARIATIONS, nothing

pytestmark = pytest.mark.django_db


@pytest.fixture
def open_gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Everybody sees everything; no statement that lets them is kept for the tests that follow."""

    opened: dict[str, Callable[..., object]] = {
        "pages": lambda self: Page.objects.filter(depth__gt=1),
        "_seen": lambda self, pages: pages.filter(depth__gt=1),  # what reports are drawn from
        "redirects": lambda self: Redirect.objects.all(),
        "snippets": lambda self, model: model.objects.all(),
        "pictures": lambda self: Picture.objects.all(),
        "documents": lambda self: ReportDocument.objects.all(),
        "observations": lambda self: Observation.objects.all(),
    }
    for name, method in opened.items():
        monkeypatch.setattr(Perspective, name, method)
    forget_statements()
    yield
    forget_statements()


def forget_statements() -> None:
    STATEMENTS.kept.clear()


@pytest.mark.parametrize("name", VARIATIONS)
def test_an_open_gate_tells_the_worlds_apart(
    name: str, world: World, baseline: Baseline, schema: GraphQLSchema, open_gate: None
) -> None:
    variation, secret = VARIATIONS[name], Secret()
    questions = [
        *shallow(schema, {**EVERYTHING, **LONG}, "first"),
        *(q for q in whole(schema, EVERYTHING) if "report(" in q.query or "service(" in q.query),
    ]
    with world_with(world, variation.act, secret):
        questions += about_hidden(schema, Keys.of(secret, {}))
        urls = secret.guesses["url"]
        here = listen(questions, urls)
    with world_with(world, variation.otherwise, Secret()):
        there = listen(questions, urls, baseline if variation.otherwise is nothing else None)

    assert (here.graph != there.graph or here.doors != there.doors) == variation.told


def test_the_keys_of_hidden_things_are_those_that_roots_take(schema: GraphQLSchema) -> None:
    assert schema.query_type
    required = {
        name
        for field in schema.query_type.fields.values()
        for name, argument in field.args.items()
        if is_required_argument(argument)
    }

    assert required == set(KEYS)
