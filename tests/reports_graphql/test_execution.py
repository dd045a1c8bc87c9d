"""Execution along a plan answers as graphql-core does, errors and their paths included."""

from enum import Enum
from typing import Annotated, Any

import graphql
import pytest
import strawberry
from graphql import parse, validate

from reports_graphql.execution import plan
from reports_graphql.execution.execution import PLANS, execute
from reports_graphql.query_limits.document import Document
from reports_graphql.query_limits.limits import Limits


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


@strawberry.type
class Query:
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


SCHEMA = strawberry.Schema(query=Query)._schema
LIMITS = Limits(*[10**6] * 8)

CONDITIONAL = """query($a: Boolean!) {
    one(name: "a") { name @skip(if: $a) size @include(if: $a) }
}"""
DOCUMENTS: list[tuple[str, dict[str, Any]]] = [
    ("{ __typename animals { __typename } }", {}),
    ("{ animals { ... on Named { name } ... on Cat { lives } ... on Dog { size owner } } }", {}),
    ("{ named(first: 3) { name ... on Dog { size } } }", {}),
    ("query($n: Int) { named(first: $n) { name } again: named(first: 1) { name } }", {"n": 1}),
    ("query($n: Int = 3) { named(first: $n) { name } }", {}),
    ('{ one { name } other: one(name: "Max") { n: name path root } }', {}),
    ("{ animals { ... on Dog { path } ...C } } fragment C on Cat { name }", {}),
    ('{ one(name: "a") { name } one(name: "a") { ...D } } fragment D on Dog { owner }', {}),
    (CONDITIONAL, {"a": True}),
    (CONDITIONAL, {"a": False}),
    ("{ animals { ... on Cat { fails } } }", {}),
    ('{ named { name ... on Cat { fails } } one(name: "x") { name } }', {}),
    ('{ broken { name size } one(name: "x") { name } }', {}),
    ("{ stray { __typename } }", {}),
    ("{ wrong { __typename } }", {}),
    ("{ sizes }", {}),
    ("{ numbers raised }", {}),
    (
        "{ __schema { queryType { fields(includeDeprecated: true) { args { defaultValue } } } } }",
        {},
    ),
    ('{ __type(name: "Dog") { kind interfaces { name } possibleTypes { name } } }', {}),
]


def document(schema: graphql.GraphQLSchema, text: str) -> Document:
    ast = parse(text)
    assert not validate(schema, ast)
    return Document(schema, ast, LIMITS, [])


def told(result: graphql.ExecutionResult) -> Any:
    errors = [
        (str(error.path), str(error.locations), type(error.original_error).__name__)
        for error in result.errors or ()
    ]
    return result.data, sorted(errors)


@pytest.mark.parametrize(("text", "variables"), DOCUMENTS)
def test_as_graphql_core(text: str, variables: dict[str, Any]) -> None:
    asked = document(SCHEMA, text)
    expected = graphql.execute_sync(SCHEMA, asked.ast, None, "ctx", variables)
    for _ in range(2):  # along a plan that is made, then along one that is kept
        assert told(execute(SCHEMA, asked, "ctx", variables)) == told(expected)


def test_one_plan_for_each_choice() -> None:
    asked = document(SCHEMA, CONDITIONAL)
    for chosen in (True, False, True):
        execute(SCHEMA, asked, None, {"a": chosen})
    assert len(PLANS[asked].kept) == 2


def test_plans_that_are_too_long_are_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "MOST_STEPS", 3)
    asked = document(SCHEMA, "{ animals { __typename ... on Named { name } } one { name } }")
    expected = told(execute(SCHEMA, asked, None))
    for _ in range(3):
        assert told(execute(SCHEMA, asked, None)) == expected
        assert sum(kept.size for kept in PLANS[asked].kept.values()) <= 3
