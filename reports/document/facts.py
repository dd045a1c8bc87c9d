"""Facts: words, one leading figure, words."""

from collections.abc import Iterator
from typing import Any, TypeVar

from reports.document import fields
from reports.document.node import Node, node
from reports.document.part import NextYear, Role
from reports.document.stored_json import join_words
from reports.figures import Figure, split
from reports.figures.column_context import read_level

LEADING = "Dans l’essentiel"
"""The label of the tick on what sums up the report."""


@node("Fait", line_parts=("before", "figure", "after"))
class Fact(Node):
    """One statement: what comes before, its leading figure, what comes after."""

    before: str = fields.text("Avant", NextYear.MOVES)
    figure: Figure = fields.figure("Chiffre")
    after: str = fields.text("Après", NextYear.MOVES)
    url: str = fields.address("Lien")
    leading: bool = fields.flag(LEADING)

    def __post_init__(self) -> None:
        object.__setattr__(self, "figure", read_level(self.figure, self.before))

    @classmethod
    def upgrade(cls, raw: Any) -> dict[str, Any]:
        return split_words(raw)

    @property
    def display_name(self) -> str:
        """What the fact counts: its words without its figure."""
        return join_around_figure(self.before, self.after)


@node("Ligne", line_parts=("lead", "before", "figure", "after"))
class ListedFact(Node):
    """One line of a list, with the figure that it states."""

    level: int = fields.setting("Niveau", int, 1)
    lead: str = fields.text("Amorce", NextYear.MOVES)
    before: str = fields.text("Avant", NextYear.MOVES)
    figure: Figure = fields.figure("Chiffre")
    after: str = fields.text("Après", NextYear.MOVES)
    url: str = fields.address("Lien")
    leading: bool = fields.flag(LEADING)

    def __post_init__(self) -> None:
        object.__setattr__(self, "figure", read_level(self.figure, f"{self.lead} {self.before}"))

    @classmethod
    def upgrade(cls, raw: Any) -> dict[str, Any]:
        return split_words(raw)

    @property
    def display_name(self) -> str:
        """What the line is about: its words without its figure."""
        return join_around_figure(self.lead, self.before, self.after)


def split_words(raw: Any) -> dict[str, Any]:
    """Return the stored fact that a sentence states: its leading figure is set apart."""
    words = join_words(raw)
    if not words:
        return {}
    before, expression, after = split(words)
    return {"before": before.strip(), "figure": expression, "after": after.strip()}


def join_around_figure(*words: str) -> str:
    """Return words with « … » where a figure stood between them."""
    stripped = (each.strip(" :,;.") for each in words)
    return " … ".join(filter(None, stripped))


F = TypeVar("F", bound=Node)


def iterate_facts(node: Node, *kinds: type[F]) -> Iterator[F]:
    """Yield the facts of some kinds in a node and below it, in order; none stands in another."""
    for name, part in node.parts.items():
        value = getattr(node, name)
        below = (value,) if part.role is Role.NODE else value if part.role is Role.NODES else ()
        for each in below:
            if isinstance(each, kinds):
                yield each
            else:
                yield from iterate_facts(each, *kinds)
