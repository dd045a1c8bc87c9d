"""Apollo's cache, as the guide sets it up, mixes no lists of different arguments."""

import re
from pathlib import Path

import pytest
from graphql import GraphQLSchema, build_schema

ROOT = Path(__file__).resolve().parents[2]
PAGING = {"first", "last", "after", "before"}
POLICY = re.compile(r"(\w+): pages\(([^)]*)\)")


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema((ROOT / "graphql/schema.graphql").read_text(encoding="utf-8"))


def test_a_list_is_kept_by_all_its_arguments(schema: GraphQLSchema) -> None:
    policies = POLICY.findall((ROOT / "docs/frontend.md").read_text(encoding="utf-8"))
    assert policies
    assert schema.query_type
    for field, keys in policies:
        arguments = set(schema.query_type.fields[field].args)
        assert set(re.findall(r'"(\w+)"', keys)) == arguments - PAGING, field
