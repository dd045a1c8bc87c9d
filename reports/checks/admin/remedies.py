"""The ways from a finding to where its cause is settled once for all."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from reports.checks.finding import Finding
from reports.models import AnnualReportPage, OutsidePaths

PERMISSION = "reports.change_outsidepaths"


@dataclass(frozen=True)
class Remedy:
    """A link to a form."""

    label: str
    url: str


def find_remedy(page: AnnualReportPage, finding: Finding, user: Any) -> Remedy | None:
    """Return where a user may settle the cause of a finding for the whole site."""
    if finding.code != "absent-path" or user is None or not user.has_perm(PERMISSION):
        return None
    site = page.get_site()
    if site is None:
        return None
    names = OutsidePaths._meta.app_label, OutsidePaths._meta.model_name
    form = reverse("wagtailsettings:edit", args=[*names, site.pk])
    return Remedy("Déclarer ces chemins comme servis ailleurs", form)
