"""The report half stands alone: the site half, Grapple and graphene may have to go one day."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from graphql import GraphQLSchema, build_schema

ROOT = Path(__file__).resolve().parents[2]
GONE = 'raise ImportError("gone")'


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> GraphQLSchema:
    """What the report half says, built in a process of its own where the rest is not there."""
    folder = tmp_path_factory.mktemp("alone")
    leftovers = shutil.ignore_patterns("__pycache__")
    shutil.copytree(
        ROOT / "graphql" / "reports_graphql", folder / "reports_graphql", ignore=leftovers
    )
    shutil.rmtree(folder / "reports_graphql" / "site", ignore_errors=True)
    # what Python leaves behind of a deleted package must not be taken for one
    (folder / "reports_graphql" / "site" / "__pycache__").mkdir(parents=True)
    for name in ("grapple", "graphene", "graphene_django"):
        (folder / f"{name}.py").write_text(GONE)
    built = subprocess.run(
        [sys.executable, "-m", "reports_graphql.schema"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": f"{folder}:{ROOT}"},
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stderr
    return build_schema(built.stdout)


def test_the_report_half_builds_without_the_site_half(alone: GraphQLSchema) -> None:
    assert alone.query_type is not None
    assert {"report", "reports", "indicator", "service"} <= alone.query_type.fields.keys()
    assert alone.query_type.fields.keys().isdisjoint({"page", "pages", "redirect", "redirects"})
    assert "rootPage" not in alone.type_map["Site"].fields  # type: ignore[attr-defined]
    assert "PageInterface" not in alone.type_map


def test_the_site_half_changes_nothing_of_the_report_half(alone: GraphQLSchema) -> None:
    both = build_schema((ROOT / "graphql" / "schema.graphql").read_text())

    for name, kind in alone.type_map.items():
        fields = getattr(kind, "fields", {})
        assert fields.keys() <= getattr(both.type_map[name], "fields", {}).keys(), name
        for field_name, field in fields.items():
            assert str(both.type_map[name].fields[field_name].type) == str(field.type)  # type: ignore[attr-defined]
