"""The place of a value in a report, for messages and links of checks."""

from dataclasses import dataclass, field, replace

from reports.core.document.traversal import Visit


@dataclass(frozen=True)
class Place:
    """A place in a report; without a block, the report as a whole.

    `rank` is the position of the block in the body (from 0), `section` the number and title of the
    heading above it. `trail` has the labels that lead from the block to the value, `item` the id of
    the nearest list item, and `item_name` its name if the place is that item.
    """

    block: str = ""
    rank: int = -1
    section: str = ""
    trail: tuple[str, ...] = ()
    item: str = field(default="", compare=False)
    item_name: str = field(default="", compare=False)

    def below(self, *labels: str) -> "Place":
        """Return the spot that these labels lead to from here.

        A card that the trail names already, as « 7 Mano », is not named twice.
        """
        added = tuple(label for label in labels if label and label != self.item_name)
        return replace(self, trail=(*self.trail, *added), item_name="") if added else self

    def inside(self, item: str | None) -> "Place":
        """Return the same spot, in the list item with this id."""
        return replace(self, item=item or "")

    def __str__(self) -> str:
        """Return the place as an editor reads it: « 4.1 En janvier 2025 › Chiffres clés › 2 »."""
        return " › ".join(filter(None, (self.section, *self.trail))) or "Bilan"


WHOLE = Place()


def place_of(visit: Visit, trail: tuple[str, ...] | None = None) -> Place:
    """Return the place of a value of the document, with its trail unless another is given."""
    section = visit.section.title if visit.section else ""
    if trail is not None:
        return Place(visit.block.id, visit.rank, section, trail, visit.item)
    return Place(visit.block.id, visit.rank, section, visit.trail, visit.item, visit.item_name)
