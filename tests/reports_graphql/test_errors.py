"""Errors: a stable code, a message for the caller, nothing of the machine."""

import json
import logging
from typing import Any

import pytest
from django.test import Client

from reports.visibility import Perspective

from .conftest import Ask


def error(ask: Ask, query: str, **variables: Any) -> dict[str, Any]:
    (one,) = ask(query, **variables)["errors"]
    return one


def test_a_syntax_error(ask: Ask) -> None:
    found = error(ask, "{ report(year: ")

    assert found["message"] == "Syntax Error: Unexpected <EOF>."
    assert found["extensions"] == {"code": "GRAPHQL_PARSE_FAILED"}


def test_an_unknown_field_suggests_nothing(ask: Ask) -> None:
    found = error(ask, "{ reportz }")

    assert found["message"] == "Cannot query field 'reportz' on type 'Query'."
    assert found["extensions"] == {"code": "GRAPHQL_VALIDATION_FAILED"}


def test_an_unknown_argument_suggests_nothing(ask: Ask) -> None:
    found = error(ask, "{ report(year: 2024, yeer: 1) { id } }")

    assert found["message"] == "Unknown argument 'yeer' on field 'Query.report'."


def test_suggestions_while_developing(ask: Ask, settings: Any) -> None:
    settings.DEBUG = True

    assert "Did you mean" in error(ask, "{ indicatorz { id } }")["message"]


def test_a_variable_of_the_wrong_type(ask: Ask) -> None:
    found = error(ask, "query ($year: Int!) { report(year: $year) { id } }", year="x")

    assert found["extensions"] == {"code": "GRAPHQL_VALIDATION_FAILED"}
    assert "Int cannot represent non-integer value: 'x'" in found["message"]


def test_what_was_not_foreseen_is_masked_and_logged(
    db: None, ask: Ask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(self: Perspective) -> None:
        raise RuntimeError("SELECT secret FROM /srv/bilan/secret.py")

    monkeypatch.setattr(Perspective, "reports", fail)

    with caplog.at_level(logging.ERROR, "reports_graphql"):
        answer = ask("{ report(year: 2024) { id } }")

    (found,) = answer["errors"]
    incident = found["extensions"]["incident"]
    assert found["extensions"] == {"code": "INTERNAL_ERROR", "incident": incident}
    assert found["message"] == f"Erreur interne : citez l’incident {incident}."
    assert "secret" not in json.dumps(answer)
    assert "RuntimeError" not in json.dumps(answer)
    (record,) = caplog.records
    assert incident in record.getMessage()
    assert record.exc_info
    assert "SELECT secret" in str(record.exc_info[1])


def test_a_failure_outside_of_resolvers_is_masked(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise RecursionError("maximum recursion depth exceeded")

    monkeypatch.setattr("strawberry.schema.schema.execute", fail)

    found = error(ask, "{ __typename }")

    assert found["extensions"]["code"] == "INTERNAL_ERROR"
    assert "recursion" not in found["message"]


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"{", "application/json"),
        (b"\xff", "application/json"),
        (b"3", "application/json"),
        (b"[" * 100_000, "application/json"),
        (b"{}", "application/json"),
        (b"query=%7Ba%7D", "application/x-www-form-urlencoded"),
        (b'[{"query": "{ __typename }"}]', "application/json"),
    ],
)
def test_a_request_that_is_none(client: Client, body: bytes, content_type: str) -> None:
    response = client.post("/graphql/", body, content_type=content_type)

    assert response.status_code == 400
    assert b"Traceback" not in response.content


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["service", "indicator"])
def test_a_key_with_a_null_byte_is_nobody_s_key(ask: Ask, name: str) -> None:
    variable = {"service": "slug", "indicator": "code"}[name]

    assert ask(name, **{variable: "a\0b"}) == {"data": {name: None}}
