"""The lines of home page panels: something to attend to, with a link and facts."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.timesince import timesince
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page

from reports.checks.fullness import describe_remaining
from reports.checks.models import CheckSummary
from reports.checks.serializers import format_summary
from reports.content.page_titles import disambiguate_titles, title_with_year

MAX_LINES = 20  # lines of a panel


@dataclass(frozen=True)
class Line:
    """A line of a panel: `facts` are listed in order, `quote` is a text by a user.

    If `page` is set, the title names it; `name_pages` makes such titles unique.
    """

    title: str
    url: str
    facts: tuple[str, ...] = ()
    when: datetime | None = None
    quote: str = ""
    page: Page | None = None

    @property
    def ago(self) -> str:
        """The time since `when` in the largest unit: « il y a 3 jours »."""
        since = timesince(self.when, depth=1) if self.when else ""
        return "à l’instant" if since.startswith("0") else f"il y a {since}"


def name_pages(lines: Iterable[Line]) -> list[Line]:
    """Return the lines with unique titles for their pages."""
    lines = list(lines)
    titles = disambiguate_titles([line.page for line in lines if line.page])
    return [replace(line, title=titles[line.page.pk]) if line.page else line for line in lines]


def edit_url(obj: Any, user: Any) -> str:
    if isinstance(obj, Page):
        return reverse("wagtailadmin_pages:edit", args=[obj.pk])
    return AdminURLFinder(user).get_edit_url(obj) or ""


def title(obj: Any) -> str:
    """Return the title of a page's draft, or the kind and name of a record."""
    if isinstance(obj, Page):
        return title_with_year(obj)
    return f"{str(obj._meta.verbose_name).capitalize()} « {obj} »"


def name(user: Any) -> str:
    """Return the name by which colleagues know a user; « le système » without a user."""
    return user.get_full_name() or user.get_username() if user else "le système"


def count_findings(pages: Iterable[Page]) -> dict[int, str]:
    """Return the numbers of findings in the latest draft of each page, in one statement.

    Findings of an older draft are marked as such; opening the page checks it again.
    """
    latest = {page.pk: page.latest_revision_id for page in pages}
    return {
        summary.report_id: describe_page(summary)
        if summary.revision == latest[summary.report_id]
        else "modifié depuis les derniers contrôles"
        for summary in CheckSummary.objects.filter(report_id__in=latest)
    }


def describe_page(summary: CheckSummary) -> str:
    """Return what a draft lacks and its findings: « 41 éléments à remplir ou à relire · 1 erreur
    ».
    """
    parts = (
        describe_remaining(summary.unfilled, summary.expected),
        format_summary(
            summary.errors, summary.warnings, summary.acknowledged, silenced=summary.silenced
        ),
    )
    return " · ".join(filter(None, parts))
