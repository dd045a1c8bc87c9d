"""The words of a report."""

import strawberry
from strawberry import Parent

from reports import figures
from reports.blocks import text
from reports.document.text_blocks import Heading
from reports_graphql.context import Info
from reports_graphql.descriptions import JOINED, block_type, describe_address
from reports_graphql.fields import address_field, reference_field
from reports_graphql.types.blocks.block import Block, union_member
from reports_graphql.types.figures import figure_field
from reports_graphql.types.item import Item
from reports_graphql.types.richtext import RichText
from reports_graphql.types.snippets import Term


def heading_level(heading: Parent[Heading]) -> int:
    return int(heading.level)


def heading_number(heading: Parent[Heading], info: Info) -> str:
    section = info.context.load.bodies.get_section(heading)
    return section.number if section else ""


def heading_old_anchors(heading: Parent[Heading]) -> list[str]:
    return [anchor for anchor in heading.old_anchors if anchor]


@union_member("heading")
class HeadingBlock(Block):
    text: str = strawberry.field(name="title", description="Le titre, sans numéro.")
    level: int = strawberry.field(
        resolver=heading_level,
        description="Place dans le plan : 2 partie, 3 section, 4 sous-section.",
    )
    number: str = strawberry.field(
        resolver=heading_number, description="Numéro hiérarchique, calculé : « 3.2 »."
    )
    anchor: str = strawberry.field(description="Adresse du titre dans la page, sans « # ».")
    old_anchors: list[str] = strawberry.field(resolver=heading_old_anchors)


@union_member("paragraph", text="content")
class ParagraphBlock(Block):
    text: RichText


@union_member("callout", text="content")
class CalloutBlock(Block):
    title: str
    text: RichText


@block_type(text.DefinitionBlock, "Un terme et ce qu’il veut dire dans ce bilan.")
class Definition(Item):
    name: str
    definition: RichText
    term: Term | None = reference_field(
        "term",
        "Fiche vivante du terme dans le glossaire ; nulle si aucune n’est désignée, ou si elle "
        "n’est pas publique.",
    )


@union_member("definitions")
class DefinitionsBlock(Block):
    items: list[Definition] = strawberry.field(
        name="definitions", description="Les définitions, dans l’ordre."
    )


@block_type(text.CriterionBlock, "Une condition à remplir.", text="content")
class Criterion(Item):
    heading: str
    title: str
    text: RichText


@union_member("criteria")
class CriteriaBlock(Block):
    items: list[Criterion] = strawberry.field(
        name="criteria", description="Les critères, dans l’ordre."
    )


@block_type(text.LinkBlock, "Un lien seul sur sa ligne.")
class Link(Item):
    text: str
    url: str = address_field(describe_address("Lien"))


@union_member("links")
class LinksBlock(Block):
    items: list[Link] = strawberry.field(name="links", description="Les liens, dans l’ordre.")


@union_member("quote", text="content")
class QuoteBlock(Block):
    text: RichText
    attribution: str


@block_type(
    text.ListedFactBlock,
    f"Une ligne d’une liste, avec le chiffre qu’elle énonce. `lead` se lit en premier. {JOINED}",
)
class FactLine(Item):
    level: int
    lead: str
    before: str
    figure: figures.Figure = figure_field("Le chiffre ; vide (`EMPTY`) quand il n’y en a pas.")
    after: str
    url: str = address_field(describe_address("Lien de ces mots"))


@union_member("fact_list")
class FactListBlock(Block):
    ordered: bool = strawberry.field(description="Vrai quand l’ordre des lignes compte.")
    items: list[FactLine] = strawberry.field(
        name="lines", description="Les lignes, à plat, avec leur niveau."
    )
