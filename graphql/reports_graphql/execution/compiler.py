"""Generates the Python functions that answer an operation."""

from collections.abc import Mapping
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    get_nullable_type,
    is_leaf_type,
)
from graphql.execution.collect_fields import collect_fields, collect_sub_fields

from reports_graphql.execution.field_access import NotCompiled, write_access
from reports_graphql.execution.field_arguments import FieldArguments
from reports_graphql.execution.field_metadata import read_metadata
from reports_graphql.execution.object_types import Answer, ObjectAnswers
from reports_graphql.execution.own_context import has_own_context
from reports_graphql.execution.writers import AS_IT_IS, build_writer

Selected = dict[str, list[FieldNode]]


class Compiler:
    """Compiles the functions of one operation, one for each selection on an object type.

    The functions for a type are added when its first value occurs. `conditions` has the values of
    the Boolean variables: only they decide, by `@include` and `@skip`, which fields are selected.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Mapping[str, FragmentDefinitionNode],
        operation: OperationDefinitionNode,
        conditions: dict[str, bool],
    ) -> None:
        self.schema, self.fragments, self.conditions = schema, dict(fragments), conditions
        self.operation = operation
        self.size = 0

    def compile_root(self) -> Answer:
        """Return the function that answers the operation. Raises NotCompiled."""
        query = self.schema.query_type
        assert query
        given = self.schema, self.fragments, self.conditions, query, self.operation.selection_set
        return self.compile(query, collect_fields(*given))

    def compile_below(self, type_: GraphQLObjectType, nodes: list[FieldNode]) -> Answer:
        """Return the function for the sub-selection of a field, which `nodes` select."""
        selected = collect_sub_fields(self.schema, self.fragments, self.conditions, type_, nodes)
        return self.compile(type_, selected)

    def compile(self, type_: GraphQLObjectType, selected: Selected) -> Answer:
        self.size += len(selected)
        return SelectionWriter(self, type_).write(selected)


class SelectionWriter:
    """Writes one function, `answer(source, info)`, which returns the fields of `source` by their
    keys.
    """

    def __init__(self, compiler: Compiler, parent: GraphQLObjectType) -> None:
        self.compiler, self.parent = compiler, parent
        self.names: dict[str, Any] = {}
        self.announcements: list[str] = []
        self.lines: list[str] = []

    def write(self, selected: Selected) -> Answer:
        values = [
            f"{key!r}: {self.write_field(place, nodes)}"
            for place, (key, nodes) in enumerate(selected.items())
        ]
        body = [*self.announcements, *self.lines, f"return {{{', '.join(values)}}}"]
        source = "\n    ".join(["def answer(source, info):", *body])
        # Nothing of a document stands in the code but keys, as literals: names are the schema's.
        exec(compile(source, f"<{self.parent.name}>", "exec"), self.names)
        answer: Answer = self.names["answer"]
        return answer

    def add_name(self, kind: str, value: Any) -> str:
        """Return the name by which the code finds an object."""
        name = f"{kind}{len(self.names)}"
        self.names[name] = value
        return name

    def write_field(self, place: int, nodes: list[FieldNode]) -> str:
        """Write the lines that resolve and complete a field; return the expression of its value."""
        name = nodes[0].name.value
        if name == "__typename":
            return repr(self.parent.name)
        field = self.parent.fields.get(name)
        if field is None:  # of the schema itself
            raise NotCompiled
        arguments = []
        if field.args:
            read = FieldArguments(self.compiler.schema, field, nodes[0]).values
            arguments.append(f"**{self.add_name('arguments', read)}(info.variables)")
        if announce := read_metadata(field).get("announce"):
            call = ", ".join(["info.context", *arguments])
            self.announcements.append(f"{self.add_name('announce', announce)}({call})")
        value, info = f"value{place}", "info"
        access = write_access(field, arguments, self.add_name)
        self.lines.append(f"{value} = {access}")
        if has_own_context(field):
            info = f"info{place}"
            self.lines.append(f"{info} = info.within({value})")
        completed = self.write_completed(field.type, value, info, nodes)
        self.lines.append(f"{value} = {completed}")
        return value

    def write_completed(self, type_: Any, value: str, info: str, nodes: list[FieldNode]) -> str:
        """Return the expression that completes a value of a type; it raises if null is not
        allowed.
        """
        nullable = not isinstance(type_, GraphQLNonNull)
        named = get_nullable_type(type_)
        if isinstance(named, GraphQLList):
            item = self.write_completed(named.of_type, "item", info, nodes)
            completed = f"[{item} for item in {value}]"
            return f"None if {value} is None else {completed}" if nullable else completed
        if is_leaf_type(named):
            return self.write_leaf(named, value, nullable)
        answers = ObjectAnswers(self.compiler, self.parent, nodes)
        known = self.add_name("known", answers.by_class.get)
        other = self.add_name("other", answers.answer)
        completed = f"{known}(type({value}), {other})({value}, {info})"
        return f"None if {value} is None else {completed}" if nullable else completed

    def write_leaf(self, type_: Any, value: str, nullable: bool) -> str:
        write = self.add_name("write", build_writer(type_))
        as_it_is = [f"{value} is None"] if nullable else []
        if condition := AS_IT_IS.get(type_.name):
            as_it_is.append(condition.format(value, value))
        written = f"{write}({value})"
        return f"{value} if {' or '.join(as_it_is)} else {written}" if as_it_is else written
