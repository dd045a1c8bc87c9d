from tests.reports.checks.conftest import draft, own_rules, people

__all__ = ["draft", "own_rules", "people"]
