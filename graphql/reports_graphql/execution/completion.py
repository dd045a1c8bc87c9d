"""How values are completed: one function for each type that a field can have."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from graphql import (
    GraphQLEnumType,
    GraphQLID,
    GraphQLLeafType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLString,
    Undefined,
    is_abstract_type,
    is_leaf_type,
)
from graphql.pyutils import Path, is_iterable

if TYPE_CHECKING:
    from reports_graphql.execution.execution import Execution
    from reports_graphql.execution.step import Step

Leaf = Callable[[Any], Any]
Complete: TypeAlias = "Callable[[Any, Path, Execution], Any]"


def leaf(type_: Any, step: "Step") -> Leaf | None:
    """How to complete a value that is written as it is; None for a type with something in it."""
    required = isinstance(type_, GraphQLNonNull)
    named = type_.of_type if required else type_
    if not is_leaf_type(named):
        return None
    written = known(named)

    def complete(value: Any) -> Any:
        if value is None or value is Undefined:
            return step.missing() if required else None
        return written(value)

    if named not in (GraphQLString, GraphQLID):
        return complete
    return lambda value: value if type(value) is str else complete(value)


def known(type_: GraphQLLeafType) -> Leaf:
    """How to write a value of the type; what enums call their members is remembered."""
    if not isinstance(type_, GraphQLEnumType):
        return lambda value: written(type_, value)
    names: dict[Any, Any] = {}

    def name(value: Any) -> Any:
        try:
            return names[value]
        except KeyError:
            return names.setdefault(value, written(type_, value))
        except TypeError:  # it cannot be looked up
            return written(type_, value)

    return name


def written(type_: GraphQLLeafType, value: Any) -> Any:
    if isinstance(value, Exception):
        raise value
    found = type_.serialize(value)
    if found is None or found is Undefined:
        raise TypeError(f"{type_.name} cannot be written from {type(value).__name__}.")
    return found


def completer(type_: Any, step: "Step") -> Complete:
    """How to complete a value of `type_`, which `step` has read."""
    if isinstance(type_, GraphQLNonNull):
        return required(completer(type_.of_type, step), step)
    if isinstance(type_, GraphQLList):
        return items(type_.of_type, step)
    if is_leaf_type(type_):
        write = known(type_)
        return lambda value, path, run: write(value)
    return step.within if is_abstract_type(type_) else step.below


def required(inner: Complete, step: "Step") -> Complete:
    def complete(value: Any, path: Path, run: "Execution") -> Any:
        if value is None or value is Undefined:
            return step.missing()
        return inner(value, path, run)

    return complete


def items(type_: Any, step: "Step") -> Complete:
    """The items of a list, each completed as `type_`."""
    each = completer(type_, step)
    nullable = not isinstance(type_, GraphQLNonNull)

    def complete(value: Any, path: Path, run: "Execution") -> Any:
        if not is_iterable(value):
            raise TypeError(f"A {type(value).__name__} is no list.")
        completed = []
        for index, item in enumerate(value):
            place = path.add_key(index, None)
            try:
                absent = nullable and (item is None or item is Undefined)
                completed.append(None if absent else each(item, place, run))
            except Exception as error:
                completed.append(run.failed(error, step, place, nullable=nullable))
        return completed

    return complete
