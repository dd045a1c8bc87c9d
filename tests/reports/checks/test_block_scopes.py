"""Some rules look at some types of blocks: for each type it is decided which of them do."""

from reports.core.document.block import BLOCKS

# The traits of `Block` that say what rules look at, decided here once more: a default is forgotten
# too easily.
SENTENCES, TEXT, DATED = "has_sentences", "is_running_text", "has_dated_facts"
PARTS, CARDS = "can_split_total", "has_cards"
DECIDED: dict[str, set[str]] = {
    "accordion": {SENTENCES},
    "budget": set(),
    "callout": {SENTENCES, TEXT},
    "chart": set(),
    "comparison_cards": {DATED, CARDS},
    "criteria": set(),
    "data_table": set(),
    "definitions": set(),
    "download": set(),
    "fact_list": {SENTENCES, PARTS},
    "funding_table": set(),
    "heading": {SENTENCES},
    "impact_cards": {DATED, CARDS},
    "incubator_list": set(),
    "indicator_table": set(),
    "key_figures": {SENTENCES, DATED, PARTS},
    "links": set(),
    "panel": set(),
    "paragraph": {SENTENCES, TEXT},
    "picture": set(),
    "quote": set(),
    "service_lines": set(),
}


def test_every_type_is_decided() -> None:
    assert sorted(DECIDED) == sorted(BLOCKS)


def test_the_nodes_declare_what_is_decided() -> None:
    traits = (SENTENCES, TEXT, DATED, PARTS, CARDS)
    for kind, decided in DECIDED.items():
        assert {trait for trait in traits if getattr(BLOCKS[kind], trait)} == decided, kind
