"""Explains why a variable is invalid: which one, where in its value, and the expected type."""

from collections.abc import Iterator, Mapping
from typing import Any

from graphql import (
    DirectiveNode,
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    VariableDefinitionNode,
    VariableNode,
    Visitor,
    get_named_type,
    is_enum_type,
    is_input_object_type,
    is_list_type,
    is_non_null_type,
    print_ast,
    type_from_ast,
    visit,
)
from graphql.utilities import coerce_input_value

from reports_graphql.errors import Invalid, build_refusal


def describe_variable_error(
    schema: GraphQLSchema, error: GraphQLError, given: Mapping[str, Any]
) -> GraphQLError:
    """Return the error of a variable, reworded: graphql-core's message quotes values as Python
    does.
    """
    nodes = [node for node in error.nodes or () if isinstance(node, VariableDefinitionNode)]
    if nodes:
        error = GraphQLError(describe_variable(schema, nodes[0], given), nodes)
    return build_refusal("BAD_USER_INPUT", error)


def describe_variable(
    schema: GraphQLSchema, node: VariableDefinitionNode, given: Mapping[str, Any]
) -> str:
    name, type_ = node.variable.name.value, print_ast(node.type)
    if name not in given:
        return f"The variable ${name} of type {type_} is missing."
    if given[name] is None:
        return f"The variable ${name} of type {type_} is null."
    wrong = next(find_errors(given[name], type_from_ast(schema, node.type)), None)
    place, reason = wrong or ("", "")
    within = f" at {place}" if place else ""
    return f"The variable ${name} of type {type_} has a wrong value{within}: {reason}"


def find_errors(value: Any, type_: Any) -> Iterator[tuple[str, str]]:
    """Yield the path of each invalid part of a value, and what is expected there."""
    found: list[tuple[str, str]] = []

    def note(path: list[str | int], wrong: Any, error: GraphQLError) -> None:
        inner = find_type(type_, path)
        # of an object, the message names its fields and quotes nothing
        is_object = is_input_object_type(inner) and isinstance(wrong, Mapping)
        reason = error.message if is_object else f"{describe_type(inner)} is expected."
        found.append((name_place(path), reason))

    coerce_input_value(value, type_, note)
    yield from found


def find_type(type_: Any, path: list[str | int]) -> Any:
    """Return the type at a path within an input type."""
    for step in path:
        type_ = type_.of_type if is_non_null_type(type_) else type_
        if is_list_type(type_):
            type_ = type_.of_type
        if isinstance(step, str):
            type_ = get_named_type(type_).fields[step].type
    return type_.of_type if is_non_null_type(type_) else type_


def describe_type(type_: Any) -> str:
    """Return the expected value of a type in words; for an enum, its values."""
    inner = get_named_type(type_)
    return f"one of {', '.join(inner.values)}" if is_enum_type(inner) else str(type_)


def name_place(path: list[str | int]) -> str:
    """Return a path as it is written: `filter.codes[2]`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).lstrip(".")


class NullConditions(Visitor):
    """Refuses null for a variable that `@include` or `@skip` uses.

    Its type may be nullable if it has a default; graphql-core would fail while it executes.
    """

    def __init__(self, values: Mapping[str, Any]) -> None:
        super().__init__()
        self.values = values

    def enter_directive(self, node: DirectiveNode, *_: Any) -> None:
        for argument in node.arguments:
            if isinstance(argument.value, VariableNode):
                name = argument.value.name.value
                if self.values.get(name, True) is None:
                    message = f"The variable ${name} is null, and @{node.name.value} asks it."
                    error = GraphQLError(message, [argument.value])
                    raise Invalid([build_refusal("BAD_USER_INPUT", error)])


def refuse_null_conditions(document: DocumentNode, values: Mapping[str, Any]) -> None:
    """Raise `Invalid` for a null variable in a directive that needs true or false."""
    visit(document, NullConditions(values))
