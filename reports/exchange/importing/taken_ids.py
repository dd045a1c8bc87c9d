"""Collects the ids in the bodies of all other pages, both public and in the latest drafts."""

import json
from collections.abc import Iterator
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast
from wagtail.models import Revision

from reports.content.models import AnnualReportPage, ContentPage
from reports.core.document.block_ids import list_ids


def collect_taken_ids(report: AnnualReportPage) -> set[str]:
    """Return the ids of blocks, items, rows and columns in all pages but one."""
    return {id for body in iterate_other_bodies(report.pk) for id in list_ids(read_json(body))}


def iterate_other_bodies(key: int | None) -> Iterator[Any]:
    for model in (AnnualReportPage, ContentPage):
        pages = model.objects.exclude(pk=key).annotate(text=Cast("body", TextField()))
        yield from pages.values_list("text", flat=True)
        latest = pages.values("latest_revision")
        revisions = Revision.objects.filter(pk__in=latest).values_list("content", flat=True)
        yield from (content.get("body") for content in revisions)


def read_json(body: Any) -> Any:
    try:
        return json.loads(body) if isinstance(body, str) and body else body
    except ValueError:
        return None
