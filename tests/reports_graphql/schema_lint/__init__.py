"""Rules that the schema keeps: each yields the coordinates of what breaks it."""

from tests.reports_graphql.schema_lint import connections, descriptions, names, types
from tests.reports_graphql.schema_lint.rule import RULES, Rule

__all__ = ["RULES", "Rule", "connections", "descriptions", "names", "types"]
