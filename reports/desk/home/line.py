"""One thing that waits: its name, where it is, and what one must know of it before going there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.timesince import timesince
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page

from reports.checks.told import summary
from reports.models import CheckSummary

MOST = 20  # lines of a panel


@dataclass(frozen=True)
class Line:
    """`facts` are read one after the other; `quote` is what somebody wrote."""

    title: str
    url: str
    facts: tuple[str, ...] = ()
    when: datetime | None = None
    quote: str = ""

    @property
    def ago(self) -> str:
        """« il y a 3 jours »: the largest unit is enough here."""
        since = timesince(self.when, depth=1) if self.when else ""
        return "à l’instant" if since.startswith("0") else f"il y a {since}"


def edit_url(obj: Any, user: Any) -> str:
    if isinstance(obj, Page):
        return reverse("wagtailadmin_pages:edit", args=[obj.pk])
    return AdminURLFinder(user).get_edit_url(obj) or ""


def title(obj: Any) -> str:
    """A page by the title of its draft; of a record, what it is too."""
    if isinstance(obj, Page):
        return str(obj.get_admin_display_title())
    return f"{str(obj._meta.verbose_name).capitalize()} « {obj} »"


def name(user: Any) -> str:
    """Somebody, as colleagues know them; a program has no name."""
    return user.get_full_name() or user.get_username() if user else "le système"


def findings(pages: Iterable[Page]) -> dict[int, str]:
    """What the checks last found in the latest draft of each page, by its number: one statement.

    What has changed since they read it is told as such; opening it has them read it again.
    """
    latest = {page.pk: page.latest_revision_id for page in pages}
    return {
        found.report_id: summary(found.errors, found.warnings, found.acknowledged)
        if found.revision == latest[found.report_id]
        else "modifié depuis les derniers contrôles"
        for found in CheckSummary.objects.filter(report_id__in=latest)
    }
