"""Reads the arguments of fields, and refuses page sizes and cursors that are not allowed."""

from collections.abc import Iterator, Mapping
from typing import Any

from graphql import FieldNode, GraphQLError, GraphQLField
from graphql.execution.values import get_argument_values

from reports_graphql.errors import Invalid, Refusal, build_refusal
from reports_graphql.execution.field_metadata import read_metadata
from reports_graphql.query_limits.limits import Limits

SIZES = {"first", "last"}  # how many items of a list
PLACES = {"after", "before"}  # cursors


def read_arguments(definition: GraphQLField, node: FieldNode, variables: Any) -> Mapping[str, Any]:
    """Return the values of a field's arguments, from literals, variables and defaults."""
    try:
        return get_argument_values(definition, node, variables)
    except GraphQLError as error:  # a variable that may be null where null may not be
        raise Invalid([build_refusal("BAD_USER_INPUT", error)]) from None


def check_arguments(
    definition: GraphQLField, node: FieldNode, values: Mapping[str, Any], limits: Limits
) -> None:
    """Refuse a page that is too long, asked from both ends, or given an invalid cursor."""
    sizes = [values[name] for name in SIZES if values.get(name) is not None]
    if any(not 0 <= size <= limits.page_size for size in sizes):
        limits.refuse("page_size", node)
    if len(sizes) > 1:
        raise Refusal("Ask for first or last, not both.", node=node)
    for name, length in measure_lists(values):
        if length > limits.page_size:
            raise refuse_list(name, length, limits.page_size, node)
    for name in PLACES & values.keys():
        order = read_metadata(definition).get("order")  # the change feed reads its cursors itself
        if order and values[name] is not None:
            (order(values) if callable(order) else order).values(values[name])


def measure_lists(values: Mapping[str, Any], within: str = "") -> Iterator[tuple[str, int]]:
    """Yield the name and length of each list in the arguments, including those in filters."""
    for name, value in values.items():
        if isinstance(value, list):
            yield f"{within}{name}", len(value)
        elif isinstance(value, Mapping):
            yield from measure_lists(value, f"{within}{name}.")


def refuse_list(name: str, length: int, most: int, node: FieldNode) -> Refusal:
    """Return the refusal of an argument that is too long a list."""
    message = f"The argument {name} has {length} items: give {most} at most."
    return Refusal(message, "LIMIT_EXCEEDED", node=node, limit="page_size", max=most, argument=name)
