"""Nodes for blocks with figures: key figures, tables, budgets, charts."""

from reports.core.document import fields
from reports.core.document.block import Block, block
from reports.core.document.facts import Fact
from reports.core.document.group import Group
from reports.core.document.node import Node, node
from reports.core.document.part import NextYear
from reports.core.document.rich_text import RichText
from reports.core.document.table import Table
from reports.core.figures.locale import current_locale
from reports.core.figures.stated_unit import is_unit_stated

CAPTION_HELP = "Ce que montre le tableau ; lu aussi par les lecteurs d’écran."
HEADING_HELP = "Tête de colonne, telle qu’imprimée."


@node(is_counted_whole=True, named_by=("title",))
class KeyFigureGroup(Group):
    """Key figures under one title, or without a title."""

    title: str = fields.text(
        "Titre",
        NextYear.MOVES,
        help="Ce que ces chiffres ont en commun.",
        description="What these figures have in common.",
    )
    facts: tuple[Fact, ...] = fields.nodes(
        "Chiffres", Fact, description="The figures, each with its words."
    )


@block(
    "key_figures",
    "Chiffres clés",
    has_sentences=True,
    has_dated_facts=True,
    can_split_total=True,
)
class KeyFigures(Block):
    """Figures to remember, each with what it counts."""

    groups: tuple[KeyFigureGroup, ...] = fields.nodes(
        "Groupes",
        KeyFigureGroup,
        public_name="figureGroups",
        description="The groups of figures, in order.",
    )


@block("indicator_table", "Tableau d’indicateurs", named_by=("caption",))
class IndicatorTable(Block):
    """Indicators over periods: results and targets."""

    caption: str = fields.text("Légende", NextYear.MOVES, help=CAPTION_HELP, cited_in="cited")
    table: Table = fields.table(
        "Indicateurs",
        "indicator",
        headings=("Indicateurs", "Résultats N-1", "Objectifs N", "Résultats N"),
        help="Une ligne par indicateur. Les colonnes de résultats et d’objectifs d’une année "
        "alimentent la série de chaque indicateur.",
        is_required=True,
    )
    cited: str = fields.citations()

    def __post_init__(self) -> None:
        object.__setattr__(self, "table", self.table.below_caption(self.caption))


@block("funding_table", "Tableau de financement", named_by=("caption",))
class FundingTable(Block):
    """The awards of one round of funding."""

    caption: str = fields.text("Légende", NextYear.MOVES, help=CAPTION_HELP, cited_in="cited")
    funding_round: int | None = fields.reference(
        "Promotion",
        "funding_round",
        NextYear.GOES,
        help="Promotion dans laquelle ces montants ont été attribués.",
    )
    reference_name: str = fields.bookkeeping()
    table: Table = fields.table(
        "Lauréats",
        "service",
        NextYear.GOES,
        text_columns=2,
        headings=("Produit", "Mission", "Montant attribué"),
        help="Une ligne par lauréat.",
        is_required=True,
    )
    cited: str = fields.citations()

    def __post_init__(self) -> None:
        object.__setattr__(self, "table", self.table.below_caption(self.caption))


@node("Poste", named_by=("title",))
class BudgetLine(Node):
    """An item of expenditure."""

    title: str = fields.text(
        "Poste",
        NextYear.MOVES,
        help="Nom du poste de dépense.",
        description="The name of the item.",
        is_required=True,
    )
    detail: str = fields.text(
        "Précision", help="Ce que le poste couvre.", description="What the item covers."
    )
    amount: Fact = fields.node("Montant", Fact, description="The amount of the item.")
    staff: Fact = fields.node(
        "Effectif",
        Fact,
        help="En ETP ou ETPT ; laisser vide si non publié.",
        description="The staff in full-time equivalents; empty if it is not published.",
    )


@block("budget", "Budget")
class Budget(Block):
    """The items of expenditure with their amounts and staff."""

    title_heading: str = fields.text(
        "Intitulé des postes",
        NextYear.MOVES,
        help=HEADING_HELP,
        description="The head of the items, as printed.",
    )
    amount_heading: str = fields.text(
        "Intitulé des montants",
        NextYear.MOVES,
        help=HEADING_HELP,
        description="The head of the amounts, as printed.",
    )
    lines: tuple[BudgetLine, ...] = fields.nodes(
        "Postes",
        BudgetLine,
        in_grid=True,
        public_name="budgetLines",
        description="The items, in order.",
    )


@block("data_table", "Tableau", named_by=("caption",))
class DataTable(Block):
    """Any other table."""

    caption: str = fields.text("Légende", NextYear.MOVES, help=CAPTION_HELP, cited_in="cited")
    table: Table = fields.table(
        "Données",
        headings=("", ""),
        help="La première colonne nomme les lignes ; les autres cellules sont des chiffres, "
        "ou des mots.",
        is_required=True,
    )
    cited: str = fields.citations()

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

    title: str = fields.text(
        "Titre",
        NextYear.MOVES,
        help="Ce que montre le graphique.",
        is_required=True,
        cited_in="cited",
    )
    kind: str = fields.choice(
        "Forme",
        {
            "bar": "Barres horizontales",
            "column": "Barres verticales",
            "line": "Courbe",
            "area": "Aires",
            "picture": "Image seule, sans données",
        },
        help="Façon de dessiner les données.",
    )
    data: Table = fields.table(
        "Données",
        headings=("Catégorie", "Valeur"),
        help="Une ligne par catégorie, une colonne par série.",
    )
    unit: str = fields.text("Unité", help="Ce que comptent les valeurs : « produits »…")
    source: str = fields.text("Source", NextYear.MOVES, help="D’où viennent les données.")
    note: str = fields.text("Note", NextYear.MOVES, help="Précaution de lecture.")
    picture: int | None = fields.reference(
        "Image", "picture", NextYear.GOES, help="Pour un ancien graphique sans données."
    )
    alt: str = fields.text(
        "Texte alternatif",
        NextYear.GOES,
        help="Décrit l’image en une phrase à qui ne la voit pas.",
    )
    transcription: RichText = fields.rich_text(
        "Transcription",
        NextYear.GOES,
        public_name="transcription",
        help="Laisser vide : elle est tirée des données. À écrire pour une image seule.",
        has_notes=False,
    )
    basis: str = fields.bookkeeping(next_year=NextYear.GOES)
    written_for: Table = fields.bookkeeping(Table, NextYear.GOES)
    cited: str = fields.citations()

    def __post_init__(self) -> None:
        """Read the data in the unit that the words around the drawing state."""
        locale = current_locale()
        lines = (self.title, self.note, f"({self.unit})")
        stated = (line for line in lines if is_unit_stated(line, locale))
        object.__setattr__(self, "data", self.data.below_caption(next(stated, "")))

    @property
    def unneeded_parts(self) -> tuple[str, ...]:
        return ("picture", "alt", "transcription") if self.data.rows else ()
