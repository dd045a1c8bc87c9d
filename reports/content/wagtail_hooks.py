"""Registers the Wagtail hooks of records, charts, media and the audit log."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from reports.content.audit import hooks as audit
from reports.content.charts.admin import hooks as charts
from reports.content.media import hooks as media
from reports.content.records import hooks as records
from reports.content.records.viewsets import RecordsViewSetGroup


def icons(names: list[str]) -> list[str]:
    return [*names, *(f"reports/icons/{name}.svg" for name in ("chart-bar", "undo", "redo"))]


register_snippet(RecordsViewSetGroup)
hooks.register("register_icons", icons)
charts.register_hooks()
records.connect()
media.register_hooks()
audit.register_hooks()
