"""Reports read from their pages, as these are in memory."""

from wagtail.models import Page

from reports.checks.reading import Reading
from reports.checks.reading.visitor import read_document
from reports.models import AnnualReportPage
from reports.models.page_document import read_body


def read_page(page: AnnualReportPage) -> Reading:
    """Read a report in the stored form that its body has in memory."""
    return read_document(page.year or 0, read_body(page), public_path(page))


def public_path(page: Page) -> str:
    """Return the path from the site's home: `/accueil/bilan/2024/` is `/bilan/2024/`."""
    return "/" + page.url_path.partition("/")[2].partition("/")[2]
