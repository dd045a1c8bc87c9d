"""How values are completed: one function for each type that a field can have.

Each is given the value, where it stands and the run; where null cannot stand for a value that is
missing, it raises.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from graphql import GraphQLEnumType, GraphQLList, GraphQLNonNull, is_leaf_type
from graphql.pyutils import is_iterable

if TYPE_CHECKING:
    from reports_graphql.execution.execution import Execution
    from reports_graphql.execution.place import Place
    from reports_graphql.execution.step import Step

Write = Callable[[Any], Any]
Complete: TypeAlias = "Callable[[Any, Place, Execution], Any]"


def completer(type_: Any, step: "Step") -> Complete:
    """How to complete a value of `type_`, which `step` has found."""
    nullable = not isinstance(type_, GraphQLNonNull)
    named = type_ if nullable else type_.of_type
    missing = nothing if nullable else step.refuse
    if isinstance(named, GraphQLList):
        return items(named.of_type, step, missing)
    if is_leaf_type(named):
        write = leaf(named)
        return lambda value, place, run: missing() if value is None else write(value)
    return objects(step, missing)


def nothing() -> None:
    """What stands for a value that may be missing."""


def objects(step: "Step", missing: Callable[[], None]) -> Complete:
    known = step.selections

    def complete(value: Any, place: "Place", run: "Execution") -> Any:
        selection = known.get(type(value))
        if selection is None:
            if value is None:
                return missing()
            selection = step.selected(value, place, run)
        return selection.answer(value, place, run)

    return complete


def items(type_: Any, step: "Step", missing: Callable[[], None]) -> Complete:
    """The items of a list, each completed as `type_`."""
    each = completer(type_, step)
    nullable = not isinstance(type_, GraphQLNonNull)

    def complete(value: Any, place: "Place", run: "Execution") -> Any:
        if value is None:
            return missing()
        if type(value) is not list and not is_iterable(value):
            raise TypeError(f"A {type(value).__name__} is no list.")
        completed = []
        for index, item in enumerate(value):
            here = place, index, None
            try:
                completed.append(each(item, here, run))
            except Exception as error:
                completed.append(run.failed(error, step, here, nullable=nullable))
        return completed

    return complete


@lru_cache(256)
def leaf(type_: Any) -> Write:
    """How to write a value of the type; what enums call their members is remembered."""

    def write(value: Any) -> Any:
        if isinstance(value, Exception):
            raise value
        found = type_.serialize(value)
        if found is None:
            raise TypeError(f"{type_.name} cannot be written from {type(value).__name__}.")
        return found

    names: dict[Any, Any] = {}

    def name(value: Any) -> Any:
        try:
            return names[value]
        except KeyError:
            return names.setdefault(value, write(value))

    return name if isinstance(type_, GraphQLEnumType) else write
