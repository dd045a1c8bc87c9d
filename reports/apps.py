from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate, pre_migrate


class ReportsConfig(AppConfig):
    """Connects the packages that stand above the models with them."""

    name = "reports"
    verbose_name = "Bilans"

    def ready(self) -> None:
        from reports import wagtail_patches
        from reports.audit import receivers as audit
        from reports.charts import receivers as charts
        from reports.checks import receivers as checks
        from reports.content_version import checks as version_checks
        from reports.content_version import migrations
        from reports.editorial import edit_forms
        from reports.media import permissions
        from reports.media import receivers as media
        from reports.mentions.projection import MENTIONS
        from reports.models import revision_copies
        from reports.observations.projection import OBSERVATIONS
        from reports.previews import press_links, targets
        from reports.publication.corrections import receivers as corrections
        from reports.publication.feed import receivers as feed
        from reports.publication.releases import approval as releases
        from reports.publication.versions import missing as missing_versions
        from reports.publication.versions import receivers as versions
        from reports.records import deletion, widget
        from reports.rollforward import receivers as rollforward
        from reports.search import receivers as search
        from reports.sign_in import receivers as sign_in

        wagtail_patches.apply_all()
        post_migrate.connect(missing_versions.make_first_versions, sender=self)
        permissions.install()
        revision_copies.connect()
        for receivers in (
            media,
            checks,
            corrections,
            OBSERVATIONS,
            MENTIONS,
            search,
            charts,
            versions,
            rollforward,
            deletion,
            widget,
            feed,
            releases,
            press_links,
            sign_in,
            audit,
        ):
            receivers.connect()
        targets.install_targets()
        edit_forms.install_forms()
        register(version_checks.check_content_version, Tags.database)
        pre_migrate.connect(migrations.prepare_migration, sender=self)
        post_migrate.connect(migrations.finish_migration, sender=self)
