"""The expected number of items in lists, of blocks in a report, and of types in introspection.

The numbers are those of real reports, rounded up. What a single field costs is declared with the
field: see `field_cost`.
"""

from reports.content.models.record_kind import list_kinds

UNKNOWN_ITEMS = 1_000

# By field of introspection: how many items.
SIZES = {
    "__Schema.types": 100,
    "__Schema.directives": 6,
    "__Type.fields": 6,
    "__Type.inputFields": 0.1,
    "__Type.interfaces": 0.1,
    "__Type.possibleTypes": 0.5,
    "__Type.enumValues": 1,
    # not a list, but rarer than one: `[T!]!` has three wrappers, most types one or none
    "__Type.ofType": 0.5,
    "__Field.args": 0.2,
    "__Directive.args": 1,
}

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
OTHER_ITEMS = 5
"""How many items a list has of a type that is made of a node and is not named above."""

# By kind of block: how many of the items of the body of a report it is.
BODY_BLOCKS = 80
BLOCKS = {"HeadingBlock": 30, "ParagraphBlock": 25, "KeyFiguresBlock": 5, "LinksBlock": 4}
OTHER_BLOCKS = 2

# What costs more than the statement that it runs: all that can be found is looked through, once
# more with other words if that is nothing, and the bodies of the reports that mention something are
# read. The vocabulary is read from all that can be found too, but once until something changes.
WORK_COSTS = {
    "search": 730,
    "corrected search": 730,
    "mentioned bodies": 100,
    "awarded bodies": 100,
}

# What a field reads by the type of its objects, as `FieldCost.reads` names it.
READ_BY_TYPE = {
    **{kind.model.__name__: (kind.plural,) for kind in list_kinds()},
    "Picture": ("pictures",),
    "Document": ("documents",),
    "RichTextLink": ("pages", "documents"),
    "RichTextNode": ("pages", "documents"),
}


def list_length(place: str, item: str) -> float:
    """Return the expected length of the list `place` (`Type.field`) with items of a type."""
    return SIZES.get(place, ITEMS.get(item, UNKNOWN_ITEMS))


def member_share(parent: str, member: str) -> float:
    """Return the expected fraction of an abstract type's values that are of the type `member`."""
    if parent == "ReportBlock":
        return BLOCKS.get(member, OTHER_BLOCKS) / BODY_BLOCKS
    return 1
