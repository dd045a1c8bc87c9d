"""Requests that must be refused are: with our code, no data, nothing run, nothing told."""

import re
from collections import Counter

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from .corpus import CORPUS, Case

INTERNAL = re.compile(
    r"Traceback|File \"|\.py\b|site-packages|django|strawberry|graphene|grapple|psycopg|sqlite"
    r"|SELECT |reports_|0x[0-9a-f]{6}|<class|Exception",
    re.IGNORECASE,
)


@pytest.mark.django_db
@pytest.mark.parametrize("case", CORPUS, ids=str)
def test_refused(client: Client, case: Case) -> None:
    with CaptureQueriesContext(
        connection,
    ) as statements:
        if case.method == "GET":
            response = client.get("/graphql/", case.address)
        elif case.method == "CHUNKED":
            response = client.post("/graphql/", case.body, case.content_type, CONTENT_LENGTH="")
        else:
            response = client.generic(case.method, "/graphql/", case.body, case.content_type)

    answer = response.json()
    assert {error["extensions"]["code"] for error in answer["errors"]} == {case.code}
    assert response.status_code == case.status
    assert set(answer) == {"errors"}
    assert not statements.captured_queries
    told = " ".join(error["message"] for error in answer["errors"])
    assert not INTERNAL.search(told.replace("SELECT", "")), told
    assert all(len(error["message"]) <= 201 for error in answer["errors"])
    assert len(answer["errors"]) <= 5
    assert len(response.content) < 4_000


def test_the_corpus_is_kept() -> None:
    names = [case.name for case in CORPUS]

    assert len(names) >= 150
    assert [name for name, many in Counter(names).items() if many > 1] == []
