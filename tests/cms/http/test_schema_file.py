"""The contract is served as it is committed."""

from pathlib import Path

from django.test import Client

SCHEMA = Path(__file__).resolve().parents[3] / "graphql" / "schema.graphql"


def test_the_contract_is_served_as_committed(client: Client) -> None:
    answer = client.get("/schema.graphql")

    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/graphql; charset=utf-8"
    assert answer.getvalue() == SCHEMA.read_bytes()
    assert int(answer["Content-Length"]) == SCHEMA.stat().st_size


def test_the_contract_is_only_read(client: Client) -> None:
    assert client.post("/schema.graphql").status_code == 405
