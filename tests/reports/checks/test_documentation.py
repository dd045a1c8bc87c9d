"""docs/controles.md says what the rules are."""

from pathlib import Path

from reports.checks.documentation import document_rules
from reports.checks.rule import RULES

PAGE = Path(__file__).resolve().parents[3] / "docs" / "controles.md"


def test_the_page_is_made_of_the_rules() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert page == document_rules(), "run `make docs`"
    for rule in RULES.values():
        assert f"<!-- {rule.code} -->\n\n{rule.documentation}" in page
