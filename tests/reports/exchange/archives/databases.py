"""An empty database in the place of one with content, on whichever engine the suite runs."""

from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from wagtail.models import Page, Revision, Site

from reports import models
from reports.content.models.record_kind import list_referrers_first
from reports.exchange.archives.writing import write_archive

ROWS: tuple[Any, ...] = (
    models.Correction,
    models.EarlierStatement,
    models.VersionFile,
    models.ReportVersion.drawings.through,
    models.ReportVersion,
    models.StoredContent,
    models.DeletedHidden,
    models.Acknowledgement,
    models.Rendition,
)
RECORDS: tuple[Any, ...] = (
    *(kind.model for kind in list_referrers_first()),
    models.Picture,
    models.ReportDocument,
)


def archive(page: models.AnnualReportPage, folder: Path) -> None:
    """Write the archive of a page, as the database has it, to a new folder."""
    folder.mkdir()
    write_archive(models.AnnualReportPage.objects.get(pk=page.pk), folder)


def empty_database() -> None:
    """Delete all content. Row ids go on where they were: what comes next has others."""
    for model in ROWS:
        found = model._default_manager.all()
        found._raw_delete(found.db)
    for page in Page.objects.filter(depth=2):
        page.delete()
    for model in RECORDS:
        model.objects.all().delete()
    models.DeletedHidden.objects.all().delete()
    Revision.objects.all().delete()
    Site.clear_site_root_paths_cache()
    cache.clear()


def read_database() -> dict[str, list[Any]]:
    """Return all rows of all tables."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values_list())
        for model in apps.get_models()
        if model._meta.managed and not model._meta.proxy
    }


def read_media() -> dict[str, bytes]:
    """Return the content of all stored files, by their path."""
    root = Path(settings.MEDIA_ROOT)
    return {
        str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def count_rows() -> dict[str, int]:
    """Return how many rows there are of all that an import writes."""
    counted = (*ROWS, *RECORDS, Page, Revision, Site)
    return {model._meta.label: model._default_manager.count() for model in counted}
