"""Pictures and files."""

from wagtail import blocks

from reports.blocks.address import AddressBlock
from reports.blocks.references import DocumentReferenceBlock, PictureReferenceBlock
from reports.blocks.words import LineBlock


class PictureBlock(blocks.StructBlock):
    """A picture that is not a chart."""

    picture = PictureReferenceBlock(
        label="Image", required=False, help_text="Image de la médiathèque."
    )
    alt = LineBlock(
        label="Texte alternatif",
        required=False,
        help_text="Décrit l’image à qui ne la voit pas ; laisser vide si elle est décorative.",
    )
    decorative = blocks.BooleanBlock(
        label="Décorative",
        required=False,
        help_text="Cocher si l’image n’apprend rien : les lecteurs d’écran l’ignorent alors.",
    )
    caption = LineBlock(label="Légende", required=False, help_text="Affichée sous l’image.")
    source_url = AddressBlock(
        label="Adresse d’origine",
        required=False,
        help_text="Adresse imprimée, gardée quand le fichier manque.",
    )

    class Meta:
        icon = "image"
        label = "Image"
        summary = "{caption|alt|picture|source_url}"
        group = "Médias"
        description = "Une image avec son texte alternatif."
        preview_value = {"alt": "Carte de France des équipes", "caption": ""}


class DownloadBlock(blocks.StructBlock):
    """A file to download. Its format, size and number of pages are computed."""

    document = DocumentReferenceBlock(
        label="Document", required=False, help_text="Document de la médiathèque."
    )
    title = LineBlock(label="Texte du lien", help_text="Ce que le lecteur va télécharger.")
    source_url = AddressBlock(
        label="Adresse d’origine",
        required=False,
        help_text="Adresse imprimée, gardée quand le fichier manque.",
    )

    class Meta:
        icon = "download"
        label = "Téléchargement"
        summary = "{title|document|source_url}"
        group = "Médias"
        description = "Un fichier à télécharger."
        preview_value = {"title": "Télécharger le bilan"}
