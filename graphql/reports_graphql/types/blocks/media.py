"""Pictures and files."""

from operator import attrgetter

import strawberry
from strawberry import Parent

from reports.document import media_blocks as nodes
from reports_graphql.descriptions import describe_address
from reports_graphql.fields import address_field, reference_field
from reports_graphql.types.blocks.block import Block, union_member
from reports_graphql.types.media import Document, Picture

SOURCE = describe_address("Lien gardé quand le fichier manque")


def picture_alt(picture: Parent[nodes.Picture]) -> str:
    return "" if picture.decorative else picture.alt


@union_member("picture")
class PictureBlock(Block):
    alt: str = strawberry.field(resolver=picture_alt)
    caption: str
    source_url: str = address_field(SOURCE, "source_url")
    picture: Picture | None = reference_field(
        "picture",
        "L’image ; nulle s’il n’y en a pas, ou si elle n’est pas publique.",
        attrgetter("picture"),
    )


@union_member("download")
class DownloadBlock(Block):
    title: str
    source_url: str = address_field(SOURCE, "source_url")
    document: Document | None = reference_field(
        "document",
        "Le fichier ; nul s’il n’y en a pas, ou s’il n’est pas public.",
        attrgetter("document"),
    )
