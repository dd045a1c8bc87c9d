"""The words of a report."""

from reports.document import fields
from reports.document.block import Block, block
from reports.document.facts import ListedFact
from reports.document.node import Node, node
from reports.document.part import NextYear
from reports.document.rich_text import RichText

LEVELS = {
    "2": "Partie",
    "3": "Section",
    "4": "Sous-section",
    "5": "Rubrique",
    "6": "Sous-rubrique",
}
"""The levels of headings as editors choose them, by that of HTML; the first is the report's."""


@block("heading", "Titre", is_prose=False, named_by=("text",), has_sentences=True)
class Heading(Block):
    """A title in the flow of the report. Its number and its place in the outline are computed."""

    text: str = fields.text("Titre", NextYear.MOVES)
    level: str = fields.choice("Niveau", LEVELS)
    anchor: str = fields.anchor("Ancre", made_of="text")
    old_anchors: tuple[str, ...] = fields.setting(
        "Anciennes ancres", tuple, next_year=NextYear.GOES
    )


@block("paragraph", "Paragraphe", named_by=("text",), has_sentences=True, is_running_text=True)
class Paragraph(Block):
    """Prose."""

    text: RichText = fields.rich_text("Texte")


@block(
    "callout",
    "Mise en avant",
    named_by=("title", "text"),
    has_sentences=True,
    is_running_text=True,
)
class Callout(Block):
    """A framed remark."""

    title: str = fields.text("Titre", NextYear.MOVES)
    text: RichText = fields.rich_text("Texte")


@node("Définition", named_by=("name",))
class Definition(Node):
    """A term and what it means in this report."""

    name: str = fields.text("Terme")
    definition: RichText = fields.rich_text("Définition")
    term: int | None = fields.reference("Terme du glossaire", "term")
    reference_name: str = fields.bookkeeping()


@block("definitions", "Définitions")
class Definitions(Block):
    """Terms or abbreviations and their meaning."""

    items: tuple[Definition, ...] = fields.nodes("Définitions", Definition)


@node("Critère", named_by=("title", "text", "heading"))
class Criterion(Node):
    """One condition to meet."""

    heading: str = fields.text("Intitulé", NextYear.MOVES, default="Critère")
    title: str = fields.text("Titre", NextYear.MOVES)
    text: RichText = fields.rich_text("Explication")


@block("criteria", "Critères")
class Criteria(Block):
    """Conditions that a service must meet."""

    items: tuple[Criterion, ...] = fields.nodes("Critères", Criterion)


@node("Volet", named_by=("title", "text"))
class AccordionItem(Node):
    """A title, and the prose that it unfolds."""

    title: str = fields.text("Titre", NextYear.MOVES)
    text: RichText = fields.rich_text("Texte")


@block("accordion", "Accordéon", has_sentences=True)
class Accordion(Block):
    """Prose that readers unfold title by title."""

    title: str = fields.text("Titre", NextYear.MOVES)
    items: tuple[AccordionItem, ...] = fields.nodes("Volets", AccordionItem)


@block("panel", "Volet", is_prose=False)
class Panel(Block):
    """A title that unfolds the blocks below it, down to the next panel or heading.

    A panel without a title ends the one above: what follows is always in view.
    """

    title: str = fields.text("Titre", NextYear.MOVES)


@node("Lien", named_by=("text",))
class Link(Node):
    """A link that stands on a line of its own."""

    text: str = fields.text("Texte")
    url: str = fields.address("Adresse")


@block("links", "Liens", is_prose=False)
class Links(Block):
    """Links on lines of their own."""

    items: tuple[Link, ...] = fields.nodes("Liens", Link)


@block("quote", "Citation", named_by=("text",))
class Quote(Block):
    """Somebody's words."""

    text: RichText = fields.rich_text("Citation")
    attribution: str = fields.text("Auteur")


@block("fact_list", "Liste chiffrée", has_sentences=True, can_split_total=True)
class FactList(Block):
    """A list of sentences in which figures are figures."""

    ordered: bool = fields.setting("Numérotée", bool, False)
    items: tuple[ListedFact, ...] = fields.nodes("Lignes", ListedFact)
