"""Documents that a request names by their hash."""

import hashlib
import json
import logging
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.test import Client

from reports_graphql.http import persisted, response_cache
from reports_graphql.manifest import FORMAT, read_manifest

from ..conftest import QUERIES

pytestmark = pytest.mark.usefixtures("keeping")

TEXT = "{ __typename } # by its hash"


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def named(key: Any, version: Any = 1) -> str:
    return json.dumps({"persistedQuery": {"version": version, "sha256Hash": key}})


def code(response: Any) -> tuple[int, str]:
    return response.status_code, response.json()["errors"][0]["extensions"]["code"]


def test_a_document_is_sent_once_and_then_named(client: Client) -> None:
    by_hash = {"extensions": named(sha256(TEXT))}
    unknown = client.get("/graphql/", by_hash)
    assert code(unknown) == (404, "PERSISTED_QUERY_NOT_FOUND")
    assert unknown.json()["errors"][0]["message"] == "PersistedQueryNotFound"

    assert client.get("/graphql/", {**by_hash, "query": TEXT}).status_code == 200
    answer = client.get("/graphql/", by_hash)

    assert answer.json() == {"data": {"__typename": "Query"}}
    assert "public" in answer["Cache-Control"]


def test_by_post(client: Client) -> None:
    extensions = json.loads(named(sha256(TEXT)))
    for body in ({"query": TEXT, "extensions": extensions}, {"extensions": extensions}):
        answer = client.post("/graphql/", body, content_type="application/json")
        assert answer.json() == {"data": {"__typename": "Query"}}


def test_a_document_that_was_forgotten_is_kept_again(client: Client) -> None:
    """Even if the answer to the very same request is still at hand."""
    extensions = json.loads(named(sha256(TEXT)))

    def ask(**body: Any) -> int:
        return client.post("/graphql/", body, content_type="application/json").status_code

    for _ in range(2):
        persisted.DOCUMENTS.clear()
        caches["answers"].clear()
        assert ask(extensions=extensions) == 404
        assert ask(query=TEXT, extensions=extensions) == 200
        assert ask(extensions=extensions) == 200


@pytest.mark.parametrize("file", sorted(QUERIES.glob("*.graphql")), ids=lambda file: file.stem)
def test_shipped_documents_are_known(client: Client, file: Path) -> None:
    response = client.get("/graphql/", {"extensions": named(sha256(file.read_text()))})

    assert response.json().get("errors", [{}])[0].get("message") != "PersistedQueryNotFound"


def test_a_condition_that_is_null_is_refused_by_hash_too(client: Client) -> None:
    extensions = named(sha256((QUERIES / "report.graphql").read_text()))
    variables = json.dumps({"year": 2024, "links": None})
    response = client.get("/graphql/", {"extensions": extensions, "variables": variables})

    assert code(response) == (400, "BAD_USER_INPUT")
    message = response.json()["errors"][0]["message"]
    assert message == "The variable $links is null, and @include asks it."


def test_a_hash_of_another_document(client: Client) -> None:
    wrong = {"query": TEXT, "extensions": named(sha256("{ __typename }"))}

    assert code(client.get("/graphql/", wrong)) == (400, "PERSISTED_QUERY_HASH_MISMATCH")
    assert code(client.get("/graphql/", {"extensions": wrong["extensions"]}))[0] == 404


def test_a_document_that_is_refused_is_not_kept(client: Client) -> None:
    bad = {"query": "{ nothing }", "extensions": named(sha256("{ nothing }"))}

    assert code(client.get("/graphql/", bad)) == (400, "GRAPHQL_VALIDATION_FAILED")
    assert code(client.get("/graphql/", {"extensions": bad["extensions"]}))[0] == 404


@pytest.mark.parametrize(
    "extensions",
    [
        named("x"),
        named(sha256(TEXT).upper()),
        named(sha256(TEXT) + "0"),
        named(1),
        named(sha256(TEXT), 2),
        named(None),
        '{"persistedQuery": 1}',
        '{"persistedQuery": []}',
        '{"persistedQuery": {}}',
        "[]",
        "1",
        "{",
        '{"persistedQuery": {"version": 1, "sha256Hash": "\\u0000"}}',
    ],
)
def test_malformed(client: Client, extensions: str) -> None:
    assert code(client.get("/graphql/", {"extensions": extensions})) == (400, "BAD_REQUEST")
    body = f'{{"query": "{{ __typename }}", "extensions": {extensions}}}'
    posted = client.post("/graphql/", body, content_type="application/json")
    assert code(posted) == (400, "BAD_REQUEST")


