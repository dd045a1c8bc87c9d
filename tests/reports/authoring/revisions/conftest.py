"""A report whose revisions are written by hand, and somebody who reads them in the admin."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, Revision

from reports.content.models import AnnualReportPage, User
from reports.content.site_tree import report_index
from tests.reports.people import make_people

Body = list[dict[str, Any]]


@pytest.fixture
def people(db: None) -> dict[str, User]:
    return make_people()


@pytest.fixture
def report(people: dict[str, User]) -> AnnualReportPage:
    return made(2024)


def made(year: int, body: Body | None = None, live: bool = True) -> AnnualReportPage:
    """A report of a year, its body as stored."""
    index: Page = report_index()
    page = AnnualReportPage(title=f"Bilan {year}", year=year, slug=str(year), live=live)
    index.add_child(instance=page)
    if body is not None:
        page.body = json.dumps(body)
        page.save()
    page.save_revision(clean=False)
    return page


def block(kind: str, value: Any, id_: str = "") -> dict[str, Any]:
    return {"type": kind, "value": value, "id": id_ or kind}


def item(value: Any, id_: str) -> dict[str, Any]:
    return {"type": "item", "value": value, "id": id_}


@pytest.fixture
def revision(report: AnnualReportPage) -> Callable[[Any], Revision]:
    """A revision of the report with whatever in the place of its body."""

    def write(body: Any) -> Revision:
        latest = report.save_revision(clean=False)
        latest.content["body"] = body if isinstance(body, str) else json.dumps(body)
        latest.save()
        return latest

    return write


@pytest.fixture
def compare(editor: Client, report: AnnualReportPage) -> Callable[[Revision, Revision], str]:
    """The page that compares two revisions."""

    def page(before: Revision, after: Revision) -> str:
        url = f"/admin/pages/{report.pk}/revisions/compare/{before.pk}...{after.pk}/"
        response = editor.get(url)
        assert response.status_code == 200
        return response.content.decode()

    return page
