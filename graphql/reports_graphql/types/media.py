"""Pictures and files."""

import strawberry
import strawberry_django
from strawberry import Parent, auto

from reports import models
from reports_graphql.context import Info
from reports_graphql.descriptions import HERE
from reports_graphql.enums import RenditionName

KEY = "Clé stable : un UUID."


@strawberry.type(description="Une version réduite d’une image, préparée à son enregistrement.")
class PictureRendition:
    id: strawberry.ID = strawberry.field(description="Clé de l’image, suivie du nom de la taille.")
    name: RenditionName = strawberry.field(description="Nom de la taille.")
    url: str = strawberry.field(description=f"Adresse du fichier : {HERE}.")
    width: int = strawberry.field(description="Largeur en pixels.")
    height: int = strawberry.field(description="Hauteur en pixels.")

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


def picture_url(picture: Parent[models.Picture]) -> str:
    return picture.file.url if picture.file else ""


def picture_renditions(picture: Parent[models.Picture], info: Info) -> list[PictureRendition]:
    renditions = info.context.load.renditions_by_picture_id.get(picture.pk) or {}
    return [
        PictureRendition.from_rendition(size.name, picture, renditions[size.name])
        for size in RenditionName
        if size.name in renditions
    ]


@strawberry_django.type(models.Picture, description="Une image de la médiathèque.")
class Picture:
    id: strawberry.ID = strawberry_django.field(field_name="key", description=KEY)
    alt: str = strawberry_django.field(
        field_name="description",
        description="Description par défaut ; le bloc qui montre l’image peut en donner une autre.",
    )
    credit: auto
    width: int = strawberry_django.field(description="Largeur de l’original, en pixels.")
    height: int = strawberry_django.field(description="Hauteur de l’original, en pixels.")
    url: str = strawberry_django.field(
        resolver=picture_url,
        description=f"Adresse de l’original : {HERE} ; vide si le fichier manque.",
    )
    renditions: list[PictureRendition] = strawberry_django.field(
        resolver=picture_renditions,
        description="Versions réduites qui existent, de la plus petite à la plus grande.",
    )


def document_format(document: Parent[models.ReportDocument]) -> str:
    return str(document.file_extension).upper()


def document_size(document: Parent[models.ReportDocument]) -> int:
    # Never `get_file_size()`: it reads the storage and writes the row.
    return document.file_size or 0


@strawberry_django.type(models.ReportDocument, description="Un fichier à télécharger.")
class Document:
    id: strawberry.ID = strawberry_django.field(field_name="key", description=KEY)
    title: str = strawberry_django.field(description="Titre dans la médiathèque.")
    url: str = strawberry_django.field(description=f"Adresse de téléchargement : {HERE}.")
    format: str = strawberry_django.field(
        resolver=document_format, description="Format d’après le nom du fichier : « PDF »."
    )
    size: int = strawberry_django.field(
        resolver=document_size, description="Taille en octets ; 0 si elle n’est pas connue."
    )
    pages: int | None = strawberry_django.field(
        description="Nombre de pages ; nul s’il n’est pas connu."
    )
    language: auto
    filename: str = strawberry_django.field(
        field_name="download_name", description="Nom sous lequel le fichier s’enregistre."
    )
