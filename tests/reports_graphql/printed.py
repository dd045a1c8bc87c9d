"""What a reader reads of an answer to `report.graphql`, in order, from the answer alone."""

from collections.abc import Iterator
from typing import Any

# For each block type, the fields that are read, in reading order. A tuple descends into a list.
Plan = list[Any]

FACT: Plan = ["before", "figure.raw", "after"]
CELL: Plan = ["figure.raw"]
HEAD: Plan = [("columns", ["heading"])]
PLANS: dict[str, Plan] = {
    "HeadingBlock": ["title"],
    "ParagraphBlock": ["content.text"],
    "CalloutBlock": ["title", "content.text"],
    "DefinitionsBlock": [("definitions", ["name", "content.text"])],
    "CriteriaBlock": [("criteria", ["heading", "title", "content.text"])],
    "AccordionBlock": ["title", ("items", ["title", "content.text"])],
    "PanelBlock": ["title"],
    "LinksBlock": [("links", ["text"])],
    "QuoteBlock": ["content.text", "attribution"],
    "KeyFiguresBlock": [("figureGroups", ["title", ("facts", FACT)])],
    "FactListBlock": [("lines", ["lead", *FACT])],
    "IndicatorTableBlock": [
        "caption",
        *HEAD,
        ("indicatorRows", ["name", "definition.text", ("cells", CELL)]),
    ],
    "FundingTableBlock": ["caption", *HEAD, ("awards", ["name", ("cells", CELL)])],
    "BudgetBlock": [
        "titleHeading",
        "amountHeading",
        (
            "budgetLines",
            ["title", "detail", *(f"amount.{f}" for f in FACT), *(f"staff.{f}" for f in FACT)],
        ),
    ],
    "DataTableBlock": ["caption", *HEAD, ("rows", ["name", "note.text", ("cells", CELL)])],
    "ChartBlock": ["alt", "title", "note", "transcription.text", "source"],
    "ImpactCardsBlock": [
        (
            "impactCards",
            ["name", "missionHeading", "mission", "status", "factsHeading", ("facts", FACT)],
        )
    ],
    "ComparisonCardsBlock": [
        (
            "comparisonCards",
            [
                "name",
                "missionHeading",
                "mission",
                "status",
                ("periods", ["heading", ("facts", FACT)]),
                *(f"growth.{f}" for f in FACT),
            ],
        )
    ],
    "ServiceLinesBlock": [("serviceLines", ["name", "mission", "owners"])],
    "IncubatorListBlock": [("incubatorGroups", ["lead", ("incubators", ["name", "owner"])])],
    "PictureBlock": ["alt", "caption"],
    "DownloadBlock": ["title"],
}


def leaves(value: dict[str, Any], plan: Plan) -> Iterator[tuple[dict[str, Any], str]]:
    """(object, key) of every text that is read: so that a test can read it, or change it."""
    for step in plan:
        if isinstance(step, tuple):
            name, inner = step
            for item in value[name]:
                yield from leaves(item, inner)
        else:
            *path, key = step.split(".")
            holder = value
            for name in path:
                holder = holder[name]
            yield holder, key


def read(report: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Every text of a report, its title first."""
    yield report, "heroTitle"
    for block in report["body"]:
        yield from leaves(block, PLANS[block["__typename"]])
