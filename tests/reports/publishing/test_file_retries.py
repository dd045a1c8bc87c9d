"""Drawings and renditions that could not be made are noted, and tried again through the outbox."""

import io
from typing import Any

import pytest
from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import Page

from reports.checks.admin.missing_files import describe_missing_files
from reports.content.charts import drawing, files, prerender
from reports.content.charts import process as charts
from reports.content.models import AnnualReportPage, FileFailure, Picture
from reports.content.storage.stored_file import StorageUnavailable
from reports.publishing import file_retries
from reports.publishing.models import OutboxEntry
from reports.publishing.models.outbox import PENDING
from reports.publishing.outbox import Delivery

pytestmark = pytest.mark.django_db

DATA = {
    "columns": [{"id": "a", "heading": ""}, {"id": "b", "heading": "Services"}],
    "rows": [{"id": "r", "cells": ["Une qui manque", "59"]}],
}


@pytest.fixture(autouse=True)
def _anew() -> None:
    drawing._failed.clear()
    drawing._unstored.clear()


@pytest.fixture
def page() -> AnnualReportPage:
    report = AnnualReportPage(title="Bilan", slug="2024", year=2024)
    report.body = [("chart", {"title": "Services", "kind": "bar", "data": DATA})]
    return Page.get_first_root_node().add_child(instance=report)


def draw(page: AnnualReportPage) -> None:
    prerender.prerender(page.translation_key, page.year, prerender.list_specs(page))


def list_waiting() -> list[Delivery]:
    entries = OutboxEntry.objects.filter(PENDING, kind=file_retries.KIND)
    return [Delivery(each.recipient, each.payload, 1) for each in entries]


def fail_to_draw(format: str, specs: list[Any]) -> list[bytes]:
    raise charts.NotDrawn("the process ended with -9")


def fail_to_store(name: str, content: bytes) -> None:
    raise StorageUnavailable("for a test")


@pytest.mark.parametrize(
    ("module", "name", "failing", "reason"),
    [
        (charts, "draw_in_process", fail_to_draw, "NotDrawn"),
        (files, "write_drawing", fail_to_store, "StorageUnavailable"),
    ],
)
def test_a_drawing_is_missing_until_it_is_drawn(
    page: AnnualReportPage,
    monkeypatch: pytest.MonkeyPatch,
    module: Any,
    name: str,
    failing: Any,
    reason: str,
) -> None:
    monkeypatch.setattr(charts, "draw_in_process", lambda format, specs: [b"<svg/>"] * len(specs))
    with monkeypatch.context() as broken:
        broken.setattr(module, name, failing)
        draw(page)
        (delivery,) = list_waiting()
        with pytest.raises(file_retries.StillMissing):
            file_retries.deliver(delivery)
    failure = FileFailure.objects.get()
    assert (failure.kind, failure.subject, failure.attempts) == ("drawing", "bilan 2024", 2)
    assert failure.reason == reason
    assert len(list_waiting()) == 1
    (sentence,) = describe_missing_files(page)
    assert sentence.startswith("Le dessin d’un graphique (bilan 2024) n’a pas pu être fait")

    drawing._failed.clear()
    drawing._unstored.clear()
    file_retries.deliver(delivery)
    assert not FileFailure.objects.exists()
    file_retries.deliver(delivery)


def test_a_report_that_is_hidden_lacks_nothing(
    page: AnnualReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(charts, "draw_in_process", fail_to_draw)
    draw(page)
    AnnualReportPage.objects.update(live=False)
    file_retries.deliver(list_waiting()[0])

    assert not FileFailure.objects.exists()


@pytest.fixture
def picture(monkeypatch: pytest.MonkeyPatch) -> Picture:
    """A picture whose renditions could not be made."""
    data = io.BytesIO()
    Image.new("RGB", (600, 300)).save(data, "PNG")
    with monkeypatch.context() as broken:
        broken.setattr("reports.content.models.media.is_too_large", lambda *_: True)
        return Picture.objects.create(
            title="Carte", file=ContentFile(data.getvalue(), "carte.png"), width=600, height=300
        )


def test_renditions_are_missing_until_they_are_made(picture: Picture) -> None:
    failure = FileFailure.objects.get()
    assert (failure.kind, failure.subject) == ("rendition", "« Carte »")
    assert not picture.renditions.exists()
    (delivery,) = list_waiting()
    file_retries.deliver(delivery)

    assert picture.renditions.exists()
    assert not FileFailure.objects.exists()


def test_a_picture_that_is_deleted_lacks_nothing(picture: Picture) -> None:
    (delivery,) = list_waiting()
    picture.delete()

    assert not FileFailure.objects.exists()
    file_retries.deliver(delivery)


def test_who_edits_a_report_reads_of_its_pictures_alone(
    picture: Picture, page: AnnualReportPage
) -> None:
    assert list(describe_missing_files(page)) == []
    page.body = [("picture", {"picture": picture, "alt": "Une carte"})]
    page.save()

    assert len(list(describe_missing_files(page))) == 1
