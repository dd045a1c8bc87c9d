"""Declares what a field costs, next to the field; `query_limits.cost` adds the costs up.

Lengths of lists are those of real reports, rounded up; a test names the lists without one. What a
field reads is an upper bound: a test runs documents and counts their SQL statements.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLField

from reports_graphql.execution.field_metadata import read_metadata


@dataclass(frozen=True)
class FieldCost:
    """The cost of one field.

    `items` is how many objects the field gives, if its arguments do not say it. `weight` is the
    cost of a leaf, counted in objects. `reads` names the SQL statements that the field needs: each
    runs once for everything below one root field. `reads_with` names further ones by the argument
    that needs them. `is_read_again` means that the field runs a statement for each object.
    """

    items: float | None = None
    weight: float = 0
    reads: tuple[str, ...] = ()
    reads_with: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_read_again: bool = False

    def list_reads(self, given: Mapping[str, Any]) -> set[str]:
        """Return the names of the statements that the field needs with these arguments."""
        found = set(self.reads)
        for argument, names in self.reads_with.items():
            if given.get(argument) is not None:
                found.update(names)
        return found


NO_COST = FieldCost()


def costs(*reads: str, **rest: Any) -> dict[str, Any]:
    """Return the metadata that declares the cost of a field: its statements and other
    attributes.
    """
    return {"cost": FieldCost(reads=reads, **rest)}


def read_cost(definition: GraphQLField) -> FieldCost:
    """Return the declared cost of a field, or no cost."""
    declared: FieldCost = read_metadata(definition).get("cost") or NO_COST
    return declared
