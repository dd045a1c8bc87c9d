"""What the page that sets two years side by side does not show of a report, with the reason.

It compares figures: those of indicators, of key figures and of cards of services.
"""

from reports.core.document.part import Role
from reports.core.document.service_blocks import ComparisonCard, ImpactCard

NO_SERIES = "It is said once, of one year: another year has another list, and no line to stand in."
PROSE = "Words are compared by who reads both reports; the page sets figures side by side."
OTHER_FIGURES = "Its figures have no record and no year by which a line of the other year is found."
LINK = "The name of a line leads to its block, where the link is."
WORDS_OF_CARD = "The card says it, to which the name of the service leads."
CARDS = {"impact_cards": ImpactCard, "comparison_cards": ComparisonCard}

UNCOMPARED = {
    **{
        f"{block}.cards.{name}": WORDS_OF_CARD
        for block, card in CARDS.items()
        for name, part in card.parts.items()
        if part.role is Role.TEXT and name not in card.named_by
    },
    "key_figures.groups.title": "It names a figure that has no words of its own.",
    "key_figures.groups.facts.url": LINK,
    "indicator_table.caption": "An indicator is compared under its own name, in whatever table.",
    "indicator_table.table (précision)": "The row says it, to which the name leads.",
    "impact_cards.cards.url": LINK,
    "impact_cards.cards.facts.url": LINK,
    "comparison_cards.cards.url": LINK,
    "comparison_cards.cards.periods.heading": "The column of the page is the period.",
    "comparison_cards.cards.periods.facts.url": LINK,
    "comparison_cards.cards.growth.before": "The page computes the difference itself.",
    "comparison_cards.cards.growth.figure": "The page computes the difference itself.",
    "comparison_cards.cards.growth.after": "The page computes the difference itself.",
    "comparison_cards.cards.growth.url": LINK,
    "funding_table": NO_SERIES,
    "budget": OTHER_FIGURES,
    "data_table": OTHER_FIGURES,
    "chart": OTHER_FIGURES,
    "fact_list": OTHER_FIGURES,
    "picture": "It has no figures.",
    "download": "It has no figures.",
    "service_lines": NO_SERIES,
    "incubator_list": NO_SERIES,
    "heading": PROSE,
    "paragraph": PROSE,
    "callout": PROSE,
    "definitions": PROSE,
    "criteria": PROSE,
    "accordion": PROSE,
    "panel": PROSE,
    "links": PROSE,
    "quote": PROSE,
}
"""Fields, or blocks of which no field is shown."""
COMPARED_IN_PART = {
    "indicator_table.table (colonne)": "The head of the column of names names no figure.",
}


def find_reason(path: str) -> str:
    """Return why a field is not compared; nothing for one that is."""
    return UNCOMPARED.get(path) or UNCOMPARED.get(path.partition(".")[0], "")
