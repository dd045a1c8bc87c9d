"""AVIF pictures: what the container announces is compared with what is in it."""

import io
from typing import Any

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from reports.content.uploads.avif import list_sizes
from reports.content.uploads.pictures import UnusablePicture, clean_picture
from tests.reports.content.media.pictures import encode

SMALL, LARGE = (8).to_bytes(4, "big") * 2, (200).to_bytes(4, "big") * 2


def animate(frames: int) -> bytes:
    images = [Image.new("RGB", (100, 50), (40 * number, 0, 0)) for number in range(frames)]
    written = io.BytesIO()
    images[0].save(written, "AVIF", save_all=True, append_images=images[1:])
    return written.getvalue()


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
@pytest.mark.parametrize("size", [(1, 1), (640, 480), (65, 1_000)])
def test_sizes_are_read_of_each_layer(mode: str, size: tuple[int, int]) -> None:
    data = encode(Image.new(mode, size), "AVIF", speed=10)
    assert list_sizes(data) == [size] * (2 if mode == "RGBA" else 1)


def test_sizes_are_read_of_a_sequence() -> None:
    assert set(list_sizes(animate(3))) == {(100, 50)}


def test_a_picture_that_is_larger_than_it_says_is_not_decoded(settings: Any) -> None:
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 30_000
    honest = encode(Image.new("RGB", (200, 200)), "AVIF")
    lying = honest.replace(LARGE, SMALL)
    assert Image.open(io.BytesIO(lying)).size == (8, 8)
    for data in (honest, lying):
        with pytest.raises(UnusablePicture, match="200 × 200 pixels"):
            clean_picture(ContentFile(data), "a.avif")


def test_broken_files_are_refused_and_end() -> None:
    whole = encode(Image.new("RGBA", (40, 30)), "AVIF")
    for end in range(12, len(whole)):
        with pytest.raises(UnusablePicture):
            clean_picture(ContentFile(whole[:end]), "a.avif")
