"""Blocks of text: headings, paragraphs, definitions, accordions, links, quotes."""

from wagtail import blocks

from reports.content.blocks.node_block import NodeBlock
from reports.content.blocks.node_forms import form_of
from reports.content.blocks.reference_names import ReferringBlock
from reports.content.blocks.words import LineBlock
from reports.core.document import text_blocks as nodes


@form_of(nodes.Heading, on_pages=True)
class HeadingBlock(NodeBlock):
    """A title in the flow of the report. Its number and its place in the outline are computed."""

    old_anchors = blocks.ListBlock(
        LineBlock(label="Ancienne ancre"),
        label="Anciennes ancres",
        default=[],
        collapsed=True,
        help_text="Adresses d’avant, qui doivent continuer de mener à ce titre.",
    )

    class Meta:
        icon = "title"
        summary = "{level} · {text}"
        group = "Texte"
        description = "Un titre de partie, de section, et jusqu’à cinq niveaux."
        preview_value = {"text": "Résultats de l’année", "level": "2"}


@form_of(nodes.Paragraph, on_pages=True)
class ParagraphBlock(blocks.StructBlock):
    """Running text with links and simple lists."""

    class Meta:
        icon = "pilcrow"
        summary = "{text}"
        group = "Texte"
        description = "Du texte courant, avec liens et listes simples."
        preview_value = {"text": "<p>Chaque année, le programme rend compte de ses résultats.</p>"}


@form_of(nodes.Callout, on_pages=True)
class CalloutBlock(blocks.StructBlock):
    """A framed remark."""

    class Meta:
        icon = "info-circle"
        summary = "{title} · {text}"
        group = "Texte"
        description = "Un encadré qui attire l’œil sur une remarque."
        preview_value = {"title": "", "text": "<p>Cette page reprend une présentation.</p>"}


@form_of(nodes.Definition)
class DefinitionBlock(ReferringBlock):
    """A term and what it means in this report."""

    class Meta:
        icon = "openquote"
        label_format = "{name}"


@form_of(nodes.Definitions)
class DefinitionsBlock(blocks.StructBlock):
    """Terms or abbreviations and their meaning."""

    class Meta:
        icon = "list-ul"
        summary = "{items} ({items#})"
        group = "Texte"
        description = "Une liste de termes ou de sigles, avec leur sens."
        preview_value = {
            "items": [{"name": "Incubateur", "definition": "<p>Équipe qui lance des services.</p>"}]
        }


@form_of(nodes.Criterion)
class CriterionBlock(blocks.StructBlock):
    """One condition to meet."""

    class Meta:
        icon = "check"
        label_format = "{heading} {title}"


@form_of(nodes.Criteria)
class CriteriaBlock(blocks.StructBlock):
    """Conditions that a service must meet."""

    class Meta:
        icon = "tasks"
        summary = "{items} ({items#})"
        group = "Texte"
        description = "Les conditions à remplir, une par ligne."
        preview_value = {
            "items": [{"heading": "Critère 1", "title": "Impact", "text": "<p>Il est mesuré.</p>"}]
        }


@form_of(nodes.AccordionItem)
class AccordionItemBlock(blocks.StructBlock):
    """A title, and the prose that it unfolds."""

    class Meta:
        icon = "collapse-down"
        label_format = "{title}"


@form_of(nodes.Accordion, on_pages=True)
class AccordionBlock(blocks.StructBlock):
    """Prose that readers unfold title by title."""

    class Meta:
        icon = "collapse-down"
        summary = "{title} · {items} ({items#})"
        group = "Texte"
        description = "Des textes repliés, que le lecteur ouvre par leur titre."
        preview_value = {
            "title": "Questions fréquentes",
            "items": [
                {
                    "title": "D’où viennent les chiffres ?",
                    "text": "<p>Des services eux-mêmes, au 31 décembre.</p>",
                }
            ],
        }


@form_of(nodes.Panel, on_pages=True)
class PanelBlock(blocks.StructBlock):
    """A title that unfolds the blocks below it."""

    class Meta:
        icon = "collapse-down"
        summary = "{title}"
        group = "Texte"
        description = "Replie les blocs qui suivent, jusqu’au prochain titre ou volet."
        preview_value = {"title": "Le détail des chiffres"}


@form_of(nodes.Link)
class LinkBlock(blocks.StructBlock):
    """A link that stands on a line of its own."""

    class Meta:
        icon = "link"


@form_of(nodes.Links, on_pages=True)
class LinksBlock(blocks.StructBlock):
    """Links on lines of their own."""

    class Meta:
        icon = "link"
        summary = "{items} ({items#})"
        group = "Texte"
        description = "Un ou plusieurs liens, chacun sur sa ligne."
        preview_value = {"items": [{"text": "Voir les statistiques", "url": "/stats"}]}


@form_of(nodes.Quote, on_pages=True)
class QuoteBlock(blocks.StructBlock):
    """The words of somebody, with their author."""

    class Meta:
        icon = "openquote"
        summary = "{attribution} · {text}"
        group = "Texte"
        description = "Les mots de quelqu’un, avec leur auteur."
        preview_value = {"text": "<p>Mesurer, c’est rendre des comptes.</p>", "attribution": ""}
