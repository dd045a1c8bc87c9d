"""The words of a report."""

from wagtail import blocks

from reports.blocks.address import AddressBlock
from reports.blocks.fact_forms import FactsBlock, SentenceBlock
from reports.blocks.facts import FigureBlock
from reports.blocks.leading import LeadingBlock
from reports.blocks.reference_names import ReferenceNameBlock, ReferringBlock
from reports.blocks.references import SnippetReferenceBlock
from reports.blocks.words import LineBlock, ProseBlock
from reports.document.text_blocks import Heading

MARKED = ["bold", "italic", "lang-en", "link", "document-link"]
INLINE = [*MARKED, "note"]
PROSE = [*INLINE, "ol", "ul"]
TRANSCRIPTION = [*MARKED, "ol", "ul"]  # shown apart from the report too, where no notes are


class HeadingBlock(blocks.StructBlock):
    """A title in the flow of the report. Its number and its place in the outline are computed."""

    text = LineBlock(label="Titre", help_text="Sans numéro : il est calculé.")
    level = blocks.ChoiceBlock(
        label="Niveau",
        choices=list(Heading.parts["level"].choices.items()),
        default="2",
        help_text="Place du titre dans le plan.",
    )
    anchor = LineBlock(
        label="Ancre",
        required=False,
        help_text="Adresse du titre dans la page ; laisser vide pour la tirer du titre. "
        "Elle ne change plus ensuite : d’autres pages y mènent.",
    )
    old_anchors = blocks.ListBlock(
        LineBlock(label="Ancienne ancre"),
        label="Anciennes ancres",
        default=[],
        collapsed=True,
        help_text="Adresses d’avant, qui doivent continuer de mener à ce titre.",
    )

    class Meta:
        icon = "title"
        label = "Titre"
        summary = "{level} · {text}"
        group = "Texte"
        description = "Un titre de partie, de section, et jusqu’à cinq niveaux."
        preview_value = {"text": "Résultats de l’année", "level": "2"}


class ParagraphBlock(blocks.StructBlock):
    """Prose."""

    text = ProseBlock(label="Texte", features=PROSE, help_text="Un ou plusieurs paragraphes.")

    class Meta:
        icon = "pilcrow"
        label = "Paragraphe"
        summary = "{text}"
        group = "Texte"
        description = "Du texte courant, avec liens et listes simples."
        preview_value = {"text": "<p>Chaque année, le programme rend compte de ses résultats.</p>"}


class CalloutBlock(blocks.StructBlock):
    """A framed remark."""

    title = LineBlock(label="Titre", required=False, help_text="Titre de l’encadré.")
    text = ProseBlock(label="Texte", features=PROSE, help_text="Texte de l’encadré.")

    class Meta:
        icon = "info-circle"
        label = "Mise en avant"
        summary = "{title} · {text}"
        group = "Texte"
        description = "Un encadré qui attire l’œil sur une remarque."
        preview_value = {"title": "", "text": "<p>Cette page reprend une présentation.</p>"}


class DefinitionBlock(ReferringBlock):
    """A term and what it means in this report."""

    name = LineBlock(label="Terme", help_text="Terme ou sigle, tel qu’imprimé.")
    definition = ProseBlock(
        label="Définition", features=INLINE, help_text="Ce qu’il veut dire dans ce bilan."
    )
    term = SnippetReferenceBlock(
        "reports.Term", label="Terme du glossaire", required=False, help_text="Fiche vivante."
    )
    reference_name = ReferenceNameBlock()

    class Meta:
        icon = "openquote"
        label = "Définition"
        label_format = "{name}"
        reference_field = "term"


class DefinitionsBlock(blocks.StructBlock):
    """Terms or abbreviations and their meaning."""

    items = blocks.ListBlock(DefinitionBlock(), label="Définitions")

    class Meta:
        icon = "list-ul"
        label = "Définitions"
        summary = "{items} ({items#})"
        group = "Texte"
        description = "Une liste de termes ou de sigles, avec leur sens."
        preview_value = {
            "items": [{"name": "Incubateur", "definition": "<p>Équipe qui lance des services.</p>"}]
        }


class CriterionBlock(blocks.StructBlock):
    """One condition to meet."""

    heading = LineBlock(
        label="Intitulé",
        required=False,
        default="Critère",
        help_text="« Critère 1 », tel qu’imprimé.",
    )
    title = LineBlock(label="Titre", help_text="Le critère en quelques mots.")
    text = ProseBlock(
        label="Explication", features=INLINE, required=False, help_text="Ce qu’il demande."
    )

    class Meta:
        icon = "check"
        label = "Critère"
        label_format = "{heading} {title}"


