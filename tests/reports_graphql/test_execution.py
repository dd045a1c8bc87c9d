"""Generated code answers as graphql-core does, and fails where graphql-core has errors."""

import asyncio
from dataclasses import replace
from enum import Enum
from types import SimpleNamespace
from typing import Annotated, Any

import graphql
import pytest
import strawberry
from graphql import parse

from reports_graphql.execution import plan
from reports_graphql.execution.field_access import NotCompiled
from reports_graphql.query_limits.document import Document, read_document
from reports_graphql.query_limits.limits import Limits
from reports_graphql.schema import schema

from .conftest import QUERIES


@strawberry.enum
class Size(Enum):
    SMALL = "s"
    LARGE = "l"


@strawberry.interface
class Named:
    name: str


@strawberry.type
class Cat(Named):
    lives: int | None = None

    @strawberry.field
    def fails(self) -> str:
        raise ValueError("a cat")


@strawberry.type
class Dog(Named):
    size: Size | None = Size.LARGE
    owner: str | None = None

    @strawberry.field
    def path(self, info: strawberry.Info[Any, Any]) -> str:
        return ".".join(map(str, info.path.as_list()))

    @strawberry.field
    def root(self, info: strawberry.Info[Any, Any]) -> str | None:
        return f"{info.context}-{info.field_name}"


@strawberry.input
class Box:
    name: str
    size: Size = Size.LARGE


@strawberry.type
class Query:
    @strawberry.field
    def drawn(self, sizes: list[Size] | None = None, box: Box | None = None) -> list[Dog]:
        given = [*(sizes or ()), *([box.size] if box else ())]
        return [Dog(name=box.name if box else "D", size=size) for size in given]

    @strawberry.field
    def nothing(self) -> Dog:
        return None  # type: ignore[return-value]

    @strawberry.field
    def animals(self) -> list[Annotated[Cat | Dog, strawberry.union("Animal")]]:
        return [Cat(name="Tom", lives=7), Dog(name="Rex"), Cat(name="Kit"), Dog(name="Bo")]

    @strawberry.field
    def named(self, first: int = 2) -> list[Named | None]:
        return [Cat(name="Tom"), None, Dog(name="Rex")][:first]

    @strawberry.field
    def one(self, name: str | None = None) -> Dog | None:
        return Dog(name=name) if name else None

    @strawberry.field
    def broken(self) -> Dog | None:
        return Dog(name=None)  # type: ignore[arg-type]

    @strawberry.field
    def wrong(self) -> Dog | None:
        return Query()  # type: ignore[return-value]

    @strawberry.field
    def stray(self) -> Annotated[Cat | Dog, strawberry.union("Animal")] | None:
        return "neither"  # type: ignore[return-value]

    @strawberry.field
    def sizes(self) -> list[Size]:
        return [Size.SMALL, Size.LARGE, "m"]  # type: ignore[list-item]

    @strawberry.field
    def numbers(self) -> list[int | None] | None:
        return [1, None, 2**40]

    @strawberry.field
    def raised(self) -> int | None:
        return ZeroDivisionError("given, not raised")  # type: ignore[return-value]


Asked = tuple[str, dict[str, Any]]
SCHEMA = strawberry.Schema(query=Query)._schema
LIMITS = Limits(*[10**6] * 8)

CONDITIONAL = """query($a: Boolean!) {
    one(name: "a") { name @skip(if: $a) size @include(if: $a) }
}"""
DOCUMENTS: list[Asked] = [
    ("{ __typename animals { __typename } }", {}),
    ("{ animals { ... on Named { name } ... on Cat { lives } ... on Dog { size owner } } }", {}),
    ("{ named(first: 3) { name ... on Dog { size } } }", {}),
    ("query($n: Int) { named(first: $n) { name } again: named(first: 1) { name } }", {"n": 1}),
    ("query($n: Int = 3) { named(first: $n) { name } }", {}),
    ('{ one { name } other: one(name: "Max") { n: name } }', {}),
    ("{ animals { ... on Dog { owner } ...C } } fragment C on Cat { name }", {}),
    ("query($d: [Size!]) { drawn(sizes: $d) { name } }", {"d": ["LARGE"]}),
    ('{ drawn(box: {size: SMALL, name: "B"}) { name size } }', {}),
    ('{ one(name: "a") { name } one(name: "a") { ...D } } fragment D on Dog { owner }', {}),
    (CONDITIONAL, {"a": True}),
    (CONDITIONAL, {"a": False}),
]
FAILING: list[Asked] = [
    ("{ animals { ... on Cat { fails } } }", {}),
    ('{ named { name ... on Cat { fails } } one(name: "x") { name } }', {}),
    ('{ broken { name size } one(name: "x") { name } }', {}),
    ("{ stray { __typename } }", {}),
    ("{ wrong { __typename } }", {}),
    ("{ sizes }", {}),
    ("{ numbers raised }", {}),
    ("{ nothing { __typename } }", {}),
]
NOT_COMPILED: list[Asked] = [
    (
        "{ __schema { queryType { fields(includeDeprecated: true) { args { defaultValue } } } } }",
        {},
    ),
    ('{ __type(name: "Dog") { kind interfaces { name } possibleTypes { name } } }', {}),
    ('{ one(name: "Max") { path root } }', {}),
]


