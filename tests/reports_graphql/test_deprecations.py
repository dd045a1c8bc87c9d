"""What is deprecated says since when, and what to use instead."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from graphql import GraphQLEnumType, GraphQLSchema, build_schema

from reports_graphql.schema import schema

FORM = re.compile(r"(\d{4}-\d{2}-\d{2}): \S.*")


def deprecated(schema: GraphQLSchema) -> Iterator[tuple[str, str]]:
    for name, kind in schema.type_map.items():
        parts: dict[str, Any] = dict(
            kind.values if isinstance(kind, GraphQLEnumType) else getattr(kind, "fields", {})
        )
        for part_name, part in [*parts.items()]:
            for argument_name, argument in getattr(part, "args", {}).items():
                parts[f"{part_name}({argument_name}:)"] = argument
        for part_name, part in parts.items():
            if part.deprecation_reason is not None:
                yield f"{name}.{part_name}", part.deprecation_reason


def unsaid(schema: GraphQLSchema) -> list[str]:
    """What is deprecated without a date or without a reason."""
    return [name for name, reason in deprecated(schema) if not said(reason)]


def said(reason: str) -> bool:
    if (found := FORM.fullmatch(reason)) is None:
        return False
    try:
        date.fromisoformat(found[1])
    except ValueError:
        return False
    return True


def test_every_deprecation_has_a_date_and_a_reason() -> None:
    found = unsaid(schema._schema)

    assert not found, f"say it as `2026-11-28: use heroTitle instead.`: {', '.join(found)}"


@pytest.mark.parametrize(
    "reason",
    [
        "No longer supported",
        "",
        "use heroTitle instead.",
        "2026-11-25",
        "2026-11-25: ",
        "2026-11-25:  use heroTitle.",
        "2026-02-30: use heroTitle.",
        "20261125: use heroTitle.",
        "25/11/2026: use heroTitle.",
        "On 2026-11-25: use heroTitle.",
    ],
)
def test_a_deprecation_that_says_too_little_is_found_wherever_it_is(reason: str) -> None:
    places = "type Query { a: Int D  b(c: F D): E }  enum E { X Y D }  input F { d: Int D }"

    def built(reason: str) -> GraphQLSchema:
        return build_schema(places.replace(" D", f' @deprecated(reason: "{reason}")'))

    assert unsaid(built(reason)) == ["Query.a", "Query.b(c:)", "E.Y", "F.d"]
    assert unsaid(built("2026-11-28: use heroTitle instead.")) == []


def test_a_deprecation_without_words_of_its_own_is_found() -> None:
    """GraphQL's default is a sentence, which says nothing."""
    assert unsaid(build_schema("interface A { b: Int @deprecated }  type Query { a: A }")) == [
        "A.b"
    ]
