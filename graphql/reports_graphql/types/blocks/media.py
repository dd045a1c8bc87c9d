"""Pictures and files."""

from typing import Self

import strawberry

from reports import models
from reports.blocks import media
from reports.blocks.references import Reference
from reports_graphql.context import Info
from reports_graphql.descriptions import block_type
from reports_graphql.types.blocks.block import Block, Placed
from reports_graphql.types.media import Document, Picture


@block_type(media.PictureBlock)
class PictureBlock(Block):
    reference: strawberry.Private[Reference | None]
    alt: str
    caption: str
    source_url: str

    @strawberry.field(description="L’image, si elle est publique.", graphql_type=Picture | None)
    def picture(self, info: Info) -> models.Picture | None:
        return info.context.load.pictures_by_id.get(self.reference and self.reference.key)

    @classmethod
    def of(cls, placed: Placed) -> Self:
        return cls(
            id=placed.id,
            section=placed.section,
            reference=placed.value["picture"],
            alt=placed.value["alt"] or "",
            caption=placed.value["caption"] or "",
            source_url=placed.value["source_url"] or "",
        )


@block_type(media.DownloadBlock)
class DownloadBlock(Block):
    reference: strawberry.Private[Reference | None]
    title: str
    source_url: str

    @strawberry.field(description="Le fichier, s’il est public.", graphql_type=Document | None)
    def document(self, info: Info) -> models.Document | None:
        return info.context.load.documents_by_id.get(self.reference and self.reference.key)

    @classmethod
    def of(cls, placed: Placed) -> Self:
        return cls(
            id=placed.id,
            section=placed.section,
            reference=placed.value["document"],
            title=placed.value["title"] or "",
            source_url=placed.value["source_url"] or "",
        )
