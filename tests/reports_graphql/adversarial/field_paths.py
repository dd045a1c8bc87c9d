"""What is checked of a document that reaches a limit."""

from typing import Any

import pytest
from django.test import Client

from reports_graphql.errors import Refusal
from reports_graphql.schema import schema

from .bounds import Way

Bounds = dict[str, tuple[int, dict[str, Way]]]


def ways(bounds: Bounds) -> list[Any]:
    """A limit, its number and one way to reach it: parameters of a test."""
    return [
        pytest.param(name, most, reach, id=f"{name} by {way}")
        for name, (most, known) in bounds.items()
        for way, reach in known.items()
    ]


def ask(client: Client, query: str, variables: dict[str, Any]) -> tuple[int, Any]:
    response = client.post(
        "/graphql/", {"query": query, "variables": variables}, content_type="application/json"
    )
    return response.status_code, response.json()


def check(client: Client, name: str, most: int, reach: Way) -> None:
    """So much is answered, and one more is refused."""
    status, answer = ask(client, *reach(most))
    assert (status, answer.get("errors")) == (200, None)

    status, answer = ask(client, *reach(most + 1))
    (error,) = answer["errors"]
    assert status == 400
    assert error["extensions"] == {"code": "LIMIT_EXCEEDED", "limit": name, "max": most}
    assert str(most) in error["message"]


def check_setting(settings: Any, bounds: Bounds, name: str) -> None:
    """A setting that is one lower refuses what was the most."""
    most, known = bounds[name]
    query, variables = next(iter(known.values()))(most)

    setattr(settings, f"GRAPHQL_MAX_{name.upper()}", most - 1)

    with pytest.raises(Refusal) as refusal:
        schema.prepare(query, variables)
    assert refusal.value.extensions["limit"] == name  # type: ignore[index]
