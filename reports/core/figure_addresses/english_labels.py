"""Translates the French labels of blocks and their parts, to describe places in English reports."""

from collections.abc import Iterator
from functools import cache

from reports.core.document import body  # noqa: F401  registers the types of blocks
from reports.core.document.block import BLOCKS
from reports.core.document.node import Node
from reports.core.document.part import Role

ENGLISH = {
    "Accordéon": "Accordion",
    "Administration": "Administration",
    "Amorce": "Lead-in",
    "Après": "After",
    "Auteur": "Author",
    "Avant": "Before",
    "Budget": "Budget",
    "Cartes": "Cards",
    "Cartes d’impact": "Impact cards",
    "Cartes d’une année à l’autre": "Year-on-year cards",
    "Cellule": "Cell",
    "Chiffre": "Figure",
    "Chiffres": "Figures",
    "Chiffres clés": "Key figures",
    "Citation": "Quotation",
    "Colonne": "Column",
    "Critères": "Criteria",
    "Données": "Data",
    "Définition": "Definition",
    "Définitions": "Definitions",
    "Effectif": "Staff",
    "Explication": "Explanation",
    "Faits": "Facts",
    "Graphique": "Chart",
    "Groupes": "Groups",
    "Image": "Picture",
    "Incubateurs": "Incubators",
    "Indicateurs": "Indicators",
    "Intitulé": "Heading",
    "Intitulé de la mission": "Heading of the mission",
    "Intitulé des faits": "Heading of the facts",
    "Intitulé des montants": "Heading of the amounts",
    "Intitulé des postes": "Heading of the posts",
    "Lauréats": "Award holders",
    "Liens": "Links",
    "Ligne": "Row",
    "Lignes": "Lines",
    "Liste chiffrée": "List of figures",
    "Liste d’incubateurs": "List of incubators",
    "Légende": "Caption",
    "Mise en avant": "Callout",
    "Mission": "Mission",
    "Montant": "Amount",
    "Nom": "Name",
    "Note": "Note",
    "Paragraphe": "Paragraph",
    "Porteurs": "Owners",
    "Poste": "Post",
    "Postes": "Posts",
    "Précision": "Detail",
    "Période": "Period",
    "Périodes": "Periods",
    "Services": "Services",
    "Services en une ligne": "Services in one line",
    "Source": "Source",
    "Statut": "Status",
    "Tableau": "Table",
    "Tableau de financement": "Funding table",
    "Tableau d’indicateurs": "Indicator table",
    "Terme": "Term",
    "Texte": "Text",
    "Texte alternatif": "Alternative text",
    "Texte du lien": "Text of the link",
    "Titre": "Title",
    "Transcription": "Transcription",
    "Téléchargement": "Download",
    "Tête de ligne": "Head of the row",
    "Unité": "Unit",
    "Volet": "Panel",
    "Volets": "Panels",
    "Évolution": "Change",
}
"""The words that are other than the name in the code."""


def find_english(label: str) -> str:
    """Return English words for a French label; the label itself if no block and no part has it."""
    return ENGLISH.get(label) or name_labels().get(label, label)


@cache
def name_labels() -> dict[str, str]:
    """Return the names that blocks and parts have in the code, in words, by their labels."""
    names: dict[str, str] = {}
    for block_type, kind in BLOCKS.items():
        for label, name in ((kind.label, block_type), *iterate_labels(kind)):
            names.setdefault(label, name.replace("_", " ").capitalize())
    return names


def iterate_labels(kind: type[Node]) -> Iterator[tuple[str, str]]:
    for name, part in kind.parts.items():
        yield part.label, name
        if part.role in (Role.NODE, Role.NODES):
            yield from iterate_labels(part.reads)
