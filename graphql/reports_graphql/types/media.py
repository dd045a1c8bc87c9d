"""Types of pictures, their renditions, and documents."""

from functools import lru_cache
from pathlib import PurePath

import strawberry
from strawberry import Parent

from reports import models
from reports_graphql.context import Info
from reports_graphql.descriptions import RELATIVE
from reports_graphql.enums import RenditionName
from reports_graphql.field_cost import costs
from reports_graphql.types.model_type import attribute_field, model_type

KEY = "A stable key: a UUID."


@strawberry.type(
    description="A reduced version of a picture in WebP, made when the picture was saved."
)
class PictureRendition:
    id: strawberry.ID = strawberry.field(
        description="The key of the picture, followed by the name of the size."
    )
    name: RenditionName = strawberry.field(description="The name of the size.")
    url: str = strawberry.field(description=f"The address of the file: {RELATIVE}.")
    width: int = strawberry.field(description="The width in pixels.")
    height: int = strawberry.field(description="The height in pixels.")

    @classmethod
    def from_rendition(
        cls, name: str, picture: models.Picture, row: models.Rendition
    ) -> "PictureRendition":
        return cls(
            id=strawberry.ID(f"{picture.key}-{name.lower()}"),
            name=RenditionName[name],
            url=row.url,
            width=row.width,
            height=row.height,
        )


@strawberry.type(
    description="What a picture is about, in pixels of the original: what stays in sight when it "
    "is cropped."
)
class FocalPoint:
    x: int = strawberry.field(description="The centre, from the left.")
    y: int = strawberry.field(description="The centre, from the top.")
    width: int = strawberry.field(description="The width of what must stay in sight.")
    height: int = strawberry.field(description="The height of what must stay in sight.")


def picture_focal_point(picture: Parent[models.Picture]) -> FocalPoint | None:
    if not picture.has_focal_point():
        return None
    return FocalPoint(
        x=picture.focal_point_x,
        y=picture.focal_point_y,
        width=picture.focal_point_width or 0,
        height=picture.focal_point_height or 0,
    )


def picture_url(picture: Parent[models.Picture]) -> str:
    file = picture.file
    return file.url if file else ""


def picture_renditions(picture: Parent[models.Picture], info: Info) -> list[PictureRendition]:
    renditions = info.context.load.renditions_by_picture_id.get(picture.pk) or {}
    return [
        PictureRendition.from_rendition(size.name, picture, renditions[size.name])
        for size in RenditionName
        if size.name in renditions
    ]


@model_type(models.Picture, description="A picture of the media library.")
class Picture:
    id: strawberry.ID = attribute_field("key", KEY)
    alt: str = attribute_field(
        "description",
        "The text alternative of the picture, unless the block that shows it gives another.",
    )
    credit: str = strawberry.field(description="The author or the source, shown with the picture.")
    width: int = strawberry.field(description="The width of the original, in pixels.")
    height: int = strawberry.field(description="The height of the original, in pixels.")
    url: str = strawberry.field(
        resolver=picture_url,
        description=f"The address of the original: {RELATIVE}; empty if the file is missing.",
    )
    focal_point: FocalPoint | None = strawberry.field(
        resolver=picture_focal_point,
        description="What the picture is about; null if nobody has said it.",
    )
    renditions: list[PictureRendition] = strawberry.field(
        resolver=picture_renditions,
        description="The reduced versions that exist, the smallest first.",
        metadata=costs("renditions", items=3),
    )


def document_format(document: Parent[models.ReportDocument]) -> str:
    return read_format(document.file_name)


@lru_cache(1_000)
def read_format(name: str) -> str:
    return PurePath(name).suffix[1:].upper()


def document_size(document: Parent[models.ReportDocument]) -> int:
    # Never `get_file_size()`: it reads the storage and writes the row.
    return document.file_size or 0


@model_type(models.ReportDocument, description="A file to download.")
class Document:
    id: strawberry.ID = attribute_field("key", KEY)
    title: str = strawberry.field(description="The title in the media library.")
    url: str = strawberry.field(description=f"The address for downloads: {RELATIVE}.")
    format: str = strawberry.field(
        resolver=document_format, description="The format, by the name of the file: « PDF »."
    )
    size: int = strawberry.field(
        resolver=document_size, description="The size in bytes; 0 if it is not known."
    )
    pages: int | None = strawberry.field(
        description="The number of pages; null if it is not known."
    )
    language: str = strawberry.field(
        description="The language of the document as a BCP 47 code, for example « fr »."
    )
    filename: str = attribute_field("download_name", "The name under which the file is saved.")
