"""Lists the amounts and the staff numbers of the posts in a report's budgets."""

from dataclasses import dataclass

from reports.core.comparison.wording import fold_wording
from reports.core.figures import Figure
from reports.core.reading import Reading
from reports.core.reading.place import Place

PARTS = {"amount": "montant", "staff": "effectif"}


@dataclass(frozen=True)
class BudgetPost:
    """The amount or the staff number of one post of a budget.

    `part` is the field of the post, `amount` or `staff`. `heading` is the heading over all amounts,
    and is empty for staff.
    """

    title: str
    part: str
    figure: Figure
    place: Place
    heading: str = ""

    @property
    def name(self) -> str:
        return f"{self.title} › {PARTS[self.part]}"

    @property
    def key(self) -> tuple[str, str]:
        return fold_wording(self.title), self.part


def list_posts(reading: Reading) -> list[BudgetPost]:
    """Return what is given of the money and the staff of each post."""
    return [
        BudgetPost(
            line.title,
            part,
            figure,
            block.place.inside(line.id),
            block.node.amount_heading if part == "amount" else "",
        )
        for block in reading.blocks
        if block.kind == "budget"
        for line in block.node.lines
        for part in PARTS
        if (figure := getattr(line, part).figure).raw
    ]
