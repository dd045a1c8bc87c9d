"""Errors: a stable code, a message for the caller, nothing of the machine."""

import json
import logging
from typing import Any

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client
from wagtail.models import Site

from reports.content.visibility.perspective import Perspective

from .conftest import Ask


def error(ask: Ask, query: str, **variables: Any) -> dict[str, Any]:
    (one,) = ask(query, **variables)["errors"]
    return one


def test_a_syntax_error(ask: Ask) -> None:
    found = error(ask, "{ report(year: ")

    assert found["message"] == "Syntax Error: Unexpected <EOF>."
    assert found["extensions"] == {"code": "GRAPHQL_PARSE_FAILED"}


def test_an_unknown_name_brings_those_that_are_near(ask: Ask) -> None:
    """The schema is public."""
    found = error(ask, "{ reportz { id } }")
    assert found["extensions"] == {"code": "GRAPHQL_VALIDATION_FAILED"}
    assert "Did you mean 'report' or 'reports'?" in found["message"]

    found = error(ask, "{ report(year: 2024, yeer: 1) { id } }")
    assert "Did you mean 'year'?" in found["message"]

    found = error(ask, "{ report(year: 2024) { body { caption } } }")
    assert "Did you mean to use an inline fragment on" in found["message"]


YEAR = "query ($year: Int!) { report(year: $year) { id } }"
CODES = "query ($codes: [String!]) { indicators(codes: $codes) { totalCount } }"
KINDS = 'query ($kinds: [SearchType!]) { search(query: "a", types: $kinds) { totalCount } }'
FILTER = "query ($filter: ServiceFilter) { services(filter: $filter) { totalCount } }"


@pytest.mark.parametrize(
    ("query", "given", "message"),
    [
        (YEAR, {}, "The variable $year of type Int! is missing."),
        (YEAR, {"year": None}, "The variable $year of type Int! is null."),
        (
            YEAR,
            {"year": "x"},
            "The variable $year of type Int! has a wrong value: Int is expected.",
        ),
        (
            CODES,
            {"codes": ["a", 1]},
            "The variable $codes of type [String!] has a wrong value at [1]: String is expected.",
        ),
        (
            KINDS,
            {"kinds": ["SERVICES"]},
            "The variable $kinds of type [SearchType!] has a wrong value at [0]: "
            "one of SERVICE, INDICATOR, TERM, PASSAGE is expected.",
        ),
        (
            FILTER,
            {"filter": {"report": "x"}},
            "The variable $filter of type ServiceFilter has a wrong value at report: "
            "Int is expected.",
        ),
        (
            FILTER,
            {"filter": {"reports": 2024}},
            "The variable $filter of type ServiceFilter has a wrong value: "
            "Field 'reports' is not defined by type 'ServiceFilter'. Did you mean 'report'?",
        ),
    ],
)
def test_a_variable_without_a_value_of_its_type(
    ask: Ask, query: str, given: dict[str, Any], message: str
) -> None:
    found = error(ask, query, **given)
    assert found["extensions"] == {"code": "BAD_USER_INPUT"}
    assert found["message"] == message
    assert found["locations"] == [{"line": 1, "column": 8}]


@pytest.mark.django_db
@pytest.mark.parametrize("directive", ["include", "skip"])
@pytest.mark.parametrize(
    "selection", ["site { name @D }", "site @D { name }", "... @D { __typename }"]
)
def test_a_condition_that_is_null(client: Client, directive: str, selection: str) -> None:
    """A type that may be null is allowed where the variable has a default, which null is not."""
    asked = selection.replace("@D", f"@{directive}(if: $i)")
    body = {"query": f"query ($i: Boolean = true) {{ {asked} }}", "variables": {"i": None}}
    answer = client.post("/graphql/", body, content_type="application/json")
    (found,) = answer.json()["errors"]

    assert answer.status_code == 400
    assert found["message"] == f"The variable $i is null, and @{directive} asks it."
    assert found["extensions"] == {"code": "BAD_USER_INPUT"}
    assert found["locations"]
    known = client.post("/graphql/", {**body, "variables": {}}, content_type="application/json")
    assert known.status_code == 200


def test_a_limit_says_where_it_is_exceeded(ask: Ask) -> None:
    found = error(ask, "{ services { totalCount }\n  reports(first: 101) { totalCount } }")
    assert found["locations"] == [{"line": 2, "column": 3}]

    codes = ",".join(['"a"'] * 101)
    found = error(ask, f"{{ indicators(codes: [{codes}]) {{ totalCount }} }}")
    assert found["message"] == "The argument codes has 101 items: give 100 at most."
    assert found["extensions"]["argument"] == "codes"
    assert found["locations"] == [{"line": 1, "column": 3}]

    aliases = " ".join(f"a{n}: __typename" for n in range(30))
    found = error(ask, f"{{ {aliases}\n one_more : __typename }}")
    assert found["extensions"]["limit"] == "aliases"
    assert found["locations"] == [{"line": 2, "column": 2}]

    deep = "ofType2 { " * 11
    found = error(ask, f"{{ __schema {{ {deep}\n title {'}' * 13}")
    assert found["extensions"]["limit"] == "depth"
    assert found["locations"] == [{"line": 2, "column": 2}]


