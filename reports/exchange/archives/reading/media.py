"""Parses the pictures and documents of an archive, and checks the files like uploads."""

from django.core.files.base import ContentFile

from reports.content.media.documents import UnusableDocument, check_document
from reports.content.models.media import RENDITION_NAMES
from reports.content.uploads.pictures import UnusablePicture, clean_picture
from reports.core.refusal import Refusal
from reports.exchange.archives.archive import Archive, Row
from reports.exchange.archives.bag import OpenBag
from reports.exchange.archives.form import FILES, MEDIA
from reports.exchange.archives.reading import shapes
from reports.exchange.archives.reading.strict_json import load_json
from reports.publishing.versions.public_fields import KINDS

LIST = {
    "pictures": lambda value: isinstance(value, list),
    "documents": lambda value: isinstance(value, list),
}
RENDITION = {
    "filter_spec": shapes.one_of(RENDITION_NAMES),
    "file": shapes.is_file_name,
    "width": shapes.integer(1),
    "height": shapes.integer(1),
}


def read_media(bag: OpenBag) -> tuple[list[Row], list[Row]]:
    """Return the pictures and the documents of an archive. Raises Refusal."""
    media = shapes.check_object(MEDIA, "", load_json(MEDIA, bag.read(MEDIA)), LIST)
    pictures, documents = media["pictures"], media["documents"]
    columns = list_shapes("picture")
    is_list = LIST["pictures"]
    shapes.check_list(MEDIA, "pictures", pictures, {**columns, "renditions": is_list})
    shapes.check_list(MEDIA, "documents", documents, list_shapes("document"))
    for rows in (pictures, documents):
        shapes.check_unique(MEDIA, [row["key"] for row in rows])
    for row in pictures:
        place = f"renditions de {row['key']}"
        shapes.check_list(MEDIA, place, row["renditions"], RENDITION)
        shapes.check_unique(MEDIA, [each["filter_spec"] for each in row["renditions"]])
    return pictures, documents


def list_shapes(kind: str) -> dict[str, shapes.Check]:
    found = {field.attname: shapes.shape_of_column(field) for field in KINDS[kind].fields}
    del found["id"]
    return found


def check_files(bag: OpenBag, archive: Archive) -> None:
    """Refuse missing files, files that nothing or several things name, and unacceptable ones."""
    present = {name.removeprefix(FILES) for name in bag.hashes if name.startswith(FILES)}
    for name in sorted(archive.files.keys() - present):
        raise Refusal(f"{FILES}{name} : ce fichier manque.")
    for name in sorted(present - archive.files.keys()):
        raise Refusal(f"{FILES}{name} : rien dans l’archive ne montre ce fichier.")
    sizes = {name: check_file(bag, name) for name in sorted(present)}
    for name, shown_by in archive.files.items():
        kind = "document" if name.startswith("documents/") else "picture"
        if len(shown_by) > 1 or next(iter(shown_by))[0] != kind:
            raise Refusal(f"{FILES}{name} : ce fichier est celui de deux choses à la fois.")
    for row in archive.pictures:
        for shown in (row, *row["renditions"]):
            if sizes[shown["file"]] != (shown["width"], shown["height"]):
                raise Refusal(f"{MEDIA} : {shown['file']} n’a pas les dimensions annoncées.")
    for row in archive.documents:
        if row["file_size"] not in (None, sizes[row["file"]][0]):
            raise Refusal(f"{MEDIA} : {row['file']} n’a pas la taille annoncée.")


def check_file(bag: OpenBag, name: str) -> tuple[int, int]:
    """Return width and height of a picture, or the size of a document and nothing."""
    data = bag.read(f"{FILES}{name}")
    file = ContentFile(data, name=name)
    try:
        if name.startswith("documents/"):
            check_document(file, name)
            return len(data), 0
        clean = clean_picture(file, name)
    except (UnusablePicture, UnusableDocument) as error:
        raise Refusal(f"{FILES}{name} : {error}") from error
    if clean.read() != data:
        raise Refusal(f"{FILES}{name} : cette image porte des métadonnées, qui n’en sortent pas.")
    return clean.width, clean.height
