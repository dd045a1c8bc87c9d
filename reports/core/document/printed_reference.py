"""References to records beside a printed name, and whether they are confirmed (ADR 26).

A reference is confirmed while the printed name is the one that the record was chosen for.
"""

from dataclasses import dataclass

from reports.core.document.node import Node
from reports.core.document.part import Role
from reports.core.document.value import PublicId
from reports.core.text.name_matching import is_same_name


@dataclass(frozen=True, slots=True)
class PrintedReference:
    """A reference to a record, with the printed name and the name that it was chosen for."""

    refers_to: str
    key: int | PublicId
    name: str
    chosen_for: str

    @property
    def is_confirmed(self) -> bool:
        """Whether the record was chosen for the name that is printed now."""
        return not self.chosen_for or is_same_name(self.chosen_for, self.name)


def find_reference(node: Node) -> PrintedReference | None:
    """Return the record that a node names, or None where it names none.

    Such a node remembers a name in `reference_name`, and prints the first of those it is named by.
    """
    chosen_for = getattr(node, "reference_name", None)
    if chosen_for is None:
        return None
    for name, part in node.parts.items():
        if part.role is Role.REFERENCE and (key := getattr(node, name)) is not None:
            printed = getattr(node, node.named_by[0])
            return PrintedReference(part.refers_to, key, printed, chosen_for)
    return None


def confirmed_reference(node: Node) -> int | PublicId | None:
    """Return the key of the record that a node names, or None where it is not confirmed."""
    found = find_reference(node)
    return found.key if found and found.is_confirmed else None
