from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class ReportsConfig(AppConfig):
    """Connects the packages that stand above the models with them."""

    name = "reports"
    verbose_name = "Bilans"

    def ready(self) -> None:
        from reports import wagtail_patches
        from reports.charts import receivers as charts
        from reports.checks import receivers as checks
        from reports.content_version import triggers
        from reports.editorial import edit_forms
        from reports.media import permissions
        from reports.media import receivers as media
        from reports.models import revision_copies
        from reports.observations import receivers as observations
        from reports.previews import targets
        from reports.records import deletion, widget
        from reports.rollforward import receivers as rollforward
        from reports.search import receivers as search

        wagtail_patches.apply_all()
        permissions.install()
        revision_copies.connect()
        for receivers in (
            media,
            checks,
            observations,
            search,
            charts,
            rollforward,
            deletion,
            widget,
        ):
            receivers.connect()
        targets.install_targets()
        edit_forms.install_forms()
        pre_migrate.connect(triggers.remove_triggers, sender=self)
        post_migrate.connect(triggers.install_triggers, sender=self)
