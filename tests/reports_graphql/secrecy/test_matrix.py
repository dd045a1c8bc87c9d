"""Each field has a row that says why it tells nothing hidden, and each row is tried."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import TestCase
from graphql import GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema, get_named_type

from reports.content.models.record_kind import list_kinds

from .comparison import EVERYTHING
from .doors import ask
from .generator import Question, whole
from .keys import PUBLIC
from .matrix import reports, site, within
from .matrix.gate import Gate
from .paired_databases import undone
from .sample_records import SAMPLES, add_samples, build_key
from .scenario import World

pytestmark = pytest.mark.django_db

GATES: list[Gate] = [*reports.GATES, *site.GATES, *site.SEARCHES]
# What is a row of its own somewhere: a field that gives one asks the gate for it.
RECORDS = {kind.model.__name__ for kind in list_kinds()} | {
    *("Picture", "Document", "Report", "PageInterface", "LinkTarget"),
}


def fields(schema: GraphQLSchema) -> Iterator[str]:
    for type_ in schema.type_map.values():
        composite = isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)
        if composite and not type_.name.startswith("__"):
            yield from (f"{type_.name}.{name}" for name in type_.fields)


def rows() -> Counter[str]:
    inside = (
        f"{type_}.{name}" for type_, (_, names) in within.WITHIN.items() for name in names.split()
    )
    return Counter({*inside}) + Counter({gate.field for gate in GATES})


def answer(query: str) -> Any:
    told = json.loads(ask(Question(query)).body)
    assert "errors" not in told, told
    return told["data"]


def test_every_field_has_a_row_and_every_row_a_field(
    schema: GraphQLSchema, record_property: Callable[[str, object], None]
) -> None:
    known = set(fields(schema))

    assert known - set(rows()) == set(), "fields without a row"
    assert set(rows()) - known == set(), "rows without a field"
    assert [name for name, count in rows().items() if count > 1] == []
    record_property("counted: rows of the matrix", len(known))


def test_what_gives_a_record_asks_the_gate(schema: GraphQLSchema) -> None:
    """No row may say that a record is within another: each may be hidden by itself."""
    gated = {gate.field for gate in GATES} | set(within.EMPTY)
    root = schema.query_type
    assert root
    giving = {f"Query.{name}" for name in root.fields if name != "site"}
    for name in fields(schema):
        type_, _, field = name.partition(".")
        if get_named_type(schema.type_map[type_].fields[field].type).name in RECORDS:  # type: ignore[attr-defined]
            giving.add(name)

    assert giving - gated == set()


def test_every_field_has_a_value_in_the_public_world(world: World, schema: GraphQLSchema) -> None:
    """Else the twins would compare nothing with nothing."""
    found: set[str] = set()
    keys = [(name, key) for name in ("urlPath", "query") for key in PUBLIC[name]]
    for fixed in ({**EVERYTHING, name: key} for name, key in keys):
        for question in whole(schema, fixed):
            told = json.loads(ask(question).body)
            assert "errors" not in told, (question, told)
            found.update(named("Query", told["data"]))
    interfaces = {t.name for t in schema.type_map.values() if isinstance(t, GraphQLInterfaceType)}
    wanted = {name for name in fields(schema) if name.partition(".")[0] not in interfaces}

    assert " ".join(sorted(wanted - found)) == " ".join(sorted(within.EMPTY))


def test_a_sample_has_a_value_in_every_field(db: None) -> None:
    """Kinds of records that the scenario does not write by hand are in the public world too."""
    for kind in SAMPLES:
        kind.model.objects.all().delete()  # those of the world
    records: dict[str, Any] = {}
    add_samples(records)

    for kind in list_kinds():
        sample = records[kind.name]
        values = {field.name: getattr(sample, field.name) for field in kind.public_fields}
        assert [name for name, value in values.items() if value in (None, "")] == [], kind.label
        assert values[kind.key_field] == build_key(kind)


def named(type_: str, value: dict[str, Any]) -> Iterator[str]:
    """`Type.field` of everything in an answer that has a value."""
    for name, below in value.items():
        if below not in (None, [], ""):
            yield f"{value.get('__typename', type_)}.{name}"
        for child in below if isinstance(below, list) else [below]:
            if isinstance(child, dict):
                yield from named(name, child)


CASES = [(gate, way) for gate in GATES for way in gate.hides]


@pytest.mark.parametrize(
    ("gate", "way"), CASES, ids=[f"{gate.field}-{way}-{n}" for n, (gate, way) in enumerate(CASES)]
)
def test_a_hidden_target_is_answered_as_its_row_says(
    gate: Gate, way: str, world: World, record_property: Callable[[str, object], None]
) -> None:
    before = answer(gate.ask)
    assert gate.shows(before), before

    with undone():
        cache.clear()
        with TestCase.captureOnCommitCallbacks(execute=True):
            gate.hides[way](world.fresh())
        after = answer(gate.ask)

    assert gate.hides_it(after), after
    record_property("counted: gates tried", 1)
