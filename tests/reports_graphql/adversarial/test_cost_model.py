"""What is expected of the schema before a document runs is said for every list of it."""

from graphql import get_named_type, is_leaf_type, is_list_type, is_non_null_type, is_object_type

from reports_graphql.field_cost import read_cost
from reports_graphql.query_limits import cost_model
from reports_graphql.query_limits.arguments import SIZES
from reports_graphql.schema import schema

FIELDS = {
    f"{type_.name}.{name}": field
    for type_ in schema._schema.type_map.values()
    if hasattr(type_, "fields") and not is_leaf_type(type_)
    for name, field in type_.fields.items()
}


def lists() -> dict[str, str]:
    """Lists of objects that do not say their length themselves, with the type of their items."""
    found = {}
    for place, field in FIELDS.items():
        type_ = field.type.of_type if is_non_null_type(field.type) else field.type
        item = get_named_type(type_)
        if is_list_type(type_) and not is_leaf_type(item) and not SIZES & field.args.keys():
            found[place] = item.name
    return found


def count_items(place: str, item: str) -> float:
    declared = read_cost(FIELDS[place]).items
    return cost_model.list_length(place, item) if declared is None else declared


def test_every_list_has_a_length() -> None:
    unknown = {
        place
        for place, item in lists().items()
        if place.partition(".")[2] not in ("edges", "nodes")
        and count_items(place, item) == cost_model.UNKNOWN_ITEMS
    }

    assert unknown == set()


def test_no_length_is_of_a_list_that_is_gone() -> None:
    assert cost_model.SIZES.keys() <= FIELDS.keys()
    assert set(cost_model.ITEMS) - set(lists().values()) == set()


def test_what_is_read_is_in_the_schema() -> None:
    types = {name for name, type_ in schema._schema.type_map.items() if is_object_type(type_)}

    assert set(cost_model.READ_BY_TYPE) - types == set()


def test_what_is_looked_through_is_read() -> None:
    read = {name for field in FIELDS.values() for name in read_cost(field).reads}

    assert cost_model.WORK_COSTS.keys() - read == {"search"}  # the field reads what it is named for


def test_what_weighs_is_a_leaf() -> None:
    heavy = {place for place, field in FIELDS.items() if read_cost(field).weight}

    assert heavy == {"ChartBlock.svg", "ChartBlock.spec"}
    assert all(is_leaf_type(get_named_type(FIELDS[place].type)) for place in heavy)


def test_blocks_are_shares_of_a_body() -> None:
    members = {t.name for t in schema._schema.type_map["ReportBlock"].types}

    assert set(cost_model.BLOCKS) - members == set()
    shares = sum(cost_model.member_share("ReportBlock", member) for member in members)
    assert 0.9 < shares < 1.5
