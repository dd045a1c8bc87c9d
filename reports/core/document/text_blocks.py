"""Nodes for blocks of text: headings, paragraphs, definitions, lists, quotes and links."""

from reports.core.document import fields
from reports.core.document.block import Block, block
from reports.core.document.facts import ListedFact
from reports.core.document.node import Node, node
from reports.core.document.part import NextYear
from reports.core.document.rich_text import RichText

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

    text: str = fields.text(
        "Titre",
        NextYear.MOVES,
        help="Sans numéro : il est calculé.",
        public_name="title",
        is_required=True,
        cited_in="cited",
    )
    level: str = fields.choice("Niveau", LEVELS, help="Place du titre dans le plan.")
    anchor: str = fields.anchor(
        "Ancre",
        made_of="text",
        help="Adresse du titre dans la page ; laisser vide pour la tirer du titre. "
        "Elle ne change plus ensuite : d’autres pages y mènent.",
    )
    old_anchors: tuple[str, ...] = fields.setting(
        "Anciennes ancres", tuple, next_year=NextYear.GOES
    )
    cited: str = fields.citations()


@block("paragraph", "Paragraphe", named_by=("text",), has_sentences=True, is_running_text=True)
class Paragraph(Block):
    """Running text with links and simple lists."""

    text: RichText = fields.rich_text(
        "Texte",
        help="Un ou plusieurs paragraphes.",
        description="One or several paragraphs.",
        is_required=True,
    )


@block(
    "callout",
    "Mise en avant",
    named_by=("title", "text"),
    has_sentences=True,
    is_running_text=True,
)
class Callout(Block):
    """A box that draws attention to a remark."""

    title: str = fields.text(
        "Titre", NextYear.MOVES, help="Titre de l’encadré.", description="The title of the box."
    )
    text: RichText = fields.rich_text(
        "Texte",
        help="Texte de l’encadré.",
        description="The text of the box.",
        is_required=True,
    )


@node("Définition", named_by=("name",))
class Definition(Node):
    """A term and what it means in this report."""

    name: str = fields.text(
        "Terme",
        help="Terme ou sigle, tel qu’imprimé.",
        description="The term or the acronym, as printed.",
        is_required=True,
    )
    definition: RichText = fields.rich_text(
        "Définition",
        help="Ce qu’il veut dire dans ce bilan.",
        description="What it means in this report.",
        has_lists=False,
        is_required=True,
    )
    term: int | None = fields.reference(
        "Terme du glossaire",
        "term",
        help="Fiche vivante.",
        description="The living record of the term in the glossary",
    )
    reference_name: str = fields.bookkeeping()


@block("definitions", "Définitions")
class Definitions(Block):
    """A list of terms or acronyms with their meanings."""

    items: tuple[Definition, ...] = fields.nodes(
        "Définitions",
        Definition,
        public_name="definitions",
        description="The definitions, in order.",
    )


@node("Critère", named_by=("title", "text", "heading"))
class Criterion(Node):
    """A condition to be met."""

    heading: str = fields.text(
        "Intitulé",
        NextYear.MOVES,
        default="Critère",
        help="« Critère 1 », tel qu’imprimé.",
        description="The heading, as printed: « Critère 1 ».",
    )
    title: str = fields.text(
        "Titre",
        NextYear.MOVES,
        help="Le critère en quelques mots.",
        description="The criterion in a few words.",
        is_required=True,
    )
    text: RichText = fields.rich_text(
        "Explication",
        help="Ce qu’il demande.",
        description="What the criterion asks for.",
        has_lists=False,
    )


@block("criteria", "Critères")
class Criteria(Block):
    """Conditions to be met, one a line."""

    items: tuple[Criterion, ...] = fields.nodes(
        "Critères", Criterion, public_name="criteria", description="The criteria, in order."
    )


@node("Volet", named_by=("title", "text"))
class AccordionItem(Node):
    """A title, and the prose that it unfolds."""

    title: str = fields.text(
        "Titre",
        NextYear.MOVES,
        help="Ce que le volet contient, en quelques mots.",
        description="What readers see while the item is folded.",
        is_required=True,
    )
    text: RichText = fields.rich_text(
        "Texte",
        help="Ce que le lecteur voit quand il le déplie.",
        description="What the title unfolds.",
        is_required=True,
    )


@block("accordion", "Accordéon", has_sentences=True)
class Accordion(Block):
    """Prose that readers unfold title by title."""

    title: str = fields.text(
        "Titre",
        NextYear.MOVES,
        help="Titre au-dessus des volets.",
        description="The title above the items; empty if there is none.",
    )
    items: tuple[AccordionItem, ...] = fields.nodes(
        "Volets", AccordionItem, description="The items, in order."
    )


@block("panel", "Volet", is_prose=False)
class Panel(Block):
    """A title that unfolds the blocks below it, down to the next panel or heading. One without a
    title ends the panel above.
    """

    title: str = fields.text(
        "Titre",
        NextYear.MOVES,
        help="Ce que le volet contient. Laisser vide pour fermer le volet commencé plus haut.",
        description="What readers see while the blocks are folded; empty where a panel ends.",
    )


@node("Lien", named_by=("text",))
class Link(Node):
    """A link on a line of its own."""

    text: str = fields.text(
        "Texte",
        help="Ce que le lecteur trouvera au bout du lien.",
        description="What the reader finds behind the link.",
        is_required=True,
    )
    url: str = fields.address(
        "Adresse",
        help="Adresse complète, chemin ou #ancre.",
        description="The link",
        is_required=True,
    )


@block("links", "Liens", is_prose=False)
class Links(Block):
    """One or several links, each on a line of its own."""

    items: tuple[Link, ...] = fields.nodes(
        "Liens", Link, public_name="links", description="The links, in order."
    )


@block("quote", "Citation", named_by=("text",))
class Quote(Block):
    """The words of somebody, with their author."""

    text: RichText = fields.rich_text(
        "Citation",
        help="Les mots cités.",
        description="The quoted words.",
        has_lists=False,
        is_required=True,
    )
    attribution: str = fields.text(
        "Auteur",
        help="Qui parle, et à quel titre.",
        description="Who speaks, and in what capacity.",
    )


@block("fact_list", "Liste chiffrée", has_sentences=True, can_split_total=True)
class FactList(Block):
    """A list, some of whose lines state a figure."""

    ordered: bool = fields.setting(
        "Numérotée",
        bool,
        False,
        help="Cocher si l’ordre des lignes compte.",
        description="Whether the order of the lines matters.",
    )
    items: tuple[ListedFact, ...] = fields.nodes(
        "Lignes",
        ListedFact,
        public_name="lines",
        description="The lines with their depth, in one flat list.",
    )
