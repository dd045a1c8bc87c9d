"""Links from a finding to the forms in which a user can repair its cause."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from reports.checks.draft_records import list_publishable
from reports.checks.duplicate_records import find_duplicates
from reports.checks.finding import Finding
from reports.content.models import AnnualReportPage, OutsidePaths
from reports.content.models.page_document import read_document
from reports.content.models.snippet import Snippet
from reports.content.records.merge_description import build_merge_url
from reports.content.records.merging import propose_merge
from reports.core.text.grouping import group_values


@dataclass(frozen=True)
class Remedy:
    """A link to a form that repairs the cause of a finding."""

    label: str
    url: str


def list_remedies(page: AnnualReportPage, finding: Finding, user: Any) -> list[Remedy]:
    """Return where a user may settle the cause of a finding."""
    find = REMEDIES.get(finding.code)
    return list(find(page, user)) if find and user is not None else []


def declare_paths(page: AnnualReportPage, user: Any) -> Iterator[Remedy]:
    """Yield the setting of the site that names paths which others serve."""
    site = page.get_site()
    if site is not None and user.has_perm("reports.change_outsidepaths"):
        names = OutsidePaths._meta.app_label, OutsidePaths._meta.model_name
        form = reverse("wagtailsettings:edit", args=[*names, site.pk])
        yield Remedy("Déclarer ces chemins comme servis ailleurs", form)


def publish_records(page: AnnualReportPage, user: Any) -> Iterator[Remedy]:
    """Yield, for each kind, the form that publishes the drafts which a report refers to."""
    drafts = list_publishable(read_document(page), user)
    for model, records in group_values((type(each), each) for each in drafts).items():
        yield Remedy(name_records(model, len(records)), build_form(page, model, records))


def merge_records(page: AnnualReportPage, user: Any) -> Iterator[Remedy]:
    """Yield the pages on which the records are merged that may exist twice."""
    for _, record, other in find_duplicates(read_document(page)):
        if merge := propose_merge(user, other, record):
            back = reverse("wagtailadmin_pages:edit", args=[page.pk])
            yield Remedy(f"Fusionner « {merge.merged} »", build_merge_url(merge, back))


def name_records(model: type[Snippet], count: int) -> str:
    names = model._meta.verbose_name, model._meta.verbose_name_plural
    return f"Publier {count} {names[count > 1]}"


def build_form(page: AnnualReportPage, model: type[Snippet], records: list[Snippet]) -> str:
    """Return the address of the form, which leads back to the report."""
    meta = model._meta
    action = reverse("wagtail_bulk_action", args=[meta.app_label, meta.model_name, "publish"])
    back = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return f"{action}?{urlencode([('next', back), *(('id', each.pk) for each in records)])}"


REMEDIES = {
    "absent-path": declare_paths,
    "record-twice": merge_records,
    "record-unpublished": publish_records,
}
