"""Some rules look at some types of blocks: for each type it is decided which of them do."""

from reports.checks.arithmetic import posts
from reports.checks.reading import report
from reports.checks.rules import years
from reports.document.block import BLOCKS

# What a rule may look at: sentences that a total stands in, facts of the year of the report,
# lists of facts that share out a total.
SENTENCES, DATED, PARTS = "sentences", "dated facts", "parts of a total"
DECIDED: dict[str, set[str]] = {
    "budget": set(),
    "callout": {SENTENCES},
    "chart": set(),
    "comparison_cards": {DATED},
    "criteria": set(),
    "data_table": set(),
    "definitions": set(),
    "download": set(),
    "fact_list": {SENTENCES, PARTS},
    "funding_table": set(),
    "heading": {SENTENCES},
    "impact_cards": {DATED},
    "incubator_list": set(),
    "indicator_table": set(),
    "key_figures": {SENTENCES, DATED, PARTS},
    "links": set(),
    "paragraph": {SENTENCES},
    "picture": set(),
    "quote": set(),
    "service_lines": set(),
}


def test_every_type_is_decided() -> None:
    assert sorted(DECIDED) == sorted(BLOCKS)


def test_the_rules_follow() -> None:
    scopes = {SENTENCES: report.SPOKEN, DATED: years.DATED, PARTS: posts.LISTS}
    for scope, kinds in scopes.items():
        assert set(kinds) == {kind for kind, found in DECIDED.items() if scope in found}, scope
