"""Pictures and files."""

from reports.document import fields
from reports.document.block import Block, block
from reports.document.part import NextYear


@block("picture", "Image", is_prose=False, named_by=("caption",), timeless_if="decorative")
class Picture(Block):
    """A picture that is not a chart."""

    picture: int | None = fields.reference("Image", "picture", NextYear.GOES)
    alt: str = fields.text("Texte alternatif", NextYear.GOES)
    decorative: bool = fields.setting("Décorative", bool, False)
    caption: str = fields.text("Légende", NextYear.MOVES)
    source_url: str = fields.address("Adresse d’origine", NextYear.GOES)

    @property
    def unneeded_parts(self) -> tuple[str, ...]:
        return ("alt",) if self.decorative else ()


@block("download", "Téléchargement", is_prose=False, named_by=("title",))
class Download(Block):
    """A file to download. Its format, size and number of pages are computed."""

    document: int | None = fields.reference("Document", "document", NextYear.GOES)
    title: str = fields.text("Texte du lien", NextYear.MOVES)
    source_url: str = fields.address("Adresse d’origine", NextYear.GOES)
