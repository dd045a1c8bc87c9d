"""Nodes for blocks with pictures and files."""

from reports.core.document import fields
from reports.core.document.block import Block, block
from reports.core.document.part import NextYear

SOURCE_HELP = "Adresse imprimée, gardée quand le fichier manque."


@block("picture", "Image", is_prose=False, named_by=("caption",), timeless_if="decorative")
class Picture(Block):
    """A picture that is not a chart."""

    picture: int | None = fields.reference(
        "Image", "picture", NextYear.GOES, help="Image de la médiathèque."
    )
    alt: str = fields.text(
        "Texte alternatif",
        NextYear.GOES,
        help="Décrit l’image à qui ne la voit pas ; laisser vide si elle est décorative.",
    )
    decorative: bool = fields.setting(
        "Décorative",
        bool,
        False,
        help="Cocher si l’image n’apprend rien : les lecteurs d’écran l’ignorent alors.",
    )
    caption: str = fields.text(
        "Légende", NextYear.MOVES, help="Affichée sous l’image.", cited_in="cited"
    )
    source_url: str = fields.address("Adresse d’origine", NextYear.GOES, help=SOURCE_HELP)
    cited: str = fields.citations()

    @property
    def unneeded_parts(self) -> tuple[str, ...]:
        return ("alt",) if self.decorative else ()


@block("download", "Téléchargement", is_prose=False, named_by=("title",))
class Download(Block):
    """A file to download. Its format, size and number of pages are computed."""

    document: int | None = fields.reference(
        "Document", "document", NextYear.GOES, help="Document de la médiathèque."
    )
    title: str = fields.text(
        "Texte du lien",
        NextYear.MOVES,
        help="Ce que le lecteur va télécharger.",
        is_required=True,
    )
    source_url: str = fields.address("Adresse d’origine", NextYear.GOES, help=SOURCE_HELP)