class CriteriaBlock(blocks.StructBlock):
    """Conditions that a service must meet."""

    items = blocks.ListBlock(CriterionBlock(), label="Critères")

    class Meta:
        icon = "tasks"
        label = "Critères"
        summary = "{items} ({items#})"
        group = "Texte"
        description = "Les conditions à remplir, une par ligne."
        preview_value = {
            "items": [{"heading": "Critère 1", "title": "Impact", "text": "<p>Il est mesuré.</p>"}]
        }


class AccordionItemBlock(blocks.StructBlock):
    """A title, and the prose that it unfolds."""

    title = LineBlock(label="Titre", help_text="Ce que le volet contient, en quelques mots.")
    text = ProseBlock(
        label="Texte", features=PROSE, help_text="Ce que le lecteur voit quand il le déplie."
    )

    class Meta:
        icon = "collapse-down"
        label = "Volet"
        label_format = "{title}"


class AccordionBlock(blocks.StructBlock):
    """Prose that readers unfold title by title."""

    title = LineBlock(label="Titre", required=False, help_text="Titre au-dessus des volets.")
    items = blocks.ListBlock(AccordionItemBlock(), label="Volets")

    class Meta:
        icon = "collapse-down"
        label = "Accordéon"
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


class PanelBlock(blocks.StructBlock):
    """A title that unfolds the blocks below it."""

    title = LineBlock(
        label="Titre",
        required=False,
        help_text="Ce que le volet contient. Laisser vide pour fermer le volet commencé plus haut.",
    )

    class Meta:
        icon = "collapse-down"
        label = "Volet"
        summary = "{title}"
        group = "Texte"
        description = "Replie les blocs qui suivent, jusqu’au prochain titre ou volet."
        preview_value = {"title": "Le détail des chiffres"}


class LinkBlock(blocks.StructBlock):
    """A link that stands on a line of its own."""

    text = LineBlock(label="Texte", help_text="Ce que le lecteur trouvera au bout du lien.")
    url = AddressBlock(label="Adresse", help_text="Adresse complète, chemin ou #ancre.")

    class Meta:
        icon = "link"
        label = "Lien"


class LinksBlock(blocks.StructBlock):
    """Links on lines of their own."""

    items = blocks.ListBlock(LinkBlock(), label="Liens")

    class Meta:
        icon = "link"
        label = "Liens"
        summary = "{items} ({items#})"
        group = "Texte"
        description = "Un ou plusieurs liens, chacun sur sa ligne."
        preview_value = {"items": [{"text": "Voir les statistiques", "url": "/stats"}]}


class QuoteBlock(blocks.StructBlock):
    """Somebody's words."""

    text = ProseBlock(label="Citation", features=INLINE, help_text="Les mots cités.")
    attribution = LineBlock(label="Auteur", required=False, help_text="Qui parle, et à quel titre.")

    class Meta:
        icon = "openquote"
        label = "Citation"
        summary = "{attribution} · {text}"
        group = "Texte"
        description = "Les mots de quelqu’un, avec leur auteur."
        preview_value = {"text": "<p>Mesurer, c’est rendre des comptes.</p>", "attribution": ""}


class ListedFactBlock(SentenceBlock):
    """One line of a list, with the figure that it states."""

    level = blocks.IntegerBlock(
        label="Niveau", default=1, min_value=1, max_value=6, help_text="1 : premier niveau."
    )
    lead = LineBlock(label="Amorce", required=False, help_text="Mots mis en gras au début.")
    before = LineBlock(label="Avant", required=False, help_text="Mots qui précèdent le chiffre.")
    figure = FigureBlock(label="Chiffre", required=False, help_text="L’expression chiffrée.")
    after = LineBlock(label="Après", required=False, help_text="Mots qui suivent.")
    url = AddressBlock(
        label="Lien", required=False, help_text="Lien imprimé sur ces mots, s’il y en a un."
    )
    leading = LeadingBlock()

    class Meta:
        icon = "list-ul"
        label = "Ligne"
        form_classname = "struct-block bilan-fact"
        label_format = "{lead} {before} {figure} {after}"


class FactListBlock(blocks.StructBlock):
    """A list of sentences in which figures are figures."""

    ordered = blocks.BooleanBlock(
        label="Numérotée", required=False, help_text="Cocher si l’ordre des lignes compte."
    )
    items = FactsBlock(ListedFactBlock(), label="Lignes")

    class Meta:
        icon = "list-ol"
        label = "Liste chiffrée"
        summary = "{items} ({items#ligne})"
        group = "Chiffres"
        description = "Une liste de faits, dont certaines lignes portent un chiffre."
        preview_value = {
            "ordered": False,
            "items": [{"level": 1, "before": "Accompagnement de", "figure": "1 jour", "after": ""}],
        }
