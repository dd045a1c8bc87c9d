"""A site with reports, whose PDFs are made when a test asks for them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.storage import default_storage

from cms.pdf.making import make_pdf
from reports.content.models import AnnualReportPage
from reports.publishing.models import ReportPdf, ReportVersion

from ...reports_graphql.conftest import every_block, index, living, no_cache, publish

__all__ = ["every_block", "index", "living", "no_cache", "publish"]

Make = Callable[..., bytes]


@pytest.fixture(autouse=True)
def pdfs_are_made(settings: Any) -> None:
    settings.PDF_REPORTS = True


@pytest.fixture
def make(db: None) -> Make:
    """Makes the PDF of a version, the last one by default, and returns it."""

    def make(page: AnnualReportPage, number: int | None = None) -> bytes:
        versions = ReportVersion.objects.filter(report_key=page.translation_key)
        version = versions.get(number=number) if number else versions.order_by("number").last()
        assert version
        make_pdf(version)
        with default_storage.open(ReportPdf.objects.get(version=version).name) as file:
            data: bytes = file.read()
        return data

    return make
