"""Reports that refer to records, live and in drafts, and the people who edit them."""

import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from reports.content.models import AnnualReportPage, Incubator, Indicator, Service, User
from reports.content.site_tree import report_index
from tests.reports.publishing.answering import publish_answered

Block = dict[str, Any]
Write = Callable[..., AnnualReportPage]


def block(kind: str, value: Any) -> Block:
    return {"type": kind, "value": value, "id": str(uuid4())}


def fact(figure: str, after: str) -> Block:
    return block("item", {"before": "", "figure": figure, "after": after, "url": ""})


def card(service: Service, **printed: Any) -> Block:
    """A block of one impact card."""
    value = {"service": service.pk, "name": service.name, "url": "", "facts": [], **printed}
    return block("impact_cards", {"cards": [block("item", value)]})


def indicators(indicator: Indicator, *cells: str, heads: tuple[str, ...]) -> Block:
    """A table of one row: it refers by key."""
    columns = [{"id": str(uuid4()), "heading": head} for head in heads]
    row = {"id": str(uuid4()), "cells": list(cells), "ref": indicator.code}
    return block("indicator_table", {"caption": "", "table": {"columns": columns, "rows": [row]}})


@pytest.fixture
def write(people: dict[str, User]) -> Write:
    """Saves a draft of a year's report; publishes it where `live`."""

    def save(year: int, *blocks: Block, live: bool = False) -> AnnualReportPage:
        page = AnnualReportPage.objects.filter(year=year).first()
        if page is None:
            page = AnnualReportPage(title=f"Bilan {year}", year=year, slug=str(year), live=False)
            report_index().add_child(instance=page)
        draft = page.get_latest_revision_as_object()
        draft.body = json.dumps(list(blocks))
        revision = draft.save_revision(user=people["redaction"])
        if live:
            publish_answered(revision)
        return AnnualReportPage.objects.get(year=year)

    return save


@pytest.fixture
def fabrique(db: None) -> Incubator:
    return Incubator.objects.create(name="Fabrique de l’écologie", slug="fabrique", owner="MTE")


@pytest.fixture
def mano(db: None, fabrique: Incubator) -> Service:
    return Service.objects.create(
        name="Mano", slug="mano", mission="Aider.", url="https://mano.example", phase="construction"
    )


@pytest.fixture
def products(db: None) -> Indicator:
    return Indicator.objects.create(name="Nombre de produits", code="produits", unit="produits")
