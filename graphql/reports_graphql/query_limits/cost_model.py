"""How long lists are and what reads the database, as a document is judged before it runs.

Lengths are those of real reports, rounded up. A list of a new field must be given one: a test names
those that are missing. What is read is an upper bound: a test runs documents and counts.
"""

from collections.abc import Mapping
from typing import Any

UNKNOWN = 1_000

PAGE_TYPES = ("HomePage", "ReportIndexPage", "ContentPage", "AnnualReportPage")

# By field: how many items. Lists that say their length themselves (`first`) do not count.
SIZES = {
    **{
        f"{hit}.{field}": length
        for hit in ("SearchHit", "ReportPassage", "ServiceHit", "IndicatorHit", "TermHit")
        for field, length in {"titleMatches": 0.5, "excerptMatches": 2}.items()
    },
    "Report.outline": 30,
    "Report.problems": 10,
    "Report.versions": 10,
    "Report.corrections": 5,
    "Change.corrections": 0.5,
    "Report.essentials": 6,
    "Report.notes": 10,
    "Report.body": 80,
    "Indicator.series": 20,
    "Observation.earlier": 0.5,
    "Service.mentions": 5,
    "Mention.figures": 3,
    "Incubator.services": 6,
    "FundingRound.awards": 8,
    "Picture.renditions": 3,
    "RichText.links": 0.3,
    "RichText.tree": 8,
    "ContentPage.body": 20,
    **{f"{page}.ancestors": 4 for page in ("PageInterface", *PAGE_TYPES)},
    "__Schema.types": 100,
    "__Schema.directives": 6,
    "__Type.fields": 6,
    "__Type.inputFields": 0.1,
    "__Type.interfaces": 0.1,
    "__Type.possibleTypes": 0.5,
    "__Type.enumValues": 1,
    "__Field.args": 0.2,
    "__Directive.args": 1,
}
# Not a list, but rarer than one: `[T!]!` has three wrappers, most types one or none; few nodes of a
# rich text are links, and few of these lead to a page or a document.
WRAPPERS = {"__Type.ofType": 0.5, "RichTextNode.link": 0.05, "RichTextLink.target": 0.5}

# By type of item: how many there are in a block, a table or a card.
ITEMS = {
    "AccordionItem": 4,
    "Award": 10,
    "BudgetLine": 3,
    "CardPeriod": 2,
    "ComparisonCard": 8,
    "Criterion": 3,
    "Definition": 8,
    "Fact": 3,
    "FactLine": 5,
    "FigureGroup": 2,
    "ImpactCard": 6,
    "IncubatorGroup": 2,
    "IndicatorRow": 7,
    "Link": 1,
    "ListedIncubator": 12,
    "ServiceLine": 8,
    "TableCell": 3,
    "TableColumn": 3,
    "TableRow": 10,
}

# By kind of block: how many of the items of a body it is, out of `Report.body`.
BLOCKS = {"HeadingBlock": 30, "ParagraphBlock": 25, "KeyFiguresBlock": 5, "LinksBlock": 4}
OTHER_BLOCKS = 2

# What costs more than the statement that it runs: all that can be found is looked through, once
# more with other words if that is nothing, and the bodies of the reports that mention something are
# read. The vocabulary is read from all that can be found too, but once until something changes.
WORK = {"search": 900, "corrected search": 900, "mentioned bodies": 100, "awarded bodies": 100}

# What a field costs that is no object but as much work or as many bytes as so many of them.
WEIGHTS = {"ChartBlock.svg": 40, "ChartBlock.spec": 20}

# What a field reads, by its type or by its name. Each is read once for all that is below one field
# of the root, in one statement.
READ_BY_TYPE = {
    "Service": ("services",),
    "Incubator": ("incubators",),
    "Indicator": ("indicators",),
    "FundingRound": ("funding rounds",),
    "Term": ("terms",),
    "Picture": ("pictures",),
    "Document": ("documents",),
    "RichTextLink": ("pages", "documents"),
    "RichTextNode": ("pages", "documents"),
}
# What a version of a report reads before anything is asked of it.
VERSION_READS = ("stored version", "stored contents", "deleted hidden", "drawings")
# What the change feed reads: its place, what was announced, and the gate for each kind.
READ_BY_ROOT: dict[str, tuple[str, ...]] = {
    "site": ("site identity",),
    "search": (
        *("content version", "next change", "vocabulary"),
        *("corrected search", "corrected search, counted"),
    ),
    "changes": (
        *("feed position", "public states", "titles", "changed pages", "changed reports"),
        *("changed services", "changed incubators", "changed indicators", "changed rounds"),
        *("changed terms", "changed redirects", "sites of redirects", "corrections"),
    ),
}
PAGE_LISTS = ("PageConnection", "PageEdge")  # what they give was read with them
PAGE_CONTENT = ("introduction", "body", "report")
READ_BY_FIELD = {
    "html": ("pages", "documents"),
    "renditions": ("renditions",),
    "series": ("observations", "earlier statements"),
    "mentions": ("mentions", "mentioning reports"),
    "figures": ("mentioned bodies",),
    "card": ("mentioned bodies",),
    "awards": ("awards", "awarding reports", "awarded bodies"),
    "services": ("services of incubators",),
    "body": ("bodies",),
    "outline": ("bodies",),
    "previous": ("neighbours",),
    "next": ("neighbours",),
    "version": ("versions",),
    "versions": ("versions",),
    "corrections": ("corrections",),
}


def list_length(place: str, item: str) -> float:
    """Return how many items the list `place` (`Type.field`) has, of the type `item`."""
    return SIZES.get(place, ITEMS.get(item, UNKNOWN))


def member_share(parent: str, member: str) -> float:
    """Return what part of the values of an abstract type are of the type `member`."""
    if parent == "ReportBlock":
        return BLOCKS.get(member, OTHER_BLOCKS) / SIZES["Report.body"]
    return 1


def field_reads(field: str, type_: str) -> frozenset[str]:
    """Return what a field reads that is not at the root."""
    return frozenset((*READ_BY_FIELD.get(field, ()), *READ_BY_TYPE.get(type_, ())))


def count_repeated_reads(parent: str, field: str, type_: str) -> int:
    """Return what a field reads wherever it stands: each level of a tree of pages is read by
    itself.
    """
    content = parent in PAGE_TYPES and field in PAGE_CONTENT
    pages = type_ in ("PageInterface", "PageConnection") and parent not in PAGE_LISTS
    return int(content or pages)


def root_reads(field: str, arguments: Mapping[str, Any], is_page: bool) -> frozenset[str]:
    """Return what a field of the root reads by itself: a page of a list that is empty is counted
    once more.
    """
    beside = READ_BY_ROOT.get(field, ())
    if arguments.get("version") is not None:
        beside += VERSION_READS
    if field == "pages" and not {"after", "before"}.isdisjoint(arguments):
        beside += ("places of cursors",)
    return frozenset((field, *([f"{field}, counted"] if is_page else []), *beside))
