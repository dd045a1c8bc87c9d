"""`graphql/schema.graphql` is the contract: generated, committed, and this suite's business."""

from pathlib import Path

from reports_graphql.schema import print_sdl

SCHEMA = Path(__file__).resolve().parents[2] / "graphql" / "schema.graphql"


def test_the_committed_contract_is_what_the_code_serves() -> None:
    committed = SCHEMA.read_text(encoding="utf-8")

    assert print_sdl() == committed, "graphql/schema.graphql is out of date: run `make schema`"
