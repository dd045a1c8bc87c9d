"""A service whose report has a history, and an archive of it."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.base import ContentFile

from reports import models
from reports.checks.check_result import acknowledge_findings, check_latest
from reports.content.charts import drawing, files
from reports.content.models.publication_context import publication_context
from reports.publishing.versions.withdrawal import withdraw_version
from tests.reports.exchange.archives.databases import archive, empty_database
from tests.reports.publishing.answering import publish_answered
from tests.reports_graphql.bodies import Body, block, row, table
from tests.reports_graphql.conftest import (
    Publish,
    every_block,
    index,
    living,
    no_cache,
    no_turnstile,
    publish,
)

__all__ = ["every_block", "index", "living", "no_cache", "no_turnstile", "publish"]

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0" /></svg>'


def indicators(figure: str) -> dict[str, Any]:
    """A table that states one figure of the indicator `lances`."""
    stated = row(8002, "Services lancés", figure, ref="lances", ref_name="Services lancés")
    value = {"caption": "", "table": table(8010, ["Indicateurs", "Résultats 2024"], stated)}
    return block(8001, "indicator_table", value)


@pytest.fixture
def report(
    every_block: Body,
    living: SimpleNamespace,
    publish: Publish,
    monkeypatch: pytest.MonkeyPatch,
    settings: Any,
    tmp_path: Path,
    django_capture_on_commit_callbacks: Any,
) -> models.AnnualReportPage:
    """A report in five versions, the first of an empty body: the third is withdrawn."""
    settings.CHARTS_DRAWN_ON_PUBLICATION = True
    monkeypatch.setattr(drawing, "draw_specs", lambda *given: None)
    monkeypatch.setattr(files, "read_drawing", lambda name: SVG.encode())
    living.document.file_size = 9
    living.document.file.save("b.pdf", ContentFile(b"%PDF-1.7\n"))
    before = publish(2023, [block(9901, "paragraph", {"text": "<p>Avant.</p>"})])
    links = (
        f'<p><a linktype="page" id="{before.pk}">2023</a> '
        f'<a linktype="document" id="{living.document.pk}">PDF</a></p>'
    )
    more = block(9001, "paragraph", {"text": links})
    page = publish(
        2024,
        [*every_block, more, indicators("12")],
        introduction=links,
        source_document=living.document,
        image=living.picture,
        seo_title="Le bilan",
    )
    with django_capture_on_commit_callbacks(execute=True):
        for figure in ("13", "14", "15"):
            revise(page, [*every_block, more, indicators(figure)])
    withdraw_version(page_version(page, 3), "Vie privée.", None)
    page.refresh_from_db()
    checked = check_latest(page)
    user = models.User.objects.create(username="camille@example.org")
    acknowledge_findings(checked, checked.open, "Voulu ainsi.", user, "Camille")
    return page


def revise(page: models.AnnualReportPage, body: Body, **fields: Any) -> None:
    """Publish another body, and other fields of the page."""
    page.refresh_from_db()
    page.body = json.dumps(list(body))
    for name, value in fields.items():
        setattr(page, name, value)
    with publication_context(reason="Recompté."):
        publish_answered(page.save_revision(clean=False))


def page_version(page: models.AnnualReportPage, number: int) -> models.ReportVersion:
    return models.ReportVersion.objects.get(report_key=page.translation_key, number=number)


@pytest.fixture
def folder(report: models.AnnualReportPage, tmp_path: Path) -> Path:
    """The archive of the report, and that of the year before beside it."""
    before = models.AnnualReportPage.objects.get(year=2023)
    archive(before, tmp_path / "2023")
    archive(report, tmp_path / "2024")
    return tmp_path / "2024"


@pytest.fixture
def empty(tmp_path: Path, settings: Any) -> Callable[[], None]:
    """Leaves the test in another service, which has nothing of this one but other row ids."""

    def leave() -> None:
        empty_database()
        settings.MEDIA_ROOT = tmp_path / "other-media"
        models.Service.objects.create(name="Un autre", slug="un-autre")

    return leave


@pytest.fixture
def elsewhere(folder: Path, empty: Callable[[], None]) -> Callable[[], None]:
    """The same, once the archives are written."""
    return empty