class TextContext(str):
    """A context that is its own words."""

    kinds_read = None


def document(text: str, of: graphql.GraphQLSchema = SCHEMA) -> Document:
    return read_document(text, of, LIMITS)


def by_graphql_core(text: str, variables: dict[str, Any]) -> graphql.ExecutionResult:
    return graphql.execute_sync(SCHEMA, parse(text), None, "ctx", variables)


def by_generated_code(asked: Document, variables: dict[str, Any]) -> Any:
    operation = asked.prepare(None, variables)
    assert asked.plans
    return asked.plans.run(operation.node, "ctx", operation.variables)


def told(result: graphql.ExecutionResult) -> Any:
    return result.data, [(error.path, error.locations) for error in result.errors or ()]


@pytest.mark.parametrize(("text", "variables"), DOCUMENTS)
def test_generated_code_answers_as_graphql_core(text: str, variables: dict[str, Any]) -> None:
    expected = by_graphql_core(text, variables)
    assert not expected.errors
    asked = document(text)
    for _ in range(2):  # by functions that are made, then by those that are kept
        assert by_generated_code(asked, variables) == expected.data


@pytest.mark.parametrize(("text", "variables"), FAILING)
def test_after_an_error_graphql_core_answers(text: str, variables: dict[str, Any]) -> None:
    asked = document(text)
    with pytest.raises(Exception):  # noqa: B017, PT011  # of any kind
        by_generated_code(asked, variables)

    result = asked.prepare(None, variables).run(TextContext("ctx"))

    assert result.errors
    assert told(result) == told(by_graphql_core(text, variables))


@pytest.mark.parametrize(("text", "variables"), NOT_COMPILED)
def test_what_code_is_not_generated_for(text: str, variables: dict[str, Any]) -> None:
    asked = document(text)
    with pytest.raises((NotCompiled, AttributeError)):
        by_generated_code(asked, variables)

    assert told(asked.prepare(None, variables).run(TextContext("ctx"))) == told(
        by_graphql_core(text, variables)
    )


def test_an_operation_says_what_it_may_read() -> None:
    plans = SimpleNamespace(run=lambda node, context, variables: context.kinds_read)
    operation = schema.prepare('{ service(slug: "mano") { id } }')
    operation = replace(operation, document=SimpleNamespace(plans=plans))
    assert operation.run(SimpleNamespace(kinds_read=None)).data == {"service"}


def test_one_plan_for_each_choice() -> None:
    asked = document(CONDITIONAL)
    for chosen in (True, False, True):
        by_generated_code(asked, {"a": chosen})
    assert asked.plans
    assert len(asked.plans.kept) == 2


def test_plans_that_are_too_long_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "MAX_FIELDS", 3)
    asked = document("{ animals { __typename ... on Named { name } } one { name } }")
    expected = by_generated_code(asked, {})
    for _ in range(3):
        assert by_generated_code(asked, {}) == expected
        assert asked.plans
        assert sum(kept.size for kept in asked.plans.kept.values()) <= 3


@pytest.mark.parametrize("name", sorted(file.stem for file in QUERIES.glob("*.graphql")))
def test_shipped_documents_are_compiled(name: str) -> None:
    """A field that cannot be compiled would send the whole document to graphql-core."""
    asked = schema.document((QUERIES / f"{name}.graphql").read_text())
    assert asked.plans
    for node in asked.operations.values():
        assert asked.plans.get_plan(node, {}).answer


def test_ways_around_the_limits_are_closed() -> None:
    for way in (schema.execute, schema.subscribe):
        with pytest.raises(NotImplementedError):
            asyncio.run(way("{ __typename }"))