def test_what_was_not_foreseen_is_masked_and_logged(
    db: None, ask: Ask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("SELECT secret FROM /srv/bilan/secret.py")

    monkeypatch.setattr(Perspective, "fetch_visible", fail)

    with caplog.at_level(logging.ERROR, "reports_graphql"):
        answer = ask("{ report(year: 2024) { id } }")

    (found,) = answer["errors"]
    incident = found["extensions"]["incident"]
    assert found["extensions"] == {"code": "INTERNAL_ERROR", "incident": incident}
    assert found["message"] == f"Internal error: quote incident {incident}."
    assert "secret" not in json.dumps(answer)
    assert "RuntimeError" not in json.dumps(answer)
    (record,) = (r for r in caplog.records if r.name == "reports_graphql.errors")
    assert incident in record.getMessage()
    assert record.exc_info
    assert "SELECT secret" in str(record.exc_info[1])


def test_a_failure_outside_of_resolvers_is_masked(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise RecursionError("maximum recursion depth exceeded")

    monkeypatch.setattr("reports_graphql.operation.Operation.run", fail)

    found = error(ask, "{ __typename }")

    assert found["extensions"]["code"] == "INTERNAL_ERROR"
    assert "recursion" not in found["message"]


def test_what_fails_before_any_field_is_masked_too(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*args: Any) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("reports_graphql.http.view.read_request", fail)

    with caplog.at_level(logging.ERROR, "reports_graphql"):
        response = client.get("/graphql/", {"query": "{ __typename }"})

    (found,) = response.json()["errors"]
    assert response.status_code == 500
    assert found["extensions"]["code"] == "INTERNAL_ERROR"
    assert "secret" not in response.content.decode()
    assert found["extensions"]["incident"] in caplog.text


@pytest.mark.django_db
@pytest.mark.parametrize("failure", [OperationalError, InterfaceError])
def test_a_database_that_is_gone(
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    failure: type[Exception],
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise failure('connection to server at "db.internal", port 5432 failed')

    monkeypatch.setattr(Perspective, "fetch_visible", fail)

    with caplog.at_level(logging.ERROR, "reports_graphql"):
        response = client.get("/graphql/", {"query": "{ report(year: 2024) { id } }"})

    (found,) = response.json()["errors"]
    assert response.status_code == 503
    assert response["Retry-After"] == "30"
    assert found["extensions"]["code"] == "SERVICE_UNAVAILABLE"
    assert "data" not in response.json()
    assert "internal" not in response.content.decode()
    assert found["extensions"]["incident"] in caplog.text


def test_a_field_that_fails_is_no_success(
    db: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(Perspective, "fetch_visible", fail)

    response = client.get("/graphql/", {"query": "{ __typename report(year: 2024) { id } }"})

    assert response.status_code == 500
    assert response.json()["data"] == {"__typename": "Query", "report": None}


@pytest.mark.django_db
def test_an_address_of_no_site(client: Client) -> None:
    Site.objects.update(is_default_site=False, hostname="bilan.example")

    refused = client.get("/graphql/", {"query": "{ reports { totalCount } }"})

    assert refused.status_code == 404
    assert refused.json() == {
        "errors": [
            {"message": "No site answers at this address.", "extensions": {"code": "NO_SITE"}}
        ]
    }
    assert client.get("/bilan/2024/").status_code == 404
    assert client.get("/media/a.png").status_code == 404
    found = client.get(
        "/graphql/", {"query": "{ reports { totalCount } }"}, SERVER_NAME="bilan.example"
    )
    assert found.status_code == 200


def test_few_errors_are_told_at_once(ask: Ask) -> None:
    assert len(ask("{ " + " ".join(f"nothing{i}" for i in range(50)) + " }")["errors"]) == 5


def test_a_long_name_is_cut(ask: Ask) -> None:
    message = error(ask, "{ " + "x" * 10_000 + " }")["message"]

    assert len(message) == 201
    assert message.endswith("…")


@pytest.mark.django_db
def test_an_answer_of_too_many_bytes(client: Client, settings: Any) -> None:
    query = {"query": "{ reports { totalCount } }"}
    size = len(client.get("/graphql/", query).content)

    settings.GRAPHQL_MAX_ANSWER = size
    assert client.get("/graphql/", query).status_code == 200

    settings.GRAPHQL_MAX_ANSWER = size - 1
    refused = client.get("/graphql/", query)
    assert refused.status_code == 400
    (found,) = refused.json()["errors"]
    assert found["extensions"] == {"code": "LIMIT_EXCEEDED", "limit": "answer", "max": size - 1}
    assert "data" not in refused.json()
