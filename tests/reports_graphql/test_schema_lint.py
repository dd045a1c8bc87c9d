"""The schema that is served keeps the rules that `graphql/README.md` lists."""

from pathlib import Path

import pytest
from graphql import build_schema, validate_schema

from reports_graphql.schema import schema

from .schema_lint import RULES, Rule

README = Path(__file__).parents[2] / "graphql" / "README.md"
EACH = pytest.mark.parametrize("rule", RULES, ids=[rule.check.__name__ for rule in RULES])


def test_the_schema_is_valid() -> None:
    assert validate_schema(schema._schema) == []


@EACH
def test_the_schema_keeps_every_rule(rule: Rule) -> None:
    found = list(rule.check(schema._schema))

    assert found == [], rule.sentence


@EACH
def test_every_rule_can_fail(rule: Rule) -> None:
    assert list(rule.check(build_schema(rule.bad))) == rule.found


@EACH
def test_the_readme_lists_every_rule(rule: Rule) -> None:
    lines = [line.strip() for line in README.read_text(encoding="utf-8").splitlines()]

    assert any(rule.sentence in line for line in lines if line.startswith("|"))


def test_the_readme_lists_no_other_rule() -> None:
    section = README.read_text(encoding="utf-8").split("## The rules of the schema\n")[1]
    table = section.split("\n## ")[0]
    rows = [line.split("|")[2].strip() for line in table.splitlines() if line.startswith("| ")]

    assert sorted(rows[1:]) == sorted(rule.sentence for rule in RULES)
