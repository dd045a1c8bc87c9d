"""Loads the bodies of pages, and announces the records that they refer to."""

from functools import partial
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from wagtail.models import Page

from reports.content.models import AnnualReportPage
from reports.content.models.page_document import has_read_body, read_document, with_stored_body
from reports.content.visibility.perspective import Perspective
from reports.core.citations.citation import list_citations
from reports.core.document import Document
from reports_graphql.loaders.loader import Loader

if TYPE_CHECKING:
    from reports_graphql.loaders import Loaders


READ_WITH = ("pk", "language", "currency", "reading_edition")
"""The fields of a report that its body is read with."""


def whole_reports(perspective: Perspective) -> QuerySet[AnnualReportPage]:
    """Return the reports that may be seen, with the text of their bodies."""
    return with_stored_body(perspective.reports())


class ReportBodiesByPageIdLoader(Loader[int, AnnualReportPage]):
    """Loads the bodies of reports that were first read without them."""

    kind = "reports"

    def fetch_by_keys(self, keys: set[int]) -> dict[int, AnnualReportPage]:
        rows = self.perspective.fetch_visible(whole_reports, pk=keys, only=READ_WITH)
        for report in rows:
            self.announce_references(report)
        return {report.pk: report for report in rows}

    def announce_references(self, report: AnnualReportPage) -> None:
        self.loaders.read_when_needed(partial(announce_body, report, self.loaders))


class LoneReportBodiesByPageIdLoader(ReportBodiesByPageIdLoader):
    """Loads bodies to look something up in them, without the records that they refer to."""

    def announce_references(self, report: AnnualReportPage) -> None:
        pass


class Bodies:
    """The parsed bodies of one request; each page is read once."""

    def __init__(self, loaders: "Loaders") -> None:
        self.report_bodies_by_page_id = ReportBodiesByPageIdLoader(loaders)
        self.lone_bodies_by_page_id = LoneReportBodiesByPageIdLoader(loaders)
        self.documents: dict[int, tuple[Page, Document]] = {}  # a page may have no key yet

    def announce(self, page_id: int) -> None:
        """Announce a report that was read without its body."""
        self.report_bodies_by_page_id.announce_key(page_id)

    def read(self, page: Page) -> Document:
        """Return the document of a page; an empty one if the page was hidden meanwhile."""
        if id(page) not in self.documents:
            source = page if has_read_body(page) else self.report_bodies_by_page_id.get(page.pk)
            self.documents[id(page)] = page, read_document(source) if source else Document()
        return self.documents[id(page)][1]

    def read_alone(self, page: Page) -> Document:
        """Return the document of a page whose body is only looked into, not answered."""
        known = self.report_bodies_by_page_id.values.get(page.pk)
        if known or has_read_body(page) or id(page) in self.documents:
            return self.read(page)
        source = self.lone_bodies_by_page_id.get(page.pk)
        return read_document(source) if source else Document()


def announce_body(page: Page, loaders: "Loaders") -> None:
    """Announce to the loaders everything to which the body of a page refers."""
    document = loaders.bodies.read(page)
    loaders.announce_references(document.references)
    for citation in list_citations(document):
        loaders.cited_figures_by_address.announce(citation.stored.addresses)
