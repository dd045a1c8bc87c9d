"""A cell that is emptied after a publication: the checks name the value that readers had there."""

import json
import uuid
from typing import Any

import pytest

from reports.checks.check_result import check_latest
from reports.content.models import AnnualReportPage
from tests.reports.checks.build import chart
from tests.reports.publishing.test_versions import index, page, publish

__all__ = ["index", "page"]  # fixtures

pytestmark = pytest.mark.django_db


def stored_chart(*rows: tuple[str, str]) -> dict[str, Any]:
    kind, value = chart("Appels", *rows, columns=("Trimestre", "Appels"))
    return {"type": kind, "id": str(uuid.UUID(int=7)), "value": value}


def find_emptied(page: AnnualReportPage) -> list[str]:
    found = check_latest(page).findings
    return [each.issue.message for each in found if each.code == "table-empty-cells"]


def test_what_was_published_in_a_cell_is_named_when_it_is_gone(page: AnnualReportPage) -> None:
    publish(page, stored_chart(("T1", "41"), ("T2", "52")))
    page.refresh_from_db()
    assert find_emptied(page) == []

    page.body = json.dumps([stored_chart(("T1", "41"), ("T2", ""))])
    page.save_revision()
    (message,) = find_emptied(page)
    assert "« T2 / Appels » (publié : « 52 »)" in message


def test_a_draft_that_was_never_published_names_no_value(page: AnnualReportPage) -> None:
    page.body = json.dumps([stored_chart(("T1", "41"), ("T2", "52"))])
    page.save_revision()
    page.body = json.dumps([stored_chart(("T1", "41"), ("T2", ""))])
    page.save_revision()
    (message,) = find_emptied(page)
    assert "publié" not in message
