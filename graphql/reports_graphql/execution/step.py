"""The steps that lead to an answer: for each object, what is asked of it and how it is found."""

from typing import TYPE_CHECKING, Any, NoReturn, cast

from graphql import (
    FieldNode,
    GraphQLID,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLString,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_leaf_type,
)
from graphql.execution.values import get_argument_values

from reports_graphql.execution.completion import (
    Write,
    build_completer,
    build_writer,
    return_nothing,
)
from reports_graphql.execution.field_reader import build_reader, find_resolver
from reports_graphql.execution.own_context import has_own_context, use_context_of
from reports_graphql.execution.resolver_info import ResolverInfo

if TYPE_CHECKING:
    from reports_graphql.execution.execution import Execution
    from reports_graphql.execution.place import Place
    from reports_graphql.execution.plan import Asked, Plan


class Selection:
    """What is asked of one type of object at one place, in order."""

    __slots__ = ("steps",)

    def __init__(self, plan: "Plan", type_: GraphQLObjectType, asked: "Asked") -> None:
        made = (Step(plan, type_, name, nodes) for name, nodes in asked.items())
        self.steps = [(step.name, step.plain, step.is_text, step) for step in made]

    def answer(self, source: Any, place: "Place | None", run: "Execution") -> dict[str, Any]:
        """Return the value that each step finds in `source`."""
        values: dict[str, Any] = {}
        for name, plain, is_text, step in self.steps:
            try:
                if plain is None:
                    values[name] = step.answer(source, (place, name, step.parent.name), run)
                elif (value := plain(source)) is None:
                    values[name] = step.missing()
                elif is_text and type(value) is str:
                    values[name] = value
                else:
                    values[name] = step.write(value)
            except Exception as error:
                here = place, name, step.parent.name
                values[name] = run.handle_error(error, step, here, nullable=step.nullable)
        return values


class Step:
    """One field at one place. The value of a `plain` one is written as it is read."""

    def __init__(
        self, plan: "Plan", parent: GraphQLObjectType, name: str, nodes: list[FieldNode]
    ) -> None:
        self.plan, self.parent, self.name, self.nodes = plan, parent, name, nodes
        self.field = plan.field(parent, nodes[0].name.value)
        self.type: Any = get_named_type(self.field.type)
        self.nullable = not isinstance(self.field.type, GraphQLNonNull)
        self.missing = return_nothing if self.nullable else self.refuse
        self.read = build_reader(parent, nodes[0].name.value, self.field)
        self.resolver = find_resolver(self.field)
        self.has_own_context = has_own_context(self.field)
        self.selections: dict[Any, Selection] = {}
        self.complete = build_completer(self.field.type, self)
        self.is_text = self.type in (GraphQLString, GraphQLID)
        is_leaf = is_leaf_type(cast(Any, get_nullable_type)(self.field.type))
        self.plain = self.read if is_leaf else None
        self.write: Write = build_writer(self.type)

    def answer(self, source: Any, place: "Place", run: "Execution") -> Any:
        """The value of the field for `source`, completed."""
        value = self.read(source) if self.read else self.resolve_field(source, place, run)
        if isinstance(value, Exception):
            raise value
        if self.has_own_context:
            with use_context_of(value, run):
                return self.complete(value, place, run)
        return self.complete(value, place, run)

    def resolve_field(self, source: Any, place: "Place", run: "Execution") -> Any:
        """Return what the resolver of the field gives."""
        if self.resolver:
            return self.resolver(source, ResolverInfo(run, self, place))
        given = get_argument_values(self.field, self.nodes[0], run.variable_values)
        resolve = self.field.resolve or run.field_resolver
        return resolve(source, run.info(self, place), **given)

    def select_fields(self, value: Any, place: "Place", run: "Execution") -> Selection:
        """Return what is asked of `value`, whose type is found to be one that the field may have.

        Strawberry's types go by the class of a value: others of the same need not be looked at.
        """
        type_ = self.type
        if is_abstract_type(type_):
            type_ = run.runtime_type(self, value, place)
        run.check(type_, self, value, place)
        known = self.selections.get(type_.name) or self.plan.below(type_, self.nodes)
        self.selections[type_.name] = known
        if all("strawberry-definition" in each.extensions for each in (self.type, type_)):
            self.selections[type(value)] = known
        return known

    def refuse(self) -> NoReturn:
        field = f"{self.parent.name}.{self.nodes[0].name.value}"
        raise TypeError(f"Cannot return null for non-nullable field {field}.")
