from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Place:
    """Where something stands in a report; without a block, the report as a whole.

    `rank` is the block's place in the body (from 0), `section` the number and title of the heading
    above it, `trail` the labels that lead from the block to the spot.
    """

    block: str = ""
    rank: int = -1
    section: str = ""
    trail: tuple[str, ...] = ()

    def below(self, *labels: str) -> "Place":
        """The spot that these labels lead to from here."""
        return replace(self, trail=(*self.trail, *filter(None, labels)))

    def __str__(self) -> str:
        """As an editor is told: « 4.1 En janvier 2025 › Chiffres clés › 2 »."""
        return " › ".join(filter(None, (self.section, *self.trail))) or "Bilan"


WHOLE = Place()
