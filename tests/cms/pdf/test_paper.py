"""Nothing is cut at the end of a page, however long it is."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from reports import models
from tests.reports.authoring.rollforward.conftest import stored
from tests.reports.checks import build

from .paper import list_cut
from .structure import read_structure

Make = Callable[..., bytes]

LONG = "Des mots qui prennent quelques lignes. " * 300
WORD = "anticonstitutionnellement" * 20


def test_all_of_every_block_is_on_paper(make: Make, publish: Any, every_block: Any) -> None:
    assert list_cut(make(publish(2024, every_block))) == []


BODIES = {
    "a card": build.impact_cards(build.card("Tchap", *(f"{n} agents" for n in range(200)))),
    "a mission": build.impact_cards(build.card("Tchap", "3 agents", mission=LONG)),
    "a quotation": build.quote(LONG, attribution=LONG),
    "a caption": build.data_table(["A", "B"], ["1", "2"], caption=LONG),
    "heads of columns": build.data_table([LONG[:255], "B", "C", "D", "E", "F"], [*"12345", "6"]),
    "a word": build.prose(WORD),
    "a word in a cell": build.data_table(["A", "B", "C"], [WORD, "2", "3"]),
    "a fact": build.key_figures(("", LONG, "services"), ("", "3", LONG)),
}


@pytest.mark.parametrize("name", BODIES)
def test_long_words_are_on_paper(make: Make, publish: Any, name: str) -> None:
    assert list_cut(make(publish(2024, stored(BODIES[name])))) == []


def test_a_broken_word_is_read_as_it_was_written(make: Make, publish: Any) -> None:
    assert WORD in read_structure(make(publish(2024, stored(build.prose(WORD))))).text


@pytest.mark.parametrize("size", [(100, 1000), (1000, 100)])
@pytest.mark.parametrize("alt", ["", "Une tour."])
def test_a_picture_of_any_shape_is_on_paper(
    make: Make, publish: Any, living: Any, size: tuple[int, int], alt: str
) -> None:
    data = io.BytesIO()
    Image.new("RGB", size, "navy").save(data, "PNG")
    picture = models.Picture.objects.create(
        title="Tour",
        file=ContentFile(data.getvalue(), name="tour.png"),
        width=size[0],
        height=size[1],
    )
    value = {"picture": picture.pk, "alt": alt, "decorative": not alt, "caption": "Une tour"}
    block = {"type": "picture", "id": "i", "value": value}

    assert list_cut(make(publish(2024, [block]))) == []


def test_a_long_introduction_is_on_paper(make: Make, publish: Any) -> None:
    page = publish(2024, stored(build.prose("Douze.")), introduction=f"<p>{LONG}</p>")
    assert list_cut(make(page)) == []
