"""Chooses the compiled function for an object, by the GraphQL type of the object."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from graphql import (
    FieldNode,
    GraphQLObjectType,
    GraphQLResolveInfo,
    default_type_resolver,
    get_named_type,
    is_abstract_type,
)
from graphql.pyutils import Path

if TYPE_CHECKING:
    from reports_graphql.execution.compiler import Compiler

Answer = Callable[[Any, Any], dict[str, Any]]


class ObjectAnswers:
    """The compiled functions for the values of one field, by the Python class of the value.

    A function is compiled when the first value of its type occurs. Strawberry decides the type by
    the class alone, so that further values of a class need no lookup.
    """

    def __init__(
        self, compiler: "Compiler", parent: GraphQLObjectType, nodes: list[FieldNode]
    ) -> None:
        self.compiler, self.parent, self.nodes = compiler, parent, nodes
        field = parent.fields[nodes[0].name.value]
        self.type: Any = get_named_type(field.type)
        self.return_type = field.type
        self.by_class: dict[type[Any], Answer] = {}
        self.by_type: dict[str, Answer] = {}

    def answer(self, value: Any, info: Any) -> dict[str, Any]:
        """Answer for a value whose class has not occurred before."""
        type_ = self.find_type(value, info.context)
        answer = self.by_type.get(type_.name)
        if answer is None:
            answer = self.by_type[type_.name] = self.compiler.compile_below(type_, self.nodes)
        self.by_class[type(value)] = answer
        return answer(value, info)

    def find_type(self, value: Any, context: Any) -> GraphQLObjectType:
        """Return the type of a value. Raises TypeError if the field cannot have it."""
        if value is None or isinstance(value, Exception):
            raise TypeError("There is no object.")
        schema, type_ = self.compiler.schema, self.type
        info = self.build_info(context)
        if is_abstract_type(type_):
            name = (type_.resolve_type or default_type_resolver)(value, info, type_)
            found = schema.get_type(str(name))
            if found is None or not schema.is_sub_type(type_, found):
                raise TypeError(f"{type_.name} cannot be {name}.")
            type_ = found
        if type_.is_type_of and not type_.is_type_of(value, info):
            raise TypeError(f"{type(value).__name__} is no {type_.name}.")
        return type_

    def build_info(self, context: Any) -> GraphQLResolveInfo:
        """Return the `info` for functions that determine types; it has everything except the
        path.
        """
        name = self.nodes[0].name.value
        return GraphQLResolveInfo(
            name,
            self.nodes,
            self.return_type,
            self.parent,
            Path(None, name, self.parent.name),
            self.compiler.schema,
            self.compiler.fragments,
            None,
            self.compiler.operation,
            {},
            context,
            lambda _: False,
        )
