"""The drafts that a preview shows in place of public pages and records."""

from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from reports.content.models import AnnualReportPage


@dataclass(frozen=True)
class Drafts:
    """The drafts that a preview shows in place of public pages and records."""

    pages: tuple[Page, ...] = ()
    records: tuple[Any, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.pages or self.records)

    def report_of(self, year: int) -> AnnualReportPage | None:
        """Return the draft that is the report of a year."""
        reports = (page for page in self.pages if isinstance(page, AnnualReportPage))
        return next((report for report in reports if report.year == year), None)

    def draft_of(self, page: Page) -> Page | None:
        """Return the draft of a page, beside which it is not seen."""
        return next((each for each in self.pages if each.pk and each.pk == page.pk), None)

    def page_at(self, url_path: str) -> Page | None:
        """Return the draft that will stand at a path of the tree of pages."""
        return next((page for page in self.pages if page.url_path == url_path), None)

    def has(self, page: Page) -> bool:
        """Return whether this page in memory is itself one of the drafts."""
        return any(page is each for each in self.pages)

    def replace_rows(self, rows: list[Any], model: type[Any], **keys: Any) -> list[Any]:
        """Return the rows of a model that a reader sees, with drafts in place of theirs.

        `keys` are those that were asked for, by column: a draft may have one that no row has yet.
        """
        if not self.records:
            return rows
        drafts = [record for record in self.records if isinstance(record, model)]
        replaced = {draft.pk for draft in drafts}
        wanted = [
            draft
            for draft in drafts
            if any(getattr(draft, column) in values for column, values in keys.items())
        ]
        return [row for row in rows if row.pk not in replaced] + wanted


NO_DRAFTS = Drafts()
