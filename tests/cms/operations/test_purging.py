"""A cache in front of the server is told what has changed, once, after the commit."""

import logging
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest
from django.db import connection
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, Site
from wagtail.signals import post_page_move

from cms.operations import purging
from reports import models

Asked = list[tuple[str, str | None]]


@pytest.fixture
def front(settings: Any) -> Iterator[Asked]:
    """A cache that writes down what it is told: paths, and tags."""
    asked: Asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_PURGE(self) -> None:
            asked.append((self.path, self.headers.get("Cache-Tag")))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    told_at(settings, server.server_port)
    yield asked
    server.shutdown()
    server.server_close()


def told_at(settings: Any, port: int) -> None:
    location = f"http://127.0.0.1:{port}"
    settings.WAGTAILFRONTENDCACHE = {
        "default": {"BACKEND": "cms.operations.purging.TagBackend", "LOCATION": location}
    }


@pytest.fixture(autouse=True)
def connected() -> Iterator[None]:
    purging.connect_receivers()
    purging.pending.tags.clear()
    yield
    for model in purging.list_model_labels():
        post_save.disconnect(sender=model, dispatch_uid=f"purging.saved.{model}")
        post_delete.disconnect(sender=model, dispatch_uid=f"purging.deleted.{model}")
    post_page_move.disconnect(dispatch_uid="purging.moved")


@pytest.fixture
def report(db: None) -> models.AnnualReportPage:
    home = Page.get_first_root_node().add_child(instance=models.HomePage(title="A", slug="a"))
    site = Site.objects.get()
    site.root_page = home
    site.save()  # Wagtail remembers where sites begin until one is saved
    index = home.add_child(instance=models.ReportIndexPage(title="B", slug="bilan"))
    made: models.AnnualReportPage = index.add_child(
        instance=models.AnnualReportPage(title="2024", slug="2024", year=2024)
    )
    connection.run_on_commit.clear()  # what made the report is no business of the tests
    return made


def test_a_snippet(front: Asked, db: None, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        models.Service.objects.create(name="S", slug="un.service")

    assert front == [("/graphql/", "changes,service-un.service,services")]


def test_a_report(
    front: Asked, report: models.AnnualReportPage, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        report.save_revision().publish()

    assert ("/graphql/", "bilan") in front
    assert ("/bilan/2024/", None) in front


def test_a_move_and_a_deletion(
    front: Asked, report: models.AnnualReportPage, django_capture_on_commit_callbacks: Any
) -> None:
    for act in (lambda: report.move(models.HomePage.objects.get()), report.delete):
        front.clear()
        connection.run_on_commit.clear()
        with django_capture_on_commit_callbacks(execute=True):
            act()
        assert ("/graphql/", "bilan") in front


def test_a_draft_is_nobody_s_business(
    front: Asked, report: models.AnnualReportPage, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        report.title = "Un brouillon"
        report.save_revision()

    assert front == []


def test_many_changes_are_told_at_once(
    front: Asked, db: None, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(5):
            models.Term.objects.create(name="T", slug=f"t{number}")

    assert [path for path, _ in front] == ["/graphql/"]
    assert "term-t0,term-t1" in str(front[0][1])


def test_a_cache_that_does_not_answer_stops_nobody(
    settings: Any,
    report: models.AnnualReportPage,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: Any,
) -> None:
    told_at(settings, 1)
    with caplog.at_level(logging.ERROR), django_capture_on_commit_callbacks(execute=True):
        report.save_revision().publish()

    assert "was not purged" in caplog.text
    assert models.AnnualReportPage.objects.get().live
