"""Repairs faults that `file_faults` finds. Each function returns whether the fault is gone."""

from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from reports.content.models import Picture, Rendition
from reports.content.models.media import RENDITIONS
from reports.content.uploads.pictures import UnusablePicture, clean_picture


def remake_rendition(rendition: Rendition) -> bool:
    """Make a rendition anew; Wagtail makes those outside the closed list when it shows them."""
    picture = rendition.image
    rendition.delete()
    return make_renditions(picture) or rendition.filter_spec not in RENDITIONS.values()


def make_renditions(picture: Picture) -> bool:
    """Make those of the closed list that are not there."""
    picture.make_renditions()
    made = picture.renditions.filter(filter_spec__in=RENDITIONS.values())
    return made.count() == len(RENDITIONS)


def strip_metadata(picture: Picture) -> bool:
    """Store a picture as an upload of today would be, with renditions of its own."""
    old = picture.file.name
    data = picture.file.storage.open_stream(old).read()
    name = PurePath(old).name
    try:
        clean = clean_picture(ContentFile(data, name), name)
    except UnusablePicture:
        return False
    picture.file.save(name, clean, save=False)
    with transaction.atomic():
        picture._set_image_file_metadata()
        picture.renditions.all().delete()
        picture.save()
    picture.file.storage.delete(old)
    return True


def remove_orphan(model: type[Any], name: str) -> bool:
    """Delete a file, unless a row has come in the meantime."""
    if not model.objects.filter(file=name).exists():
        default_storage.remove(name)  # type: ignore[attr-defined]
    return True
