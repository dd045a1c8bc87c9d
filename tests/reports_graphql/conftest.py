"""A site with reports, and what a frontend asks of it."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image
from wagtail.models import Page, Site

from reports import models
from reports_graphql.query_limits.parse_throttle import ParseThrottle

from . import bodies
from .bodies import Body

QUERIES = Path(__file__).resolve().parents[2] / "graphql" / "queries"

Ask = Callable[..., dict[str, Any]]
Publish = Callable[..., models.AnnualReportPage]


@pytest.fixture
def index(db: None) -> models.ReportIndexPage:
    """The page under which reports are: /bilan/, on the default site."""
    home = Page.get_first_root_node().add_child(instance=models.HomePage(title="Accueil", slug="h"))
    site = Site.objects.get(is_default_site=True)
    site.root_page = home
    site.save()
    return home.add_child(instance=models.ReportIndexPage(title="Bilans", slug="bilan"))


@pytest.fixture
def publish(index: models.ReportIndexPage) -> Publish:
    """Publishes the report of a year; block ids stay as given."""

    def publish(year: int, body: Body = (), **fields: Any) -> models.AnnualReportPage:  # type: ignore[assignment]
        defaults = {"title": f"Bilan {year}", "slug": str(year), "year": year}
        report = index.add_child(instance=models.AnnualReportPage(**{**defaults, **fields}))
        # A new page mints ids of its own for the blocks that it is born with.
        report.body = json.dumps(list(body))
        report.save()
        return report

    return publish


@pytest.fixture
def ask(client: Client) -> Ask:
    """The answer to a query: text, or the name of one of the documents that frontends use."""

    def ask(query: str, /, **variables: Any) -> dict[str, Any]:
        text = query if "{" in query else (QUERIES / f"{query}.graphql").read_text()
        data = {"query": text, "variables": variables}
        return client.post("/graphql/", data, content_type="application/json").json()

    return ask


@pytest.fixture(autouse=True)
def no_cache() -> None:
    """Wagtail remembers renditions by row number, and each test begins to number anew."""
    cache.clear()


@pytest.fixture(autouse=True)
def no_turnstile(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of new documents in a row: nobody else waits for an answer meanwhile."""
    alone = ParseThrottle(share=1, burst=0, places=1, each=1)
    monkeypatch.setattr("reports_graphql.schema.PARSE_THROTTLE", alone)


@pytest.fixture
def living(db: None) -> SimpleNamespace:
    """One record of each kind that blocks refer to."""
    incubator = models.Incubator.objects.create(name="Fabrique", slug="fabrique", owner="ANCT")
    service = models.Service.objects.create(
        name="Mano", slug="mano.beta", phase="success", incubator=incubator
    )
    png = io.BytesIO()
    Image.new("RGB", (600, 300)).save(png, "PNG")
    return SimpleNamespace(
        incubator=incubator,
        service=service,
        indicator=models.Indicator.objects.create(name="Services lancés", code="lances"),
        funding_round=models.FundingRound.objects.create(name="FAST 7", slug="fast-7", year=2024),
        term=models.Term.objects.create(name="Incubateur", slug="incubateur"),
        picture=models.Picture.objects.create(
            title="carte",
            description="Une carte",
            credit="DINUM",
            file=ContentFile(png.getvalue(), "carte.png"),
        ),
        document=models.ReportDocument.objects.create(
            title="Bilan 2024", file=ContentFile(b"%PDF", "b.pdf"), file_size=4, pages=12
        ),
    )


@pytest.fixture
def every_block(living: SimpleNamespace) -> Body:
    """A body with one block of each kind, which refers to the living records."""
    return bodies.every_block({name: record.pk for name, record in vars(living).items()})
