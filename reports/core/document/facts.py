"""Nodes for facts: words, one leading figure, words."""

from collections.abc import Iterator
from typing import Any, TypeVar

from reports.core.document import fields
from reports.core.document.node import Node, node
from reports.core.document.part import NextYear, Role
from reports.core.document.stored_json import join_words
from reports.core.figures import Figure, split
from reports.core.figures.column_context import read_level

LEADING = "Dans l’essentiel"
"""The label of the tick on what sums up the report."""
URL_HELP = "Lien imprimé sur ces mots, s’il y en a un."


@node("Fait", line_parts=("before", "figure", "after"))
class Fact(Node):
    """One statement: what comes before, its leading figure, what comes after."""

    before: str = fields.text("Avant", NextYear.MOVES, help="Mots qui précèdent le chiffre.")
    figure: Figure = fields.figure("Chiffre", help="« 17,4 % », « Plus de 18 000 », « N/A »…")
    after: str = fields.text(
        "Après", NextYear.MOVES, help="Mots qui suivent : ce que compte le chiffre."
    )
    url: str = fields.address("Lien", help=URL_HELP)
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

    level: int = fields.setting(
        "Niveau",
        int,
        1,
        bounds=(1, 6),
        help="1 : premier niveau.",
        description="The depth of the line, from 1.",
    )
    lead: str = fields.text(
        "Amorce",
        NextYear.MOVES,
        help="Mots mis en gras au début.",
        description="The words in bold at the beginning.",
    )
    before: str = fields.text(
        "Avant",
        NextYear.MOVES,
        help="Mots qui précèdent le chiffre.",
        description="The words before the figure.",
    )
    figure: Figure = fields.figure(
        "Chiffre",
        help="L’expression chiffrée.",
        description="The figure; `EMPTY` if there is none.",
    )
    after: str = fields.text(
        "Après",
        NextYear.MOVES,
        help="Mots qui suivent.",
        description="The words after the figure.",
    )
    url: str = fields.address("Lien", help=URL_HELP, description="The link of these words,")
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
