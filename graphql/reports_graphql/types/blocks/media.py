"""GraphQL types of the blocks of pictures and files."""

from operator import attrgetter

import strawberry
from strawberry import Parent

from reports.core.document import media_blocks as nodes
from reports_graphql.descriptions import describe_address
from reports_graphql.fields import address_field, reference_field
from reports_graphql.types.blocks.block import Block, union_member
from reports_graphql.types.media import Document, Picture

SOURCE = describe_address("The link kept where the file is missing,")


def picture_alt(picture: Parent[nodes.Picture]) -> str:
    return "" if picture.decorative else picture.alt


@union_member("picture", "A picture with its text alternative.")
class PictureBlock(Block):
    alt: str = strawberry.field(
        resolver=picture_alt,
        description="The text alternative of the picture; empty if it is decorative.",
    )
    caption: str = strawberry.field(description="The caption below the picture.")
    source_url: str = address_field(SOURCE, "source_url")
    picture: Picture | None = reference_field(
        "picture",
        "The picture; null if there is none, or if it is not public.",
        attrgetter("picture"),
    )


@union_member("download", "A file to download.")
class DownloadBlock(Block):
    title: str = strawberry.field(description="What the reader will download.")
    source_url: str = address_field(SOURCE, "source_url")
    document: Document | None = reference_field(
        "document",
        "The file; null if there is none, or if it is not public.",
        attrgetter("document"),
    )
