"""The words of a report."""

from typing import Self

import strawberry
from wagtail.blocks import StructValue

from reports import figures, models
from reports.blocks import text
from reports_graphql.context import Info
from reports_graphql.descriptions import JOINED, block_type, printed
from reports_graphql.fields import computed
from reports_graphql.types.blocks.block import Block, Placed, key
from reports_graphql.types.figures import figure
from reports_graphql.types.item import Item, items
from reports_graphql.types.richtext import RichText
from reports_graphql.types.snippets import Term


def level(heading: StructValue) -> int:
    """The level of a heading; that of a part while a draft has none."""
    return int(heading["level"] or 2)


@block_type(text.HeadingBlock)
class HeadingBlock(Block):
    title: str = strawberry.field(description="Le titre, sans numéro.")
    level: int = strawberry.field(
        description="Place dans le plan : 2 partie, 3 section, 4 sous-section."
    )
    number: str = strawberry.field(description="Numéro hiérarchique, calculé : « 3.2 ».")
    anchor: str = strawberry.field(description="Adresse du titre dans la page, sans « # ».")
    old_anchors: list[str]

    @classmethod
    def of(cls, placed: Placed) -> Self:
        return cls(
            id=placed.id,
            section=placed.section,
            title=placed.value["text"] or "",
            level=level(placed.value),
            number=placed.number,
            anchor=placed.value["anchor"] or "",
            old_anchors=[anchor for anchor in placed.value["old_anchors"] if anchor],
        )


@block_type(text.ParagraphBlock, content="text")
class ParagraphBlock(Block):
    content: RichText

    @classmethod
    def of(cls, placed: Placed) -> Self:
        content = RichText(source=placed.value["text"].source)
        return cls(id=placed.id, section=placed.section, content=content)


@block_type(text.CalloutBlock, content="text")
class CalloutBlock(Block):
    title: str
    content: RichText

    @classmethod
    def of(cls, placed: Placed) -> Self:
        return cls(
            id=placed.id,
            section=placed.section,
            title=placed.value["title"] or "",
            content=RichText(source=placed.value["text"].source),
        )


@block_type(text.DefinitionBlock, "Un terme et ce qu’il veut dire dans ce bilan.")
class Definition(Item):
    key: strawberry.Private[int | None]
    name: str
    definition: RichText

    @computed(
        "Fiche vivante du terme dans le glossaire ; nulle si aucune n’est désignée, ou si elle "
        "n’est pas publique.",
        Term | None,
    )
    def term(self, info: Info) -> models.Term | None:
        return info.context.load.terms_by_id.get(self.key)

    @classmethod
    def of(cls, id: strawberry.ID, value: StructValue) -> Self:
        return cls(
            id=id,
            key=key(value["term"]),
            name=value["name"] or "",
            definition=RichText(source=value["definition"].source),
        )


@block_type(text.DefinitionsBlock)
class DefinitionsBlock(Block):
    definitions: list[Definition] = strawberry.field(description="Les définitions, dans l’ordre.")

    @classmethod
    def of(cls, placed: Placed) -> Self:
        definitions = [Definition.of(*item) for item in items(placed.value["items"])]
        return cls(id=placed.id, section=placed.section, definitions=definitions)


@block_type(text.CriterionBlock, "Une condition à remplir.", content="text")
class Criterion(Item):
    heading: str
    title: str
    content: RichText

    @classmethod
    def of(cls, id: strawberry.ID, value: StructValue) -> Self:
        return cls(
            id=id,
            heading=value["heading"] or "",
            title=value["title"] or "",
            content=RichText(source=value["text"].source),
        )


@block_type(text.CriteriaBlock)
class CriteriaBlock(Block):
    criteria: list[Criterion] = strawberry.field(description="Les critères, dans l’ordre.")

    @classmethod
    def of(cls, placed: Placed) -> Self:
        criteria = [Criterion.of(*item) for item in items(placed.value["items"])]
        return cls(id=placed.id, section=placed.section, criteria=criteria)


@block_type(text.LinkBlock, "Un lien seul sur sa ligne.")
class Link(Item):
    text: str
    url: str = strawberry.field(description=printed("Lien"))

    @classmethod
    def of(cls, id: strawberry.ID, value: StructValue) -> Self:
        return cls(id=id, text=value["text"] or "", url=value["url"] or "")


@block_type(text.LinksBlock)
class LinksBlock(Block):
    links: list[Link] = strawberry.field(description="Les liens, dans l’ordre.")

    @classmethod
    def of(cls, placed: Placed) -> Self:
        links = [Link.of(*item) for item in items(placed.value["items"])]
        return cls(id=placed.id, section=placed.section, links=links)


@block_type(text.QuoteBlock, content="text")
class QuoteBlock(Block):
    content: RichText
    attribution: str

    @classmethod
    def of(cls, placed: Placed) -> Self:
        return cls(
            id=placed.id,
            section=placed.section,
            content=RichText(source=placed.value["text"].source),
            attribution=placed.value["attribution"] or "",
        )


@block_type(
    text.ListedFactBlock,
    f"Une ligne d’une liste, avec le chiffre qu’elle énonce. `lead` se lit en premier. {JOINED}",
)
class FactLine(Item):
    level: int
    lead: str
    before: str
    figure: figures.Figure = figure("Le chiffre ; vide (`EMPTY`) quand il n’y en a pas.")
    after: str
    url: str = strawberry.field(description=printed("Lien de ces mots"))

    @classmethod
    def of(cls, id: strawberry.ID, value: StructValue) -> Self:
        return cls(
            id=id,
            level=value["level"] or 1,
            lead=value["lead"] or "",
            before=value["before"] or "",
            figure=value["figure"],
            after=value["after"] or "",
            url=value["url"] or "",
        )


@block_type(text.FactListBlock)
class FactListBlock(Block):
    ordered: bool = strawberry.field(description="Vrai quand l’ordre des lignes compte.")
    lines: list[FactLine] = strawberry.field(description="Les lignes, à plat, avec leur niveau.")

    @classmethod
    def of(cls, placed: Placed) -> Self:
        return cls(
            id=placed.id,
            section=placed.section,
            ordered=bool(placed.value["ordered"]),
            lines=[FactLine.of(*item) for item in items(placed.value["items"])],
        )
