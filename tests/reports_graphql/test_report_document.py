"""`report.graphql` asks for all that a report says: a field that is taken out of it is named."""

from collections.abc import Iterator

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    get_named_type,
    parse,
)

from reports_graphql.schema import schema as served

from .conftest import QUERIES

SCHEMA: GraphQLSchema = served._schema
DOCUMENT = parse((QUERIES / "report.graphql").read_text())
FRAGMENTS = {
    each.name.value: each
    for each in DOCUMENT.definitions
    if isinstance(each, FragmentDefinitionNode)
}
UNASKED = {
    "Report": {"currency", "figureAddresses", "openTaskCount", "pdf", "versions"},
    "ReportVersion": {
        *("pdf", "reason", "sha256", "withdrawalReason", "withdrawn", "withdrawnAt"),
    },
    "Correction": {"address"},
    "EssentialFigure": {"address"},
    "HeadingBlock": {"path"},
    "ChartBlock": {"anchor", "path", "spec"},
    "RichText": {"tree"},
    "FundingRound": {"awards"},
    "Incubator": {"owner", "services"},
    "Indicator": {"csv", "decimals", "definition", "direction", "series", "unit"},
    "Service": {"budgetUrl", "mentions", "mission", "phaseLabel", "statsUrl", "url"},
    "Term": {"definition"},
}
"""What the page of a report does not need, by type; of other blocks, what any `Block` has."""
ASKED_IN_LINKS = {"Document": {"id", "title", "url"}}
NEIGHBOURS = {"id", "year", "title", "path"}

Selection = tuple[str, GraphQLObjectType, dict[str, FieldNode]]


def iterate_selections(
    selected: SelectionSetNode, type_name: str, place: str
) -> Iterator[Selection]:
    """Yield what is asked of each object type at each place, that of the members of unions too."""
    asked: dict[str, dict[str, FieldNode]] = {}
    collect_fields(selected, type_name, asked)
    for name, fields in asked.items():
        type_ = SCHEMA.type_map[name]
        if isinstance(type_, GraphQLObjectType):
            here = place if name == type_name else f"{place}.{name}"
            yield here, type_, fields
            for each, node in fields.items():
                if node.selection_set:
                    below = get_named_type(type_.fields[each].type).name
                    yield from iterate_selections(node.selection_set, below, f"{here}.{each}")


def collect_fields(
    selected: SelectionSetNode, type_name: str, asked: dict[str, dict[str, FieldNode]]
) -> None:
    for each in selected.selections:
        if isinstance(each, FieldNode):
            asked.setdefault(type_name, {})[each.name.value] = each
        elif isinstance(each, FragmentSpreadNode):
            fragment = FRAGMENTS[each.name.value]
            collect_fields(fragment.selection_set, fragment.type_condition.name.value, asked)
        elif isinstance(each, InlineFragmentNode) and each.type_condition:
            collect_fields(each.selection_set, each.type_condition.name.value, asked)


def list_expected(place: str, type_: GraphQLObjectType) -> set[str]:
    if place in ("report.previous", "report.next"):
        return NEIGHBOURS
    if ".links." in place and type_.name in ASKED_IN_LINKS:
        return ASKED_IN_LINKS[type_.name]
    is_block = any(each.name == "Block" for each in type_.interfaces)
    return type_.fields.keys() - UNASKED.get(type_.name, {"anchor", "path"} if is_block else set())


def test_every_field_of_a_report_is_asked_for_in_its_place() -> None:
    [operation] = [e for e in DOCUMENT.definitions if isinstance(e, OperationDefinitionNode)]
    [(_, _, root), *found] = iterate_selections(operation.selection_set, "Query", "")
    wrong = [
        f"{place.removeprefix('.')}: {name}"
        for place, type_, fields in found
        for name in fields.keys() ^ list_expected(place.removeprefix("."), type_)
    ]

    assert list(root) == ["report"]
    assert len(found) > 100
    assert wrong == []
