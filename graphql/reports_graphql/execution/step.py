"""The steps that lead to an answer: for each object, what is asked of it and how it is found."""

from typing import TYPE_CHECKING, Any, NoReturn

from graphql import FieldNode, GraphQLNonNull, GraphQLObjectType, Undefined, get_named_type
from graphql.execution.values import get_argument_values
from graphql.pyutils import Path

from reports_graphql.execution.completion import Leaf, completer, leaf
from reports_graphql.execution.reading import Read, plainly, resolver

if TYPE_CHECKING:
    from reports_graphql.execution.execution import Execution
    from reports_graphql.execution.plan import Asked, Plan


class Selection:
    """What is asked of one type of object at one place, in order."""

    __slots__ = ("steps",)

    def __init__(self, plan: "Plan", type_: GraphQLObjectType, asked: "Asked") -> None:
        self.steps: list[tuple[str, Step, Read | None, Leaf | None]] = []
        for name, nodes in asked.items():
            step = Step(plan, type_, name, nodes)
            self.steps.append((name, step, step.read, step.write))

    def answer(self, source: Any, path: Path | None, run: "Execution") -> dict[str, Any]:
        """What each step finds in `source`."""
        found = {}
        for name, step, read, write in self.steps:
            try:
                if read and write:
                    found[name] = write(read(source))
                else:
                    found[name] = step.answer(source, step.path(path), run)
            except Exception as error:
                found[name] = run.failed(error, step, step.path(path), nullable=step.nullable)
        return found


class Step:
    """One field at one place. `read` and `write` are all there is to it where both are known."""

    def __init__(
        self, plan: "Plan", parent: GraphQLObjectType, name: str, nodes: list[FieldNode]
    ) -> None:
        self.plan, self.parent, self.name, self.nodes = plan, parent, name, nodes
        self.field = plan.field(parent, nodes[0].name.value)
        self.type = get_named_type(self.field.type)
        self.nullable = not isinstance(self.field.type, GraphQLNonNull)
        self.read = plainly(parent, nodes[0].name.value, self.field)
        self.resolve = resolver(self.field)
        self.write = leaf(self.field.type, self)
        self.complete = completer(self.field.type, self)
        self.selections: dict[Any, Selection] = {}

    def path(self, path: Path | None) -> Path:
        return Path(path, self.name, self.parent.name)

    def answer(self, source: Any, path: Path, run: "Execution") -> Any:
        """The value of the field for `source`, completed."""
        value = self.read(source) if self.read else self.resolved(source, path, run)
        if isinstance(value, Exception):
            raise value
        if self.nullable and (value is None or value is Undefined):
            return None
        return self.complete(value, path, run)

    def resolved(self, source: Any, path: Path, run: "Execution") -> Any:
        """What the resolver of the field gives."""
        resolve = self.resolve or run.field_resolver
        given = {}
        if self.field.args:
            given = get_argument_values(self.field, self.nodes[0], run.variable_values)
        return resolve(source, run.info(self, path), **given)

    def below(self, value: Any, path: Path, run: "Execution") -> dict[str, Any]:
        """Completes an object of the field's own type."""
        known = self.selections.get(type(value))
        if known is None:
            known = self.selected(self.type, value, path, run)
        return known.answer(value, path, run)

    def within(self, value: Any, path: Path, run: "Execution") -> dict[str, Any]:
        """Completes an object of one of the types that the field's abstract type can be."""
        known = self.selections.get(type(value))
        if known is None:
            known = self.selected(run.runtime_type(self, value, path), value, path, run)
        return known.answer(value, path, run)

    def selected(
        self, type_: GraphQLObjectType, value: Any, path: Path, run: "Execution"
    ) -> Selection:
        """What is asked of `value`, once it is seen to be of `type_`.

        Strawberry's types go by the class of a value: others of the same need not be looked at.
        """
        run.check(type_, self, value, path)
        known = self.selections.get(type_.name) or self.plan.below(type_, self.nodes)
        self.selections[type_.name] = known
        if all("strawberry-definition" in each.extensions for each in (self.type, type_)):
            self.selections[type(value)] = known
        return known

    def missing(self) -> NoReturn:
        field = f"{self.parent.name}.{self.nodes[0].name.value}"
        raise TypeError(f"Cannot return null for non-nullable field {field}.")
