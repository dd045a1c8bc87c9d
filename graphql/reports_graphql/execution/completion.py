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


def build_completer(type_: Any, step: "Step") -> Complete:
    """Return the function that completes a value of `type_`, which `step` has found."""
    nullable = not isinstance(type_, GraphQLNonNull)
    named = type_ if nullable else type_.of_type
    missing = return_nothing if nullable else step.refuse
    if isinstance(named, GraphQLList):
        return complete_items(named.of_type, step, missing)
    if is_leaf_type(named):
        write = build_writer(named)
        return lambda value, place, run: missing() if value is None else write(value)
    return complete_objects(step, missing)


def return_nothing() -> None:
    """Return the value that stands for one that may be missing."""


def complete_objects(step: "Step", missing: Callable[[], None]) -> Complete:
    known = step.selections

    def complete(value: Any, place: "Place", run: "Execution") -> Any:
        selection = known.get(type(value))
        if selection is None:
            if value is None:
                return missing()
            selection = step.select_fields(value, place, run)
        return selection.answer(value, place, run)

    return complete


def complete_items(type_: Any, step: "Step", missing: Callable[[], None]) -> Complete:
    """The items of a list, each completed as `type_`."""
    each = build_completer(type_, step)
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
                completed.append(run.handle_error(error, step, here, nullable=nullable))
        return completed

    return complete


@lru_cache(256)
def build_writer(type_: Any) -> Write:
    """Return the function that writes a value of the type; what enums call their members is
    remembered.
    """

    def write(value: Any) -> Any:
        if isinstance(value, Exception):
            raise value
        output = type_.serialize(value)
        if output is None:
            raise TypeError(f"{type_.name} cannot be written from {type(value).__name__}.")
        return output

    names: dict[Any, Any] = {}

    def name(value: Any) -> Any:
        try:
            return names[value]
        except KeyError:
            return names.setdefault(value, write(value))

    return name if isinstance(type_, GraphQLEnumType) else write
