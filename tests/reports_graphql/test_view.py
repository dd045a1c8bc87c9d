"""The endpoint: queries by GET or POST, without a cookie or a user."""

import logging
from typing import Any

import pytest
from django.test import Client

FILTERS = logging.getLogger("django.request").filters
QUERY = "{ __typename }"
TYPENAME = {"data": {"__typename": "Query"}}


def test_post() -> None:
    client = Client(enforce_csrf_checks=True)

    response = client.post("/graphql/", {"query": QUERY}, content_type="application/json")

    assert (response.status_code, response.json()) == (200, TYPENAME)
    assert response["Content-Type"] == "application/graphql-response+json; charset=utf-8"


def test_get(client: Client) -> None:
    response = client.get("/graphql/", {"query": QUERY})

    assert (response.status_code, response.json()) == (200, TYPENAME)


def test_head(client: Client) -> None:
    response = client.head("/graphql/", {"query": QUERY})

    assert (response.status_code, response.content) == (200, b"")


@pytest.mark.django_db
def test_bad_documents_fill_no_log(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    assert client.get("/graphql/", {"query": "{"}).status_code == 400
    assert client.get("/nowhere/else/").status_code == 404

    printed = [r for r in caplog.records if all(f.filter(r) for f in FILTERS)]
    assert [r.getMessage() for r in printed] == ["Not Found: /nowhere/else/"]


def test_a_browser_gets_no_explorer_here(client: Client) -> None:
    response = client.get("/graphql/", headers={"Accept": "text/html"})

    assert response.status_code in (400, 404)
    assert b"<html" not in response.content


def test_no_cookie_is_read_or_set(
    client: Client, django_user_model: Any, django_assert_num_queries: Any
) -> None:
    client.force_login(django_user_model.objects.create_superuser("administration"))

    with django_assert_num_queries(0):  # neither session nor user
        response = client.post("/graphql/", {"query": QUERY}, content_type="application/json")

    assert response.json() == TYPENAME
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_the_schema_may_be_read_and_nothing_written(client: Client) -> None:
    query = "{ __schema { queryType { name } mutationType { name } subscriptionType { name } } }"

    response = client.post("/graphql/", {"query": query}, content_type="application/json")

    assert response.json()["data"]["__schema"] == {
        "queryType": {"name": "Query"},
        "mutationType": None,
        "subscriptionType": None,
    }


def test_french_is_sent_as_it_is(client: Client) -> None:
    query = '{ __type(name: "FigureQualifier") { enumValues { description } } }'

    response = client.post("/graphql/", {"query": query}, content_type="application/json")

    assert "« de 3 à 1 mois »" in response.content.decode()
    assert "\\u" not in response.content.decode()
