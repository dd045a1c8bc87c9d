"""What a document asks, worked out once."""

from collections.abc import Mapping
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    SchemaMetaFieldDef,
    TypeMetaFieldDef,
    TypeNameMetaFieldDef,
)
from graphql.execution.collect_fields import collect_fields, collect_sub_fields

from reports_graphql.execution.step import Selection

MOST_STEPS = 1_500  # kept for one document: about 1 KiB each
META = {"__schema": SchemaMetaFieldDef, "__type": TypeMetaFieldDef}

Asked = dict[str, list[FieldNode]]


class Plan:
    """The steps of one operation; those of a type of object are added when one is met.

    `conditions` are the values of its Boolean variables: no others decide what is asked.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        fragments: Mapping[str, FragmentDefinitionNode],
        operation: OperationDefinitionNode,
        conditions: dict[str, bool],
    ) -> None:
        self.schema, self.fragments, self.conditions = schema, dict(fragments), conditions
        self.size = 0
        query = schema.query_type
        assert query
        given = schema, self.fragments, conditions, query, operation.selection_set
        self.root = self.selection(query, collect_fields(*given))

    def below(self, type_: GraphQLObjectType, nodes: list[FieldNode]) -> Selection:
        """Return what a field, asked for by `nodes`, is asked of an object of `type_`."""
        asked = collect_sub_fields(self.schema, self.fragments, self.conditions, type_, nodes)
        return self.selection(type_, asked)

    def selection(self, type_: GraphQLObjectType, asked: Asked) -> Selection:
        self.size += len(asked)
        return Selection(self, type_, asked)

    def field(self, type_: GraphQLObjectType, name: str) -> GraphQLField:
        if name == "__typename":
            return TypeNameMetaFieldDef
        return META[name] if name in META else type_.fields[name]


class Plans:
    """The plans of one document: one for each operation and choice of its conditions."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode) -> None:
        self.schema = schema
        self.fragments = {
            node.name.value: node
            for node in document.definitions
            if isinstance(node, FragmentDefinitionNode)
        }
        self.kept: dict[Any, Plan] = {}

    def get_plan(self, operation: OperationDefinitionNode, variables: Mapping[str, Any]) -> Plan:
        conditions = {name: given for name, given in variables.items() if type(given) is bool}
        key = operation.name and operation.name.value, *sorted(conditions.items())
        plan = self.kept.get(key)
        if plan is None:
            plan = self.kept[key] = Plan(self.schema, self.fragments, operation, conditions)
        return plan

    def trim(self) -> None:
        """Forgets plans that have become too long, as they do while they are followed."""
        if sum(plan.size for plan in [*self.kept.values()]) > MOST_STEPS:
            self.kept = {}
