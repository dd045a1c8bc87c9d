"""Estimates the cost of an operation: the objects in its answer, and its SQL statements.

The selections are walked from the root down, fragments expanded: `shape` has already limited their
number. Each list counts as many times as it may be long: as asked for, else as `cost_model`
expects.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import cached_property
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLSchema,
    OperationDefinitionNode,
    SelectionSetNode,
    get_named_type,
    is_list_type,
    is_non_null_type,
    is_object_type,
)
from graphql.type import SchemaMetaFieldDef, TypeMetaFieldDef

from reports_graphql.execution.field_metadata import read_metadata
from reports_graphql.field_cost import FieldCost, read_cost
from reports_graphql.pagination import PAGE_SIZE
from reports_graphql.query_limits import arguments, cost_model
from reports_graphql.query_limits.limits import Limits

STATEMENT_COST = 85  # what one statement weighs, in objects: a document of 5,000 may run 58
META = {"__schema": SchemaMetaFieldDef, "__type": TypeMetaFieldDef}


@dataclass
class Estimate:
    """What an operation may cost at most, before it runs.

    `objects` maps a field to the number of objects that it may return. `reads` maps a root field to
    the names of the SQL statements that run once for everything below it. `again` counts the
    statements that run once for each object. `total` is computed when it is first read: read it
    only after everything has been added.
    """

    objects: dict[str, float] = field(default_factory=dict)
    reads: dict[str, set[str]] = field(default_factory=dict)
    again: int = 0

    @property
    def statements(self) -> int:
        return sum(len(names) for names in self.reads.values()) + self.again

    @cached_property
    def total(self) -> int:
        work = sum(
            cost_model.WORK_COSTS.get(name, 0) for names in self.reads.values() for name in names
        )
        objects = sum(self.objects.values())
        return math.ceil(round(objects + STATEMENT_COST * self.statements + work, 6))

    @cached_property
    def largest(self) -> str:
        """The field whose objects cost most: « Report.body »; empty if there are none."""
        return max(self.objects, key=lambda name: self.objects[name], default="")

    @cached_property
    def kinds_read(self) -> frozenset[str]:
        """The names of all statements that run once."""
        return frozenset().union(*self.reads.values())

    def add(self, name: str, objects: float) -> None:
        """Add the objects of a field."""
        self.objects[name] = self.objects.get(name, 0) + objects

    def describe(self, most: int) -> str:
        """Return the estimate as the value of a header: `estimate=2889, limit=5000, …`."""
        largest = f', largest="{self.largest}"' if self.largest else ""
        return f"estimate={self.total}, limit={most}{largest}"


@dataclass(frozen=True)
class Place:
    """The selections on some objects of a type; `page` is the number of items a connection may
    have.
    """

    selections: SelectionSetNode
    type: Any
    objects: float
    reads: set[str]
    page: float = 0


class CostEstimator:
    """Estimates the operations of a document with the variables of one request.

    `existing` has the number of objects of each type, as no list can be longer. `visited` counts
    the selections that were visited.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        document: DocumentNode,
        variables: Mapping[str, Any],
        limits: Limits,
        existing: Mapping[str, int] | None = None,
    ) -> None:
        self.schema, self.variables, self.limits = schema, variables, limits
        self.existing = existing or {}
        self.visited = 0
        self.fragments = {
            node.name.value: node
            for node in document.definitions
            if isinstance(node, FragmentDefinitionNode)
        }

    def estimate(self, operation: OperationDefinitionNode) -> Estimate:
        """Return the cost of an operation. Raises `Refusal` for arguments that cannot be."""
        estimate = Estimate()
        waiting = [Place(operation.selection_set, self.schema.query_type, 1, set())]
        while waiting:
            place = waiting.pop()
            for node in place.selections.selections:
                self.visited += 1
                if isinstance(node, FieldNode):
                    waiting.extend(self.enter_field(node, place, estimate))
                else:
                    waiting.append(self.enter_fragment(node, place))
        return estimate

    def enter_fragment(self, node: Any, place: Place) -> Place:
        spread = isinstance(node, FragmentSpreadNode)
        fragment = self.fragments[node.name.value] if spread else node
        condition = fragment.type_condition
        type_ = self.schema.type_map[condition.name.value] if condition else place.type
        objects = place.objects
        if is_object_type(type_) and not is_object_type(place.type):
            objects *= cost_model.member_share(place.type.name, type_.name)
        return Place(fragment.selection_set, type_, objects, place.reads, place.page)

    def enter_field(self, node: FieldNode, place: Place, estimate: Estimate) -> Iterator[Place]:
        """Count a field, and yield its selections."""
        name, parent = node.name.value, place.type
        if name == "__typename":
            return
        definition: GraphQLField = META.get(name) or parent.fields[name]
        type_ = get_named_type(definition.type)
        where = f"{parent.name}.{name}"
        given = self.read_arguments(definition, node)
        reads = place.reads
        cost = read_cost(definition)
        if parent is self.schema.query_type and name not in META:
            reads = estimate.reads.setdefault(name_reads(node, definition, given), set())
            reads.update((name, *list_counts(name, given)))
        else:
            reads.update(cost_model.READ_BY_TYPE.get(type_.name, ()))
        reads.update(cost.list_reads(given))
        estimate.again += cost.is_read_again
        if node.selection_set is None:
            estimate.add(where, place.objects * cost.weight)
            return
        size = self.count_requested(definition, given)
        page = 0.0
        if name in ("edges", "nodes"):
            objects = place.objects * place.page
        elif size is None:
            objects = place.objects * self.count_items(definition, cost, where, type_.name)
        elif is_list(definition.type):
            objects = self.bound(place.objects * size, type_.name)
        else:
            objects, page = place.objects, self.bound_page(place.objects, size, type_)
        estimate.add(where, objects)
        yield Place(node.selection_set, type_, objects, reads, page)

    def read_arguments(self, definition: GraphQLField, node: FieldNode) -> Mapping[str, Any]:
        if not definition.args:
            return {}
        given = arguments.read_arguments(definition, node, self.variables)
        arguments.check_arguments(definition, node, given, self.limits)
        return given

    def count_requested(self, definition: GraphQLField, given: Mapping[str, Any]) -> int | None:
        """Return how many items of a paginated list are requested; None for other lists."""
        if not arguments.SIZES & definition.args.keys():
            return None
        sizes = (given[name] for name in arguments.SIZES if given.get(name) is not None)
        return max(sizes, default=PAGE_SIZE)

    def count_items(
        self, definition: GraphQLField, cost: FieldCost, where: str, item: str
    ) -> float:
        """Return how many objects a field gives that does not say how many."""
        if cost.items is not None:
            return cost.items
        if is_list(definition.type):
            return cost_model.list_length(where, item)
        return cost_model.SIZES.get(where, 1)

    def bound(self, objects: float, type_name: str) -> float:
        """Return so many objects, or all that there are of a type."""
        return min(objects, self.existing.get(type_name, objects))

    def bound_page(self, connections: float, size: int, type_: Any) -> float:
        """Return how many items each of some connections may have.

        All of them together hold no item twice, so they hold no more than there are: pages are the
        children of one page.
        """
        item = get_named_type(type_.fields["nodes"].type).name
        most = self.existing.get(item, math.inf)
        return min(size, most / connections if connections > 1 else most)


def list_counts(name: str, given: Mapping[str, Any]) -> list[str]:
    """Return the names of a list's statements besides its page: the count, if a page may be
    empty.
    """
    has_cursor = given.get("after") is not None or given.get("before") is not None
    return [f"{name}, counted"] if has_cursor else []


def name_reads(node: FieldNode, definition: GraphQLField, given: Mapping[str, Any]) -> str:
    """Return under which name a field of the root reads.

    Fields that are announced read together, every other one reads by itself, as versions do.
    """
    if "announce" in read_metadata(definition) and given.get("version") is None:
        return node.name.value
    return f"{(node.alias or node.name).value} alone"


def is_list(type_: Any) -> bool:
    return is_list_type(type_.of_type if is_non_null_type(type_) else type_)
