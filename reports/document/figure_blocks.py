"""The numbers of a report."""

from reports.document import fields
from reports.document.block import Block, block
from reports.document.facts import Fact
from reports.document.group import Group
from reports.document.node import Node, node
from reports.document.part import NextYear
from reports.document.rich_text import RichText
from reports.document.table import Table
from reports.figures.locale import current_locale
from reports.figures.stated_unit import is_unit_stated


@node(is_counted_whole=True, named_by=("title",))
class KeyFigureGroup(Group):
    """Key figures under one title, or under none."""

    title: str = fields.text("Titre", NextYear.MOVES)
    facts: tuple[Fact, ...] = fields.nodes("Chiffres", Fact)


@block(
    "key_figures",
    "Chiffres clés",
    has_sentences=True,
    has_dated_facts=True,
    can_split_total=True,
)
class KeyFigures(Block):
    """Figures that lead: each line begins with its number."""

    groups: tuple[KeyFigureGroup, ...] = fields.nodes("Groupes", KeyFigureGroup)


@block("indicator_table", "Tableau d’indicateurs", named_by=("caption",))
class IndicatorTable(Block):
    """Indicators over periods: results and targets."""

    caption: str = fields.text("Légende", NextYear.MOVES)
    table: Table = fields.table("Indicateurs", "indicator")

    def __post_init__(self) -> None:
        object.__setattr__(self, "table", self.table.below_caption(self.caption))


@block("funding_table", "Tableau de financement", named_by=("caption",))
class FundingTable(Block):
    """Who was awarded how much in one round."""

    caption: str = fields.text("Légende", NextYear.MOVES)
    funding_round: int | None = fields.reference("Promotion", "funding_round", NextYear.GOES)
    reference_name: str = fields.bookkeeping()
    table: Table = fields.table("Lauréats", "service", text_columns=2, next_year=NextYear.GOES)

    def __post_init__(self) -> None:
        object.__setattr__(self, "table", self.table.below_caption(self.caption))


@node("Poste", named_by=("title",))
class BudgetLine(Node):
    """One post of a budget."""

    title: str = fields.text("Poste", NextYear.MOVES)
    detail: str = fields.text("Précision")
    amount: Fact = fields.node("Montant", Fact)
    staff: Fact = fields.node("Effectif", Fact)


@block("budget", "Budget")
class Budget(Block):
    """Money and staff by post."""

    title_heading: str = fields.text("Intitulé des postes", NextYear.MOVES)
    amount_heading: str = fields.text("Intitulé des montants", NextYear.MOVES)
    lines: tuple[BudgetLine, ...] = fields.nodes("Postes", BudgetLine, in_grid=True)


@block("data_table", "Tableau", named_by=("caption",))
class DataTable(Block):
    """Any other table."""

    caption: str = fields.text("Légende", NextYear.MOVES)
    table: Table = fields.table("Données")

    def __post_init__(self) -> None:
        object.__setattr__(self, "table", self.table.below_caption(self.caption))


@block(
    "chart",
    "Graphique",
    named_by=("title",),
    reading_order=("alt", "title", "note", "transcription", "source"),
    drawn=("data", "unit"),
)
class Chart(Block):
    """A chart that owns its data. An old one may be a picture with a hand-written transcription."""

    # its transcription says what its data are

    title: str = fields.text("Titre", NextYear.MOVES)
    kind: str = fields.choice(
        "Forme",
        {
            "bar": "Barres horizontales",
            "column": "Barres verticales",
            "line": "Courbe",
            "area": "Aires",
            "picture": "Image seule (anciens bilans)",
        },
    )
    data: Table = fields.table("Données")
    unit: str = fields.text("Unité")
    source: str = fields.text("Source", NextYear.MOVES)
    note: str = fields.text("Note", NextYear.MOVES)
    picture: int | None = fields.reference("Image", "picture", NextYear.GOES)
    alt: str = fields.text("Texte alternatif", NextYear.GOES)
    transcription: RichText = fields.rich_text("Transcription", NextYear.GOES)
    basis: str = fields.bookkeeping(next_year=NextYear.GOES)
    written_for: Table = fields.bookkeeping(Table, NextYear.GOES)

    def __post_init__(self) -> None:
        """Read the data in the unit that the words around the drawing state."""
        locale = current_locale()
        lines = (self.title, self.note, f"({self.unit})")
        stated = (line for line in lines if is_unit_stated(line, locale))
        object.__setattr__(self, "data", self.data.below_caption(next(stated, "")))

    @property
    def unneeded_parts(self) -> tuple[str, ...]:
        return ("picture", "alt", "transcription") if self.data.rows else ()
