"""The charts of a report are drawn when it is published, and only then."""

from typing import Any

import pytest
from django.db import transaction
from wagtail.models import Page

from reports.content.charts import drawing, process
from reports.content.charts.process import NotDrawn
from reports.content.models import AnnualReportPage

DATA = {
    "columns": [{"id": "a", "heading": ""}, {"id": "b", "heading": "Services"}],
    "rows": [{"id": "r", "cells": ["DINUM", "59"]}],
}


def chart(**fields: Any) -> tuple[str, dict[str, Any]]:
    return "chart", {"title": "Services", "kind": "bar", "data": DATA, **fields}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, settings: Any) -> list[Any]:
    """What is drawn, together, when something is published."""
    settings.CHARTS_DRAWN_ON_PUBLICATION = True
    found: list[Any] = []
    monkeypatch.setattr(drawing, "draw_specs", found.append)
    return found


@pytest.fixture
def page(db: None) -> AnnualReportPage:
    root = Page.get_first_root_node()
    body = [chart(), ("paragraph", {"text": "<p>Mots.</p>"}), chart(kind="line"), chart(data=None)]
    report = AnnualReportPage(title="Bilan", slug="2024", year=2024, live=False)
    report.body = body
    return root.add_child(instance=report)


def test_publishing_draws_all_charts_together(
    asked: list[Any], page: AnnualReportPage, django_capture_on_commit_callbacks: Any
) -> None:
    revision = page.save_revision()
    with django_capture_on_commit_callbacks(execute=True):
        revision.publish()

    assert asked
    assert all(len(specs) == 2 for specs in asked)
    assert [spec["description"] for spec in asked[0]] == ["Services", "Services"]


def test_a_draft_draws_nothing(
    asked: list[Any], page: AnnualReportPage, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        page.save()
        page.save_revision()

    assert asked == []


def test_what_is_undone_draws_nothing(
    asked: list[Any], page: AnnualReportPage, django_capture_on_commit_callbacks: Any
) -> None:
    page.live = True
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        page.save()
        transaction.set_rollback(True)

    assert asked == []


def test_the_setting_draws_nothing(
    asked: list[Any],
    page: AnnualReportPage,
    settings: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:
    settings.CHARTS_DRAWN_ON_PUBLICATION = False
    page.live = True
    with django_capture_on_commit_callbacks(execute=True):
        page.save()

    assert asked == []


@pytest.mark.parametrize("error", [NotDrawn("for a test"), RuntimeError("for a test")])
def test_a_failure_does_not_stop_a_publication(
    page: AnnualReportPage,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: Any,
    error: Exception,
) -> None:
    def fail(format: str, specs: list[Any]) -> list[bytes]:
        raise error

    settings.CHARTS_DRAWN_ON_PUBLICATION = True
    monkeypatch.setattr(process, "draw_in_process", fail)
    page.live = True
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        page.save()

    assert callbacks
    assert AnnualReportPage.objects.get().live
    assert "for a test" in caplog.text
