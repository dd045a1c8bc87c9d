"""Who holds a preview token sees one draft; each gate stays shut as it is for the public."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client, TestCase

from reports.content.models import AnnualReportPage, ReportIndexPage, User
from reports.publishing.previews import links

from .matrix import reports, site
from .matrix.gate import Gate
from .paired_databases import undone
from .scenario import World

pytestmark = pytest.mark.django_db

GATES: list[Gate] = [*reports.GATES, *site.GATES, *site.SEARCHES]
# One way of hiding for each field: all ways are tried without a token.
CASES = [(gate, next(iter(gate.hides))) for gate in GATES if gate.hides]
DRAFT = "Un brouillon que le lien montre"


@pytest.fixture
def token() -> str:
    """Of a report of a year that nothing else speaks of."""
    page = AnnualReportPage(title=DRAFT, slug="1901", year=1901, live=False)
    ReportIndexPage.objects.first().add_child(instance=page)  # type: ignore[union-attr]
    page.save_revision()
    return links.build_token(
        links.make_review(User.objects.create_superuser("linker"), page, 7, "")
    )


def answer(query: str, token: str) -> Any:
    data = {"query": query}
    headers = {"X-Preview-Token": token}
    told = Client().post("/graphql/", data, content_type="application/json", headers=headers)
    assert told["Cache-Control"] == "private, no-store"
    assert "errors" not in told.json(), told.json()
    return told.json()["data"]


@pytest.mark.parametrize(
    ("gate", "way"), CASES, ids=[f"{gate.field}-{way}-{n}" for n, (gate, way) in enumerate(CASES)]
)
def test_a_token_opens_no_other_gate(
    gate: Gate, way: str, world: World, token: str, record_property: Callable[[str, object], None]
) -> None:
    before = answer(gate.ask, token)
    assert gate.shows(before), before

    with undone():
        cache.clear()
        with TestCase.captureOnCommitCallbacks(execute=True):
            gate.hides[way](world.fresh())
        hidden = answer(gate.ask, token)

    assert gate.hides_it(hidden), hidden
    record_property("counted: gates that a preview token did not open", 1)


def test_the_token_does_open_its_draft(world: World, token: str) -> None:
    query = "{ report(year: 1901) { title problems { id block message } } preview { path year } }"
    shown = answer(query, token)
    assert shown["report"]["title"] == DRAFT
    assert shown["preview"] == {"path": "/bilan/1901/", "year": 1901}
    public = Client().get("/graphql/", {"query": query})
    assert json.loads(public.content)["data"] == {"report": None, "preview": None}
