"""Each way in for a picture: what must not be stored gets a French sentence, never a 500."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from reports.content.models import Picture, User
from tests.reports.content.media import pictures

pytestmark = pytest.mark.django_db
BOMBS = pictures.bombs()
TYPICAL = ("PNG of 11,000 x 11,000", "HTML named .png", "truncated WebP", "SVG")
ODD = pictures.odd()


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("editor"))
    return client


def add(client: Client, file: Any) -> Any:
    data = {"title": "Image", "file": file, "collection": "1", "tags": ""}
    return client.post(reverse("wagtailimages:add"), data)


def add_several(client: Client, file: Any) -> Any:
    data = {"title": "Image", "files[]": file, "collection": "1"}
    return client.post(reverse("wagtailimages:add_multiple"), data)


def add_from_chooser(client: Client, file: Any) -> Any:
    data = {"title": "Image", "file": file, "collection": "1", "tags": ""}
    data = {f"image-chooser-upload-{name}": value for name, value in data.items()}
    return client.post(reverse("wagtailimages_chooser:create"), data)


def replace(client: Client, file: Any) -> Any:
    picture = Picture.objects.create(
        title="Avant", file=SimpleUploadedFile("a.png", pictures.encode(pictures.small(), "PNG"))
    )
    data = {"title": "Image", "file": file, "collection": "1", "tags": ""}
    return client.post(reverse("wagtailimages:edit", args=(picture.pk,)), data)


WAYS = (add, add_several, add_from_chooser, replace)


def sentence(answer: Any) -> str:
    """The error that an answer shows for the file."""
    if answer["Content-Type"].startswith("application/json") and "error_message" in answer.json():
        return str(answer.json()["error_message"])
    for context in answer.context or []:
        if "form" in context and context["form"].is_bound:
            return "\n".join(context["form"].errors.get("file", ()))
    return ""


@pytest.mark.parametrize(
    ("way", "bomb"),
    [(add, bomb) for bomb in BOMBS] + [(way, bomb) for way in WAYS[1:] for bomb in TYPICAL],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_what_is_no_usable_picture_gets_a_sentence(
    editor: Client, way: Callable[..., Any], bomb: str
) -> None:
    name, content = BOMBS[bomb]
    answer = way(editor, SimpleUploadedFile(name, content))
    assert answer.status_code == 200
    assert sentence(answer), "no sentence"
    assert sentence(answer)[-1] == "."
    assert not Picture.objects.filter(title="Image").exists()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_one_pixel_too_many_is_refused(editor: Client, settings: Any, kind: str) -> None:
    content = pictures.encode(pictures.small(), kind)
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40 * 30 - 1
    answer = add(editor, SimpleUploadedFile(f"a.{kind.lower()}", content))
    assert "trop grande (40 × 30 pixels)" in sentence(answer)
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40 * 30
    add(editor, SimpleUploadedFile(f"a.{kind.lower()}", content))
    assert Picture.objects.filter(title="Image").exists()


@pytest.mark.parametrize("case", ODD)
def test_what_is_broken_beside_the_picture_is_dropped(editor: Client, case: str) -> None:
    name, content = ODD[case]
    add(editor, SimpleUploadedFile(name, content))
    picture = Picture.objects.get(title="Image")
    stored = picture.file.read()
    assert len(stored) < 5000
    assert Image.open(io.BytesIO(stored)).size == (picture.width, picture.height) == (40, 30)
    assert picture.renditions.count() == 3


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_a_picture_loses_author_and_place(
    editor: Client, way: Callable[..., Any], kind: str
) -> None:
    content = pictures.photograph(kind)
    assert pictures.SECRET.encode() in content
    way(editor, SimpleUploadedFile(f"a.{kind.lower()}", content))
    picture = Picture.objects.get(title="Image")
    stored = picture.file.read()
    assert pictures.SECRET.encode() not in stored
    assert b"Exif" not in stored
    image = Image.open(io.BytesIO(stored))
    assert not image.getexif()
    assert not {"exif", "xmp", "XML:com.adobe.xmp", "comment", "photoshop"} & set(image.info)
    assert (image.info.get("icc_profile") == pictures.PROFILE) == (kind != "GIF")
    assert picture.file_size == len(stored)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_that_was_held_sideways_is_turned(editor: Client, kind: str) -> None:
    add(editor, SimpleUploadedFile(f"a.{kind.lower()}", pictures.photograph(kind, 6)))
    picture = Picture.objects.get(title="Image")
    image = Image.open(io.BytesIO(picture.file.read())).convert("RGB")
    assert image.size == (picture.width, picture.height) == (30, 40)
    # What was red at the top left is at the top right once turned clockwise.
    red, blue = image.getpixel((25, 5)), image.getpixel((5, 5))
    assert red[0] > 200 > blue[0] + 100
    assert picture.renditions.count() == 3


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_a_picture_without_metadata_keeps_its_bytes(editor: Client, kind: str) -> None:
    content = pictures.encode(pictures.small(), kind)
    add(editor, SimpleUploadedFile(f"a.{kind.lower()}", content))
    assert Picture.objects.get(title="Image").file.read() == content


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_a_short_animation_is_kept(editor: Client, kind: str) -> None:
    add(editor, SimpleUploadedFile(f"a.{kind.lower()}", pictures.animation(kind, 5)))
    picture = Picture.objects.get(title="Image")
    stored = picture.file.read()
    assert picture.renditions.count() == 3
    assert Image.open(io.BytesIO(stored)).n_frames == 5
