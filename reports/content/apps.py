"""The Django app `reports.content`: connects its receivers and registries at start."""

from django.apps import AppConfig
from django.core.checks import Tags, register


class ContentConfig(AppConfig):
    """Configures the app of pages, records, blocks and media, with visibility and projections."""

    name = "reports.content"
    label = "reports_content"
    verbose_name = "Contenus"

    def ready(self) -> None:
        from reports.content import wagtail_patches
        from reports.content.audit import receivers as audit
        from reports.content.audit import sign_ins
        from reports.content.charts import receivers as charts
        from reports.content.content_version import checks
        from reports.content.media import permissions
        from reports.content.media import receivers as media
        from reports.content.mentions.projection import MENTIONS
        from reports.content.models import revision_copies
        from reports.content.observations.projection import OBSERVATIONS
        from reports.content.records import checks as record_checks
        from reports.content.records import deletion, widget
        from reports.content.search import receivers as search

        wagtail_patches.apply_all()
        permissions.install()
        register(checks.check_content_version, Tags.database)
        register(record_checks.check_record_kinds, Tags.models)
        revision_copies.connect()
        for receivers in (
            media,
            OBSERVATIONS,
            MENTIONS,
            search,
            charts,
            deletion,
            widget,
            audit,
            sign_ins,
        ):
            receivers.connect()
