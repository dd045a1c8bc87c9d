"""Declares the costs of fields beside them: a document is judged by them before it runs.

Lengths are those of real reports, rounded up; a test names the lists that have none. What is read
is an upper bound: a test runs documents and counts their statements.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLField

from reports_graphql.execution.field_metadata import read_metadata


@dataclass(frozen=True)
class FieldCost:
    """The cost of one field.

    `items` is how many objects it gives where its arguments do not say it. `weight` is what a leaf
    costs, in objects. `reads` names what it reads: each of them once for all that is below one
    field of the root, in one statement; `reads_with` names what it reads beside that for an
    argument. `is_read_again` says that it reads by itself wherever it stands.
    """

    items: float | None = None
    weight: float = 0
    reads: tuple[str, ...] = ()
    reads_with: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_read_again: bool = False

    def list_reads(self, given: Mapping[str, Any]) -> set[str]:
        """Return what the field reads with these arguments."""
        found = set(self.reads)
        for argument, names in self.reads_with.items():
            if given.get(argument) is not None:
                found.update(names)
        return found


NO_COST = FieldCost()


def costs(*reads: str, **rest: Any) -> dict[str, Any]:
    """Return the metadata of a field that costs something: what it reads, and the rest by name."""
    return {"cost": FieldCost(reads=reads, **rest)}


def read_cost(definition: GraphQLField) -> FieldCost:
    """Return what is declared of a field; nothing where nothing is."""
    declared: FieldCost = read_metadata(definition).get("cost") or NO_COST
    return declared
