"""Pictures and files."""

from typing import Self

import strawberry

from reports import models
from reports.blocks import media
from reports_graphql.context import Info
from reports_graphql.descriptions import block_type, printed
from reports_graphql.fields import computed
from reports_graphql.types.blocks.block import Block, Placed, key
from reports_graphql.types.media import Document, Picture

SOURCE = printed("Lien gardé quand le fichier manque")


@block_type(media.PictureBlock)
class PictureBlock(Block):
    key: strawberry.Private[int | None]
    alt: str
    caption: str
    source_url: str = strawberry.field(description=SOURCE)

    @computed("L’image ; nulle s’il n’y en a pas, ou si elle n’est pas publique.", Picture | None)
    def picture(self, info: Info) -> models.Picture | None:
        return info.context.load.pictures_by_id.get(self.key)

    @classmethod
    def of(cls, placed: Placed) -> Self:
        return cls(
            id=placed.id,
            section=placed.section,
            key=key(placed.value["picture"]),
            alt="" if placed.value.get("decorative") else placed.value["alt"] or "",
            caption=placed.value["caption"] or "",
            source_url=placed.value["source_url"] or "",
        )


@block_type(media.DownloadBlock)
class DownloadBlock(Block):
    key: strawberry.Private[int | None]
    title: str
    source_url: str = strawberry.field(description=SOURCE)

    @computed("Le fichier ; nul s’il n’y en a pas, ou s’il n’est pas public.", Document | None)
    def document(self, info: Info) -> models.ReportDocument | None:
        return info.context.load.documents_by_id.get(self.key)

    @classmethod
    def of(cls, placed: Placed) -> Self:
        return cls(
            id=placed.id,
            section=placed.section,
            key=key(placed.value["document"]),
            title=placed.value["title"] or "",
            source_url=placed.value["source_url"] or "",
        )
