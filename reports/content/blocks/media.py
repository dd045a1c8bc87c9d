"""Blocks with pictures and files."""

from wagtail import blocks

from reports.content.blocks.node_block import NodeBlock
from reports.content.blocks.node_forms import form_of
from reports.core.document import media_blocks as nodes


@form_of(nodes.Picture, on_pages=True)
class PictureBlock(NodeBlock):
    """A picture that is not a chart."""

    class Meta:
        icon = "image"
        summary = "{caption|alt|picture|source_url}"
        group = "Médias"
        description = "Une image avec son texte alternatif."
        preview_value = {"alt": "Carte de France des équipes", "caption": ""}


@form_of(nodes.Download, on_pages=True)
class DownloadBlock(blocks.StructBlock):
    """A file to download. Its format, size and number of pages are computed."""

    class Meta:
        icon = "download"
        summary = "{title|document|source_url}"
        group = "Médias"
        description = "Un fichier à télécharger."
        preview_value = {"title": "Télécharger le bilan"}
