"""The questions that sites ask: each is answered, within the limits."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from reports_graphql.schema import schema
from tests.reports_graphql.conftest import index, publish

from .blocks import blocks

__all__ = ["index", "publish"]

QUESTIONS = blocks(Path(__file__).resolve().parents[2] / "docs" / "queries.md")
VARIABLES = {"words": "démarche"}


def ask_variables(text: str) -> dict[str, Any]:
    return {name: value for name, value in VARIABLES.items() if f"${name}:" in text}


def test_there_are_twenty() -> None:
    assert len(QUESTIONS) == 20


@pytest.mark.parametrize("place", range(20))
def test_a_question_passes_the_limits(place: int) -> None:
    """However much there is: a directory of a thousand services and sixty pages too."""
    text = QUESTIONS[place].text
    existing = {"Service": 1_000, "Indicator": 40, "Report": 20, "PageInterface": 60}

    operation = schema.prepare(text, ask_variables(text), count_existing=lambda _: existing)

    assert 0 < operation.cost <= 5_000


@pytest.mark.django_db
@pytest.mark.parametrize("place", range(20))
def test_a_question_is_answered(client: Client, publish: Any, place: int) -> None:
    publish(2024)
    text = QUESTIONS[place].text

    answered = client.post(
        "/graphql/",
        {"query": text, "variables": ask_variables(text)},
        content_type="application/json",
    ).json()

    assert "errors" not in answered
    assert answered["data"]