def test_other_extensions_are_ignored(client: Client) -> None:
    asked = {"query": TEXT, "extensions": '{"clientLibrary": {"name": "x"}}'}

    assert client.get("/graphql/", asked).status_code == 200


def test_twice(client: Client) -> None:
    twice = f"/graphql/?query={{__typename}}&extensions={named('a')}&extensions={named('a')}"

    assert code(client.get(twice)) == (400, "BAD_REQUEST")


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Any:
    """The operator's folder of documents; read anew within the test and after it."""
    settings.GRAPHQL_MANIFEST = str(tmp_path)
    read_manifest.cache_clear()
    yield tmp_path
    read_manifest.cache_clear()


def operations(*texts: str) -> str:
    listed = [{"id": sha256(text), "name": "A", "type": "query", "body": text} for text in texts]
    return json.dumps({"format": FORMAT, "version": 1, "operations": listed})


def test_the_operators_documents(client: Client, folder: Path, settings: Any) -> None:
    settings.GRAPHQL_STRICT = True
    (folder / "one.graphql").write_text("{ reports { totalCount } }")
    (folder / "many.json").write_text(operations("{ services { totalCount } }", TEXT))

    for text in ("{ reports { totalCount } }", "{ services { totalCount } }", TEXT):
        assert client.get("/graphql/", {"query": text}).status_code == 200
        assert client.get("/graphql/", {"extensions": named(sha256(text))}).status_code == 200
    shipped = (QUERIES / "report_list.graphql").read_text()
    assert client.get("/graphql/", {"query": shipped}).status_code == 200


def test_strict_runs_nothing_else(
    client: Client, folder: Path, settings: Any, computed: list[str]
) -> None:
    asked = {"query": TEXT, "extensions": named(sha256(TEXT))}
    assert client.get("/graphql/", asked).status_code == 200  # kept while it was allowed
    settings.GRAPHQL_STRICT = True
    response_cache.clear()
    computed.clear()

    for one in ({"query": "{ __typename }"}, asked, {"extensions": asked["extensions"]}):
        assert code(client.get("/graphql/", one)) == (403, "DOCUMENT_NOT_IN_MANIFEST")
    assert computed == []


def test_a_manifest_of_hashes_and_texts(client: Client, folder: Path) -> None:
    (folder / "codegen.json").write_text(json.dumps({sha256(TEXT): TEXT}))

    assert client.get("/graphql/", {"extensions": named(sha256(TEXT))}).status_code == 200


@pytest.mark.parametrize(
    "content",
    [
        json.dumps({sha256("a"): "b"}),
        json.dumps({sha256("a"): 3}),
        "{",
        "[]",
        "{}",
        json.dumps({"format": FORMAT, "operations": [{"id": sha256("a"), "body": "b"}]}),
        json.dumps({"format": FORMAT, "operations": ["{ __typename }"]}),
        json.dumps({"format": FORMAT, "operations": 3}),
        b"\xff\xfe",
    ],
)
def test_a_manifest_that_is_none(
    client: Client, folder: Path, content: str | bytes, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / "good.graphql").write_text(TEXT)
    (folder / "bad.json").write_bytes(content if isinstance(content, bytes) else content.encode())

    with caplog.at_level(logging.ERROR):
        assert client.get("/graphql/", {"extensions": named(sha256(TEXT))}).status_code == 200
    assert "bad.json" in caplog.text
    with pytest.raises(SystemCheckError, match=r"bad\.json"):
        call_command("check")


def test_a_document_of_the_manifest_that_does_not_parse(
    client: Client, folder: Path, settings: Any
) -> None:
    (folder / "bad.graphql").write_text("{ reports ")

    assert code(client.get("/graphql/", {"extensions": named(sha256("{ reports "))})) == (
        400,
        "GRAPHQL_PARSE_FAILED",
    )


def test_what_is_kept_is_what_was_sent(client: Client) -> None:
    """A kept document is found by its own hash, or not at all."""
    persisted.DOCUMENTS.set(sha256(TEXT), b"{ reports { totalCount } }", 60)

    assert code(client.get("/graphql/", {"extensions": named(sha256(TEXT))}))[0] == 404
