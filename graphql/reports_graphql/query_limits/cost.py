"""What a document may cost: objects that it may answer with, and statements that it may run.

Lists count as many times as they are long: as asked for, else as `expected`. A fragment is counted
once, however often it is spread: its cost is that of one object, and in a page of a list grows with
the page's size, which the field above it knows.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLNamedType,
    GraphQLSchema,
    OperationDefinitionNode,
    SelectionSetNode,
    get_named_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
)
from graphql.type import SchemaMetaFieldDef, TypeMetaFieldDef

from reports_graphql.pagination import PAGE_SIZE
from reports_graphql.query_limits import arguments, cost_model
from reports_graphql.query_limits.limits import Limits

STATEMENT = 85  # what one statement weighs, in objects: a document of 5,000 may run 58
META = {"__schema": SchemaMetaFieldDef, "__type": TypeMetaFieldDef}


@dataclass(frozen=True)
class Cost:
    """Objects of one value, more of them per item of a page, and what has to be read for them.

    `reads` names what is read at once for all that is below one field of the root; `again` counts
    the statements that each place of an answer needs for itself.
    """

    objects: float = 0
    per_item: float = 0
    reads: frozenset[str] = frozenset()
    again: int = 0

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(
            self.objects + other.objects,
            self.per_item + other.per_item,
            self.reads | other.reads,
            self.again + other.again,
        )

    def times(self, many: float) -> "Cost":
        """So many of it: more objects, but read at once."""
        return replace(self, objects=self.objects * many, per_item=self.per_item * many)

    @property
    def statements(self) -> int:
        return len(self.reads) + self.again

    @property
    def total(self) -> float:
        work = sum(cost_model.WORK.get(name, 0) for name in self.reads)
        return self.objects + STATEMENT * self.statements + work


class Pricing:
    """The cost of one operation with the variables of one request.

    `fragments` are names in an order in which each comes after those that it spreads, so that
    nothing recurses along a chain of them. `visited` counts the nodes looked at.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        document: DocumentNode,
        fragments: list[str],
        variables: Any,
        limits: Limits,
    ) -> None:
        self.schema = schema
        self.variables = variables
        self.limits = limits
        self.visited = 0
        self.fragments = {
            node.name.value: node
            for node in document.definitions
            if isinstance(node, FragmentDefinitionNode)
        }
        self.known: dict[str, Cost] = {}
        for name in fragments:
            node = self.fragments[name]
            type_ = schema.type_map[node.type_condition.name.value]
            self.known[name] = self.selections(node.selection_set, type_)

    def operation(self, operation: OperationDefinitionNode) -> int:
        """The cost of an operation: each field of its root reads for itself."""
        root = self.schema.query_type
        return math.ceil(sum(cost.total for cost in self.roots(operation.selection_set, root)))

    def roots(self, selections: SelectionSetNode, root: Any) -> list[Cost]:
        costs: list[Cost] = []
        for node in selections.selections:
            self.visited += 1
            if isinstance(node, FieldNode):
                costs.append(self.field(node, root))
            else:
                fragment = self.below(node)
                costs.extend(self.roots(fragment.selection_set, root))
        return costs

    def below(self, node: Any) -> Any:
        """Return what a spread names, or an inline fragment itself."""
        return self.fragments[node.name.value] if isinstance(node, FragmentSpreadNode) else node

    def selections(self, selections: SelectionSetNode, parent: Any) -> Cost:
        cost = Cost()
        for node in selections.selections:
            self.visited += 1
            if isinstance(node, FieldNode):
                cost += self.field(node, parent)
            else:
                cost += self.fragment(node, parent)
        return cost

    def fragment(self, node: Any, parent: GraphQLNamedType) -> Cost:
        below = self.below(node)
        condition = below.type_condition
        type_ = self.schema.type_map[condition.name.value] if condition else parent
        if isinstance(node, FragmentSpreadNode):
            cost = self.known[node.name.value]
        else:
            cost = self.selections(below.selection_set, type_)
        if is_object_type(type_) and not is_object_type(parent):
            return cost.times(cost_model.member_share(parent.name, type_.name))
        return cost

    def field(self, node: FieldNode, parent: Any) -> Cost:
        name = node.name.value
        if name == "__typename":
            return Cost()
        definition: GraphQLField = META.get(name) or parent.fields[name]
        type_, count = get_named_type(definition.type), self.count_requested(definition, node)
        again = cost_model.count_repeated_reads(parent.name, name, type_.name)
        read = Cost(reads=cost_model.field_reads(name, type_.name), again=again)
        if parent is self.schema.query_type and name not in META:
            read = Cost(reads=cost_model.root_reads(name, self.read_arguments(definition, node)))
        place = f"{parent.name}.{name}"
        if node.selection_set is None:
            return replace(read, objects=cost_model.WEIGHTS.get(place, 0))
        below = self.selections(node.selection_set, type_)
        if count is not None and not is_list(definition.type):  # its edges are so many
            below = replace(below, objects=below.objects + count * below.per_item, per_item=0)
        one = Cost(1) + below
        if name in ("edges", "nodes"):
            return replace(one, objects=0, per_item=one.objects)
        if place in cost_model.WRAPPERS:
            return one.times(cost_model.WRAPPERS[place])
        if is_list(definition.type):
            one = one.times(cost_model.list_length(place, type_.name) if count is None else count)
        return one + read

    def read_arguments(self, definition: GraphQLField, node: FieldNode) -> Mapping[str, Any]:
        return arguments.read_arguments(definition, node, self.variables)

    def count_requested(self, definition: GraphQLField, node: FieldNode) -> int | None:
        """Return how many items are asked for of a list that says so itself."""
        if not definition.args:
            return None
        given = self.read_arguments(definition, node)
        arguments.check_arguments(definition, given, self.limits)
        if not arguments.SIZES & definition.args.keys():
            return None
        return max(
            (given[n] for n in arguments.SIZES if given.get(n) is not None), default=PAGE_SIZE
        )


def is_list(type_: Any) -> bool:
    return is_list_type(type_.of_type if is_non_null_type(type_) else type_)
