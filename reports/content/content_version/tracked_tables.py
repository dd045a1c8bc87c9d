"""Lists the tables and columns whose changes renew the content version."""

from dataclasses import dataclass

from django.apps import apps
from django.db.models import Model

from reports.content.models.record_kind import list_kinds

OTHER_MODELS = [
    "reports.AnnualReportPage",
    "reports.Change",
    "reports.ContentPage",
    "reports.Correction",
    "reports.EarlierStatement",
    "reports.HomePage",
    "reports.Mention",
    "reports.Observation",
    "reports.Picture",
    "reports.Rendition",
    "reports.ReportDocument",
    "reports.ReportIndexPage",
    "reports.ReportPdf",
    "reports.ReportVersion",
    "reports.SearchEntry",
    "reports.SiteIdentity",
    "wagtailcore.Collection",
    "wagtailcore.CollectionViewRestriction",
    "wagtailcore.Locale",
    "wagtailcore.Page",
    "wagtailcore.PageViewRestriction",
    "wagtailcore.Site",
    "wagtailredirects.Redirect",
]
"""The tracked models that are no kinds of records."""

PROJECTIONS = {"reports.Mention", "reports.Observation", "reports.Rendition", "reports.SearchEntry"}
"""Those among them that follow from the others."""

# What saving a draft or locking a record writes beside it: nobody outside ever sees these.
BOOKKEEPING = {
    "draft_title",
    "go_live_at",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "live_revision",
    "locked",
    "locked_at",
    "locked_by",
    "numchild",
    "owner",
}


@dataclass(frozen=True)
class TrackedTable:
    """A table, and those of its columns that affect public content when they change."""

    table: str
    columns: tuple[str, ...]
    schedule: bool = False  # a row counts only while its column says when


def list_model_labels() -> list[str]:
    """Return the tracked models by their Django labels, in their order."""
    return sorted((*OTHER_MODELS, *(kind.label for kind in list_kinds())))


def list_tracked_tables() -> list[TrackedTable]:
    """Return every tracked table. Of revisions, only when they go live: drafts are not public."""
    tables = [track_model(apps.get_model(name)) for name in list_model_labels()]
    return [*tables, TrackedTable("wagtailcore_revision", ("approved_go_live_at",), schedule=True)]


def track_model(model: type[Model]) -> TrackedTable:
    fields = model._meta.local_concrete_fields
    columns = tuple(str(f.column) for f in fields if f.name not in BOOKKEEPING)
    return TrackedTable(model._meta.db_table, columns)
